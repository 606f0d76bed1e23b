import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { findDeadlines, readDeadline } from './index.js';

interface Row {
  readonly phrase: string;
  readonly anchor: string;
  readonly none?: boolean;
  readonly deadlineOn?: string | null;
  readonly windowStartOn?: string | null;
  readonly precision?: string | null;
  readonly basis?: string;
}

const rows = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/deadlines.jsonl'), 'utf8')
  .split('\n')
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row) as Row);

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((n) => new Date(Date.UTC(1970, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));

describe('reading a deadline', () => {
  it.each(rows.map((row) => [`"${row.phrase}" said on ${row.anchor}`, row] as const))('%s', (_name, row) => {
    const read = readDeadline(row.phrase, row.anchor);
    if (row.none === true) {
      expect(read).toBeNull();
      return;
    }
    expect(read).toMatchObject({
      deadlineOn: row.deadlineOn,
      windowStartOn: row.windowStartOn,
      precision: row.precision,
      basis: row.basis,
    });
  });

  it('keeps the words it read, as they stand', () => {
    expect(readDeadline('prices fall by the End of 2030, he said', '2022-01-17')?.phrase).toBe(
      'by the End of 2030',
    );
  });

  it('keeps the words of an event that has no date', () => {
    expect(readDeadline('before the runoff', '2022-01-17')).toEqual({
      windowStartOn: null,
      deadlineOn: null,
      precision: null,
      basis: 'event',
      phrase: 'before the runoff',
    });
  });

  it('counts "in N days" the same on every day of every year', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (anchor, n) => {
        const end = readDeadline(`in ${String(n)} days`, anchor)?.deadlineOn ?? '';
        expect((Date.parse(end) - Date.parse(anchor)) / 86_400_000).toBe(n);
      }),
    );
  });

  it('never gives a window that ends before it begins, nor a date that does not exist', () => {
    const words = fc.constantFrom(
      'by',
      'before',
      'the',
      'end',
      'of',
      'next',
      'mid',
      '-',
      '2031',
      'year',
      'quarter',
      'first',
      'March',
      '31',
      '5',
      'in',
      'coming',
      'weeks',
      'late',
      'winter',
      'to',
      'half',
      'decade',
      'few',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), day, (parts, anchor) => {
        const read = readDeadline(parts.join(' '), anchor);
        for (const date of [read?.windowStartOn, read?.deadlineOn]) {
          if (typeof date === 'string')
            expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        }
        if (typeof read?.windowStartOn === 'string' && typeof read.deadlineOn === 'string') {
          expect(read.windowStartOn <= read.deadlineOn).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('finding deadlines in running text', () => {
  it.each([
    ['verbs that are also months or seasons', 'Prices may fall and troops march on.'],
    ['times that are over', 'It fell last year and two months ago.'],
    ['numbers that look like years', 'The army lost 2000 men and 1999 tanks.'],
  ])('leaves out %s', (_name, text) => {
    expect(findDeadlines(text, '2022-01-17')).toEqual([]);
  });

  it('gives every deadline of a sentence with its exact place', () => {
    const text = 'Rents will fall by June 2023 and double over the next ten years.';
    expect(findDeadlines(text, '2022-01-17').map((item) => text.slice(item.start, item.end))).toEqual([
      'by June 2023',
      'over the next ten years',
    ]);
  });
});
