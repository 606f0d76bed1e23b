import { addDays } from '#core/domain';
import type { CalendarDate } from '#core/domain';
import { makeCalendarDate, monthNumber } from '#core/text';
import {
  HOLIDAYS,
  centuryStretch,
  comingSeason,
  dateParts,
  dayStretch,
  decadeStretch,
  halfStretch,
  middleOf,
  monthStretch,
  partOf,
  quarterStretch,
  seasonStretch,
  weekStretch,
  weekdayFrom,
  yearStretch,
} from './calendar-spans.js';
import type { CalendarStretch, Part, Season } from './calendar-spans.js';
import { isApostrophe, isDash, readOrdinal, wordAt } from './time-tokens.js';
import type { TimeToken } from './time-tokens.js';

/** A time expression without its preposition, and the index of the token after it. */
export interface Parsed {
  readonly stretch: CalendarStretch;
  readonly next: number;
  /** "mid-2030", "the start of 2030": `by` takes this very day, `in` the whole part. */
  readonly middleOn?: CalendarDate;
  /** "the end of X": `before` it still includes X's last day. */
  readonly isEnd?: boolean;
}

export type Tokens = readonly TimeToken[];

const SEASONS: Readonly<Record<string, Season>> = {
  spring: 'spring',
  springtime: 'spring',
  summer: 'summer',
  summertime: 'summer',
  fall: 'fall',
  autumn: 'fall',
  winter: 'winter',
  wintertime: 'winter',
};
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** "The end of the middle of the second half of X" is deep enough; a bound keeps nonsense cheap. */
const MAX_DEPTH = 3;
const FILLERS = new Set([
  'about',
  'around',
  'approximately',
  'roughly',
  'sometime',
  'later',
  'some',
  'point',
  'time',
  'at',
  'circa',
  'calendar',
]);
const PARTS: Readonly<Record<string, Part>> = {
  early: 'early',
  mid: 'mid',
  late: 'late',
  middle: 'mid',
  beginning: 'early',
  start: 'early',
};

/** Month numbers without "may", "mar", "dec" as plain words: "may" must be followed by a number to be a month in lower case. */
function monthAt(tokens: Tokens, i: number): number | null {
  const word = wordAt(tokens, i);
  if (word.length < 3) return null;
  return monthNumber(word);
}

function yearAt(tokens: Tokens, i: number): number | null {
  const word = wordAt(tokens, i);
  if (!/^(?:1[89]|2[0-3])\d\d$/u.test(word)) return null;
  const after = wordAt(tokens, i + 1);
  if (after === '%' || after === 'percent' || after === 'people' || after === '$') return null;
  const before = wordAt(tokens, i - 1);
  return before === '$' || before === '\u00a3' || before === '\u20ac' ? null : Number(word);
}

function skipWords(tokens: Tokens, i: number, words: readonly string[]): number {
  return words.includes(wordAt(tokens, i)) ? i + 1 : i;
}

