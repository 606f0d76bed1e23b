import { median, pairs } from 'd3-array';
import { brierScore } from './brier-score.js';
import { clipSpan, type ForecastHorizon, type ForecastSpan } from './forecast-span.js';

export interface RelativeBrier {
  /** Mean over the days with others, -1 to 1, lower is better, 0 is the middle of the field; null: never beside another. */
  readonly score: number | null;
  /** Days it stood beside at least one other forecast. */
  readonly sharedDays: number;
}

/**
 * Relative Brier score: at each moment the own Brier score minus the median of all that stand then (the own included),
 * averaged over the time with others (Fatebook, lib/_scoring.ts, on the scale 0-1). In the order of the input.
 * Successive forecasts of one forecaster come as spans that do not overlap; the forecaster's score is the mean by shared days.
 *
 * 0.9, 0.6 and 0.1 stand for all ten days and it occurred: -0.15, 0, 0.65.
 */
export function relativeBrier(
  forecasts: readonly ForecastSpan[],
  outcome: 0 | 1,
  horizon: ForecastHorizon,
): RelativeBrier[] {
  const runners = forecasts.map((forecast) => ({
    days: clipSpan(forecast, horizon),
    brier: brierScore(forecast.probability, outcome),
    sum: 0,
    sharedDays: 0,
  }));
  const moments = new Set(runners.flatMap(({ days }) => (days === null ? [] : [days.from, days.until])));
  for (const [from, until] of pairs([...moments].sort((a, b) => a - b))) {
    const standing = runners.filter(({ days }) => days !== null && days.from <= from && until <= days.until);
    const middle = median(standing, ({ brier }) => brier);
    if (standing.length < 2 || middle === undefined) continue;
    for (const runner of standing) {
      runner.sum += (until - from) * (runner.brier - middle);
      runner.sharedDays += until - from;
    }
  }
  return runners.map(({ sum, sharedDays }) => ({
    score: sharedDays === 0 ? null : sum / sharedDays,
    sharedDays,
  }));
}
