import fs from 'node:fs';
import path from 'node:path';
import { median } from 'd3-array';
import fc from 'fast-check';
import {
  asMetaculusPrints,
  baselineScore,
  baselineScoresOverTime,
  baselineSpotScores,
  clipSpan,
  type ForecastHorizon,
  type ForecastSpan,
  peerScores,
  peerScoresOverTime,
  peerSpotScores,
  relativeBrier,
  standsOn,
} from './index.js';
import { type MetaculusCase, scoresOf } from '../../../test/eval/score-cases.js';
import { arbitraryOutcome, arbitraryProbability, complement } from '../../../test/support/forecasts.js';

const CASES = fs
  .readFileSync(path.resolve(__dirname, '../../../test/cases/metaculus-scores.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as MetaculusCase);

const TEN_DAYS: ForecastHorizon = { startDay: 0, endDay: 10, closeDay: 10 };
const stand = (probability: number, startDay = 0, endDay: number | null = null): ForecastSpan => ({
  probability,
  startDay,
  endDay,
});

describe('scores as Metaculus has them', () => {
  it.each(CASES.map((c) => [c.suite, c.case, c] as const))('%s, case %i', (_suite, _number, c) => {
    const scores = asMetaculusPrints(scoresOf(c));
    expect(scores).toHaveLength(c.expected.length);
    scores.forEach(({ score, coverage }, i) => {
      expect(score).toBeCloseTo(c.expected[i]?.score ?? NaN, 8);
      expect(coverage).toBeCloseTo(c.expected[i]?.coverage ?? NaN, 8);
    });
  });
});

describe('the baseline score', () => {
  it.each([
    [0.99, 1, 98.55],
    [0.5, 0, 0],
    [0.01, 1, -564.39],
    [0, 0, 100],
    [1, 1, 100],
  ] as const)('of %f when the outcome is %i is %f', (probability, outcome, score) => {
    expect(baselineScore(probability, outcome)).toBeCloseTo(score, 2);
  });

  it('of certainty that fails is finite', () => {
    expect(baselineScore(0, 1)).toBeCloseTo(100 * (1 + Math.log2(1e-6)), 8);
    expect(baselineScore(1, 0)).toBeCloseTo(100 * (1 + Math.log2(1e-6)), 4);
  });

  it('of what never stood within the horizon is none', () => {
    expect(baselineScoresOverTime([stand(0.9, 10), stand(0.9, -5, 0)], 1, TEN_DAYS)).toEqual([
      { score: null, coverage: 0 },
      { score: null, coverage: 0 },
    ]);
    expect(baselineSpotScores([stand(0.9, 3, 5)], 1, 5)).toEqual([{ score: null, coverage: 0 }]);
  });

  it('counts only what stood between start and close', () => {
    const early = { startDay: 0, endDay: 10, closeDay: 4 };
    expect(baselineScoresOverTime([stand(0.9, -3)], 1, early)[0]?.coverage).toBeCloseTo(0.4, 12);
    const late = { startDay: 0, endDay: 10, closeDay: 14 };
    expect(baselineScoresOverTime([stand(0.9, 8)], 1, late)[0]?.coverage).toBeCloseTo(0.2, 12);
  });
});

describe('the peer score', () => {
  it('of two that disagree is equal and opposite', () => {
    const [low, high] = peerScores([0.1, 0.9], 1);
    expect(low).toBeCloseTo(-219.7225, 4);
    expect(high).toBeCloseTo(219.7225, 4);
  });

  it('of a lone forecast is none, not 0', () => {
    expect(peerScores([0.9], 1)).toEqual([null]);
    expect(peerScores([], 1)).toEqual([]);
    expect(peerSpotScores([stand(0.9), stand(0.2, 0, 3)], 1, 5)).toEqual([
      { score: null, coverage: 1, shared: 0 },
      { score: null, coverage: 0, shared: 0 },
    ]);
    expect(peerScoresOverTime([stand(0.9, 0, 5), stand(0.2, 5)], 1, TEN_DAYS)).toEqual([
      { score: null, coverage: 0.5, shared: 0 },
      { score: null, coverage: 0.5, shared: 0 },
    ]);
    expect(asMetaculusPrints([{ score: null, coverage: 1 }])).toEqual([{ score: 0, coverage: 1 }]);
  });

  it('tells over how much of the time there were peers', () => {
    const [first, second] = peerScoresOverTime([stand(0.9), stand(0.9, 6, 8)], 1, TEN_DAYS);
    expect(first).toMatchObject({ score: 0, coverage: 1 });
    expect(first?.shared).toBeCloseTo(0.2, 12);
    expect(second?.coverage).toBeCloseTo(0.2, 12);
    expect(second?.shared).toBeCloseTo(0.2, 12);
  });

  it('of a horizon without length is none', () => {
    const none = { startDay: 3, endDay: 3, closeDay: 3 };
    expect(peerScoresOverTime([stand(0.9), stand(0.1)], 1, none)).toEqual([
      { score: null, coverage: 0, shared: 0 },
      { score: null, coverage: 0, shared: 0 },
    ]);
  });
});

const arbitraryField = fc.array(
  fc
    .tuple(arbitraryProbability, fc.integer({ min: 0, max: 11 }), fc.option(fc.integer({ min: 1, max: 12 })))
    .map(([probability, startDay, endDay]) => stand(probability, startDay, endDay)),
  { minLength: 1, maxLength: 12 },
);

describe('scores over time', () => {
  /** The definition, day by day: on whole days nothing changes within one. */
  function peerDayByDay(field: readonly ForecastSpan[], outcome: 0 | 1): number[] {
    const sums = field.map(() => 0);
    for (let day = 0; day < 10; day += 1) {
      peerSpotScores(field, outcome, day).forEach(({ score }, i) => {
        sums[i] = (sums[i] ?? NaN) + (score ?? 0) / 10;
      });
    }
    return sums;
  }

  it('are the mean of each day’s', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryOutcome, (field, outcome) => {
        const expected = peerDayByDay(field, outcome);
        asMetaculusPrints(peerScoresOverTime(field, outcome, TEN_DAYS)).forEach(({ score }, i) => {
          expect(score).toBeCloseTo(expected[i] ?? NaN, 9);
        });
      }),
    );
  });

  it('of the middle of the field are the mean of each day’s', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryOutcome, (field, outcome) => {
        const sums = field.map(() => ({ gap: 0, days: 0 }));
        for (let day = 0; day < 10; day += 1) {
          const standing = field.map((span) => standsOn(span, day));
          const briers = field.map(({ probability }) => (probability - outcome) ** 2);
          const middle = median(briers.filter((_, i) => standing[i])) ?? NaN;
          if (standing.filter(Boolean).length < 2) continue;
          sums.forEach((sum, i) => {
            if (standing[i] !== true) return;
            sum.gap += (briers[i] ?? NaN) - middle;
            sum.days += 1;
          });
        }
        relativeBrier(field, outcome, TEN_DAYS).forEach(({ score, sharedDays }, i) => {
          const { gap, days } = sums[i] ?? { gap: NaN, days: NaN };
          expect(sharedDays).toBeCloseTo(days, 10);
          expect(score ?? -9).toBeCloseTo(days === 0 ? -9 : gap / days, 10);
        });
      }),
    );
  });

  it('do not change when a standing forecast is said again', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryOutcome, fc.integer({ min: 1, max: 9 }), (field, outcome, day) => {
        const [first, ...others] = field;
        if (first === undefined) return;
        const whole = { ...first, startDay: 0, endDay: null };
        const [one, ...rest] = peerScoresOverTime([whole, ...others], outcome, TEN_DAYS);
        const [a, b, ...restSplit] = peerScoresOverTime(
          [{ ...whole, endDay: day }, { ...whole, startDay: day }, ...others],
          outcome,
          TEN_DAYS,
        );
        expect((a?.score ?? 0) + (b?.score ?? 0)).toBeCloseTo(one?.score ?? 0, 9);
        expect((a?.shared ?? NaN) + (b?.shared ?? NaN)).toBeCloseTo(one?.shared ?? NaN, 9);
        restSplit.forEach(({ score }, i) => {
          expect(score ?? -1).toBeCloseTo(rest[i]?.score ?? -1, 9);
        });

        const [wholeBrier] = relativeBrier([whole, ...others], outcome, TEN_DAYS);
        const [x, y] = relativeBrier(
          [{ ...whole, endDay: day }, { ...whole, startDay: day }, ...others],
          outcome,
          TEN_DAYS,
        );
        const sum = (x?.score ?? 0) * (x?.sharedDays ?? NaN) + (y?.score ?? 0) * (y?.sharedDays ?? NaN);
        expect(sum).toBeCloseTo((wholeBrier?.score ?? 0) * (wholeBrier?.sharedDays ?? NaN), 9);
      }),
    );
  });

  it('are the same in whatever order, and for the opposite event', () => {
    fc.assert(
      fc.property(arbitraryField, arbitraryOutcome, (field, outcome) => {
        const opposite = outcome === 1 ? 0 : 1;
        const mirrored = field
          .map((span) => ({ ...span, ...complement({ probability: span.probability, outcome, weight: 1 }) }))
          .reverse();
        const peers = peerScoresOverTime(field, outcome, TEN_DAYS);
        peerScoresOverTime(mirrored, opposite, TEN_DAYS)
          .reverse()
          .forEach(({ score, shared }, i) => {
            expect(score ?? -1).toBeCloseTo(peers[i]?.score ?? -1, 6);
            expect(shared).toBeCloseTo(peers[i]?.shared ?? NaN, 12);
          });
        const briers = relativeBrier(field, outcome, TEN_DAYS);
        relativeBrier(mirrored, opposite, TEN_DAYS)
          .reverse()
          .forEach(({ score }, i) => {
            expect(score ?? -1).toBeCloseTo(briers[i]?.score ?? -1, 12);
          });
      }),
    );
  });

  it('of peers that all stand all the time sum to 0', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryProbability, { minLength: 2, maxLength: 9 }),
        arbitraryOutcome,
        (ps, outcome) => {
          const scores = peerScoresOverTime(
            ps.map((p) => stand(p)),
            outcome,
            TEN_DAYS,
          );
          expect(scores.reduce((sum, { score }) => sum + (score ?? NaN), 0)).toBeCloseTo(0, 8);
          peerScores(ps, outcome).forEach((score, i) => {
            expect(score).toBeCloseTo(scores[i]?.score ?? NaN, 8);
          });
        },
      ),
    );
  });
});

