import type { CalendarDate, MetadataOrigin } from '#core/domain';
import { makeCalendarDate, parseWrittenDate } from './calendar-date.js';

/** A value and where it was found. */
export interface Found<T> {
  readonly value: T;
  readonly origin: MetadataOrigin;
}

/** Nobody published on the web before; what is older is an empty field of some program (1 January 1970 or 1601). */
const FIRST_YEAR = 1971;

/**
 * Reads a date as pages and documents give it to machines: ISO 8601 with or without a time, `2014/12/15`, `20141215`,
 * `D:20141215103000Z` (PDF), RFC 822, and written dates. The day is the one written, in the publisher's own time zone.
 *
 * @returns the calendar date, or null for what is no date or an empty field's; never throws
 * @example readPageDate('D:20220117083000+01\'00\'') === '2022-01-17'
 */
export function readPageDate(raw: string): CalendarDate | null {
  const text = raw.trim().slice(0, 100);
  const numbers = /^(?:D:)?(\d{4})([/.]?)(\d{2})\2(\d{2})(?!\d{1,3}$)/u.exec(text);
  const date =
    numbers === null
      ? parseWrittenDate(text)
      : makeCalendarDate(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]));
  return date === null || Number(date.slice(0, 4)) < FIRST_YEAR ? null : date;
}

/**
 * The date of publication among what was found, in the order of trust it was found in: the first that is a date.
 * What says when a page was last changed (`modified`) counts only where nothing says when it was published.
 *
 * @example chooseDate([{ value: 'soon', origin: 'meta' }, { value: '2022-01-17', origin: 'byline' }])?.origin === 'byline'
 */
export function chooseDate(candidates: readonly Found<string>[]): Found<CalendarDate> | null {
  const read = candidates.flatMap(({ value, origin }) => {
    const date = readPageDate(value);
    return date === null ? [] : [{ value: date, origin }];
  });
  return read.find(({ origin }) => origin !== 'modified') ?? read[0] ?? null;
}
