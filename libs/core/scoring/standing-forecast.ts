import { daysBetween, type CalendarDate } from '#core/domain';
import { type ForecastScore, scoreBand, type ScoredBand } from './brier-score.js';

export interface DatedForecast extends ScoredBand {
  readonly saidOn: CalendarDate;
}

/**
 * Scores a series: each forecast stands from the day it was said until the next one or `endOn` (the outcome or the
 * deadline, whichever is earlier) and weighs by the days it stood. Two claims of one day: their order in the input
 * decides, the later stands. A series said on or after `endOn` is scored by its first forecast alone.
 * Returns null for an empty series.
 */
export function scoreSeries(
  forecasts: readonly DatedForecast[],
  outcome: 0 | 1,
  endOn: CalendarDate,
): ForecastScore | null {
  const ordered = forecasts.map((forecast, index) => ({ forecast, index }));
  ordered.sort((a, b) => a.forecast.saidOn.localeCompare(b.forecast.saidOn) || a.index - b.index);
  const first = ordered[0];
  if (first === undefined) return null;

  let days = 0;
  const sum = { brier: 0, brierLow: 0, brierHigh: 0, logScore: 0 };
  ordered.forEach(({ forecast }, position) => {
    const until = ordered[position + 1]?.forecast.saidOn ?? endOn;
    const weight = Math.max(0, daysBetween(forecast.saidOn, until < endOn ? until : endOn));
    const score = scoreBand(forecast, outcome);
    days += weight;
    sum.brier += weight * score.brier;
    sum.brierLow += weight * score.brierLow;
    sum.brierHigh += weight * score.brierHigh;
    sum.logScore += weight * score.logScore;
  });
  if (days === 0) return scoreBand(first.forecast, outcome);
  return {
    brier: sum.brier / days,
    brierLow: sum.brierLow / days,
    brierHigh: sum.brierHigh / days,
    logScore: sum.logScore / days,
  };
}
