import { addDays, calendarDateIn, instantIn, isoWeek } from './calendar.js';

const DAY_MS = 86_400_000;
/** How long a digest may still be sent after its week has ended, counted from when it was due. */
const LATE_DAYS = 3;

/** When a user wants the weekly digest. */
export interface DigestTime {
  readonly zone: string;
  /** ISO weekday, 1 is Monday. */
  readonly weekday: number;
  /** Hour of the day, 0-23. */
  readonly hour: number;
}

/**
 * The ISO week whose digest is due for a user at `now`, or null when the hour has not come. A digest that was missed
 * (the service was down at the hour) stays due until the user's week ends, and for three days in any case: who wants it
 * on Sunday night gets it on Monday then. Where this week's is due as well, only this week's counts.
 * digestDue({zone: 'UTC', weekday: 1, hour: 8}, 2022-03-14T08:00Z) is "2022-W11".
 */
export function digestDue(time: DigestTime, now: Date): string | null {
  const today = calendarDateIn(now, time.zone);
  const weekday = ((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  const thisWeekOn = addDays(today, time.weekday - weekday);
  if (now.getTime() >= instantIn(thisWeekOn, time.hour, time.zone).getTime()) return isoWeek(today);
  const lastWeekOn = addDays(thisWeekOn, -7);
  const late = now.getTime() - instantIn(lastWeekOn, time.hour, time.zone).getTime();
  return late < LATE_DAYS * DAY_MS ? isoWeek(lastWeekOn) : null;
}
