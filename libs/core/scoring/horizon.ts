import { type CalendarDate, daysBetween, type Horizon } from '#core/domain';

/** The longest distance in days of each class that has an end. */
export const HORIZON_DAYS = { month: 31, quarter: 92, year: 366 } as const;

/**
 * The class of the days from what was said to its deadline; said on or after the deadline is `month`.
 * horizonOf('2022-01-17', '2022-03-31') is 'quarter'.
 */
export function horizonOf(saidOn: CalendarDate, deadlineOn: CalendarDate): Horizon {
  const days = daysBetween(saidOn, deadlineOn);
  if (days <= HORIZON_DAYS.month) return 'month';
  if (days <= HORIZON_DAYS.quarter) return 'quarter';
  return days <= HORIZON_DAYS.year ? 'year' : 'longer';
}
