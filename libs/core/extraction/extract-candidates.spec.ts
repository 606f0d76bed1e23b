import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { CLAUSE_WEIGHTS } from './clause-weights.js';
import { EXTRACTOR_VERSION, extractCandidates, looksEnglish } from './index.js';
import type { Candidate } from './index.js';

interface Row {
  readonly text: string;
  readonly none?: boolean;
  /** Out of any context the trained model only takes it for a "maybe". */
  readonly tier?: 'maybe';
  readonly claimant?: string;
  readonly role?: string;
  readonly statement?: string;
  readonly quoteHas?: string;
  readonly negated?: boolean;
  readonly condition?: string;
  readonly low?: number;
  readonly high?: number;
  readonly deadlineOn?: string;
  readonly deadlineBasis?: string;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/extraction.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const META = { author: 'Anna Low', publishedOn: '2031-03-10' };
const proposed = (text: string, meta: Parameters<typeof extractCandidates>[1] = META): Candidate[] =>
  extractCandidates(text, meta).filter((candidate) => candidate.tier === 'proposed');

/** Sentences in the shape of commentary, with everything that moves offsets about. */
const wildText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'The harbour will close by 2033. ',
        'If it rains, the fair will be moved. ',
        '\u201cWe will never sell,\u201d said Mr. Dunn. ',
        'Rents may fall soon. ',
        'Analysts expect that, should the levy pass, prices will probably rise. ',
        'No strike: 40%\n',
        'the end of the ',
        '\r\n\r\n',
        '\u{1F600} ',
        '(',
        '\u201c',
        '[12]',
        'e\u0301 ',
        'Will it? ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

describe('extracting candidates', () => {
  it.each(rows.filter((row) => row.none !== true).map((row) => [row.text, row] as const))(
    'finds: %s',
    (text, row) => {
      const found = row.tier === 'maybe' ? extractCandidates(text, META) : proposed(text);
      expect(found).toHaveLength(1);
      const [candidate] = found;
      expect(candidate?.claimant).toBe(row.claimant ?? 'Anna Low');
      expect(candidate?.claimantRole).toBe(
        row.role ?? (row.claimant === undefined || row.claimant === 'Anna Low' ? 'author' : 'speaker'),
      );
      expect(candidate?.negated).toBe(row.negated ?? false);
      expect(candidate?.condition).toBe(row.condition ?? null);
      if (row.statement !== undefined) expect(candidate?.statement).toBe(row.statement);
      if (row.quoteHas !== undefined) expect(candidate?.quote).toContain(row.quoteHas);
      if (row.low !== undefined)
        expect(candidate?.probability).toMatchObject({ low: row.low, high: row.high });
      if (row.deadlineOn !== undefined) expect(candidate?.deadline?.deadlineOn).toBe(row.deadlineOn);
      if (row.deadlineBasis !== undefined) expect(candidate?.deadline?.basis).toBe(row.deadlineBasis);
      expect(candidate?.cues.length).toBeGreaterThan(0);
    },
  );

  it.each(rows.filter((row) => row.none === true).map((row) => row.text))('does not propose: %s', (text) => {
    expect(proposed(text)).toEqual([]);
  });

  it('keeps two claims of one sentence apart', () => {
    const found = proposed('The harbour will close next year, but the airport will stay open until 2040.');
    expect(found.map((candidate) => candidate.deadline?.deadlineOn)).toEqual(['2032-12-31', '2040-12-31']);
  });

  it('inherits the year of a forecast title where the sentence names no time', () => {
    const [candidate] = proposed('The smaller ferry lines will merge.', {
      ...META,
      title: 'Outlook for 2033',
    });
    expect(candidate?.deadline).toMatchObject({ deadlineOn: '2033-12-31', basis: 'inferred' });
  });

  it('shows what the title says again as a further place, not as a further candidate', () => {
    const text =
      'The harbour will close for good in 2033\n\nThe harbour will close for good in 2033, the board said.\n\nNobody was surprised by this decision of the board.';
    const found = extractCandidates(text, META);
    expect(found).toHaveLength(1);
    expect(found[0]?.also).toHaveLength(1);
  });

  it('reads title, author and date from header lines', () => {
    const [candidate] = extractCandidates(
      'Title: Rain\nAuthor: Bo Dunn\nDate: 2031-03-10\n\nThe harbour will close next year.',
      {},
    );
    expect(candidate).toMatchObject({ claimant: 'Bo Dunn', deadline: { deadlineOn: '2032-12-31' } });
  });

  it('reads a byline and a dateline from the opening', () => {
    const [candidate] = extractCandidates(
      'Harbours of the north\n\nMarch 10, 2031\n\nBy Bo Dunn\n\nThe harbour in the old town will close next year.',
      {},
    );
    expect(candidate).toMatchObject({ claimant: 'Bo Dunn', deadline: { deadlineOn: '2032-12-31' } });
  });

  it('gives a speaker his name in full and resolves "he"', () => {
    const text =
      'Pavel Novak runs the port. Novak said that trade would recover by 2033. He warned that two piers will be closed.';
    expect(proposed(text).map((candidate) => candidate.claimant)).toEqual(['Pavel Novak', 'Pavel Novak']);
  });

  it('takes steps of a scenario in the present tense for predictions', () => {
    const text =
      'The most probable sequence is this:\n\n- The council rejects the budget\n- The mayor calls an election\n\nThat was the plan of the party all along.';
    expect(proposed(text)).toHaveLength(2);
  });

  it('takes a name and a number for an entry among two others of the kind', () => {
    const found = proposed(
      'For the record:\n\n- The sale closes by 30 April: 70%\n- A strike of more than three days: 25%\n- Mr Dunn stays: 60%',
    );
    expect(found.map(({ probability }) => probability?.point)).toEqual([0.7, 0.25, 0.6]);
  });

  it('gives its reasons in the words of the text, each once', () => {
    const [found] = proposed("The ferry won't sail before June.");
    expect(found?.cues.map(({ text }) => text)).toEqual([
      "future verb 'won't'",
      "names a time (explicit): 'before June'",
    ]);
  });

  it('gives nothing for text that is not English', () => {
    const text =
      'Die Stadt wird im n\u00e4chsten Jahr den Hafen schlie\u00dfen, sagte der B\u00fcrgermeister am Montag in Hamburg.';
    expect(looksEnglish(text)).toBe(false);
    expect(extractCandidates(text, META)).toEqual([]);
  });

  it('carries a version', () => {
    expect(EXTRACTOR_VERSION).toMatch(/^\d{4}\.\d+$/u);
  });
});

describe('promises of every candidate, on any text', () => {
  it('quotes verbatim, in order, with a score that fits its tier, the same every time', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const found = extractCandidates(text, META);
        for (const candidate of found) {
          expect(candidate.quote).toBe(text.slice(candidate.start, candidate.end));
          expect(candidate.quote.trim()).not.toBe('');
          for (const place of candidate.also) {
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeLessThanOrEqual(text.length);
            expect(place.start).toBeLessThan(place.end);
          }
          expect(candidate.score).toBeGreaterThanOrEqual(0);
          expect(candidate.score).toBeLessThanOrEqual(1);
          expect(candidate.tier).toBe(candidate.score >= CLAUSE_WEIGHTS.proposedFrom ? 'proposed' : 'maybe');
        }
        expect(extractCandidates(text, META)).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same quotes whichever line ends a text has', () => {
    const text =
      'The harbour will close by 2033.\n\nIf it rains, the fair will be moved.\n\nRents are likely to fall in 2032.';
    const quotes = (variant: string): string[] =>
      extractCandidates(variant, META).map((candidate) => candidate.quote);
    expect(quotes(text.replaceAll('\n', '\r\n'))).toEqual(quotes(text));
    expect(quotes(`\uFEFF${text}`)).toEqual(quotes(text));
  });

  it('reads the same out of a sentence whatever stands before it; only the score weighs where it stands', () => {
    const lead = 'The council met in the old hall and talked about the weather for an hour.\n\n';
    const text = 'The harbour will close by 2033, the board of the port said.';
    const [alone] = extractCandidates(text, META);
    const [later] = extractCandidates(lead + text, META);
    expect(later).toEqual({
      ...alone,
      score: later?.score,
      start: (alone?.start ?? 0) + lead.length,
      end: (alone?.end ?? 0) + lead.length,
    });
  });
});

