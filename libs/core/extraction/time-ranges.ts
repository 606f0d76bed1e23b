import { dateParts, shiftDays } from './calendar-spans.js';
import { clockAt } from './time-clock.js';
import { dateAt } from './time-dates.js';
import { afterDuration, parseDuration } from './time-durations.js';
import { monthAt, seasonAt } from './time-names.js';
import { stretchAt, stretchOrUnitAt } from './time-phrase.js';
import { saidOn } from './time-scene.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { isDash, skipAny, wordAt } from './time-tokens.js';

const TO = new Set(['to', 'through', 'thru', 'until', 'untill', 'till', 'til']);

/** Whether the words from `from` to `to` name a month, season or quarter, which a year said later may place. */
function lacksYear(scene: TimeScene, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const isNamed = monthAt(scene, i) !== null || seasonAt(scene.tokens, i) !== null;
    if (isNamed || /^(?:q|h|quarter|half|qtr)$/u.test(wordAt(scene.tokens, i))) return true;
  }
  return false;
}

/** Joins two stretches that are said as one: "March to May 2031" is in 2031, "November to February" runs over the new year. */
function joined(scene: TimeScene, i: number, first: Parsed, secondAt: number, second: Parsed): Parsed | null {
  let last = second;
  let { start } = first.stretch;
  if (last.stretch.end < start) {
    const later = stretchAt(saidOn(scene, start), secondAt, 0);
    if (later === null || later.next !== second.next || later.stretch.end < start) return null;
    last = later;
  }
  if (lacksYear(scene, i, first.next)) {
    start = startInYear(scene, i, first, last) ?? start;
  }
  const isTimed = first.isTimed === true || last.isTimed === true;
  return {
    ...last,
    isTimed,
    stretch: { ...last.stretch, start: start < last.stretch.start ? start : last.stretch.start },
  };
}

/** The first stretch in the year of the second, or in the one before it: "28 December to 3 January 2027". */
function startInYear(scene: TimeScene, i: number, first: Parsed, last: Parsed): string | null {
  const { year } = dateParts(last.stretch.start);
  for (const y of [year, year - 1]) {
    const inYear = stretchAt(saidOn(scene, `${String(y).padStart(4, '0')}-01-01`), i, 0);
    if (inYear?.next === first.next && inYear.stretch.start <= last.stretch.start)
      return inYear.stretch.start;
  }
  return null;
}

/** "between 2024 and 2026", "from March to May", "from now until June". */
export function betweenAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  const word = wordAt(tokens, i);
  const isBetween = word === 'between' || word === 'betwixt';
  if (!isBetween && word !== 'from') return null;
  const first = boundAt(scene, i + 1);
  if (first === null) return null;
  if (isRangeOfDays(scene, i, first)) return first;
  const lasting = isBetween ? null : lastingAt(scene, first);
  if (lasting !== null) return lasting;
  const joint = wordAt(tokens, first.next);
  if (isBetween ? joint !== 'and' && !isDash(joint) : !TO.has(joint) && !isDash(joint)) return null;
  const secondAt = first.next + 1;
  const second = boundAt(scene, secondAt);
  return second === null ? null : joined(scene, i + 1, first, secondAt, second);
}

/** "from 13 to 15 July", "from 9:30 to 11:00 on Thursday": a date or a time that is a range by itself. */
function isRangeOfDays(scene: TimeScene, i: number, first: Parsed): boolean {
  const clock = clockAt(scene, i);
  if (clock?.isRange === true && clock.next <= first.next) return true;
  const date = first.stretch.start === first.stretch.end ? null : dateAt(scene, i + 1);
  return date?.next === first.next;
}

/** An end of a range; "now" is one of them in running text as well. */
function boundAt(scene: TimeScene, i: number): Parsed | null {
  if (/^(?:now|today)$/u.test(wordAt(scene.tokens, i))) {
    const { anchor } = scene;
    return { stretch: { start: anchor, end: anchor, precision: 'day', basis: 'explicit' }, next: i + 1 };
  }
  return scene.isRunning ? stretchAt(scene, i, 0) : stretchOrUnitAt(scene, i);
}

/** "18 December for 10 days": from the day on. */
function lastingAt(scene: TimeScene, first: Parsed): Parsed | null {
  if (wordAt(scene.tokens, first.next) !== 'for' || first.stretch.precision !== 'day') return null;
  const duration = parseDuration(scene.tokens, first.next + 1);
  if (duration === null || duration.isBareUnit || duration.isComing || duration.minutes > 0) return null;
  return {
    next: duration.next,
    stretch: { ...first.stretch, end: afterDuration(first.stretch.start, duration) },
  };
}

/** The members of a list but for the last: "2025, 2026" of "2025, 2026 or 2027". */
function listAt(scene: TimeScene, first: Parsed): Parsed {
  const { tokens } = scene;
  let list = first;
  for (let guard = 0; guard < 4 && wordAt(tokens, list.next) === ','; guard += 1) {
    const item = stretchAt(scene, list.next + 1, 0);
    if (item?.stretch.precision !== first.stretch.precision || item.stretch.start < list.stretch.end) break;
    list = { ...item, stretch: { ...item.stretch, start: first.stretch.start } };
  }
  const joint = skipAny(tokens, list.next, [',']);
  return /^(?:or|and)$/u.test(wordAt(tokens, joint)) && list !== first && first.stretch.precision !== 'day'
    ? { ...list, next: joint }
    : first;
}

/** "this year or next": the same, one later. */
function orNextAt(scene: TimeScene, i: number, first: Parsed): Parsed | null {
  const isIt = wordAt(scene.tokens, i) === 'this' && wordAt(scene.tokens, first.next) === 'or';
  if (!isIt || wordAt(scene.tokens, first.next + 1) !== 'next') return null;
  const later = stretchAt(saidOn(scene, shiftDays(first.stretch.end, 1)), i, 0);
  return later === null ? null : { ...later, next: first.next + 2 };
}

/** A stretch and, where it goes on, the one it is joined with: "2025 or 2026", "March-April", "Q1 to Q3 2025". */
export function spanAt(scene: TimeScene, i: number, takesUnit: boolean): Parsed | null {
  const start = takesUnit ? stretchOrUnitAt(scene, i) : stretchAt(scene, i, 0);
  if (start === null || start.isClock === true) return start;
  const lasting = lastingAt(scene, start);
  if (lasting !== null) return lasting;
  const first = listAt(scene, start);
  const { tokens } = scene;
  const joint = wordAt(tokens, first.next);
  const isDashed = isDash(joint) && joint !== '\u2014';
  if (!isDashed && !/^(?:to|through|thru|until|untill|till|or|and|\/)$/u.test(joint)) return first;
  const secondAt = skipAny(
    tokens,
    first.next + 1,
    ['in', 'by'].filter((word) => joint === 'or' && word === wordAt(tokens, i - 1)),
  );
  const second = stretchAt(scene, secondAt, 0) ?? orNextAt(scene, i, first);
  if (second === null || second.isClock === true) return first;
  const isSame = second.stretch.precision === first.stretch.precision;
  const isClear = joint === 'or' || joint === 'through' || joint === 'thru';
  if (!isSame && !isClear && scene.isRunning) return first;
  // "in March and on 5 May", "by Friday and Monday": only like with like.
  if (
    (joint === 'and' || joint === '/') &&
    (!isSame || (first.stretch.precision === 'day' && scene.isRunning))
  )
    return first;
  return joined(scene, i, first, secondAt, second) ?? first;
}
