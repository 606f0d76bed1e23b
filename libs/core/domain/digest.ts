import { addDays, calendarDateIn, isoWeek, startOfDayIn } from './calendar.js';

const HOUR_MS = 3_600_000;

/** When a user wants the weekly digest. */
export interface DigestTime {
  readonly zone: string;
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** Hour of the day, 0-23. */
  readonly hour: number;
}

/**
 * The ISO week whose digest is due for a user at `now`, or null when this week's hour has not come. A digest that was
 * missed (the service was down at the hour) stays due until the user's week ends.
 * digestDue({zone: 'UTC', weekday: 1, hour: 8}, 2022-03-14T08:00Z) is "2022-W11".
 */
export function digestDue(time: DigestTime, now: Date): string | null {
  const today = calendarDateIn(now, time.zone);
  const weekday = ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const dueOn = addDays(today, time.weekday - weekday);
  // Where summer time skips or doubles an hour, the instant so many hours after midnight is near enough.
  const dueAt = startOfDayIn(dueOn, time.zone).getTime() + time.hour * HOUR_MS;
  return now.getTime() >= dueAt ? isoWeek(today) : null;
}