/** What `slice` makes of its arguments, for `substring`. */
function bounds(length: number, from = 0, to = length): [number, number] {
  const at = (n: number): number => (n < 0 ? Math.max(0, length + n) : Math.min(n, length));
  return [at(from), Math.max(at(from), at(to))];
}

describe('hostile text', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['lone surrogates', 'It will rain \ud83d in the city of the north \ude00 and so on.'],
    ['ten thousand open brackets', `The harbour will close. ${'('.repeat(10_000)}`],
    ['ten thousand open quotes', `The harbour will close. ${'\u201c'.repeat(10_000)}`],
    ['nested quotes and brackets', `The harbour will close. ${'("['.repeat(5_000)}${'])"'.repeat(5_000)}`],
    ['a long line without a full stop', 'the harbour will close and the '.repeat(3_000)],
    ['one long word', `The harbour will close. ${'will'.repeat(25_000)}`],
    ['nothing but cues', 'if it will, when may, unless might be likely to expect '.repeat(1_000)],
    [
      'nested parts of time',
      `The harbour will close by the ${'end of the middle of the '.repeat(2_000)}year.`,
    ],
    ['numbers', `The chance of it is 5% ${'1 in 2 to 3-4:5 50%-'.repeat(2_000)}`],
  ])('survives %s', (_name, text) => {
    for (const candidate of extractCandidates(text, META)) {
      expect(candidate.quote).toBe(text.slice(candidate.start, candidate.end));
    }
  });

  it('does ten times the work on ten times the text, not a hundred times', () => {
    // Counted, not timed: every reading of a character goes through String.prototype.slice or a bounded sentence.
    const unit = 'The harbour will close by 2033 if rents fall. ';
    const count = (times: number): number => {
      let units = 0;
      const spy = jest.spyOn(String.prototype, 'slice').mockImplementation(function counted(
        this: string,
        from?: number,
        to?: number,
      ): string {
        const part = this.substring(...bounds(this.length, from, to));
        units += part.length;
        return part;
      });
      try {
        extractCandidates(`${unit.repeat(times)}\n\nThe end of it.`, META);
      } finally {
        spy.mockRestore();
      }
      return units;
    };
    count(1);
    expect(count(400) / count(40)).toBeLessThan(14);
  });
});
