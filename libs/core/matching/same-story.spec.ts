import { readEvent } from './read-pair.js';
import { isSameStory, type StoryReport } from './same-story.js';
import { termWeigher } from './term-statistics.js';

const weigh = termWeigher({ documents: 0, frequencies: [] });

function report(
  title: string,
  summary = '',
  at = '2022-02-22T08:00:00Z',
  address: string | null = null,
): StoryReport {
  const read = readEvent({ title, summary, publishedOn: null, occurredOn: null });
  return { read, publishedAt: new Date(at), address };
}

const SAME: readonly (readonly [string, StoryReport, StoryReport])[] = [
  [
    'one headline at two outlets',
    report('Russia recognises Donetsk and Luhansk as independent states'),
    report('Russia recognises Donetsk and Luhansk as independent', '', '2022-02-22T21:00:00Z'),
  ],
  [
    'words in another order and form',
    report('Sweden and Finland apply to join NATO'),
    report('Finland, Sweden applied for joining NATO', '', '2022-02-23T08:00:00Z'),
  ],
  [
    'another headline over the same agency text',
    report(
      'Germany halts Nord Stream 2',
      'Chancellor Olaf Scholz said the certification of the gas pipeline Nord Stream 2 would not go ahead for now.',
    ),
    report(
      'Berlin stops certification of Nord Stream 2',
      'Chancellor Olaf Scholz said the certification of the gas pipeline Nord Stream 2 would not go ahead for now.',
    ),
  ],
  [
    'one page under two spellings, whatever the headline and the day',
    report('Live: day one', '', '2022-02-01T08:00:00Z', 'example.org/live'),
    report('Live: what we know', '', '2022-02-24T08:00:00Z', 'example.org/live'),
  ],
];

const OTHER: readonly (readonly [string, StoryReport, StoryReport])[] = [
  [
    'another country does the same',
    report('Finland applies to join NATO as a full member'),
    report('Sweden applies to join NATO as a full member'),
  ],
  [
    'another number',
    report('Bank of England raises interest rate to 1.25 per cent'),
    report('Bank of England raises interest rate to 1.75 per cent'),
  ],
  [
    'the denial of it',
    report('Turkey will approve the accession of Sweden to NATO'),
    report('Turkey will not approve the accession of Sweden to NATO'),
  ],
  [
    'the same headline a month later',
    report('Ceasefire talks end without result in Geneva'),
    report('Ceasefire talks end without result in Geneva', '', '2022-03-22T08:00:00Z'),
  ],
  [
    'the same subject, another happening',
    report('Scholz meets Putin in Moscow over Ukraine crisis'),
    report('Scholz pledges hundred billion for the army after invasion of Ukraine'),
  ],
  ['nothing but stop words', report('What to know'), report('What to know now')],
];

describe('whether two reports are of one story', () => {
  it.each(SAME)('yes: %s', (_, a, b) => {
    expect(isSameStory(a, b, weigh)).not.toBeNull();
    expect(isSameStory(b, a, weigh)).toBe(isSameStory(a, b, weigh));
  });

  it.each(OTHER)('no: %s', (_, a, b) => {
    expect(isSameStory(a, b, weigh)).toBeNull();
    expect(isSameStory(b, a, weigh)).toBeNull();
  });
});
