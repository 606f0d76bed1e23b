/** A forecast and the days it stood. Days are numbers on any scale of days (whole or not), the same for all. */
export interface ForecastSpan {
  /** Probability of the statement, 0-1. */
  readonly probability: number;
  readonly startDay: number;
  /** The day it was withdrawn or replaced, from which it no longer stands; null while it stands. */
  readonly endDay: number | null;
}

/** The time over which forecasts on one proposition are scored. */
export interface ForecastHorizon {
  readonly startDay: number;
  /** The scheduled end: the length from start to here is what coverage is a share of. */
  readonly endDay: number;
  /** When forecasting really ended: the outcome or the scheduled end, whichever was earlier. */
  readonly closeDay: number;
}

export interface StandingDays {
  readonly from: number;
  readonly until: number;
}

/** The part of a span within the horizon, up to its close; null where it never stood there. */
export function clipSpan(span: ForecastSpan, horizon: ForecastHorizon): StandingDays | null {
  const from = Math.max(span.startDay, horizon.startDay);
  const until = Math.min(span.endDay ?? Infinity, horizon.closeDay, horizon.endDay);
  return from < until ? { from, until } : null;
}

/** Whether a forecast stands on a day: from its first day on, no longer on the day it ends. */
export function standsOn(span: ForecastSpan, day: number): boolean {
  return span.startDay <= day && day < (span.endDay ?? Infinity);
}
