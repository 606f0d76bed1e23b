import { daysBetween } from '#core/domain';
import { dateParts, nthUnitOf, nthWeekdayOf, partOf, shiftDays, yearStretch } from './calendar-spans.js';
import type { CalendarStretch, Unit } from './calendar-spans.js';
import { skipFullStop, weekdayAt, yearAt } from './time-names.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, isDash, readNumber, readOrdinal, skipAny, touchesNext, wordAt } from './time-tokens.js';
import type { ReadValue, Tokens } from './time-tokens.js';
import { FISCAL, UNIT_WORDS, weekendAt, wholeAt } from './time-units.js';

const PLURAL_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['quarters', 'quarter'],
  ['years', 'year'],
  ['decades', 'decade'],
]);

/** "Q3", "3Q25", "H1", "2018Q4", "18q4": the letter touches its figures. */
function lettersFractionAt(
  scene: TimeScene,
  i: number,
): { unit: Unit; nth: number; next: number; year: number | null } | null {
  const { tokens } = scene;
  const word = wordAt(tokens, i);
  const touch = (k: number): boolean => touchesNext(tokens, k);
  const letter = (k: number): boolean => /^[qh]$/u.test(wordAt(tokens, k));
  const unitOf = (k: number): Unit => (wordAt(tokens, k) === 'q' ? 'quarter' : 'half');
  const shortYear = (k: number): number | null =>
    /^(?:\d\d|(?:19|2[01])\d\d)$/u.test(wordAt(tokens, k)) && touch(k - 1)
      ? Number(wordAt(tokens, k)) % 2000 < 100
        ? 2000 + (Number(wordAt(tokens, k)) % 100)
        : Number(wordAt(tokens, k))
      : null;
  if (letter(i) && touch(i) && /^[1-4]$/u.test(wordAt(tokens, i + 1)))
    return { unit: unitOf(i), nth: Number(wordAt(tokens, i + 1)), next: i + 2, year: null };
  if (!letter(i + 1) || !touch(i)) return null;
  if (/^[1-4]$/u.test(word)) {
    const year = shortYear(i + 2);
    return { unit: unitOf(i + 1), nth: Number(word), next: year === null ? i + 2 : i + 3, year };
  }
  if (!/^(?:\d\d|(?:19|20|21)\d\d)$/u.test(word) || !touch(i + 1) || !/^[1-4]$/u.test(wordAt(tokens, i + 2)))
    return null;
  const year = word.length === 2 ? 2000 + Number(word) : Number(word);
  return { unit: unitOf(i + 1), nth: Number(wordAt(tokens, i + 2)), next: i + 3, year };
}

/** "Q3 2025", "the third quarter of next year", "H1 2024", "the second half of this century", "3Q25". */
export function fractionAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens, anchor } = scene;
  const at = skipAny(tokens, skipAny(tokens, i, ['the']), FISCAL);
  const letters = lettersFractionAt(scene, at);
  const named = letters ?? namedFractionAt(tokens, at);
  if (named === null || named.nth > (named.unit === 'half' ? 2 : 4) || named.nth === 0) return null;
  const year = letters?.year ?? null;
  if (year !== null) return fractionOf(yearStretch(year), named.unit, named.nth, named.next);
  const { isLinked, next: from } = fractionLink(tokens, named.next);
  const whole = wholeAt(scene, from, depth);
  if (whole !== null && whole.stretch.precision !== 'day' && (isLinked || whole.stretch.precision === 'year'))
    return fractionOf(whole.stretch, named.unit, named.nth, whole.next);
  // "the second half of the match", "the first quarter of the game"
  if (isLinked && wordAt(tokens, named.next) === 'of') return null;
  // "last quarter" alone is the one before this one.
  if (
    wordAt(tokens, at) === 'last' ||
    (scene.isRunning && letters === null && named.unit === 'half' && isCounted(tokens, named.next))
  )
    return null;
  const own = fractionOf(yearStretch(dateParts(anchor).year), named.unit, named.nth, named.next);
  const ahead =
    own !== null && own.stretch.end >= anchor
      ? own
      : fractionOf(yearStretch(dateParts(anchor).year + 1), named.unit, named.nth, named.next);
  return ahead === null ? null : { ...ahead, stretch: { ...ahead.stretch, basis: 'inferred' } };
}

/** "in the second half time", "the second half hour": half of something else. */
const isCounted = (tokens: Tokens, i: number): boolean =>
  /^(?:dozen|hour|a|an|time)$/u.test(wordAt(tokens, i));

function fractionLink(tokens: Tokens, i: number): { isLinked: boolean; next: number } {
  // "Q1-2030", but "Q1-Q2 2030" is a range.
  const isYear = isDash(wordAt(tokens, i)) && yearAt(tokens, i + 1) !== null;
  const of = isYear ? i + 1 : skipAny(tokens, i, ['of', 'in', ',', 'for']);
  return { isLinked: of > i, next: of };
}

function namedFractionAt(tokens: Tokens, i: number): { unit: Unit; nth: number; next: number } | null {
  const ordinal = nthAt(tokens, i);
  if (ordinal === null) return null;
  const at = isDash(wordAt(tokens, ordinal.next)) ? ordinal.next + 1 : skipAny(tokens, ordinal.next, FISCAL);
  const word = wordAt(tokens, at);
  const unit = word === 'qtr' || word === 'quarter' ? 'quarter' : word === 'half' ? 'half' : null;
  return unit === null ? null : { unit, nth: ordinal.value, next: at + 1 };
}

