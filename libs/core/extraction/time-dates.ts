import { daysBetween } from '#core/domain';
import type { CalendarDate } from '#core/domain';
import { makeCalendarDate } from '#core/text';
import { dateParts, dayStretch, monthStretch, weekdayOf } from './calendar-spans.js';
import { chronoDateAt, numericDateAt } from './time-chrono.js';
import type { WrittenDate, WrittenDay } from './time-chrono.js';
import { monthAt, skipFullStop, weekdayAt, yearAt } from './time-names.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { isDash, isSmallNumber, readOrdinal, skipAny, touchesNext, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

const COMMA_OR_THE = new Set([',', 'the']);

function isDayNumber(tokens: Tokens, i: number): boolean {
  const word = wordAt(tokens, i);
  return isSmallNumber(word) && Number(word) >= 1 && Number(word) <= 31;
}

/** The index after a day of the month ("3", "3rd", "third"), or null. */
function afterDay(tokens: Tokens, i: number): number | null {
  const ordinal = readOrdinal(tokens, i);
  if (ordinal !== null) return ordinal.value > 0 && ordinal.value <= 31 ? ordinal.next : null;
  return isDayNumber(tokens, i) ? i + 1 : null;
}

/** Whether "17 January", "the 3rd of May", "13 to 15 July" may begin at `i`: day, perhaps another, then a month. */
function startsWithDay(scene: TimeScene, i: number): boolean {
  const { tokens } = scene;
  const day = afterDay(tokens, i);
  if (day === null) return false;
  let next = day;
  const joint = wordAt(tokens, next);
  if (isDash(joint) || /^(?:to|until|through|till)$/u.test(joint)) {
    next = afterDay(tokens, skipAny(tokens, next + 1, ['the'])) ?? next;
  }
  next = skipAny(tokens, next, ['day', '-', '/']);
  const isOf = wordAt(tokens, next) === 'of';
  if (monthAt(scene, isOf ? next + 1 : next) === null) return false;
  // "the second March of the year": in running text an ordinal word needs its "of".
  return isOf || !scene.isRunning || /^\d/u.test(wordAt(tokens, i));
}

/** Whether "January 17", "Jan. the 17th", "March third" may begin at `i`. */
function startsWithMonth(scene: TimeScene, i: number): boolean {
  const { tokens } = scene;
  if (monthAt(scene, i) === null) return false;
  const at = skipAny(tokens, skipFullStop(tokens, i + 1), ['the', ',', '-', '/']);
  if (afterDay(tokens, at) === null) return false;
  // "by March 2 million people", "in May 3%": a count, not a day.
  const after = wordAt(tokens, afterDay(tokens, at) ?? at + 1);
  return !/^(?:%|percent|million|billion|trillion|bn|thousand|hundred)$/u.test(after);
}

/** "2031-05-03", "2031/May/3", "2031 May 3": a year alone is none of chrono's business. */
function isJoined(scene: TimeScene, i: number): boolean {
  const joint = wordAt(scene.tokens, i);
  return isDash(joint) || /^[/.,]$/u.test(joint) || monthAt(scene, i) !== null;
}

/** Whether chrono is worth asking at `i`; its answers anywhere else are not wanted. */
function mayBeginDate(scene: TimeScene, i: number): boolean {
  if (startsWithMonth(scene, i) || startsWithDay(scene, i)) return true;
  if (weekdayAt(scene, i) === null) return /^\d{4}$/u.test(wordAt(scene.tokens, i)) && isJoined(scene, i + 1);
  let at = skipFullStop(scene.tokens, i + 1);
  at = skipAny(scene.tokens, skipAny(scene.tokens, at, COMMA_OR_THE), ['the']);
  return startsWithMonth(scene, at) || startsWithDay(scene, at);
}

/**
 * The year of a date that has none: the first from the anchor on. With a weekday, the year nearest to the anchor in
 * which the date falls on it ("Sunday, February 10", said on the 12th, was two days ago).
 */
function placeDay(scene: TimeScene, written: WrittenDay, weekday: number | null): CalendarDate | null {
  const { year, month, day } = written;
  if (year !== null) return makeCalendarDate(year, month, day);
  const now = dateParts(scene.anchor).year;
  let best: CalendarDate | null = null;
  for (let y = now - (weekday === null ? 0 : 8); y <= now + 8; y += 1) {
    const date = makeCalendarDate(y, month, day);
    if (date === null) continue;
    if (weekday === null) {
      if (date >= scene.anchor) return date;
    } else if (weekdayOf(date) === weekday) {
      const isNearer =
        best === null ||
        Math.abs(daysBetween(scene.anchor, date)) < Math.abs(daysBetween(scene.anchor, best));
      if (isNearer) best = date;
    }
  }
  return best;
}

