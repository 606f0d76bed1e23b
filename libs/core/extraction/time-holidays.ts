import { addDays } from '#core/domain';
import type { CalendarDate } from '#core/domain';
import { makeCalendarDate } from '#core/text';
import { weekdayFrom, weekdayUpTo } from './calendar-spans.js';
import { lunarDay } from './time-lunar.js';
import type { LunarCalendar } from './time-lunar.js';
import { isApostrophe } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

/** First and last day of a holiday in a year, or null where that year has none. */
export type HolidayRule = (year: number) => readonly [CalendarDate, CalendarDate] | null;

const on = (year: number, month: number, day: number): CalendarDate =>
  makeCalendarDate(year, month, day) ?? `${String(year).padStart(4, '0')}-12-31`;

const oneDay = (rule: (year: number) => CalendarDate | null): HolidayRule => {
  return (year) => {
    const day = rule(year);
    return day === null ? null : [day, day];
  };
};

const fixed = (month: number, day: number): HolidayRule => oneDay((year) => on(year, month, day));

const nthWeekday = (month: number, weekday: number, nth: number, plus = 0): HolidayRule =>
  oneDay((year) => addDays(weekdayFrom(on(year, month, 1), weekday), (nth - 1) * 7 + plus));

const lastMonday = (month: number, lastDay: number): HolidayRule =>
  oneDay((year) => weekdayUpTo(on(year, month, lastDay), 1));

/** Gregorian Easter Sunday (Meeus, Astronomical Algorithms, 2nd ed., ch. 8). */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return on(year, Math.floor(f / 31), (f % 31) + 1);
}

/** Orthodox Easter Sunday as a Gregorian date (Julian computus, Meeus ch. 8, moved by the difference of calendars). */
export function orthodoxEaster(year: number): CalendarDate {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const f = d + e + 114;
  const julian = on(year, Math.floor(f / 31), (f % 31) + 1);
  const century = Math.floor(year / 100);
  return addDays(julian, century - Math.floor(century / 4) - 2);
}

const fromEaster = (days: number): HolidayRule => oneDay((year) => addDays(easterSunday(year), days));

/** A holiday of a lunar calendar; it is kept for `days` days. */
const lunar = (calendar: LunarCalendar, months: readonly string[], day: number, days = 1): HolidayRule => {
  return (year) => {
    const first = lunarDay(calendar, months, day, year);
    return first === null ? null : [first, addDays(first, days - 1)];
  };
};

const islamic = (month: number, day: number): HolidayRule => lunar('islamic-umalqura', [String(month)], day);

/** From the first of Ramadan to the eve of Eid. */
const ramadan: HolidayRule = (year) => {
  const first = lunarDay('islamic-umalqura', ['9'], 1, year);
  if (first === null) return null;
  // The month has 29 or 30 days.
  const eid = lunarDay('islamic-umalqura', ['10'], 1, Number(addDays(first, 30).slice(0, 4)));
  return [
    first,
    eid !== null && addDays(eid, -30) <= first && eid > first ? addDays(eid, -1) : addDays(first, 29),
  ];
};

const thanksgiving = nthWeekday(11, 4, 4);

