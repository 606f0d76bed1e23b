import { Adder, bisectLeft, quantileSorted } from 'd3-array';
import { brierScore } from './brier-score.js';
import {
  clipSpan,
  type ForecastHorizon,
  type ForecastSpan,
  type StandingDays,
  sweepDays,
} from './forecast-span.js';

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
    medians: 0,
    sharedDays: 0,
  }));
  integrateMedians(runners);
  return runners.map(({ brier, medians, sharedDays }) => ({
    score: sharedDays === 0 ? null : brier - medians / sharedDays,
    sharedDays,
  }));
}

interface Runner {
  readonly days: StandingDays | null;
  readonly brier: number;
  /** Integral over its days with others of the median Brier score. */
  medians: number;
  sharedDays: number;
}

/** Each runner takes the difference of two running integrals between its own start and end. */
function integrateMedians(runners: readonly Runner[]): void {
  const integral = { medians: new Adder(), shared: new Adder() };
  const standing: number[] = [];
  sweepDays(
    runners,
    (length) => {
      if (standing.length < 2) return;
      // Of two or more there is a median.
      integral.medians.add(length * (quantileSorted(standing, 0.5) as number));
      integral.shared.add(length);
    },
    (runner, sign) => {
      runner.medians -= sign * integral.medians.valueOf();
      runner.sharedDays -= sign * integral.shared.valueOf();
      const at = bisectLeft(standing, runner.brier);
      if (sign === 1) standing.splice(at, 0, runner.brier);
      else standing.splice(at, 1);
    },
  );
}