function placed(scene: TimeScene, written: WrittenDate, weekday: number | null): Parsed | null {
  // "5 May to 7 June 2027": the year said last holds for both, "28 December to 3 January 2027" ends in it.
  const lastYear = written.last.year;
  const isOver = written.last.month < written.first.month;
  const year0 =
    written.first.year ??
    (lastYear === null || written.last === written.first ? null : lastYear - (isOver ? 1 : 0));
  const first = placeDay(scene, { ...written.first, year: year0 }, weekday);
  if (first === null) return null;
  const { next } = written;
  if (written.last === written.first) {
    const single = withLastDay(scene, first, next);
    return written.isTimed ? { ...single, isTimed: true } : single;
  }
  const year = dateParts(first).year;
  const same = makeCalendarDate(written.last.year ?? year, written.last.month, written.last.day);
  // "December 28 - January 3": the second date is in the year after.
  const last =
    same !== null && same >= first ? same : makeCalendarDate(year + 1, written.last.month, written.last.day);
  if (last === null || last < first || daysBetween(first, last) > 400) return null;
  return { stretch: { ...dayStretch(first), end: last }, next };
}

/** "July 13 through 15", "5 May to the 9th": a second day in the same month. */
function withLastDay(scene: TimeScene, first: CalendarDate, next: number): Parsed {
  const { tokens } = scene;
  const single: Parsed = { stretch: dayStretch(first), next };
  const joint = wordAt(tokens, next);
  if (!isDash(joint) && !/^(?:to|through|thru|until|till)$/u.test(joint)) return single;
  const at = skipAny(tokens, next + 1, ['the']);
  const after = afterDay(tokens, at);
  if (after === null || monthAt(scene, skipAny(tokens, after, ['of'])) !== null) return single;
  // "5 May to 9 o'clock", "July 13 - 15%": figures of something else.
  if (/^[a-z%:]/u.test(wordAt(tokens, after)) && scene.isRunning) return single;
  const { year, month } = dateParts(first);
  const number = readOrdinal(tokens, at)?.value ?? Number(wordAt(tokens, at));
  const last = makeCalendarDate(year, month, number);
  return last === null || last <= first ? single : { stretch: { ...single.stretch, end: last }, next: after };
}

/** Dates with a day: "17 January 2022", "Monday, Feb 18", "Jul 18, Fri", "March 3 next year", "2/15", "2015-03-28". */
export function dateAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  const at = skipAny(tokens, i, ['the']);
  if (scene.isRunning && isInPath(tokens, at)) return null;
  const written =
    (/^\d{1,3}(?:\D|$)/u.test(wordAt(tokens, at)) ? numericDateAt(scene, at) : null) ??
    (mayBeginDate(scene, at) ? chronoDateAt(scene, at) : null);
  if (written === null) return numericMonthAt(scene, at);
  const read = withNextYear(scene, written);
  if (read.weekday !== null || read.first.year !== null) return placed(scene, read, read.weekday);
  const comma = skipAny(tokens, read.next, [',']);
  const weekday = weekdayAt(scene, comma);
  if (weekday === null || comma === read.next) return placed(scene, read, null);
  return placed(scene, { ...read, next: skipFullStop(tokens, comma + 1) }, weekday);
}

/** "example.org/2022/01/13/": figures in an address. */
function isInPath(tokens: Tokens, i: number): boolean {
  return (
    /^[/_=.-]$/u.test(wordAt(tokens, i - 1)) && touchesNext(tokens, i - 1) && /^\d/u.test(wordAt(tokens, i))
  );
}

/** "5 May next year", "March 3 this year", "April 3 of '27", "on 3 May, 2027". */
function withNextYear(scene: TimeScene, written: WrittenDate): WrittenDate {
  const { tokens } = scene;
  if (written.first.year !== null) return written;
  const at = skipAny(tokens, written.next, ['of', ',', 'in']);
  const word = wordAt(tokens, at);
  const step = ['last', 'this', 'next'].indexOf(word) - 1;
  const said =
    step >= -1 && wordAt(tokens, at + 1) === 'year'
      ? { year: dateParts(scene.anchor).year + step, next: at + 2 }
      : yearAt(tokens, at);
  if (said === null) return written;
  const { year, next } = said;
  return { ...written, next, first: { ...written.first, year }, last: { ...written.last, year } };
}

