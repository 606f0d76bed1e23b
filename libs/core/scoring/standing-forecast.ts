import { daysBetween, type CalendarDate } from '#core/domain';
import { type ForecastScore, scoreBand, type ScoredBand } from './brier-score.js';

export interface DatedForecast extends ScoredBand {
  readonly saidOn: CalendarDate;
}

/**
 * The share of its time each forecast of a series stood: from the day it was said until the next one or `endOn` (the
 * outcome or the deadline, whichever is earlier). The shares sum to 1. Of two said on one day the later in the list
 * stands. A series said on or after `endOn` is its first forecast alone.
 *
 * @param saidOn the days of a series in order; at least one
 * @example standingShares(['2022-01-01', '2022-01-21'], '2022-01-31') is [2/3, 1/3]
 */
export function standingShares(saidOn: readonly CalendarDate[], endOn: CalendarDate): number[] {
  const days = saidOn.map((from, index) => {
    const next = saidOn[index + 1] ?? endOn;
    return Math.max(0, daysBetween(from, next < endOn ? next : endOn));
  });
  const total = days.reduce((sum, one) => sum + one, 0);
  return days.map((one, index) => (total === 0 ? Number(index === 0) : one / total));
}

/**
 * Scores a series, each forecast weighing by the share of time it stood. In whatever order the forecasts come; of two
 * said on one day the later in the list stands. Null for an empty series.
 */
export function scoreSeries(
  forecasts: readonly DatedForecast[],
  outcome: 0 | 1,
  endOn: CalendarDate,
): ForecastScore | null {
  if (forecasts.length === 0) return null;
  const ordered = forecasts.map((forecast, index) => ({ forecast, index }));
  ordered.sort((a, b) => a.forecast.saidOn.localeCompare(b.forecast.saidOn) || a.index - b.index);
  const shares = standingShares(
    ordered.map(({ forecast }) => forecast.saidOn),
    endOn,
  );
  return weighScores(
    ordered.map(({ forecast }) => scoreBand(forecast, outcome)),
    shares,
  );
}

/** The mean of scores by weights that sum to 1. A weight of zero takes a score away, whatever it is. */
export function weighScores(scores: readonly ForecastScore[], weights: readonly number[]): ForecastScore {
  const mean = (of: (score: ForecastScore) => number): number => weighMean(scores.map(of), weights);
  return {
    brier: mean(({ brier }) => brier),
    brierLow: mean(({ brierLow }) => brierLow),
    brierHigh: mean(({ brierHigh }) => brierHigh),
    logScore: mean(({ logScore }) => logScore),
  };
}

/** The mean of numbers by weights that sum to 1. */
export function weighMean(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] as number), 0);
}
