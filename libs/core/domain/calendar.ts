import { TZDate } from '@date-fns/tz';
import type { CalendarDate } from './deadline.js';

const DAY_MS = 86_400_000;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a real calendar date written `YYYY-MM-DD` ("2023-02-29" is not). */
export function isCalendarDate(text: string): boolean {
  if (!CALENDAR_DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** Whether `zone` is an IANA zone this machine knows ("Europe/Berlin"). */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** `on` moved by whole days: addDays("2022-02-28", 1) is "2022-03-01". */
export function addDays(on: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** `on` moved by whole calendar months, clamped to the month's end: 2022-01-31 + 1 is 2022-02-28. */
export function addMonths(on: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The calendar date that clocks in `zone` show at `instant`. */
export function calendarDateIn(instant: Date, zone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The instant at which `on` begins in `zone`; where midnight is skipped by summer time, the first instant after it. */
export function startOfDayIn(on: CalendarDate, zone: string): Date {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, day, zone).getTime());
}

/**
 * The instant at which clocks in `zone` show `hour` o'clock on `on`. Of an hour that summer time doubles it is one of
 * the two; where it is skipped, the instant at which it would have begun.
 * instantIn("2022-03-27", 8, "Europe/Berlin") is 2022-03-27T06:00:00Z.
 */
export function instantIn(on: CalendarDate, hour: number, zone: string): Date {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return new Date(new TZDate(year, month - 1, day, hour, zone).getTime());
}

/**
 * The instant at which a deadline has passed: the start of the following day in the deadline's zone.
 * dueAt("2022-02-28", "Europe/Berlin") is 2022-02-28T23:00:00Z.
 */
export function dueAt(deadlineOn: CalendarDate, zone: string): Date {
  return startOfDayIn(addDays(deadlineOn, 1), zone);
}

/** The Monday of the week a date is in: mondayOf("2022-03-02") is "2022-02-28". */
export function mondayOf(on: CalendarDate): CalendarDate {
  return addDays(on, -((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** ISO 8601 week of a calendar date: 2022-01-01 is "2021-W52". */
export function isoWeek(on: CalendarDate): string {
  const date = new Date(`${on}T00:00:00Z`);
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * DAY_MS);
  const firstThursday = new Date(Date.UTC(thursday.getUTCFullYear(), 0, 4));
  const firstWeekday = (firstThursday.getUTCDay() + 6) % 7;
  const week =
    1 +
    Math.round((thursday.getTime() - firstThursday.getTime() + (firstWeekday - 3) * DAY_MS) / (7 * DAY_MS));
  return `${String(thursday.getUTCFullYear())}-W${String(week).padStart(2, '0')}`;
}
