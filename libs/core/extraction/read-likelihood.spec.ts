import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { bandOfStep, LIKELIHOOD_STEPS, YARDSTICK_TABLES, YARDSTICKS } from '#core/domain';
import type { LikelihoodBand } from '#core/domain';
import { extractCandidates, lexiconVersion, readLikelihood } from './index.js';
import { findLikelihood, mirror } from './read-likelihood.js';

interface Row {
  readonly phrase: string;
  /** Read as running text, where a number needs a word such as "chance". */
  readonly text?: boolean;
  readonly none?: boolean;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly point?: number;
  readonly basis?: string;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/likelihoods.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

function read(row: Row, phrase = row.phrase): LikelihoodBand | null {
  return row.text === true ? (findLikelihood(phrase, false)?.band ?? null) : readLikelihood(phrase);
}

function figures(band: LikelihoodBand | null): unknown {
  return band === null ? null : [band.low, band.point, band.high, band.basis];
}

/** Words the reader knows, and some it does not, put together at random. */
const jumble = fc
  .array(
    fc.constantFrom(
      ...'not very likely unlikely will no chance of that may might well almost certainly never expect think if whether but is are the a'.split(
        ' ',
      ),
      ...[
        '150%',
        '1 in 0',
        '-',
        '5',
        'to',
        '1',
        'against',
        '70 percent',
        'won\u2019t',
        ',',
        '.',
        '(',
        'odds',
        '0.3',
      ],
    ),
    { maxLength: 24 },
  )
  .map((words) => words.join(' '));

describe('reading a likelihood', () => {
  it.each(rows.map((row) => [`"${row.phrase}"${row.text === true ? ' in a text' : ''}`, row] as const))(
    '%s',
    (_name, row) => {
      const band = read(row);
      if (row.none === true) {
        expect(band).toBeNull();
        return;
      }
      expect(band).toMatchObject({ low: row.low, high: row.high, basis: row.basis });
      const { low, high } = row;
      const isRank = low === null || high === null || low === undefined || high === undefined;
      const middle = isRank ? null : (low + high) / 2;
      if (row.point !== undefined) expect(band?.point).toBeCloseTo(row.point, 4);
      else if (middle === null) expect(band?.point).toBeNull();
      else expect(band?.point).toBeCloseTo(middle, 3);
    },
  );

  it('keeps the words as they stand in the text', () => {
    expect(readLikelihood('That is Very Unlikely.')?.phrase).toBe('Very Unlikely');
    expect(readLikelihood('They won\u2019t.')?.phrase).toBe('won\u2019t');
    const found = findLikelihood('The ban, they say, will almost certainly be lifted.', false);
    expect(found).toMatchObject({ start: 24, end: 40 });
  });

  it('reads the same whatever the case, the apostrophe and the British or American spelling', () => {
    for (const row of rows) {
      // A name and a month are told from a verb by their capital.
      if (/\bMay\b/u.test(row.phrase)) continue;
      const expected = figures(read(row));
      expect([row.phrase, figures(read(row, row.phrase.toUpperCase()))]).toEqual([row.phrase, expected]);
      expect([row.phrase, figures(read(row, row.phrase.toLowerCase()))]).toEqual([row.phrase, expected]);
      expect(figures(read(row, row.phrase.replaceAll('\u2019', "'")))).toEqual(expected);
      expect(figures(read(row, row.phrase.replaceAll("'", '\u2019')))).toEqual(expected);
      expect(figures(read(row, row.phrase.replaceAll('favour', 'favor')))).toEqual(expected);
    }
  });

  it('says whether the words deny the thing: the band is of the thing all the same', () => {
    const denies = (text: string) => findLikelihood(text, false)?.denies;
    for (const text of [
      'very unlikely',
      'will not',
      'probably won\u2019t',
      'not expected',
      'I doubt it',
      'may not',
    ])
      expect([text, denies(text)]).toEqual([text, true]);
    for (const text of [
      'very likely',
      'will',
      'not unlikely',
      'not impossible',
      'no doubt',
      'unlikely not to',
    ])
      expect([text, denies(text)]).toEqual([text, false]);
    expect(findLikelihood('a 70% chance that it will not', false)).toMatchObject({
      denies: true,
      band: { point: 0.3 },
      opposite: { point: 0.7 },
    });
  });

  it('mirrors twice to where it began', () => {
    const band = { low: 0.2, point: 0.3, high: 0.45 };
    expect(mirror(mirror(band))).toEqual(band);
  });

  it.each([
    'will',
    'is likely to',
    'will probably',
    'is almost certain to',
    'will very likely',
    'may',
    'will in all likelihood',
  ])('a "not" after "%s" gives the mirror image', (words) => {
    const said = readLikelihood(`It ${words} happen.`);
    const denied = readLikelihood(`It ${words} not happen.`);
    if (said === null || said.low === null || said.high === null || said.point === null)
      throw new Error(words);
    const { low, point, high } = said;
    const { basis } = said;
    const isPlain = basis === 'unhedged';
    // A plain "will" is 80-99 by convention, a plain "will not" 1-20.
    expect(denied).toMatchObject(
      isPlain ? { low: 0.01, point: 0.1, high: 0.2 } : mirror({ low, point, high }),
    );
    expect(denied?.basis).toBe(basis);
  });

  it('keeps low, point and high in order and within 0 and 1, by every yardstick, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), jumble),
        fc.constantFrom(...YARDSTICKS),
        fc.boolean(),
        (phrase, yardstick, isPhrase) => {
          const found = findLikelihood(phrase, isPhrase, { yardstick });
          if (found === null) return;
          expect(phrase.slice(found.start, found.end)).toBe(found.band.phrase);
          for (const { low, point, high, basis } of [found.band, found.opposite]) {
            expect(basis).not.toBe('not_stated');
            if (low === null || point === null || high === null) {
              expect([low, point, high, basis]).toEqual([null, null, null, 'rank']);
              continue;
            }
            expect(low).toBeGreaterThanOrEqual(0);
            expect(point).toBeGreaterThanOrEqual(low);
            expect(high).toBeGreaterThanOrEqual(point);
            expect(high).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('reading by another yardstick', () => {
  it.each([
    ['likely', 'phia', 0.55, 0.75],
    ['a realistic possibility', 'phia', 0.4, 0.5],
    ['highly unlikely', 'phia', 0.1, 0.2],
    ['a remote chance', 'phia', 0, 0.05],
    ['roughly even', 'phia', 0.45, 0.55],
    ['likely', 'ipcc', 0.66, 1],
    ['extremely likely', 'ipcc', 0.95, 1],
    ['extremely unlikely', 'ipcc', 0, 0.05],
    ['virtually certain', 'ipcc', 0.99, 1],
    ['about as likely as not', 'ipcc', 0.33, 0.66],
    ['very unlikely', 'efsa', 0.05, 0.1],
    ['extremely unlikely', 'efsa', 0.01, 0.05],
    ['almost impossible', 'efsa', 0, 0.01],
    ['almost certain', 'nato', 0.9, 1],
    ['even chance', 'nato', 0.4, 0.6],
    ['not likely', 'nato', 0.1, 0.4],
  ] as const)('"%s" by %s is %d to %d, in words', (phrase, yardstick, low, high) => {
    expect(readLikelihood(phrase, { yardstick })).toMatchObject({ low, high, basis: 'words' });
  });

  it.each(['70%', 'will', 'will not', 'may', 'the most likely outcome'])(
    '"%s" is the same by all',
    (phrase) => {
      for (const yardstick of YARDSTICKS)
        expect(readLikelihood(phrase, { yardstick })).toEqual(readLikelihood(phrase));
    },
  );

  it.each(YARDSTICKS)('the steps of %s rise from no chance to certain', (yardstick) => {
    const bands = LIKELIHOOD_STEPS.map((step) => bandOfStep(step, yardstick));
    for (const [index, band] of bands.entries()) {
      expect(band.low).toBeLessThan(band.high);
      const next = bands[index + 1];
      if (next === undefined) continue;
      expect(next.low).toBeGreaterThanOrEqual(band.low);
      expect(next.high).toBeGreaterThanOrEqual(band.high);
    }
    expect(YARDSTICK_TABLES[yardstick].source).toMatch(/\d{4}/u);
  });

  it('names the yardstick in the version of the lexicon', () => {
    expect(lexiconVersion('phia')).toMatch(/^phia-\d+$/u);
    expect(new Set(YARDSTICKS.map(lexiconVersion)).size).toBe(YARDSTICKS.length);
  });

  it('reads the candidates of a text by it', () => {
    const text = 'The strike is likely to end by March 2031. Nobody is likely to thank the envoy for it.';
    const bandsBy = (yardstick: 'icd203' | 'efsa') =>
      extractCandidates(text, {}, { yardstick }).map(({ probability }) => [
        probability?.low,
        probability?.high,
      ]);
    expect(bandsBy('icd203')).toEqual([
      [0.55, 0.8],
      [0.2, 0.45],
    ]);
    expect(bandsBy('efsa')).toEqual([
      [0.66, 0.9],
      [0.1, 0.33],
    ]);
  });
});
