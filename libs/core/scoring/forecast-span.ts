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

/**
 * Passes once over all comings and goings, in the order of days: `pass` gets the length of each stretch of time in which
 * nothing changes, before `change` adds a runner (1) or takes one away (-1). Runners that never stand are not met.
 */
export function sweepDays<R extends { readonly days: StandingDays | null }>(
  runners: readonly R[],
  pass: (length: number) => void,
  change: (runner: R, sign: 1 | -1) => void,
): void {
  const moments = runners.flatMap((runner) => {
    const { days } = runner;
    if (days === null) return [];
    return [
      { day: days.from, sign: 1 as const, runner },
      { day: days.until, sign: -1 as const, runner },
    ];
  });
  moments.sort((a, b) => a.day - b.day);
  let last: number | null = null;
  for (const { day, sign, runner } of moments) {
    if (last !== null) pass(day - last);
    change(runner, sign);
    last = day;
  }
}
