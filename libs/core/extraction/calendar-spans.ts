import { addDays, daysBetween } from '#core/domain';
import type { CalendarDate, DeadlineBasis, DeadlinePrecision } from '#core/domain';
import { makeCalendarDate } from '#core/text';

/** A stretch of the calendar, both ends included. All arithmetic is on calendar dates; no zone, no clock. */
export interface CalendarStretch {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly precision: DeadlinePrecision;
  /** `inferred` where the words left something to be filled in (which summer, which Friday). */
  readonly basis: Extract<DeadlineBasis, 'explicit' | 'inferred' | 'vague'>;
}

export type Season = 'spring' | 'summer' | 'fall' | 'winter';
export type Part = 'early' | 'mid' | 'late';
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'decade' | 'century';

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The last day the calendar of this grammar knows; what lies beyond is cut to it. */
export const LAST_DAY: CalendarDate = '9999-12-31';

/** Year, month (1-12) and day of a calendar date. */
export function dateParts(on: CalendarDate): DateParts {
  const [year = 1970, month = 1, day = 1] = on.split('-').map(Number);
  return { year, month, day };
}

function on(year: number, month: number, day: number): CalendarDate {
  if (year < 1) return '0001-01-01';
  return makeCalendarDate(Math.min(year, 9999), month, day) ?? LAST_DAY;
}

