import { addDays } from '#core/domain';
import type { CalendarDate, DeadlineBasis, DeadlinePrecision } from '#core/domain';
import { makeCalendarDate } from '#core/text';

/** A stretch of the calendar, both ends included. All arithmetic is on calendar dates; no zone, no clock. */
export interface CalendarStretch {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly precision: DeadlinePrecision;
  /** `inferred` where the words left something to be filled in (which summer, which Friday). */
  readonly basis: Extract<DeadlineBasis, 'explicit' | 'inferred'>;
}

export type Season = 'spring' | 'summer' | 'fall' | 'winter';
export type Part = 'early' | 'mid' | 'late';

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month (1-12) and day of a calendar date. */
export function dateParts(on: CalendarDate): DateParts {
  const [year = 1970, month = 1, day = 1] = on.split('-').map(Number);
  return { year, month, day };
}

function on(year: number, month: number, day: number): CalendarDate {
  return makeCalendarDate(Math.min(Math.max(year, 1), 9999), month, day) ?? '9999-12-31';
}

function lastDayOf(year: number, month: number): CalendarDate {
  return month === 12 ? on(year, 12, 31) : addDays(on(year, month + 1, 1), -1);
}

function stretch(start: CalendarDate, end: CalendarDate, precision: DeadlinePrecision): CalendarStretch {
  return { start, end, precision, basis: 'explicit' };
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

export function halfStretch(year: number, half: 1 | 2): CalendarStretch {
  return half === 1
    ? stretch(on(year, 1, 1), on(year, 6, 30), 'half')
    : stretch(on(year, 7, 1), on(year, 12, 31), 'half');
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

/** The season that contains `anchor`, or the next to come. */
export function comingSeason(season: Season, anchor: CalendarDate): CalendarStretch {
  const { year } = dateParts(anchor);
  for (const y of [year - 1, year, year + 1]) {
    const found = seasonStretch(season, y);
    if (found.end >= anchor) return { ...found, basis: 'inferred' };
  }
  return seasonStretch(season, year + 1);
}

/** ISO week (Monday to Sunday) that contains `anchor`, moved by whole weeks. */
export function weekStretch(anchor: CalendarDate, weeks: number): CalendarStretch {
  const monday = addDays(anchor, -((weekdayOf(anchor) + 6) % 7) + weeks * 7);
  return stretch(monday, addDays(monday, 6), 'day');
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** First day at or after `from` that is the given weekday. */
export function weekdayFrom(from: CalendarDate, weekday: number): CalendarDate {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/**
 * Early, mid or late part of a stretch. Documented defaults: of a year, early = to 30 April, mid = May to August,
 * late = from September; of a month, the 10th, the 20th, its end; of anything else, its thirds.
 */
export function partOf(whole: CalendarStretch, part: Part): CalendarStretch {
  const { year, month } = dateParts(whole.start);
  if (whole.precision === 'year') {
    const first = { early: 1, mid: 5, late: 9 }[part];
    return { ...whole, start: on(year, first, 1), end: lastDayOf(year, first + 3), precision: 'month' };
  }
  if (whole.precision === 'month') {
    const first = { early: 1, mid: 11, late: 21 }[part];
    return {
      ...whole,
      start: on(year, month, first),
      end: part === 'late' ? whole.end : on(year, month, first + 9),
      precision: 'day',
    };
  }
  const days = Math.round((Date.parse(whole.end) - Date.parse(whole.start)) / 86_400_000) + 1;
  if (days < 3) return whole;
  const third = Math.floor(days / 3);
  const step = { early: 0, mid: third, late: 2 * third }[part];
  const start = addDays(whole.start, step);
  return { ...whole, start, end: part === 'late' ? whole.end : addDays(start, third - 1) };
}

/** The middle itself, as in "by mid-2030": 30 June of a year, the 15th of a month, half-way of anything else. */
export function middleOf(whole: CalendarStretch): CalendarDate {
  const { year, month } = dateParts(whole.start);
  if (whole.precision === 'year') return on(year, 6, 30);
  if (whole.precision === 'month') return on(year, month, 15);
  const days = Math.round((Date.parse(whole.end) - Date.parse(whole.start)) / 86_400_000);
  return addDays(whole.start, Math.floor(days / 2));
}

type HolidayRule = (year: number) => CalendarDate;

const nthWeekday =
  (month: number, weekday: number, nth: number): HolidayRule =>
  (year) =>
    addDays(weekdayFrom(on(year, month, 1), weekday), (nth - 1) * 7);

/** Gregorian Easter Sunday (Meeus, Astronomical Algorithms, ch. 8). */
export const easterSunday: HolidayRule = (year) => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return on(year, Math.floor(f / 31), (f % 31) + 1);
};

/** Holidays with a date of their own, by their words in lower case. */
export const HOLIDAYS: Readonly<Record<string, HolidayRule>> = {
  christmas: (year) => on(year, 12, 25),
  'christmas eve': (year) => on(year, 12, 24),
  'christmas day': (year) => on(year, 12, 25),
  'new year s eve': (year) => on(year, 12, 31),
  'new year s day': (year) => on(year, 1, 1),
  'new year': (year) => on(year, 1, 1),
  'valentine s day': (year) => on(year, 2, 14),
  halloween: (year) => on(year, 10, 31),
  'independence day': (year) => on(year, 7, 4),
  thanksgiving: nthWeekday(11, 4, 4),
  'labor day': nthWeekday(9, 1, 1),
  'memorial day': (year) => addDays(weekdayFrom(on(year, 5, 25), 1), 0),
  easter: easterSunday,
};