/** ISO dates, "17 January 2022", "January 17, 2022", "the 20th of May", "May 2022", "January". */
function parseDate(tokens: Tokens, i: number, anchor: CalendarDate): Parsed | null {
  const year = yearAt(tokens, i);
  if (
    year !== null &&
    isDash(wordAt(tokens, i + 1)) &&
    /^\d\d$/u.test(wordAt(tokens, i + 2)) &&
    isDash(wordAt(tokens, i + 3))
  ) {
    const day = makeCalendarDate(year, Number(wordAt(tokens, i + 2)), Number(wordAt(tokens, i + 4)));
    if (day !== null) return { stretch: dayStretch(day), next: i + 5 };
  }
  const at = skipWords(tokens, i, ['the']);
  const dayNumber = /^\d{1,2}$/u.test(wordAt(tokens, at)) ? Number(wordAt(tokens, at)) : null;
  if (dayNumber !== null) {
    let j = at + 1;
    if (/^(?:st|nd|rd|th)$/u.test(wordAt(tokens, j))) j += 1;
    j = skipWords(tokens, j, ['of', 'day']);
    const month = monthAt(tokens, j);
    return month === null ? null : withDay(tokens, skipWords(tokens, j + 1, ['.']), month, dayNumber, anchor);
  }
  const month = monthAt(tokens, i);
  if (month === null) return null;
  let j = skipWords(tokens, i + 1, ['.']);
  if (/^\d{1,2}$/u.test(wordAt(tokens, j))) {
    const day = Number(wordAt(tokens, j));
    j += 1;
    if (/^(?:st|nd|rd|th)$/u.test(wordAt(tokens, j))) j += 1;
    if (isDash(wordAt(tokens, j)) && /^\d{1,2}$/u.test(wordAt(tokens, j + 1))) {
      const last = withDay(tokens, j + 2, month, Number(wordAt(tokens, j + 1)), anchor);
      const first = makeCalendarDate(last === null ? 0 : dateParts(last.stretch.start).year, month, day);
      if (last !== null && first !== null) return { ...last, stretch: { ...last.stretch, start: first } };
    }
    return withDay(tokens, j, month, day, anchor);
  }
  return bareMonth(tokens, j, month, anchor);
}

function bareMonth(tokens: Tokens, j: number, month: number, anchor: CalendarDate): Parsed {
  const at = skipWords(tokens, j, [',', 'of', 'in']);
  const year = yearAt(tokens, at);
  if (year !== null) return { stretch: monthStretch(year, month), next: at + 1 };
  if (wordAt(tokens, at) === 'next' && wordAt(tokens, at + 1) === 'year') {
    return { stretch: monthStretch(dateParts(anchor).year + 1, month), next: at + 2 };
  }
  const now = dateParts(anchor);
  return { stretch: monthStretch(month >= now.month ? now.year : now.year + 1, month), next: j };
}

function withDay(tokens: Tokens, j: number, month: number, day: number, anchor: CalendarDate): Parsed | null {
  const at = skipWords(tokens, j, [',', 'of']);
  const year = yearAt(tokens, at);
  if (year !== null) {
    const date = makeCalendarDate(year, month, day);
    return date === null ? null : { stretch: dayStretch(date), next: at + 1 };
  }
  const next = wordAt(tokens, j) === 'next' && wordAt(tokens, j + 1) === 'year';
  const now = dateParts(anchor);
  // 29 February without a year waits for the next leap year.
  for (let y = next ? now.year + 1 : now.year; y <= now.year + 8; y += 1) {
    const date = makeCalendarDate(y, month, day);
    if (date !== null && date >= anchor) return { stretch: dayStretch(date), next: next ? j + 2 : j };
  }
  return null;
}