/** Names as people write them, several a rule; case, apostrophes and a final s do not matter. */
const RULES: readonly (readonly [string, HolidayRule])[] = [
  ['christmas|christmas day|xmas|xmas day', fixed(12, 25)],
  ['christmas eve|xmas eve', fixed(12, 24)],
  ['boxing day|st stephens day', fixed(12, 26)],
  ['new years eve', fixed(12, 31)],
  ['new year|new years day|the new year', fixed(1, 1)],
  ['epiphany|three kings day', fixed(1, 6)],
  ['orthodox christmas', fixed(1, 7)],
  ['groundhog day', fixed(2, 2)],
  ['valentines day|saint valentines day|st valentines day', fixed(2, 14)],
  ['international womens day|womens day', fixed(3, 8)],
  ['st patricks day|saint patricks day|st paddys day|saint paddys day', fixed(3, 17)],
  ['nowruz|norouz|persian new year', fixed(3, 20)],
  ['april fools day|april fools', fixed(4, 1)],
  ['earth day', fixed(4, 22)],
  ['anzac day', fixed(4, 25)],
  ['kings day|koningsdag', fixed(4, 27)],
  ['may day', fixed(5, 1)],
  ['victory day|europe day', fixed(5, 9)],
  ['juneteenth', fixed(6, 19)],
  ['canada day', fixed(7, 1)],
  ['independence day|fourth of july|the fourth of july', fixed(7, 4)],
  ['bastille day', fixed(7, 14)],
  ['assumption day|assumption', fixed(8, 15)],
  ['german unity day|day of german unity', fixed(10, 3)],
  ['halloween', fixed(10, 31)],
  ['all saints day|all saints', fixed(11, 1)],
  ['guy fawkes day|guy fawkes night|bonfire night', fixed(11, 5)],
  ['veterans day|armistice day|remembrance day', fixed(11, 11)],
  ['mlk day|martin luther king day|martin luther kings day|martin luther king jr day', nthWeekday(1, 1, 3)],
  ['presidents day|washingtons birthday', nthWeekday(2, 1, 3)],
  ['mothers day', nthWeekday(5, 0, 2)],
  ['memorial day', lastMonday(5, 31)],
  ['fathers day', nthWeekday(6, 0, 3)],
  ['labor day|labour day', nthWeekday(9, 1, 1)],
  ['columbus day|indigenous peoples day', nthWeekday(10, 1, 2)],
  ['thanksgiving|thanksgiving day', thanksgiving],
  ['black friday', nthWeekday(11, 4, 4, 1)],
  ['cyber monday', nthWeekday(11, 4, 4, 4)],
  ['early may bank holiday', nthWeekday(5, 1, 1)],
  ['spring bank holiday|late may bank holiday', lastMonday(5, 31)],
  ['august bank holiday|summer bank holiday|late summer bank holiday', lastMonday(8, 31)],
  ['shrove tuesday|mardi gras|pancake day', fromEaster(-47)],
  ['ash wednesday', fromEaster(-46)],
  ['mothering sunday', fromEaster(-21)],
  ['palm sunday', fromEaster(-7)],
  ['maundy thursday|holy thursday', fromEaster(-3)],
  ['good friday', fromEaster(-2)],
  ['easter|easter sunday', fromEaster(0)],
  ['easter monday', fromEaster(1)],
  ['ascension day', fromEaster(39)],
  ['pentecost|whit sunday|whitsun|whitsunday', fromEaster(49)],
  ['whit monday|pentecost monday', fromEaster(50)],
  ['trinity sunday', fromEaster(56)],
  ['corpus christi', fromEaster(60)],
  ['lent', (year) => [addDays(easterSunday(year), -46), addDays(easterSunday(year), -1)]],
  ['holy week', (year) => [addDays(easterSunday(year), -7), addDays(easterSunday(year), -1)]],
  ['advent', (year) => [addDays(weekdayUpTo(on(year, 12, 24), 0), -21), on(year, 12, 24)]],
  ['orthodox easter|orthodox easter sunday', oneDay(orthodoxEaster)],
  ['orthodox good friday', oneDay((year) => addDays(orthodoxEaster(year), -2))],
  ['chinese new year|chinese new years day|lunar new year|lunar new years day', lunar('chinese', ['1'], 1)],
  ['ramadan', ramadan],
  ['eid al fitr|eid ul fitr|eid', islamic(10, 1)],
  ['eid al adha|eid ul adha', islamic(12, 10)],
  ['islamic new year', islamic(1, 1)],
  ['ashura', islamic(1, 10)],
  ['rosh hashanah|rosh hashana|jewish new year', lunar('hebrew', ['Tishri'], 1, 2)],
  ['yom kippur', lunar('hebrew', ['Tishri'], 10)],
  ['sukkot', lunar('hebrew', ['Tishri'], 15, 7)],
  ['hanukkah|chanukah|hanukah', lunar('hebrew', ['Kislev'], 25, 8)],
  ['purim', lunar('hebrew', ['Adar', 'Adar II'], 14)],
  ['passover|pesach', lunar('hebrew', ['Nisan'], 15, 8)],
  ['shavuot', lunar('hebrew', ['Sivan'], 6, 2)],
];

/** "Valentine's", "valentines" and "valentine" are one. */
const canonical = (word: string): string =>
  word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;

const HOLIDAYS = new Map<string, HolidayRule>();
for (const [names, rule] of RULES) {
  for (const name of names.split('|')) HOLIDAYS.set(name.split(' ').map(canonical).join(' '), rule);
}
const FIRST_WORDS = new Set([...HOLIDAYS.keys()].map((name) => name.split(' ')[0] ?? ''));
/** The first words of the names of holidays, with and without a final s. */
export const HOLIDAY_STARTS: readonly string[] = [...FIRST_WORDS].flatMap((word) => [word, `${word}s`]);
/** The names, apostrophes and a final s of their words left out. */
export const HOLIDAY_NAMES: readonly string[] = [...HOLIDAYS.keys()];
const LONGEST = Math.max(...[...HOLIDAYS.keys()].map((name) => name.split(' ').length));

/** The holiday named at token `i` (the longest name that fits), and the index after it; or null. */
export function holidayAt(tokens: Tokens, i: number): { rule: HolidayRule; next: number } | null {
  const first = tokens[i];
  if (first === undefined || !FIRST_WORDS.has(canonical(first.word))) return null;
  const words: string[] = [];
  const ends: number[] = [];
  for (let j = i; j < tokens.length && words.length < LONGEST; j += 1) {
    const word = tokens[j]?.word ?? '';
    // Apostrophes, possessives, hyphens and full stops do not part the name: "New Year's", "Eid al-Fitr", "St. Patrick's".
    if (isApostrophe(word)) {
      // After a word in the singular it needs its s: "King' day" is a slip or a name, not a holiday.
      if (tokens[j + 1]?.word !== 's' && !(tokens[j - 1]?.word ?? '').endsWith('s')) break;
      continue;
    }
    if (word === '-' || word === '.') continue;
    if (word === 's' && isApostrophe(tokens[j - 1]?.word ?? '')) {
      if (ends.length > 0) ends[ends.length - 1] = j + 1;
      continue;
    }
    words.push(canonical(word));
    ends.push(j + 1);
  }
  for (let count = words.length; count > 0; count -= 1) {
    const rule = HOLIDAYS.get(words.slice(0, count).join(' '));
    if (rule !== undefined) return { rule, next: ends[count - 1] ?? i + 1 };
  }
  return null;
}
