import { addMonths } from '#core/domain';
import type { CalendarDate, DeadlinePrecision } from '#core/domain';
import { LAST_DAY, dateParts, shiftDays } from './calendar-spans.js';
import {
  afterWords,
  isApostrophe,
  isDash,
  readNumber,
  skipPossessive,
  touchesNext,
  wordAt,
} from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

/** A length of time. */
export interface Length {
  readonly minutes?: number;
  readonly days?: number;
  readonly months?: number;
}

/** A length of time as it was said: of "three to five years" the larger number. */
export interface Duration extends Required<Length> {
  readonly precision: DeadlinePrecision;
  /** "a few", "several", "some": the count itself is a convention. */
  readonly isVague: boolean;
  /** "the next two years" as against "two years". */
  readonly isComing: boolean;
  /** "the last two years". */
  readonly isPast: boolean;
  /** Neither number nor article before the unit ("the year", "next year"): as likely a unit of the calendar. */
  readonly isBareUnit: boolean;
  readonly next: number;
}

/** "A couple" is two; the upper ends of "a few" (3-5) and "several" (3-7) are taken. */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['pair', 2],
  ['few', 5],
  ['several', 7],
  ['handful', 5],
  ['dozen', 12],
  ['some', 5],
]);
const EXACT_COUNTS = new Set(['couple', 'pair', 'dozen']);

interface DurationUnit extends Length {
  readonly precision: DeadlinePrecision;
}

const DAY = { days: 1, precision: 'day' } as const;
const WEEK = { days: 7, precision: 'day' } as const;
const MONTH = { months: 1, precision: 'month' } as const;
const QUARTER = { months: 3, precision: 'quarter' } as const;
const YEAR = { months: 12, precision: 'year' } as const;
const HOUR = { minutes: 60, precision: 'day' } as const;
const MINUTE = { minutes: 1, precision: 'day' } as const;
const SECOND = { minutes: 1 / 60, precision: 'day' } as const;

const UNITS: ReadonlyMap<string, DurationUnit> = new Map<string, DurationUnit>([
  ['second', SECOND],
  ['sec', SECOND],
  ['minute', MINUTE],
  ['min', MINUTE],
  ['hour', HOUR],
  ['hr', HOUR],
  ['day', DAY],
  ['weekday', DAY],
  ['week', WEEK],
  ['wk', WEEK],
  ['fortnight', { days: 14, precision: 'day' }],
  ['month', MONTH],
  ['quarter', QUARTER],
  ['qtr', QUARTER],
  ['year', YEAR],
  ['yr', YEAR],
  ['decade', { months: 120, precision: 'decade' }],
  ['generation', { months: 300, precision: 'decade' }],
  ['century', { months: 1200, precision: 'decade' }],
  ['centurie', { months: 1200, precision: 'decade' }],
  ['millennium', { months: 12_000, precision: 'decade' }],
]);

/** Words before a count that do not change it; alone before a unit they stand for one ("another year"). */
const LEADS = new Set(
  'the another next coming following upcoming ensuing about around approximately roughly nearly almost only just exactly as little many at most least further additional no more less fewer than under up to mere good'.split(
    ' ',
  ),
);
const COMING = new Set(['next', 'coming', 'following', 'upcoming', 'ensuing']);
const PAST = new Set(['last', 'past', 'previous', 'preceding']);
/** Between a count and its unit: "six more months", "two full years". */
const FILLERS = new Set(
  'more calendar full whole entire short long further additional consecutive business working'.split(' '),
);
const PHRASES = [
  'a matter of',
  'the space of',
  'a period of',
  'the course of',
  'the matter of',
  'a span of',
  'a maximum of',
];
/** Words, besides figures and numbers, that a length of time begins with. */
export const DURATION_STARTS: ReadonlySet<string> = new Set([
  ...LEADS,
  ...PAST,
  ...COUNTS.keys(),
  'a',
  'an',
  'half',
  'quarter',
  'three',
  'between',
]);
export const DURATION_UNITS: readonly string[] = [...UNITS.keys()];
const MAX_LEADS = 6;
const MAX_COUNT = 9_000;

interface Count {
  readonly value: number;
  readonly next: number;
  readonly isVague: boolean;
}

interface Lead {
  readonly next: number;
  readonly isComing: boolean;
  readonly isPast: boolean;
  /** "another year" is one year; "the year", "next year" are units of the calendar as well. */
  readonly isCounted: boolean;
  readonly isThere: boolean;
}