/** "2/2013", "2014-10", "2014/10": only in a phrase; in running text as likely a fraction or a reference. */
function numericMonthAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  if (scene.isRunning || !/^[-/]$/u.test(wordAt(tokens, i + 1))) return null;
  const [a, b] = [wordAt(tokens, i), wordAt(tokens, i + 2)];
  const isYearFirst = /^(?:19|20|21)\d\d$/u.test(a);
  const [year, month] = isYearFirst ? [a, b] : [b, a];
  if (!/^(?:19|20|21)\d\d$/u.test(year) || !isSmallNumber(month)) return null;
  const number = Number(month);
  if (number < 1 || number > 12 || (isYearFirst && month.length !== 2)) return null;
  return { stretch: monthStretch(Number(year), number), next: i + 3 };
}

/**
 * A day of the month alone: "the 21st", "on the first", "20th of next month", "the 20th day of this month". The month
 * is the one said, else the first from the anchor on that still has such a day ahead.
 */
export function dayOfMonthAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const at = skipAny(tokens, i, ['the']);
  const ordinal = readOrdinal(tokens, at);
  const isNumber = ordinal === null && isDayNumber(tokens, at);
  const day = isNumber ? Number(wordAt(tokens, at)) : (ordinal?.value ?? 0);
  if (day < 1 || day > 31) return null;
  const next = isNumber ? at + 1 : (ordinal?.next ?? at);
  const now = dateParts(anchor);
  const said = saidMonth(tokens, skipAny(tokens, next, ['day']));
  if (said !== null) {
    const { year, month } = dateParts(monthStretch(now.year, now.month + said.step).start);
    const date = makeCalendarDate(year, month, day);
    return date === null ? null : { stretch: dayStretch(date), next: said.next };
  }
  // "the first", "the second": an ordinal in words, or a bare number, is a day only where the phrase ends with it.
  const isClear = !isNumber && /^\d/u.test(wordAt(tokens, at)) && at > i;
  const isOrdinalWord = ordinal !== null && !/^\d/u.test(wordAt(tokens, at));
  const isNamed = scene.isRunning && isOrdinalWord && day >= LATE_ORDINAL && isDayNamed(tokens, i, next);
  if (
    !isClear &&
    !isNamed &&
    (scene.isRunning || wordAt(tokens, next) !== '' || (at === i && !isOrdinalDigits(tokens, at)))
  )
    return null;
  if (
    isOrdinalWord &&
    !isNamed &&
    (ordinal.value !== 1 || !/^(?:on|by|until|till|before|from)$/u.test(wordAt(tokens, i - 1)))
  )
    return null;
  if (scene.isRunning && !isNamed && isFollowedByNoun(tokens, next)) return null;
  for (let step = 0; step < 12; step += 1) {
    const { year, month } = dateParts(monthStretch(now.year, now.month + step).start);
    const date = makeCalendarDate(year, month, day);
    if (date !== null && date >= anchor) return { stretch: { ...dayStretch(date), basis: 'inferred' }, next };
  }
  return null;
}

/** A tenth or twentieth thing of a row is seldom spoken of without its noun. */
const LATE_ORDINAL = 10;

/** "On the twentieth we elect a council", "open on the tenth." */
const isDayNamed = (tokens: Tokens, i: number, next: number): boolean =>
  /^(?:on|by|until|till|before|after)$/u.test(wordAt(tokens, i - 1)) &&
  wordAt(tokens, i) === 'the' &&
  /^(?:|[.,;:!?)\u2013\u2014]|we|they|he|she|i|it|and|or|but|when|at)$/u.test(wordAt(tokens, next));

const isOrdinalDigits = (tokens: Tokens, i: number): boolean =>
  isSmallNumber(wordAt(tokens, i)) && /^(?:st|nd|rd|th)$/u.test(wordAt(tokens, i + 1));

/** "on the 21st century", "by the 5th round": the ordinal counts something else. */
function isFollowedByNoun(tokens: Tokens, i: number): boolean {
  const word = wordAt(tokens, i);
  return (
    /^[a-z\d-]/u.test(word) &&
    !/^(?:and|or|but|when|if|at|in|as|because|with|by|after|before|he|she|they|it)$/u.test(word)
  );
}

/** "of next month", "of the current month", "of last month", "of the month". */
function saidMonth(tokens: Tokens, i: number): { step: number; next: number } | null {
  if (!/^(?:of|in)$/u.test(wordAt(tokens, i))) return null;
  const at = skipAny(tokens, i + 1, ['the']);
  const word = wordAt(tokens, at);
  if (word === 'month') return { step: 0, next: at + 1 };
  if (wordAt(tokens, at + 1) !== 'month') return null;
  if (/^(?:this|current|present)$/u.test(word)) return { step: 0, next: at + 2 };
  if (/^(?:next|coming|following|upcoming)$/u.test(word)) return { step: 1, next: at + 2 };
  return /^(?:last|previous|past)$/u.test(word) ? { step: -1, next: at + 2 } : null;
}