/** "early 2030", "mid-March", "late next year", "the end of the decade", "the start of 2025", "year-end 2022", "end-2023". */
function parsePart(tokens: Tokens, i: number, anchor: CalendarDate, depth: number): Parsed | null {
  if (depth > MAX_DEPTH) return null;
  const at = skipWords(tokens, i, ['the', 'very']);
  const word = wordAt(tokens, at);
  if (
    (word === 'year' || word === 'month') &&
    isDash(wordAt(tokens, at + 1)) &&
    wordAt(tokens, at + 2) === 'end'
  ) {
    const inner = parseTimePhrase(tokens, skipWords(tokens, at + 3, ['of']), anchor, depth + 1) ?? null;
    const { year, month } = dateParts(anchor);
    const stretch = word === 'year' ? yearStretch(year) : monthStretch(year, month);
    return { stretch: lastDay(inner?.stretch ?? stretch), next: inner?.next ?? at + 3, isEnd: true };
  }
  if (word === 'end' || word === 'close' || word === 'turn') {
    let j = at + 1;
    if (isDash(wordAt(tokens, j))) j += 1;
    j = skipWords(tokens, j, ['of']);
    const inner = parseUnitOfAnchor(tokens, j, anchor) ?? parseTimePhrase(tokens, j, anchor, depth + 1);
    return inner === null ? null : { stretch: lastDay(inner.stretch), next: inner.next, isEnd: true };
  }
  const part = Object.hasOwn(PARTS, word) ? PARTS[word] : undefined;
  if (part === undefined) return null;
  let j = at + 1;
  if (isDash(wordAt(tokens, j))) j += 1;
  j = skipWords(tokens, skipWords(tokens, j, ['to']), ['late', 'mid']);
  j = skipWords(tokens, j, ['in', 'of', 'part']);
  const inner = parseUnitOfAnchor(tokens, j, anchor) ?? parseTimePhrase(tokens, j, anchor, depth + 1);
  if (inner === null) return null;
  if (word === 'beginning' || word === 'start') {
    // "at the start of 2025": its first month (of a year), its first third otherwise.
    const { year, month } = dateParts(inner.stretch.start);
    const stretch =
      inner.stretch.precision === 'year' ? monthStretch(year, month) : partOf(inner.stretch, 'early');
    return { stretch, next: inner.next, middleOn: stretch.start };
  }
  const stretch = partOf(inner.stretch, part);
  return part === 'mid'
    ? { stretch, next: inner.next, middleOn: middleOf(inner.stretch) }
    : { stretch, next: inner.next };
}

/** The end of a stretch keeps its precision: "the end of 2022" is a statement about a year. */
function lastDay(whole: CalendarStretch): CalendarStretch {
  return { ...whole, start: whole.end };
}

/** "the year", "this month", "next year", "the decade", "century" as seen from the anchor. */
function parseUnitOfAnchor(tokens: Tokens, i: number, anchor: CalendarDate): Parsed | null {
  let j = i;
  let step = 0;
  const det = wordAt(tokens, j);
  if (det === 'next' || det === 'coming' || det === 'upcoming' || det === 'following') step = 1;
  if (step === 1 || ['the', 'this', 'current'].includes(det)) j += 1;
  if (det === 'the' && ['next', 'coming', 'following', 'upcoming'].includes(wordAt(tokens, j))) {
    step = 1;
    j += 1;
  } else if (
    (det === 'the' || det === 'this') &&
    ['current', 'present', 'calendar', 'coming'].includes(wordAt(tokens, j))
  ) {
    j += 1;
  }
  const stretch = unitStretch(wordAt(tokens, j), step, anchor);
  return stretch === null ? null : { stretch, next: j + 1 };
}

function unitStretch(unit: string, step: number, anchor: CalendarDate): CalendarStretch | null {
  const { year, month } = dateParts(anchor);
  switch (unit) {
    case 'day':
      return dayStretch(addDays(anchor, step));
    case 'week':
      return weekStretch(anchor, step);
    case 'weekend': {
      const week = weekStretch(anchor, step);
      return { ...week, start: addDays(week.end, -1) };
    }
    case 'month':
      return monthStretch(year, month + step);
    case 'quarter':
      return quarterStretch(year, Math.ceil(month / 3) + step);
    case 'year':
      return yearStretch(year + step);
    case 'decade':
      return decadeStretch(year + 10 * step);
    case 'century':
      return centuryStretch(year + 100 * step);
    default:
      return null;
  }
}

