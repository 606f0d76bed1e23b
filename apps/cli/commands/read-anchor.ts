import { calendarDateIn, isCalendarDate, isZone } from '#core/domain';
import type { CalendarDate } from '#core/domain';
import { PlainError, UsageError } from '../plain-error.js';

/** The day a phrase was said on and, where it is known, the minute of that day. */
export interface Anchor {
  readonly on: CalendarDate;
  readonly minuteOfDay: number | null;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/iu;

/**
 * Reads `--anchor`: a calendar date, or an instant, which `--zone` turns into the day that clocks there show. Without
 * a zone the day is the one the instant itself is written with.
 *
 * @throws PlainError for what is no date, UsageError for an unknown zone
 * @example readAnchor('2022-01-17T23:30:00Z', 'Asia/Tokyo').on === '2022-01-18'
 */
export function readAnchor(raw: string, zone: string | undefined): Anchor {
  if (zone !== undefined && !isZone(zone))
    throw new UsageError(`--zone ${zone}: not a time zone. Write an IANA name such as Europe/Berlin or UTC.`);
  const text = raw.trim();
  if (isCalendarDate(text)) return { on: text, minuteOfDay: null };
  const match = INSTANT.exec(text);
  const [, written = '', hour = '', minute = '', offset] = match ?? [];
  if (match === null || !isCalendarDate(written) || Number(hour) > 23 || Number(minute) > 59)
    throw new PlainError(
      `--anchor ${raw}: write a date as YYYY-MM-DD, or an instant as YYYY-MM-DDTHH:MM with Z or an offset.`,
    );
  if (zone === undefined || offset === undefined)
    return { on: written, minuteOfDay: Number(hour) * 60 + Number(minute) };
  const instant = new Date(`${written}T${hour}:${minute}:00${offset.toUpperCase()}`);
  if (Number.isNaN(instant.getTime()))
    throw new PlainError(`--anchor ${raw}: the offset ${offset} does not exist. Write Z or one like +01:00.`);
  return { on: calendarDateIn(instant, zone), minuteOfDay: minuteOfDayIn(instant, zone) };
}

function minuteOfDayIn(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((item) => item.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}