describe('the relative Brier score', () => {
  it('is the distance from the middle of the field', () => {
    const scores = relativeBrier([stand(0.9), stand(0.6), stand(0.1)], 1, TEN_DAYS);
    [-0.15, 0, 0.65].forEach((score, i) => {
      expect(scores[i]?.score).toBeCloseTo(score, 12);
    });
  });

  it('averages over the time with others only', () => {
    const [first, second] = relativeBrier([stand(1), stand(0, 8)], 1, TEN_DAYS);
    expect(first).toEqual({ score: -0.5, sharedDays: 2 });
    expect(second).toEqual({ score: 0.5, sharedDays: 2 });
  });

  it('of a lone forecast, and of one that never stood, is none', () => {
    expect(relativeBrier([stand(0.9)], 1, TEN_DAYS)).toEqual([{ score: null, sharedDays: 0 }]);
    expect(relativeBrier([stand(0.9, 0, 4), stand(0.2, 4), stand(0.2, 12)], 1, TEN_DAYS)).toEqual([
      { score: null, sharedDays: 0 },
      { score: null, sharedDays: 0 },
      { score: null, sharedDays: 0 },
    ]);
  });
});

it('a forecast stands on its first day, no longer on the day it ends', () => {
  expect([2, 3, 4, 5].map((day) => standsOn(stand(0.5, 3, 5), day))).toEqual([false, true, true, false]);
  expect(standsOn(stand(0.5, 3), 1e6)).toBe(true);
  expect(clipSpan(stand(0.5, 3, 5), TEN_DAYS)).toEqual({ from: 3, until: 5 });
  expect(clipSpan(stand(0.5, -3), TEN_DAYS)).toEqual({ from: 0, until: 10 });
});