/** "Q3 2025", "the third quarter of next year", "H1 2024", "the second half of this century". */
function parseFraction(tokens: Tokens, i: number, anchor: CalendarDate, depth: number): Parsed | null {
  if (depth > MAX_DEPTH) return null;
  const at = skipWords(tokens, i, ['the']);
  const word = wordAt(tokens, at);
  let unit: 'quarter' | 'half' | null = null;
  let value = 0;
  let j = at;
  if ((word === 'q' || word === 'h') && /^[1-4]$/u.test(wordAt(tokens, at + 1))) {
    unit = word === 'q' ? 'quarter' : 'half';
    value = Number(wordAt(tokens, at + 1));
    j = at + 2;
  } else {
    const ordinal = readOrdinal(tokens, at);
    const name = ordinal === null ? '' : wordAt(tokens, ordinal.next);
    if (ordinal === null || (name !== 'quarter' && name !== 'half')) return null;
    unit = name;
    value = ordinal.value === -1 ? (unit === 'quarter' ? 4 : 2) : ordinal.value;
    j = ordinal.next + 1;
  }
  if (value > (unit === 'half' ? 2 : 4)) return null;
  j = skipWords(tokens, skipWords(tokens, j, ['of', 'in', ',']), ['fiscal', 'fy']);
  const of = parseUnitOfAnchor(tokens, j, anchor) ?? parseTimePhrase(tokens, j, anchor, depth + 1);
  if (of !== null && of.stretch.precision !== 'day' && of.stretch.precision !== 'month') {
    return { stretch: fractionOf(of.stretch, unit, value), next: of.next };
  }
  const { year } = dateParts(anchor);
  const own = fractionOf(yearStretch(year), unit, value);
  const next = j > at + 2 && wordAt(tokens, j - 1) !== unit ? j - 1 : j;
  return {
    stretch: {
      ...(own.end >= anchor ? own : fractionOf(yearStretch(year + 1), unit, value)),
      basis: 'inferred',
    },
    next,
  };
}

function fractionOf(whole: CalendarStretch, unit: 'quarter' | 'half', value: number): CalendarStretch {
  const { year } = dateParts(whole.start);
  if (whole.precision === 'year')
    return unit === 'quarter' ? quarterStretch(year, value) : halfStretch(year, value === 1 ? 1 : 2);
  const years = dateParts(whole.end).year - year + 1;
  const share = Math.max(1, Math.floor(years / (unit === 'half' ? 2 : 4)));
  const from = year + (value - 1) * share;
  return { ...whole, start: yearStretch(from).start, end: yearStretch(from + share - 1).end };
}

/** "this Friday", "next March", "this winter", "summer of 2025", "Christmas", "Labor Day 2024", "2030s", "today". */
function parseNamed(tokens: Tokens, i: number, anchor: CalendarDate): Parsed | null {
  let j = skipWords(tokens, i, ['the']);
  const isNext = wordAt(tokens, j) === 'next';
  j = skipWords(tokens, j, ['this', 'next', 'coming', 'upcoming', 'following']);
  if (wordAt(tokens, i) === 'this') j = skipWords(tokens, j, ['coming', 'past']);
  const word = wordAt(tokens, j);
  const season = Object.hasOwn(SEASONS, word) ? SEASONS[word] : undefined;
  if (season !== undefined) return parseSeason(tokens, j + 1, season, isNext, anchor);
  const weekday = WEEKDAYS.indexOf(word);
  if (weekday !== -1) {
    const nextWeek = isNext || (wordAt(tokens, j + 1) === 'next' && wordAt(tokens, j + 2) === 'week');
    const from = nextWeek ? weekStretch(anchor, 1).start : anchor;
    const stretch = { ...dayStretch(weekdayFrom(from, weekday)), basis: 'inferred' as const };
    return { stretch, next: nextWeek && !isNext ? j + 3 : j + 1 };
  }
  if (j > i && monthAt(tokens, j) !== null) return parseDate(tokens, j, anchor);
  if (word === 'weekend')
    return { stretch: unitStretch('weekend', isNext ? 1 : 0, anchor) ?? dayStretch(anchor), next: j + 1 };
  return parseHoliday(tokens, j, anchor);
}

function parseSeason(
  tokens: Tokens,
  j: number,
  season: Season,
  isNext: boolean,
  anchor: CalendarDate,
): Parsed {
  const at = skipWords(tokens, j, ['of', ',']);
  const year = yearAt(tokens, at);
  if (year !== null) return { stretch: seasonStretch(season, year), next: at + 1 };
  if (wordAt(tokens, at) === 'next' && wordAt(tokens, at + 1) === 'year') {
    return { stretch: seasonStretch(season, dateParts(anchor).year + 1), next: at + 2 };
  }
  const coming = comingSeason(season, anchor);
  // "next winter", said in winter, is the one after it.
  if (isNext && coming.start <= anchor)
    return { stretch: { ...comingSeason(season, addDays(coming.end, 1)), basis: 'inferred' }, next: j };
  return { stretch: coming, next: j };
}