function fractionOf(whole: CalendarStretch, unit: Unit, nth: number, next: number): Parsed | null {
  const years = dateParts(whole.end).year - dateParts(whole.start).year + 1;
  const found = unit === 'quarter' && years > 1 ? quarterOfYears(whole, nth) : nthUnitOf(whole, unit, nth);
  return found === null ? null : { stretch: found, next };
}

/** "the last quarter of the century": a quarter of many years. */
function quarterOfYears(whole: CalendarStretch, nth: number): CalendarStretch {
  const { year } = dateParts(whole.start);
  const years = dateParts(whole.end).year - year + 1;
  const share = Math.max(1, Math.floor(years / 4));
  const from = year + ((nth < 0 ? 5 + nth : nth) - 1) * share;
  return { ...whole, start: yearStretch(from).start, end: yearStretch(from + share - 1).end };
}

/** "first", "3rd", "last", "second last", "penultimate", "last but one", "second to last": counted from an end. */
function nthAt(tokens: Tokens, i: number): ReadValue | null {
  if (wordAt(tokens, i) === 'penultimate') return { value: -2, next: i + 1 };
  if (/^(?:latter|closing)$/u.test(wordAt(tokens, i))) return { value: -1, next: i + 1 };
  if (wordAt(tokens, i) === 'former') return { value: 1, next: i + 1 };
  const ordinal = readOrdinal(tokens, i);
  if (ordinal === null) return null;
  const { value, next } = ordinal;
  if (value === -1) {
    const butOne = afterWords(tokens, next, 'but one');
    return butOne === null ? ordinal : { value: -2, next: butOne };
  }
  const link =
    afterWords(tokens, next, '- to - last') ??
    afterWords(tokens, next, 'to last') ??
    afterWords(tokens, next, '- last');
  if (link !== null) return { value: -value, next: link };
  return wordAt(tokens, next) === 'last' ? { value: -value, next: next + 1 } : ordinal;
}

/**
 * "the first week of October", "the last Friday in May", "the third last day of 2018", "the first three months of
 * 2026", "the final weeks of the year" (its late part), "the last weekend of July".
 */
export function nthOfAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const nth = nthAt(tokens, skipAny(tokens, i, ['the']));
  if (nth === null || nth.value === 0) return null;
  const isFar = Math.abs(nth.value) > 1;
  const count = isFar ? null : readNumber(tokens, nth.next);
  const at = count?.next ?? nth.next;
  const kind = nthKindAt(scene, at);
  if (kind === null || (kind.isPlural && isFar)) return null;
  if (!/^(?:of|in)$/u.test(wordAt(tokens, kind.next))) return null;
  const whole = wholeAt(scene, kind.next + 1, depth);
  if (whole === null || whole.stretch.start === whole.stretch.end) return null;
  const stretch = nthStretch(whole.stretch, kind, nth.value, count?.value ?? (kind.isPlural ? null : 1));
  return stretch === null ? null : { stretch, next: whole.next };
}

interface NthKind {
  readonly unit: Unit | 'weekend' | 'weekday';
  readonly weekday: number;
  readonly isPlural: boolean;
  readonly next: number;
}

function nthKindAt(scene: TimeScene, i: number): NthKind | null {
  const { tokens } = scene;
  const weekend = weekendAt(tokens, i);
  if (weekend !== null) return { unit: 'weekend', weekday: 6, isPlural: false, next: weekend };
  const weekday = weekdayAt(scene, i);
  if (weekday !== null)
    return { unit: 'weekday', weekday, isPlural: false, next: skipFullStop(tokens, i + 1) };
  const plural = PLURAL_UNITS.get(wordAt(tokens, i));
  if (plural !== undefined) return { unit: plural, weekday: 0, isPlural: true, next: i + 1 };
  const unit = UNIT_WORDS.get(wordAt(tokens, i));
  return unit === undefined ? null : { unit, weekday: 0, isPlural: false, next: i + 1 };
}

function nthStretch(
  whole: CalendarStretch,
  kind: NthKind,
  nth: number,
  count: number | null,
): CalendarStretch | null {
  if (kind.unit === 'weekday' || kind.unit === 'weekend') {
    const day = nthWeekdayOf(whole, kind.weekday, nth);
    if (day === null) return null;
    return { ...whole, start: day, end: kind.unit === 'weekend' ? shiftDays(day, 1) : day, precision: 'day' };
  }
  if (count === null) return vagueEdge(whole, kind.unit, nth);
  if (kind.unit === 'week' && count > 1) return edgeDays(whole, nth, count * 7);
  return nthUnitOf(whole, kind.unit, nth, Math.min(count, 400));
}

/** "the final weeks of 2025", "the first days of May": nobody said how many, so as many as in "the coming weeks". */
function vagueEdge(whole: CalendarStretch, unit: Unit, nth: number): CalendarStretch {
  const days = { day: 10, week: 56 }[unit as string];
  const part = partOf(whole, nth < 0 ? 'late' : 'early');
  const edge = days === undefined ? null : edgeDays(whole, nth, days);
  return { ...(edge ?? part), basis: 'vague' };
}

/** The first or last so many days of a stretch: "the last two weeks of May". */
function edgeDays(whole: CalendarStretch, nth: number, days: number): CalendarStretch | null {
  if (daysBetween(whole.start, whole.end) < days) return null;
  return nth < 0
    ? { ...whole, start: shiftDays(whole.end, 1 - days) }
    : { ...whole, end: shiftDays(whole.start, days - 1) };
}