function lastDayOf(year: number, month: number): CalendarDate {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return on(year, month, [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31);
}

function stretch(start: CalendarDate, end: CalendarDate, precision: DeadlinePrecision): CalendarStretch {
  return { start, end, precision, basis: 'explicit' };
}

/** `day` moved by whole days, kept inside the years 1 to 9999. */
export function shiftDays(day: CalendarDate, days: number): CalendarDate {
  const { year } = dateParts(day);
  if (year + days / 365 > 9998) return LAST_DAY;
  return year + days / 365 < 2 ? '0001-01-01' : addDays(day, days);
}

export function dayStretch(day: CalendarDate): CalendarStretch {
  return stretch(day, day, 'day');
}

export function yearStretch(year: number): CalendarStretch {
  return stretch(on(year, 1, 1), on(year, 12, 31), 'year');
}

/** `month` may run past 12 or below 1; the year is carried. */
export function monthStretch(year: number, month: number): CalendarStretch {
  const index = year * 12 + month - 1;
  const y = Math.floor(index / 12);
  const m = (((index % 12) + 12) % 12) + 1;
  return stretch(on(y, m, 1), lastDayOf(y, m), 'month');
}

/** Calendar quarter 1-4; other numbers carry the year. */
export function quarterStretch(year: number, quarter: number): CalendarStretch {
  const first = monthStretch(year, quarter * 3 - 2);
  return stretch(first.start, monthStretch(year, quarter * 3).end, 'quarter');
}

/** Half of a year, 1 or 2; other numbers carry the year. */
export function halfStretch(year: number, half: number): CalendarStretch {
  return stretch(monthStretch(year, half * 6 - 5).start, monthStretch(year, half * 6).end, 'half');
}

/** The 2030s are 2030-2039. */
export function decadeStretch(year: number): CalendarStretch {
  const first = Math.floor(year / 10) * 10;
  return stretch(on(first, 1, 1), on(first + 9, 12, 31), 'decade');
}

/** The 21st century is 2001-2100. */
export function centuryStretch(year: number): CalendarStretch {
  const first = Math.floor((year - 1) / 100) * 100 + 1;
  return stretch(on(first, 1, 1), on(first + 99, 12, 31), 'decade');
}

/** ISO week (Monday to Sunday) that contains `anchor`, moved by whole weeks. */
export function weekStretch(anchor: CalendarDate, weeks: number): CalendarStretch {
  const monday = shiftDays(anchor, -((weekdayOf(anchor) + 6) % 7) + weeks * 7);
  return stretch(monday, shiftDays(monday, 6), 'day');
}

/** Saturday and Sunday of the week that contains `anchor`, moved by whole weeks. */
export function weekendStretch(anchor: CalendarDate, weeks: number): CalendarStretch {
  const { end } = weekStretch(anchor, weeks);
  return stretch(shiftDays(end, -1), end, 'day');
}

/** The unit of the calendar that contains `anchor`, moved by whole units: `unitStretch('year', '2022-01-17', 1)` is 2023. */
export function unitStretch(unit: Unit, anchor: CalendarDate, step: number): CalendarStretch {
  const { year, month } = dateParts(anchor);
  switch (unit) {
    case 'day':
      return dayStretch(shiftDays(anchor, step));
    case 'week':
      return weekStretch(anchor, step);
    case 'month':
      return monthStretch(year, month + step);
    case 'quarter':
      return quarterStretch(year, Math.ceil(month / 3) + step);
    case 'half':
      return halfStretch(year, Math.ceil(month / 6) + step);
    case 'year':
      return yearStretch(year + step);
    case 'decade':
      return decadeStretch(year + 10 * step);
    case 'century':
      return centuryStretch(year + 100 * step);
  }
}

/** Astronomical seasons of the northern half, as in most time grammars; winter of Y runs into Y + 1. */
export function seasonStretch(season: Season, year: number): CalendarStretch {
  const ends: Readonly<Record<Season, [CalendarDate, CalendarDate]>> = {
    spring: [on(year, 3, 20), on(year, 6, 20)],
    summer: [on(year, 6, 21), on(year, 9, 22)],
    fall: [on(year, 9, 23), on(year, 12, 21)],
    winter: [on(year, 12, 21), on(year + 1, 3, 20)],
  };
  const [start, end] = ends[season];
  return stretch(start, end, 'quarter');
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** First day at or after `from` that is the given weekday. */
export function weekdayFrom(from: CalendarDate, weekday: number): CalendarDate {
  return shiftDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/** Last day at or before `to` that is the given weekday. */
export function weekdayUpTo(to: CalendarDate, weekday: number): CalendarDate {
  return shiftDays(to, -((weekdayOf(to) - weekday + 7) % 7));
}

/** How many whole years, months or weeks a stretch is; all 0 where it is none of them. */
function wholeUnits(whole: CalendarStretch): { years: number; months: number; weeks: number } {
  const from = dateParts(whole.start);
  const to = dateParts(whole.end);
  const isMonths = from.day === 1 && whole.end === lastDayOf(to.year, to.month);
  const months = isMonths ? (to.year - from.year) * 12 + to.month - from.month + 1 : 0;
  const days = daysBetween(whole.start, whole.end) + 1;
  return {
    months,
    years: from.month === 1 && months % 12 === 0 ? months / 12 : 0,
    weeks: days % 7 === 0 && weekdayOf(whole.start) === 1 ? days / 7 : 0,
  };
}

/** Months `first` to `last` of a stretch, counted from 0. */
function monthsOf(whole: CalendarStretch, first: number, last: number): CalendarStretch {
  const { year, month } = dateParts(whole.start);
  return {
    ...whole,
    start: monthStretch(year, month + first).start,
    end: monthStretch(year, month + last).end,
  };
}

function daysOf(whole: CalendarStretch, first: number, last: number): CalendarStretch {
  return {
    ...whole,
    start: shiftDays(whole.start, first),
    end: shiftDays(whole.start, last),
    precision: 'day',
  };
}

/** First and last third of `count` things, counted from 0; the middle takes the remainder. */
function thirdsOf(count: number, part: Part): readonly [number, number] {
  const third = Math.floor(count / 3);
  return { early: [0, third - 1], mid: [third, count - third - 1], late: [count - third, count - 1] }[
    part
  ] as [number, number];
}

/**
 * Early, mid or late part of a stretch. Documented defaults: of a year, early = to 30 April, mid = May to August,
 * late = from September; of a month, the 10th, the 20th, its end; of a week, Monday to Wednesday, Tuesday to
 * Thursday, Friday to Sunday; of a decade, its years 0-3, 4-6, 7-9; of anything else, its thirds.
 *
 * @example partOf(yearStretch(2030), 'late') // 2030-09-01 to 2030-12-31
 */
export function partOf(whole: CalendarStretch, part: Part): CalendarStretch {
  const { years, months, weeks } = wholeUnits(whole);
  if (years === 10) {
    const [first, last] = { early: [0, 3], mid: [4, 6], late: [7, 9] }[part] as [number, number];
    return { ...monthsOf(whole, first * 12, last * 12 + 11), precision: 'year' };
  }
  if (years >= 3) {
    const [first, last] = thirdsOf(years, part);
    return { ...monthsOf(whole, first * 12, last * 12 + 11), precision: years >= 30 ? 'decade' : 'year' };
  }
  if (months >= 3) {
    const [first, last] = thirdsOf(months, part);
    return { ...monthsOf(whole, first, last), precision: 'month' };
  }
  const days = daysBetween(whole.start, whole.end) + 1;
  if (months === 1) {
    const [first, last] = { early: [0, 9], mid: [10, 19], late: [20, days - 1] }[part] as [number, number];
    return daysOf(whole, first, last);
  }
  if (weeks === 1) {
    const [first, last] = { early: [0, 2], mid: [1, 3], late: [4, 6] }[part] as [number, number];
    return daysOf(whole, first, last);
  }
  if (days < 3) return whole;
  const [first, last] = thirdsOf(days, part);
  return daysOf(whole, first, last);
}

/** "The start of 2025" is its January; of anything else, its early part. A documented default like those of `partOf`. */
export function openingOf(whole: CalendarStretch): CalendarStretch {
  return wholeUnits(whole).years === 1
    ? { ...monthsOf(whole, 0, 0), precision: 'month' }
    : partOf(whole, 'early');
}

/**
 * The middle itself, as in "by mid-2030": 30 June of a year, the 15th of a month, Wednesday of a week, the end of the
 * year ...5 of a decade ("by mid-decade") and of the year ...50 of a century, half-way of anything else.
 */
export function middleOf(whole: CalendarStretch): CalendarDate {
  const { year, month } = dateParts(whole.start);
  const { years, months, weeks } = wholeUnits(whole);
  if (years === 1) return on(year, 6, 30);
  if (years === 10) return on(year + 5, 12, 31);
  if (years === 100) return on(year + 49, 12, 31);
  if (months === 1) return on(year, month, 15);
  if (weeks === 1) return shiftDays(whole.start, 2);
  return shiftDays(whole.start, Math.floor(daysBetween(whole.start, whole.end) / 2));
}

/**
 * The `nth` of the equal units a stretch is made of: the third quarter of a year, the first week of a month, the last
 * day of a quarter; negative numbers count from the end. A week belongs to the stretch that holds its Thursday (ISO
 * 8601), so that the first week of a year is the ISO week 1.
 *
 * @param count how many units in a row, counted towards the middle: "the last two weeks of May"
 * @returns null where the stretch has no such unit
 */
export function nthUnitOf(
  whole: CalendarStretch,
  unit: Unit,
  nth: number,
  count = 1,
): CalendarStretch | null {
  const isBack = nth < 0;
  const far = isBack ? nth - count + 1 : nth + count - 1;
  const one = unitOf(whole, unit, nth);
  const other = far === nth ? one : unitOf(whole, unit, far);
  if (one === null || other === null) return null;
  const [first, last] = isBack ? [other, one] : [one, other];
  return { ...first, end: last.end, basis: whole.basis };
}

function unitOf(whole: CalendarStretch, unit: Unit, nth: number): CalendarStretch | null {
  const isBack = nth < 0;
  let found: CalendarStretch;
  if (unit === 'week') {
    // The Thursday decides which stretch a week belongs to.
    const thursday = isBack ? weekdayUpTo(whole.end, 4) : weekdayFrom(whole.start, 4);
    const at = shiftDays(thursday, (isBack ? nth + 1 : nth - 1) * 7);
    if (at < whole.start || at > whole.end) return null;
    return weekStretch(at, 0);
  } else if (unit === 'half' && wholeUnits(whole).months !== 12) {
    return halfOf(whole, nth);
  } else if (isBack) {
    found = unitStretch(unit, whole.end, nth + 1);
  } else {
    found = unitStretch(unit, whole.start, nth - 1);
  }
  if (unit === 'decade' || unit === 'century') return found;
  return found.start < whole.start || found.end > whole.end ? null : found;
}

/** The first or second half of anything but a year: by months where it is whole months, else by days. */
function halfOf(whole: CalendarStretch, nth: number): CalendarStretch | null {
  if (![1, 2, -1, -2].includes(nth)) return null;
  const isFirst = nth === 1 || nth === -2;
  const { months } = wholeUnits(whole);
  if (months > 0 && months % 2 === 0)
    return isFirst ? monthsOf(whole, 0, months / 2 - 1) : monthsOf(whole, months / 2, months - 1);
  const days = daysBetween(whole.start, whole.end) + 1;
  if (days < 2) return null;
  const half = Math.ceil(days / 2);
  return isFirst ? daysOf(whole, 0, half - 1) : daysOf(whole, half, days - 1);
}

/** The `nth` given weekday in a stretch ("the first Tuesday of October"); negative numbers count from the end. */
export function nthWeekdayOf(whole: CalendarStretch, weekday: number, nth: number): CalendarDate | null {
  if (nth === 0) return null;
  const day =
    nth < 0
      ? shiftDays(weekdayUpTo(whole.end, weekday), (nth + 1) * 7)
      : shiftDays(weekdayFrom(whole.start, weekday), (nth - 1) * 7);
  return day < whole.start || day > whole.end ? null : day;
}