function parseHoliday(tokens: Tokens, i: number, anchor: CalendarDate): Parsed | null {
  const words: string[] = [];
  const ends: number[] = [];
  for (let j = i; j < tokens.length && words.length < 3; j += 1) {
    const word = wordAt(tokens, j);
    if (isApostrophe(word)) continue;
    words.push(word);
    ends.push(j + 1);
  }
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    const rule = Object.hasOwn(HOLIDAYS, name) ? HOLIDAYS[name] : undefined;
    if (rule === undefined) continue;
    const next = ends[count - 1] ?? i + 1;
    const year = yearAt(tokens, skipWords(tokens, next, ['of', ',']));
    if (year !== null)
      return { stretch: dayStretch(rule(year)), next: skipWords(tokens, next, ['of', ',']) + 1 };
    const now = dateParts(anchor).year;
    const day = rule(now) >= anchor ? rule(now) : rule(now + 1);
    return { stretch: dayStretch(day), next };
  }
  return null;
}

/** Years, decades and words for days that stand on their own. */
function parseBare(tokens: Tokens, i: number, anchor: CalendarDate): Parsed | null {
  const word = wordAt(tokens, i);
  if (word === 'today' || word === 'tonight') return { stretch: dayStretch(anchor), next: i + 1 };
  if (word === 'tomorrow') return { stretch: dayStretch(addDays(anchor, 1)), next: i + 1 };
  let j = skipWords(tokens, i, ['the']);
  if (
    wordAt(tokens, j) === 'day' &&
    wordAt(tokens, j + 1) === 'after' &&
    wordAt(tokens, j + 2) === 'tomorrow'
  ) {
    return { stretch: dayStretch(addDays(anchor, 2)), next: j + 3 };
  }
  j = skipWords(tokens, j, ['year', 'fiscal', 'fy']);
  j = skipWords(tokens, j, ['year']);
  const year = yearAt(tokens, j);
  if (year === null) return null;
  if (wordAt(tokens, j + 1) === 's' && year % 10 === 0) return { stretch: decadeStretch(year), next: j + 2 };
  return { stretch: yearStretch(year), next: j + 1 };
}

/**
 * Reads the time expression that begins at token `i`, without a preposition, as seen from `anchor`.
 *
 * @returns the stretch of the calendar it names and the index after it, or null where no time is named
 * @example parseTimePhrase(timeTokens('late next year'), 0, '2022-01-17')?.stretch.end === '2023-12-31'
 */
export function parseTimePhrase(tokens: Tokens, i: number, anchor: CalendarDate, depth = 0): Parsed | null {
  let j = i;
  while (FILLERS.has(wordAt(tokens, j)) && j < i + 3) j += 1;
  if (j >= tokens.length) return null;
  const word = wordAt(tokens, j);
  const parsed =
    parsePart(tokens, j, anchor, depth) ??
    parseFraction(tokens, j, anchor, depth) ??
    parseDate(tokens, j, anchor) ??
    parseNamed(tokens, j, anchor) ??
    parseBare(tokens, j, anchor);
  if (parsed !== null) return parsed;
  if (word === 'this' || word === 'next' || word === 'current') return parseUnitOfAnchor(tokens, j, anchor);
  return null;
}

/** Like `parseTimePhrase`, and also "the year", "the month", as after "by the end of" or "during". */
export function parseTimePhraseOrUnit(tokens: Tokens, i: number, anchor: CalendarDate): Parsed | null {
  return parseTimePhrase(tokens, i, anchor) ?? parseUnitOfAnchor(tokens, i, anchor);
}
