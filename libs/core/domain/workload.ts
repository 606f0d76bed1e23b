import { addDays, mondayOf } from './calendar.js';
import type { CalendarDate } from './deadline.js';

/** Ages of overdue work, in days past the deadline, the last without an end. */
export const OVERDUE_BANDS = [
  { from: 0, to: 7 },
  { from: 8, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: null },
] as const;

/** The band (its place in `OVERDUE_BANDS`) of something so many whole days overdue. 8 days is band 1. */
export function overdueBand(days: number): number {
  const at = OVERDUE_BANDS.findIndex(({ to }) => to === null || days <= to);
  return Math.max(0, at);
}

/** How many weeks back the pace of a team is read from; a holiday or a rush in one of them changes little. */
export const PACE_WEEKS = 8;

/**
 * The usual number of answers a week: the median of whole weeks, in which an extraordinary one counts for no more than
 * any other. Null without a week. [4, 30, 6] is 6; [4, 6] is 5.
 */
export function usualPace(weeks: readonly number[]): number | null {
  const sorted = [...weeks].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * Answers still wanted at the end of each coming week: what is wanted now, plus those of what falls due in the week, less
 * what is usually answered in one; never below 0, as nobody can answer in advance.
 * projectBacklog(10, [4, 0], 6) is [8, 2].
 */
export function projectBacklog(wanted: number, arriving: readonly number[], pace: number): number[] {
  let backlog = wanted;
  return arriving.map((more) => {
    backlog = Math.max(0, backlog + more - pace);
    return backlog;
  });
}

/** A count of something on a day. */
export interface DayCount {
  readonly on: CalendarDate;
  readonly n: number;
}

/**
 * Sums of counts for `count` weeks from the one that begins on `monday`; what lies outside them is left out.
 * countByWeek([{ on: '2022-03-02', n: 2 }, { on: '2022-03-07', n: 5 }], '2022-02-28', 2) is [2, 5].
 */
export function countByWeek(days: readonly DayCount[], monday: CalendarDate, count: number): number[] {
  const sums = new Map<CalendarDate, number>();
  for (const { on, n } of days) {
    const week = mondayOf(on);
    sums.set(week, (sums.get(week) ?? 0) + n);
  }
  return Array.from({ length: count }, (_, k) => sums.get(addDays(monday, 7 * k)) ?? 0);
}
