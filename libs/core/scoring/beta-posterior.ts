import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { ShareInterval } from './wilson-interval.js';

/** So many successes of so many trials; both may be fractions, as sums of weights and half hits are. */
export interface SuccessCount {
  readonly hits: number;
  readonly n: number;
}

/** A Beta distribution of a share: worth alpha + beta trials of which alpha were successes. */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

export interface SharePosterior extends ShareInterval {
  /** Posterior mean, 0-1. */
  readonly mean: number;
}

/** Jeffreys' prior: what is assumed where the others tell nothing. */
export const JEFFREYS: BetaPrior = { alpha: 0.5, beta: 0.5 };

/**
 * The prior that all counts together suggest, by the method of moments: the spread of shares beyond what chance alone
 * makes gives its strength (Kleinman 1973, weights n). The strength is kept between one trial, as Jeffreys', and all the
 * trials there are, since shares that differ by less than chance do not mean that everybody is the same. Jeffreys' prior
 * where moments tell nothing: fewer than two counts, all successes or none, one trial each.
 *
 * 18, 10 and 5 of 20 each: mean 0.55, strength 1.5 trials, so alpha 0.81 and beta 0.66.
 */
export function momentBetaPrior(counts: readonly SuccessCount[]): BetaPrior {
  const seen = counts.filter(({ n }) => n > 0);
  const sum = (value: (count: SuccessCount) => number): number =>
    seen.reduce((total, count) => total + value(count), 0);
  const trials = sum(({ n }) => n);
  const mean = sum(({ hits }) => hits) / trials;
  const variance = mean * (1 - mean);
  const byChance = seen.length - 1;
  const room = trials - sum(({ n }) => n * n) / trials - byChance;
  // NaN without counts, which is not > 0 either.
  if (!(variance > 0 && room > ROUNDING * trials)) return JEFFREYS;

  const spread = sum(({ hits, n }) => n * (hits / n - mean) ** 2);
  const correlation = (spread / variance - byChance) / room;
  const strength = correlation > 0 ? 1 / correlation - 1 : Infinity;
  const kept = Math.max(1, Math.min(trials, strength));
  return { alpha: mean * kept, beta: (1 - mean) * kept };
}

/** Counts of one trial each leave room 0 but for rounding. */
const ROUNDING = 1e-12;

/**
 * What a count says of a share, given a prior: mean and 95 % credible interval (equal tails) of Beta(alpha + hits,
 * beta + misses). Null at n = 0: the prior alone says nothing of this one. 3 of 3 with Jeffreys' prior: mean 0.875,
 * interval 0.46-1.00.
 */
export function betaPosterior({ hits, n }: SuccessCount, prior: BetaPrior): SharePosterior | null {
  if (n === 0) return null;
  const alpha = prior.alpha + hits;
  const beta = prior.beta + n - hits;
  return {
    mean: alpha / (alpha + beta),
    low: betaQuantile(0.025, alpha, beta),
    high: betaQuantile(0.975, alpha, beta),
  };
}
