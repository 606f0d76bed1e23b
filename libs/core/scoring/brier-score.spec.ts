import fc from 'fast-check';
import { brierScore, logScore, scoreBand } from './index.js';

describe('the Brier score', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
    [0.5, 1, 0.25],
    [0.125, 0, 0.015625],
  ] as const)('of %f when the outcome is %i is %f', (p, outcome, score) => {
    expect(brierScore(p, outcome)).toBe(score);
  });

  it('of a band lies between the best and the worst reading of its words', () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, probability, fc.constantFrom<0 | 1>(0, 1), (a, b, c, outcome) => {
        const [low, point, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const score = scoreBand({ low, point, high }, outcome);
        expect(score.brierLow).toBeLessThanOrEqual(score.brier);
        expect(score.brier).toBeLessThanOrEqual(score.brierHigh);
      }),
    );
  });

  it('“very unlikely” that did not come about: 0.0156, between 0.0025 and 0.04', () => {
    const score = scoreBand({ low: 0.05, point: 0.125, high: 0.2 }, 0);
    expect(score.brier).toBe(0.015625);
    expect(score.brierLow).toBeCloseTo(0.0025, 12);
    expect(score.brierHigh).toBeCloseTo(0.04, 12);
  });
});

it('the log score of certainty that fails is large and finite', () => {
  expect(logScore(0.5, 1)).toBeCloseTo(0.6931, 4);
  expect(logScore(1, 0)).toBeCloseTo(13.8155, 3);
  expect(Number.isFinite(logScore(0, 1))).toBe(true);
});
