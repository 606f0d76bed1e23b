import { addDays, addMonths } from '#core/domain';
import type { CalendarDate, DeadlinePrecision } from '#core/domain';
import { isApostrophe, isDash, readNumber, wordAt } from './time-tokens.js';
import type { TimeToken } from './time-tokens.js';

/** A length of time: the largest number said ("three to five years" is five), in days or in months. */
export interface Duration {
  readonly days: number;
  readonly months: number;
  readonly precision: DeadlinePrecision;
  /** "a few", "several", "some": the count itself is a convention. */
  readonly isVague: boolean;
  readonly next: number;
}

/** "A couple" is two; the upper ends of "a few" (3-5) and "several" (3-7) are taken. */
const COUNTS: Readonly<Record<string, number>> = {
  couple: 2,
  few: 5,
  several: 7,
  handful: 5,
  dozen: 12,
  some: 5,
};

const UNITS: Readonly<Record<string, { days?: number; months?: number; precision: DeadlinePrecision }>> = {
  hour: { days: 1 / 24, precision: 'day' },
  day: { days: 1, precision: 'day' },
  week: { days: 7, precision: 'day' },
  fortnight: { days: 14, precision: 'day' },
  month: { months: 1, precision: 'month' },
  quarter: { months: 3, precision: 'quarter' },
  year: { months: 12, precision: 'year' },
  decade: { months: 120, precision: 'decade' },
  generation: { months: 300, precision: 'decade' },
  century: { months: 1200, precision: 'decade' },
};

/** Words before a count that do not change it; alone before a unit they stand for one ("another year"). */
const LEADS = new Set(
  'the another next coming following about around roughly only just as little at most further'.split(' '),
);

function readCount(
  tokens: readonly TimeToken[],
  i: number,
): { value: number; next: number; isVague: boolean } | null {
  let j = i;
  while (LEADS.has(wordAt(tokens, j)) && j < i + 4) j += 1;
  const article = wordAt(tokens, j) === 'a' || wordAt(tokens, j) === 'an' ? j + 1 : j;
  const word = wordAt(tokens, article);
  const count = Object.hasOwn(COUNTS, word) ? COUNTS[word] : undefined;
  if (count !== undefined) {
    const after = wordAt(tokens, article + 1) === 'of' ? article + 2 : article + 1;
    const more = ['next', 'coming'].includes(wordAt(tokens, after)) ? after + 1 : after;
    return { value: count, next: more, isVague: !['couple', 'dozen'].includes(word) };
  }
  if (word === 'half')
    return {
      value: 0.5,
      next: ['a', 'an'].includes(wordAt(tokens, article + 1)) ? article + 2 : article + 1,
      isVague: false,
    };
  const number = readNumber(tokens, j);
  if (number !== null) return { ...number, isVague: false };
  // "another year", "the next decade"
  return j > i ? { value: 1, next: j, isVague: false } : null;
}

/** Reads "six months", "a couple of years", "three to five weeks", "18-month", "two and a half years" at token `i`. */
export function parseDuration(tokens: readonly TimeToken[], i: number): Duration | null {
  const first = readCount(tokens, i);
  if (first === null) return null;
  let { value, next } = first;
  const joint = wordAt(tokens, next);
  if (joint === 'to' || joint === 'or' || isDash(joint)) {
    const second = readNumber(tokens, next + 1);
    if (second !== null) ({ value, next } = second);
  } else if (joint === 'and' && wordAt(tokens, next + 1) === 'a' && wordAt(tokens, next + 2) === 'half') {
    value += 0.5;
    next += 3;
  }
  if (isDash(wordAt(tokens, next))) next += 1;
  while (['more', 'calendar', 'full', 'whole', 'short'].includes(wordAt(tokens, next))) next += 1;
  const word = wordAt(tokens, next);
  const unit = lookUpUnit(word);
  if (unit === null || value > 9_000) return null;
  next += 1;
  if (isApostrophe(wordAt(tokens, next))) next += wordAt(tokens, next + 1) === 's' ? 2 : 1;
  if (wordAt(tokens, next) === 'time') next += 1;
  if (
    wordAt(tokens, next) === 'and' &&
    wordAt(tokens, next + 1) === 'a' &&
    wordAt(tokens, next + 2) === 'half'
  ) {
    value += 0.5;
    next += 3;
  }
  return {
    days: Math.ceil((unit.days ?? 0) * value),
    months: Math.round((unit.months ?? 0) * value),
    precision: unit.precision,
    isVague: first.isVague,
    next,
  };
}

function lookUpUnit(word: string): { days?: number; months?: number; precision: DeadlinePrecision } | null {
  const singular = word === 'centuries' ? 'century' : word.replace(/s$/u, '');
  return Object.hasOwn(UNITS, singular) ? (UNITS[singular] ?? null) : null;
}

/** The day a duration after `anchor`: months are calendar months, clamped to the month's end. */
export function afterDuration(
  anchor: CalendarDate,
  duration: { readonly days?: number; readonly months?: number },
): CalendarDate {
  const year = Number(anchor.slice(0, 4)) + (duration.months ?? 0) / 12 + (duration.days ?? 0) / 365;
  if (year > 9_990) return '9999-12-31';
  return addDays(addMonths(anchor, duration.months ?? 0), duration.days ?? 0);
}