function readLeads(tokens: Tokens, i: number): Lead {
  let next = i;
  for (const phrase of PHRASES) next = afterWords(tokens, next, phrase) ?? next;
  const from = next;
  let isComing = false;
  let isPast = false;
  let isCounted = false;
  while (next < from + MAX_LEADS) {
    const word = wordAt(tokens, next);
    const isThan = word === 'more' && wordAt(tokens, next + 1) === 'than';
    // "the first in more than a decade" looks back.
    if (isThan && !/^(?:no|not)$/u.test(wordAt(tokens, next - 1))) break;
    if (PAST.has(word)) isPast = true;
    else if (!LEADS.has(word)) break;
    if (COMING.has(word)) isComing = true;
    if (word === 'another') isCounted = true;
    next += 1;
  }
  return { next, isComing, isPast, isCounted, isThere: next > from };
}

/** "a couple of", "several", "half a", "three quarters of an", "two and a half", "three to five", "12-18". */
function readCount(tokens: Tokens, i: number): Count | null {
  const first = wordAt(tokens, i);
  const article = first === 'a' || first === 'an' ? i + 1 : i;
  const word = wordAt(tokens, article);
  const count = COUNTS.get(word);
  if (count !== undefined) {
    const after = wordAt(tokens, article + 1) === 'of' ? article + 2 : article + 1;
    const number = word === 'some' ? readNumber(tokens, after) : null;
    if (number !== null) return { ...number, isVague: false };
    return { value: count, next: after, isVague: !EXACT_COUNTS.has(word) };
  }
  const part = readPartCount(tokens, article);
  if (part !== null) return part;
  const number = readNumber(tokens, i);
  return number === null ? null : widenCount(tokens, { ...number, isVague: false });
}

/** "half a year", "half-century", "a quarter of an hour", "three-quarters of a year", "quarter century". */
function readPartCount(tokens: Tokens, i: number): Count | null {
  const many = wordAt(tokens, i) === 'three' ? 3 : 1;
  const at = many === 3 ? (isDash(wordAt(tokens, i + 1)) ? i + 2 : i + 1) : i;
  const word = wordAt(tokens, at);
  const isQuarter = many === 3 ? word === 'quarters' : word === 'quarter';
  if (!isQuarter && !(word === 'half' && many === 1)) return null;
  let next = at + 1;
  if (isDash(wordAt(tokens, next))) next += 1;
  if (wordAt(tokens, next) === 'of') next += 1;
  if (/^an?$/u.test(wordAt(tokens, next))) next += 1;
  else if (isQuarter && next === at + 1) {
    // "a quarter century" is one; "a quarter" alone is a unit, three months.
    if (wordAt(tokens, next) !== 'century') return null;
  }
  return { value: isQuarter ? many / 4 : 0.5, next, isVague: false };
}

/** The larger number of a range, and halves: "three to five", "two or three", "12-18", "one and a half". */
function widenCount(tokens: Tokens, first: Count): Count {
  const joint = wordAt(tokens, first.next);
  if (joint === 'to' || joint === 'or' || isDash(joint)) {
    const second = readNumber(tokens, first.next + 1);
    if (second !== null && second.value >= first.value) return { ...second, isVague: false };
  }
  const half = afterWords(tokens, first.next, 'and a half') ?? afterWords(tokens, first.next, 'and an half');
  return half === null ? first : { ...first, value: first.value + 0.5, next: half };
}

function unitAt(tokens: Tokens, i: number): DurationUnit | null {
  const word = wordAt(tokens, i);
  const unit = UNITS.get(word) ?? (word.endsWith('s') ? UNITS.get(word.slice(0, -1)) : undefined);
  // "a second term", "the second half": a place in a row, no length of time.
  if (word === 'second' && !/^(?:|from|later|ago|hence|[^a-z].*)$/u.test(wordAt(tokens, i + 1))) return null;
  if (unit !== undefined) return unit;
  // "15h", "1/4 h", 20', 30" only right after digits.
  if (!/^\d/u.test(wordAt(tokens, i - 1))) return null;
  if (word === 'h') return HOUR;
  if (isApostrophe(word) && touchesNext(tokens, i - 1)) return MINUTE;
  return word === '"' && touchesNext(tokens, i - 1) ? SECOND : null;
}

/**
 * Reads "six months", "a couple of years", "three to five weeks", "18-month", "two and a half years", "a year or two",
 * "the next decade", "one year and six months" at token `i`.
 */
