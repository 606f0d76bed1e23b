import type { CalendarDate } from '#core/domain';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/**
 * Number of a written month, 1-12, or null.
 *
 * @param word full name or the usual abbreviation, any case, with or without a full stop
 * @example monthNumber('Sept.') === 9
 */
export function monthNumber(word: string): number | null {
  const match =
    /^(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/iu.exec(
      word,
    );
  if (match === null) return null;
  const index = MONTHS.findIndex((month) => word.toLowerCase().startsWith(month));
  return index === -1 ? null : index + 1;
}

/**
 * Puts year, month, day together, or null where there is no such day.
 *
 * @example makeCalendarDate(2023, 2, 29) === null
 */
export function makeCalendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (day > days) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Reads a date as it stands in a dateline or a header: ISO, "January 17, 2022", "17 Jan. 2022", with an optional
 * weekday before and anything after. Dates in numbers only ("3/4/2022") are ambiguous and give null.
 *
 * @returns the calendar date, or null; never throws
 * @example parseWrittenDate('Monday, 17 January 2022') === '2022-01-17'
 */
export function parseWrittenDate(raw: string): CalendarDate | null {
  const text = raw.slice(0, 200);
  const iso = /(?:^|[^\d])(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(text);
  if (iso !== null) return makeCalendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthFirst = /\b([A-Za-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/u.exec(text);
  if (monthFirst !== null) {
    const month = monthNumber(monthFirst[1] ?? '');
    if (month !== null) return makeCalendarDate(Number(monthFirst[3]), month, Number(monthFirst[2]));
  }
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Za-z]{3,9}\.?),? (\d{4})\b/u.exec(text);
  if (dayFirst !== null) {
    const month = monthNumber(dayFirst[2] ?? '');
    if (month !== null) return makeCalendarDate(Number(dayFirst[3]), month, Number(dayFirst[1]));
  }
  return null;
}
