import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  cohenKappa,
  fleissKappa,
  gwetAC1,
  krippendorffAlpha,
  krippendorffAlphaOfNumbers,
  rawAgreement,
  weightedKappa,
} from './index.js';
import { type AgreementCase, agreementOf, printedDecimals } from '../../../test/eval/score-cases.js';

const CASES = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/agreement.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as AgreementCase);

const [Y, N] = ['yes', 'no'] as const;
const FOUR = [
  [Y, Y],
  [Y, Y],
  [Y, N],
  [N, N],
] as const;

describe('agreement as published', () => {
  it.each(CASES.map((c) => [c.id, c.expected, c] as const))('%s is %f', (_id, expected, c) => {
    expect(agreementOf(c)).toBeCloseTo(expected, printedDecimals(c));
  });
});

describe('agreement of four pairs, by hand', () => {
  it('raw, beyond chance by four notions of chance', () => {
    expect(rawAgreement(FOUR)).toBe(0.75);
    // 5 yes and 3 no: 30 of 56 ordered pairs of ratings differ by chance, 2 of 8 did.
    expect(krippendorffAlpha(FOUR)).toBeCloseTo(1 - 0.25 / (30 / 56), 12);
    // First rater 3 yes of 4, second 2 of 4.
    expect(cohenKappa(FOUR)).toBeCloseTo(0.5, 12);
    const both = (5 / 8) ** 2 + (3 / 8) ** 2;
    expect(fleissKappa(FOUR)).toBeCloseTo((0.75 - both) / (1 - both), 12);
    const guessed = 2 * (5 / 8) * (3 / 8);
    expect(gwetAC1(FOUR)).toBeCloseTo((0.75 - guessed) / (1 - guessed), 12);
  });

  it('where nearly all say the same, AC1 stays high and kappa falls to 0', () => {
    const skewed = [...Array.from({ length: 9 }, () => [Y, Y] as const), [Y, N] as const];
    expect(rawAgreement(skewed)).toBeCloseTo(0.9, 12);
    expect(cohenKappa(skewed)).toBeCloseTo(0, 12);
    expect(gwetAC1(skewed)).toBeCloseTo((0.9 - 0.095) / (1 - 0.095), 12);
    expect(krippendorffAlpha(skewed)).toBeCloseTo(0, 12);
  });
});

describe('near is better than far', () => {
  const near = [
    [1, 1],
    [2, 3],
    [3, 3],
  ] as const;
  const far = [
    [1, 1],
    [1, 3],
    [3, 3],
  ] as const;

  it('for weighted kappa', () => {
    expect(weightedKappa(near, 'linear')).toBeCloseTo(2 / 3, 12);
    expect(weightedKappa(near, 'quadratic')).toBeCloseTo(0.8, 12);
    // Two categories: every disagreement is one step, as without weights.
    expect(weightedKappa(far, 'linear')).toBeCloseTo(cohenKappa(far) ?? NaN, 12);
  });

  it('for alpha of numbers', () => {
    expect(
      krippendorffAlphaOfNumbers(
        [
          [1, 2],
          [3, 3],
          [4, 4],
        ],
        'interval',
      ),
    ).toBeCloseTo(1 - 2 / (82 / 5), 12);
    for (const level of ['ordinal', 'interval', 'ratio'] as const) {
      expect(krippendorffAlphaOfNumbers(near, level)).toBeGreaterThan(krippendorffAlpha(near) ?? NaN);
      expect(
        krippendorffAlphaOfNumbers(
          [
            [0, 0],
            [0, 5],
          ],
          level,
        ),
      ).not.toBeNull();
    }
  });
});

describe('what can say nothing is null', () => {
  const all = [
    ['raw agreement', rawAgreement],
    ['AC1', gwetAC1],
    ['alpha', krippendorffAlpha],
    ['interval alpha', (units: (number | null)[][]) => krippendorffAlphaOfNumbers(units, 'interval')],
    ['Fleiss’ kappa', fleissKappa],
    [
      'Cohen’s kappa',
      (units: (number | null)[][]) => cohenKappa(units.map(([a = null, b = null]) => [a, b])),
    ],
    [
      'weighted kappa',
      (units: (number | null)[][]) =>
        weightedKappa(
          units.map(([a = null, b = null]) => [a, b]),
          'linear',
        ),
    ],
  ] as const;

  it.each(all)('%s of nothing, of one rater, of ratings that are missing', (_name, measure) => {
    expect(measure([])).toBeNull();
    expect(measure([[1], [2], [1]])).toBeNull();
    expect(measure([[1, null], [null, 2], [null, null], []])).toBeNull();
  });

  it.each(all.slice(1))('%s of one category throughout', (_name, measure) => {
    expect(
      measure([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
  });

  it('raw agreement of one category is full', () => {
    expect(rawAgreement([[1, 1]])).toBe(1);
  });

  it('AC1 knows that there were other answers to choose', () => {
    expect(
      gwetAC1(
        [
          [1, 1],
          [1, 1],
        ],
        5,
      ),
    ).toBe(1);
    expect(gwetAC1(FOUR, 5)).toBeGreaterThan(gwetAC1(FOUR) ?? NaN);
    expect(() => gwetAC1(FOUR, 1)).toThrow(RangeError);
  });
});

describe('agreement', () => {
  const units = fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 4 }),
    { maxLength: 12 },
  );
  const measures = [
    rawAgreement,
    gwetAC1,
    fleissKappa,
    krippendorffAlpha,
    (u: (number | null)[][]) => krippendorffAlphaOfNumbers(u, 'ordinal'),
    (u: (number | null)[][]) => krippendorffAlphaOfNumbers(u, 'ratio'),
  ];

  it('does not depend on who rated or in which order things come', () => {
    fc.assert(
      fc.property(units, (list) => {
        const turned = list.map((unit) => [...unit].reverse()).reverse();
        for (const measure of measures) expect(measure(turned) ?? -9).toBeCloseTo(measure(list) ?? -9, 10);
      }),
    );
  });

  it('is full exactly where everybody agrees', () => {
    fc.assert(
      fc.property(units, (list) => {
        const isFull = list.every((unit) => new Set(unit.filter((r) => r !== null)).size <= 1);
        for (const measure of measures) {
          const value = measure(list);
          if (value === null) continue;
          if (isFull) expect(value).toBeCloseTo(1, 12);
          else expect(value).toBeLessThan(1);
        }
      }),
    );
  });

  it('of ordered categories does not change when their numbers are spread', () => {
    fc.assert(
      fc.property(units, (list) => {
        const spread = list.map((unit) => unit.map((r) => (r === null ? null : r ** 3 + 7)));
        expect(krippendorffAlphaOfNumbers(spread, 'ordinal') ?? -9).toBeCloseTo(
          krippendorffAlphaOfNumbers(list, 'ordinal') ?? -9,
          10,
        );
        const scaled = list.map((unit) => unit.map((r) => (r === null ? null : r * 3)));
        expect(krippendorffAlphaOfNumbers(scaled, 'ratio') ?? -9).toBeCloseTo(
          krippendorffAlphaOfNumbers(list, 'ratio') ?? -9,
          10,
        );
      }),
    );
  });
});
