import type { CalendarDate } from '#core/domain';

/** A score and the day from which it counts. */
export interface DatedScore {
  readonly on: CalendarDate;
  /** Brier, 0-1, lower is better. */
  readonly brier: number;
}

export interface ScoreToDate {
  readonly on: CalendarDate;
  /** Scores up to that day. */
  readonly n: number;
  readonly meanBrier: number;
}

/**
 * The mean of everything up to each day, one point a day, in order.
 * @example 0.1 on 1 March, 0.3 on 5 March: 0.1 with n 1, then 0.2 with n 2
 */
export function scoreOverTime(scores: readonly DatedScore[]): ScoreToDate[] {
  const byDay = new Map<CalendarDate, ScoreToDate>();
  let sum = 0;
  let n = 0;
  for (const { on, brier } of [...scores].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    sum += brier;
    n += 1;
    byDay.set(on, { on, n, meanBrier: sum / n });
  }
  return [...byDay.values()];
}
