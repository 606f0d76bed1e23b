import { addDays } from '#core/domain';
import type { CalendarDate } from '#core/domain';
import { makeCalendarDate } from '#core/text';

/** Calendars of the Unicode CLDR that every browser and Node carry (ECMA-402, `calendar`). */
export type LunarCalendar = 'islamic-umalqura' | 'hebrew' | 'chinese';

interface LunarDay {
  readonly month: string;
  readonly day: number;
}

const formats = new Map<LunarCalendar, Intl.DateTimeFormat | null>();

/** One formatter a calendar; null where this machine does not know the calendar. */
function formatOf(calendar: LunarCalendar): Intl.DateTimeFormat | null {
  const known = formats.get(calendar);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    day: 'numeric',
    month: calendar === 'hebrew' ? 'long' : 'numeric',
    timeZone: 'UTC',
  });
  const usable = format.resolvedOptions().calendar === calendar ? format : null;
  formats.set(calendar, usable);
  return usable;
}

function lunarDayOf(format: Intl.DateTimeFormat, on: CalendarDate): LunarDay {
  const parts = format.formatToParts(new Date(`${on}T00:00:00Z`));
  const part = (type: string): string => parts.find((item) => item.type === type)?.value ?? '';
  return { month: part('month'), day: Number(part('day')) };
}

/** A lunar month has 29 or 30 days, so steps of 25 days enter each one. */
const STEP_DAYS = 25;

/** Looking a day up takes many calls of the formatter; the same few holidays are asked for again and again. */
const known = new Map<string, CalendarDate | null>();

/**
 * The first day of `year` that is the given day of a lunar calendar, or null where the year has none (a lunar year is
 * shorter than ours) or this machine lacks the calendar.
 *
 * @param months names of the month as CLDR writes them in English; the last one that occurs counts (Adar, else Adar II)
 * @example lunarDay('islamic-umalqura', ['9'], 1, 2024) === '2024-03-11'
 */
export function lunarDay(
  calendar: LunarCalendar,
  months: readonly string[],
  day: number,
  year: number,
): CalendarDate | null {
  const key = `${calendar} ${months.join('/')} ${String(day)} ${String(year)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = findLunarDay(calendar, months, day, year);
  known.set(key, found);
  return found;
}

function findLunarDay(
  calendar: LunarCalendar,
  months: readonly string[],
  day: number,
  year: number,
): CalendarDate | null {
  const format = formatOf(calendar);
  const first = makeCalendarDate(year, 1, 1);
  if (format === null || first === null || year > 9990) return null;
  for (let offset = -STEP_DAYS; offset < 366 + STEP_DAYS; offset += STEP_DAYS) {
    const at = addDays(first, offset);
    const seen = lunarDayOf(format, at);
    if (!months.includes(seen.month)) continue;
    const found = addDays(at, day - seen.day);
    if (found.startsWith(first.slice(0, 4)) && lunarDayOf(format, found).day === day) return found;
  }
  return null;
}
