import type { SuccessCount } from './beta-posterior.js';
import type { WeightedForecast } from './weighted-forecast.js';

/** A forecast with the probability a reference (such as the base rate) gave to the same statement. */
export interface ReferencedForecast extends WeightedForecast {
  /** 0-1. */
  readonly reference: number;
}

export interface HitComparison {
  /** The claimant's hits and those of always taking the side of the reference, on the same n. */
  readonly own: SuccessCount;
  readonly reference: SuccessCount;
  /** Own rate minus the reference's, -1 to 1, higher is better; null at n = 0. */
  readonly gain: number | null;
}

/**
 * Hits: the outcome lay on the side stated as more likely. Exactly 50 % takes no side and is half a hit, as a coin would
 * be. Higher is better, but a hit rate knows no difference between 51 % and 99 %, and is high for whoever only says the
 * obvious: show it beside the reference's. 0.9 that occurred, 0.6 that did not, 0.5: 1.5 hits of 3.
 */
export function countHits(forecasts: readonly WeightedForecast[]): SuccessCount {
  let hits = 0;
  let n = 0;
  for (const { probability, outcome, weight } of forecasts) {
    hits += weight * hitOf(probability, outcome);
    n += weight;
  }
  // A sum of parts may come out above the whole by rounding.
  return { hits: Math.min(hits, n), n };
}

function hitOf(probability: number, outcome: 0 | 1): number {
  if (probability === 0.5) return 0.5;
  return probability > 0.5 === (outcome === 1) ? 1 : 0;
}

/** Hits beside those of the reference on the same statements: 8 of 10 where "as always" has 9 of 10 is a gain of -0.1. */
export function compareHits(forecasts: readonly ReferencedForecast[]): HitComparison {
  const own = countHits(forecasts);
  const reference = countHits(
    forecasts.map((forecast) => ({ ...forecast, probability: forecast.reference })),
  );
  return { own, reference, gain: own.n === 0 ? null : (own.hits - reference.hits) / own.n };
}