export function parseDuration(tokens: Tokens, i: number): Duration | null {
  const lead = readLeads(tokens, i);
  const between = wordAt(tokens, lead.next) === 'between' ? betweenCounts(tokens, lead.next + 1) : null;
  const counted = between ?? readCount(tokens, lead.next);
  const count: Count | null =
    counted ?? (lead.isThere ? { value: 1, next: lead.next, isVague: false } : null);
  if (count === null || count.value > MAX_COUNT) return null;
  let { next } = count;
  let { isComing, isPast } = lead;
  if (isDash(wordAt(tokens, next))) next += 1;
  for (let guard = 0; guard < 3; guard += 1) {
    const word = wordAt(tokens, next);
    if (!COMING.has(word) && !PAST.has(word) && !FILLERS.has(word)) break;
    isComing ||= COMING.has(word);
    isPast ||= PAST.has(word);
    next += 1;
  }
  const unit = unitAt(tokens, next);
  if (unit === null) return null;
  const said = afterUnit(tokens, next + 1, count.value);
  const rest = addedDuration(tokens, said.next, unit);
  const months = (unit.months ?? 0) * said.value + (rest?.months ?? 0);
  return {
    minutes: (unit.minutes ?? 0) * said.value + (rest?.minutes ?? 0),
    // Part of a month counts as days: "a month and a half".
    days: Math.ceil((unit.days ?? 0) * said.value + (months % 1) * 30 + (rest?.days ?? 0)),
    months: Math.floor(months),
    precision: rest?.precision ?? unit.precision,
    isVague: count.isVague,
    isComing,
    isPast,
    isBareUnit: counted === null && !lead.isCounted && said.value === count.value,
    next: rest?.next ?? said.next,
  };
}

function betweenCounts(tokens: Tokens, i: number): Count | null {
  const first = readNumber(tokens, i);
  if (first === null || wordAt(tokens, first.next) !== 'and') return null;
  const second = readNumber(tokens, first.next + 1);
  return second === null || second.value < first.value ? null : { ...second, isVague: false };
}

/** What may follow the unit: "years' time", "a year and a half", "a year or two", "or so", "or less". */
function afterUnit(tokens: Tokens, i: number, count: number): { value: number; next: number } {
  let value = count;
  let next = skipPossessive(tokens, i);
  const half = afterWords(tokens, next, 'and a half');
  if (half !== null) {
    value += 0.5;
    next = half;
  }
  if (wordAt(tokens, next) === 'or' || wordAt(tokens, next) === 'to') {
    const more = readNumber(tokens, next + 1);
    const isLoose = ['so', 'less', 'sooner', 'thereabouts'].includes(wordAt(tokens, next + 1));
    // "a year or two" but not "a year or two months".
    if (isLoose && wordAt(tokens, next) === 'or') next += 2;
    else if (more !== null && more.value > value && unitAt(tokens, more.next) === null)
      ({ value, next } = more);
  }
  if (wordAt(tokens, next) === 'time' || wordAt(tokens, next) === 'period') next += 1;
  return { value, next };
}

/** "and six months" after "one year": a smaller unit that is added. */
function addedDuration(
  tokens: Tokens,
  i: number,
  larger: DurationUnit,
): (Required<Length> & { precision: DeadlinePrecision; next: number }) | null {
  if (wordAt(tokens, i) !== 'and') return null;
  const count = readNumber(tokens, i + 1);
  const unit = count === null ? null : unitAt(tokens, count.next);
  if (count === null || unit === null || sizeOf(unit) >= sizeOf(larger)) return null;
  return {
    minutes: (unit.minutes ?? 0) * count.value,
    days: (unit.days ?? 0) * count.value,
    months: (unit.months ?? 0) * count.value,
    precision: unit.precision,
    next: skipPossessive(tokens, count.next + 1),
  };
}

const sizeOf = (unit: Length): number =>
  (unit.months ?? 0) * 43_200 + (unit.days ?? 0) * 1440 + (unit.minutes ?? 0);

const MINUTES_OF_DAY = 1440;
/** Where only the day is known, hours are counted from its noon. */
const NOON = 720;

/**
 * The day a length of time after `anchor` (before it, with `sign` -1): months are calendar months, clamped to the
 * month's end; hours and minutes count from `minuteOfDay`, or from noon where only the day is known.
 */
export function afterDuration(
  anchor: CalendarDate,
  length: Length,
  minuteOfDay: number | null = null,
  sign: 1 | -1 = 1,
): CalendarDate {
  const months = (length.months ?? 0) * sign;
  const { year } = dateParts(anchor);
  if (year + months / 12 > 9990) return LAST_DAY;
  if (year + months / 12 < 10) return '0001-01-01';
  const moved = addMonths(anchor, months);
  const minutes = (minuteOfDay ?? NOON) + sign * Math.round(length.minutes ?? 0);
  return shiftDays(moved, sign * (length.days ?? 0) + Math.floor(minutes / MINUTES_OF_DAY));
}
