import { calendarDateIn, daysBetween } from '#core/domain';
import { t } from '#ui/i18n';

const LOCALE = 'en-GB';
const dayFormat = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const shortDayFormat = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const monthFormat = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', month: 'long', year: 'numeric' });
const dayOfMonthFormat = new Intl.DateTimeFormat(LOCALE, {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
});
const relativeFormat = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' });

/** The calendar date a string begins with, as a moment for formatting; null when it is none. */
function noon(on: string): Date | null {
  const time = Date.parse(`${on.slice(0, 10)}T12:00:00Z`);
  return Number.isNaN(time) ? null : new Date(time);
}

/** formatDate("2022-02-28") is "28 February 2022"; what is not a date comes back as it is. */
export function formatDate(on: string): string {
  const date = noon(on);
  return date === null ? on : dayFormat.format(date);
}

/** formatShortDate("2022-02-28") is "28 Feb 2022". */
export function formatShortDate(on: string): string {
  const date = noon(on);
  return date === null ? on : shortDayFormat.format(date);
}

/** formatMonth("2022-02-01") is "February 2022". */
export function formatMonth(on: string): string {
  const date = noon(on);
  return date === null ? on : monthFormat.format(date);
}

/** A day among those of its month: formatDayOfMonth("2022-02-28") is "Mon 28". */
export function formatDayOfMonth(on: string): string {
  const date = noon(on);
  return date === null ? on : dayOfMonthFormat.format(date);
}

/** An instant as clocks in `zone` show it: "2 March 2022 at 14:05". */
export function formatInstant(instant: string, zone: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(
    time,
  );
}

/** The day an instant falls on in `zone`: "2 March 2022". */
export function formatInstantDay(instant: string, zone: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : formatDate(calendarDateIn(new Date(time), zone));
}

/** How far a date is from `today`, in the unit that fits: "in 3 days", "yesterday", "2 months ago". */
export function formatRelativeDay(on: string, today: string): string {
  const days = daysBetween(today, on);
  if (Number.isNaN(days)) return '';
  if (days === 0) return t('date.today');
  const size = Math.abs(days);
  if (size < 14) return relativeFormat.format(days, 'day');
  if (size < 60) return relativeFormat.format(Math.trunc(days / 7), 'week');
  if (size < 730) return relativeFormat.format(Math.trunc(days / 30.44), 'month');
  return relativeFormat.format(Math.trunc(days / 365.25), 'year');
}

/** How long ago an instant was, as seen from `now`: "5 minutes ago". */
export function formatRelativeInstant(instant: string, now: string): string {
  const seconds = (Date.parse(instant) - Date.parse(now)) / 1000;
  if (Number.isNaN(seconds)) return '';
  const size = Math.abs(seconds);
  if (size < 3600) return relativeFormat.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return relativeFormat.format(Math.trunc(seconds / 3600), 'hour');
  return formatRelativeDay(instant.slice(0, 10), now.slice(0, 10));
}
