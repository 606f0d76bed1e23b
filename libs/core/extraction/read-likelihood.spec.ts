import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readLikelihood } from './index.js';
import { mirror } from './read-likelihood.js';

interface Row {
  readonly phrase: string;
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

describe('reading a likelihood', () => {
  it.each(rows.map((row) => [`"${row.phrase}"`, row] as const))('%s', (_name, row) => {
    const read = readLikelihood(row.phrase);
    if (row.none === true) {
      expect(read).toBeNull();
      return;
    }
    expect(read).toMatchObject({ low: row.low, high: row.high, basis: row.basis });
    const middle =
      row.low === null || row.high === null || row.low === undefined || row.high === undefined
        ? null
        : (row.low + row.high) / 2;
    if (row.point !== undefined) expect(read?.point).toBeCloseTo(row.point, 4);
    else if (middle === null) expect(read?.point).toBeNull();
    else expect(read?.point).toBeCloseTo(middle, 4);
  });

  it('lets a number win over the words around it', () => {
    expect(readLikelihood('it is unlikely, perhaps a 30% chance')).toMatchObject({
      point: 0.3,
      basis: 'number',
    });
  });

  it('keeps the words as they stand in the text', () => {
    expect(readLikelihood('That is Very Unlikely.')?.phrase).toBe('Very Unlikely');
  });

  it('keeps low, point and high in order and within 0 and 1, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(
              fc.constantFrom(
                'not',
                'very',
                'likely',
                'will',
                'no',
                'chance',
                '150%',
                '1 in 0',
                '-',
                '5',
                'to',
                '1',
                'against',
                'may',
              ),
            )
            .map((words) => words.join(' ')),
        ),
        (phrase) => {
          const read = readLikelihood(phrase);
          if (read === null || read.low === null || read.point === null || read.high === null) return;
          expect(read.low).toBeGreaterThanOrEqual(0);
          expect(read.point).toBeGreaterThanOrEqual(read.low);
          expect(read.high).toBeGreaterThanOrEqual(read.point);
          expect(read.high).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('mirrors twice to where it began', () => {
    const band = { low: 0.2, point: 0.3, high: 0.45 };
    expect(mirror(mirror(band))).toEqual(band);
  });
});
