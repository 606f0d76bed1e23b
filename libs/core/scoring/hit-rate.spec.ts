import fc from 'fast-check';
import {
  betaPosterior,
  compareHits,
  countHits,
  JEFFREYS,
  momentBetaPrior,
  type SuccessCount,
} from './index.js';
import {
  arbitraryForecasts,
  arbitraryProbability,
  complement,
  repeat,
} from '../../../test/support/forecasts.js';

const single = (probability: number, outcome: 0 | 1) => ({ probability, outcome, weight: 1 });

describe('a hit', () => {
  it.each([
    [0.51, 1, 1],
    [0.51, 0, 0],
    [0.49, 0, 1],
    [0.49, 1, 0],
    [0, 0, 1],
    [0, 1, 0],
    [1, 1, 1],
    [1, 0, 0],
    [0.5, 1, 0.5],
    [0.5, 0, 0.5],
  ] as const)('of %f when the outcome is %i counts %f', (probability, outcome, hits) => {
    expect(countHits([single(probability, outcome)])).toEqual({ hits, n: 1 });
  });

  it('weighs as its forecast, and never makes more hits than forecasts', () => {
    expect(countHits([{ probability: 0.9, outcome: 1, weight: 0.25 }, single(0.9, 0)])).toEqual({
      hits: 0.25,
      n: 1.25,
    });
    expect(countHits([])).toEqual({ hits: 0, n: 0 });
  });

  it('is the same for the opposite event and in whatever order', () => {
    // Sixty-fourths: 1 - p is exact, so that no side changes.
    const exact = fc.integer({ min: 0, max: 64 }).map((p) => p / 64);
    fc.assert(
      fc.property(arbitraryForecasts(exact), (forecasts) => {
        const { hits, n } = countHits(forecasts);
        const mirrored = countHits(forecasts.map(complement).reverse());
        expect(mirrored.hits).toBeCloseTo(hits, 12);
        expect(mirrored.n).toBeCloseTo(n, 12);
      }),
    );
  });

  it('is set against always taking the side of the reference', () => {
    const forecasts = repeat(10, (i) => ({
      ...single(i < 2 ? 0.3 : 0.8, i < 2 || i > 8 ? 0 : 1),
      reference: 0.7,
    }));
    // Own: two on the no side and seven of eight on the yes side; the reference always says yes.
    expect(compareHits(forecasts)).toEqual({
      own: { hits: 9, n: 10 },
      reference: { hits: 7, n: 10 },
      gain: 0.2,
    });
    expect(compareHits([]).gain).toBeNull();
  });
});

describe('a rate with a prior', () => {
  it('of 3 of 3 with Jeffreys’ prior is 46-100 %', () => {
    const posterior = betaPosterior({ hits: 3, n: 3 }, JEFFREYS);
    expect(posterior?.mean).toBeCloseTo(0.875, 12);
    expect(posterior?.low).toBeCloseTo(0.4644, 4);
    expect(posterior?.high).toBeCloseTo(0.9999, 3);
  });

  it('of nothing is none, whatever the prior', () => {
    expect(betaPosterior({ hits: 0, n: 0 }, { alpha: 30, beta: 20 })).toBeNull();
  });

  // Beta(20, 10): qbeta(c(0.025, 0.975), 20, 10) in R. Of many trials: the normal distribution.
  it('has the quantiles of the Beta distribution, for large n too', () => {
    const small = betaPosterior({ hits: 19, n: 28 }, { alpha: 1, beta: 1 });
    expect(small?.low).toBeCloseTo(0.4917, 3);
    expect(small?.high).toBeCloseTo(0.8207, 3);
    const large = betaPosterior({ hits: 6000, n: 10_000 }, { alpha: 1, beta: 1 });
    expect(large?.low).toBeCloseTo(0.6 - 1.96 * Math.sqrt(0.24 / 10_000), 4);
    expect(large?.high).toBeCloseTo(0.6 + 1.96 * Math.sqrt(0.24 / 10_000), 4);
  });

  it('lies between the own share and the prior’s mean', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        arbitraryProbability,
        fc.double({ min: 0.05, max: 50, noNaN: true }),
        fc.double({ min: 0.05, max: 50, noNaN: true }),
        (n, share, alpha, beta) => {
          const posterior = betaPosterior({ hits: share * n, n }, { alpha, beta });
          const ends = [share, alpha / (alpha + beta)];
          expect(posterior?.mean).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-12);
          expect(posterior?.mean).toBeLessThanOrEqual(Math.max(...ends) + 1e-12);
          expect(posterior?.low).toBeLessThan(posterior?.high ?? NaN);
          expect(posterior?.low).toBeGreaterThanOrEqual(0);
          expect(posterior?.high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('the prior of all claimants', () => {
  const strengthOf = (counts: readonly SuccessCount[]) => {
    const { alpha, beta } = momentBetaPrior(counts);
    return { mean: alpha / (alpha + beta), strength: alpha + beta };
  };

  it('is as strong as shares are alike', () => {
    const counts = [18, 10, 5].map((hits) => ({ hits, n: 20 }));
    const { mean, strength } = strengthOf(counts);
    expect(mean).toBeCloseTo(0.55, 12);
    // What the spread 4.3/0.2475 is beyond the 2 of chance, over 60 - 20 - 2.
    const spread = 20 * (0.35 ** 2 + 0.05 ** 2 + 0.3 ** 2);
    expect(strength).toBeCloseTo(38 / (spread / 0.2475 - 2) - 1, 12);
  });

  it('finds the Beta distribution that shares were drawn from', () => {
    // Shares at the quantiles of a symmetric Beta(6, 6) with variance 0.25/13, many trials each.
    const shares = repeat(2001, (i) => betaPosteriorQuantile((i + 0.5) / 2001));
    const { mean, strength } = strengthOf(shares.map((share) => ({ hits: share * 1e6, n: 1e6 })));
    expect(mean).toBeCloseTo(0.5, 6);
    expect(strength).toBeGreaterThan(11.9);
    expect(strength).toBeLessThan(12.1);
  });

  it('is not stronger than all trials, nor weaker than one', () => {
    expect(strengthOf(repeat(5, () => ({ hits: 6, n: 10 })))).toEqual({ mean: 0.6, strength: 50 });
    const torn = [
      { hits: 50, n: 50 },
      { hits: 0, n: 50 },
    ];
    expect(strengthOf(torn)).toEqual({ mean: 0.5, strength: 1 });
  });

  it.each([
    ['nobody', []],
    ['one claimant', [{ hits: 3, n: 5 }]],
    ['those without claims', repeat(3, () => ({ hits: 0, n: 0 }))],
    ['all hits', repeat(3, () => ({ hits: 5, n: 5 }))],
    ['no hit', repeat(3, () => ({ hits: 0, n: 5 }))],
    ['one claim each', repeat(9, (i) => ({ hits: i % 2, n: 1 }))],
  ])('of %s is Jeffreys’', (_who, counts) => {
    expect(momentBetaPrior(counts)).toEqual(JEFFREYS);
  });
});

/** Quantile of Beta(6, 6), by bisection of its distribution function summed as a binomial tail. */
function betaPosteriorQuantile(q: number): number {
  const choose = [462, 330, 165, 55, 11, 1];
  const cdf = (x: number) => choose.reduce((sum, c, k) => sum + c * x ** (6 + k) * (1 - x) ** (5 - k), 0);
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < q) low = middle;
    else high = middle;
  }
  return low;
}
