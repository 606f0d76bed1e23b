import { extractCandidates } from './extract-from-source.js';
import { readPassage } from './read-passage.js';

const TEXT = `The quarter in review

Ministers met. Analysts at Norvik Bank said that the levy will probably be dropped by the end of June. The harbour wall is old, and the ferries are late again.

Rates at four per cent by December`;
const META = { author: 'Mara Quill', publishedOn: '2022-03-01' } as const;

const spanOf = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};

it('reads a marked passage in what stands around it: claimant, likelihood, deadline', () => {
  const read = readPassage(TEXT, META, spanOf('the levy will probably be dropped by the end of June'));
  expect(read).toMatchObject({
    quote: 'the levy will probably be dropped by the end of June',
    claimantRole: 'speaker',
    probability: { basis: 'words', phrase: 'probably' },
    deadline: { deadlineOn: '2022-06-30' },
    tier: 'proposed',
  });
  expect(read?.claimant).toContain('Norvik Bank');
  expect(read?.statement).toMatch(/levy/);
  expect(read?.cues[0]?.code).toBe('PERSON');
});

it('reads what the rules leave out, and words that are no sentence', () => {
  const missed = spanOf('Rates at four per cent by December');
  const found = extractCandidates(TEXT, META);
  expect(
    found.some(({ start, end }) => start < missed.end && end > missed.start && start >= missed.start),
  ).toBe(false);
  expect(readPassage(TEXT, META, missed)).toMatchObject({
    ...missed,
    claimant: 'Mara Quill',
    deadline: { deadlineOn: '2022-12-31' },
  });
});

it('leaves out blanks at the ends, and refuses nothing but blanks', () => {
  const { start, end } = spanOf(' The harbour wall is old,');
  expect(readPassage(TEXT, META, { start, end })?.quote).toBe('The harbour wall is old,');
  expect(readPassage(TEXT, META, { start, end: start + 1 })).toBeNull();
});

it('reads a passage deep in a long text where it stands', () => {
  const filler = 'Nothing of note was said about the quays that day. '.repeat(1500);
  const long = `${filler}\n\n${TEXT}\n\n${filler}`;
  const start = long.indexOf('the levy will');
  const read = readPassage(long, META, { start, end: long.indexOf(' The harbour') });
  expect(read).toMatchObject({ start, deadline: { deadlineOn: '2022-06-30' } });
  expect(long.slice(read?.start, read?.end)).toBe(read?.quote);
});
