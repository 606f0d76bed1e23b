/** A stated band of probabilities of the statement, all 0-1, low <= point <= high. */
export interface ScoredBand {
  readonly low: number;
  readonly point: number;
  readonly high: number;
}

export interface ForecastScore {
  /** Brier score of the point, 0-1, lower is better. */
  readonly brier: number;
  /** Best and worst Brier score that any reading of the band allows. */
  readonly brierLow: number;
  readonly brierHigh: number;
  /** -ln p(outcome) of the point, lower is better. */
  readonly logScore: number;
}

/** Words end at 1 % and 99 %, numbers may not: without a bound one "100 %" that fails would weigh infinitely. */
const LOG_FLOOR = 1e-6;

/**
 * One-sided Brier score (p - o)^2, 0-1, lower is better (Brier 1950; half of the two-class form).
 * brierScore(0.125, 0) is 0.015625.
 */
export function brierScore(probability: number, outcome: 0 | 1): number {
  return (probability - outcome) ** 2;
}

/** Logarithmic score -ln p(outcome), lower is better, p clamped to [1e-6, 1 - 1e-6]. logScore(0.5, 1) is 0.6931. */
export function logScore(probability: number, outcome: 0 | 1): number {
  const clamped = Math.min(1 - LOG_FLOOR, Math.max(LOG_FLOOR, probability));
  return -Math.log(outcome === 1 ? clamped : 1 - clamped);
}

/** Scores a band: its point, and the best and worst its words allow. "Very unlikely" that failed: 0.0156, 0.0025-0.04. */
export function scoreBand(band: ScoredBand, outcome: 0 | 1): ForecastScore {
  const atLow = brierScore(band.low, outcome);
  const atHigh = brierScore(band.high, outcome);
  return {
    brier: brierScore(band.point, outcome),
    brierLow: Math.min(atLow, atHigh),
    brierHigh: Math.max(atLow, atHigh),
    logScore: logScore(band.point, outcome),
  };
}
