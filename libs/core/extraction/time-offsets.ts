import type { CalendarDate } from '#core/domain';
import {
  dayStretch,
  shiftDays,
  unitStretch,
  weekdayFrom,
  weekdayUpTo,
  weekendStretch,
} from './calendar-spans.js';
import type { CalendarStretch, Unit } from './calendar-spans.js';
import { afterDuration, parseDuration } from './time-durations.js';
import type { Duration } from './time-durations.js';
import { skipFullStop, weekdayAt } from './time-names.js';
import { MAX_DEPTH } from './time-scene.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, readNumber, readOrdinal, skipAny, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

const AFTER = new Set(['after', 'from', 'following', 'past', 'on']);
const NOW_WORDS = [
  'from now',
  'from today',
  'from right now',
  'hence',
  'away',
  'from here',
  'out',
  'down the line',
  'down the road',
  'down the track',
  'on from now',
];

/** The index after "from now", "hence", "down the line" and the like; or null. */
export function afterNow(tokens: Tokens, i: number): number | null {
  for (const words of NOW_WORDS) {
    const next = afterWords(tokens, i, words);
    if (next !== null) return words === 'out' && wordAt(tokens, next) === 'of' ? null : next;
  }
  return null;
}

/** The index after "ago", "back", "earlier", "in the past"; or null. */
export function afterAgo(tokens: Tokens, i: number): number | null {
  return /^(?:ago|back|earlier|previously|prior)$/u.test(wordAt(tokens, i)) ? i + 1 : null;
}

/** A duration counted from or back from a date that is said: "three days after Easter", "a year from Christmas". */
export function offsetAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  if (depth >= MAX_DEPTH) return null;
  const { tokens } = scene;
  const duration = parseDuration(tokens, i);
  if (duration === null || duration.isPast) return neighbourAt(scene, i, depth);
  const link = wordAt(tokens, duration.next);
  const isBack = link === 'before' || link === 'ahead';
  if (!AFTER.has(link) && !isBack) return null;
  // "a week on Friday", but "an hour on Sunday" is on Sunday.
  if (link === 'on' && duration.days % 7 !== 0) return null;
  if (link === 'on' && duration.days === 0) return null;
  if (duration.isBareUnit) return neighbourAt(scene, i, depth);
  if (afterNow(tokens, duration.next) !== null && wordAt(tokens, duration.next) !== 'on') return null;
  const base = scene.stretch(scene, skipAny(tokens, duration.next + 1, ['of']), depth + 1);
  if (base === null || base.isClock === true) return null;
  // "two years after 2025" is measured from its end, "two years before 2025" from its beginning.
  const from = isBack ? base.stretch.start : base.stretch.end;
  const day = afterDuration(from, duration, null, isBack ? -1 : 1);
  return { stretch: spanOfOffset(base.stretch, day, duration), next: base.next };
}

function spanOfOffset(base: CalendarStretch, day: CalendarDate, duration: Duration): CalendarStretch {
  const stretch = dayStretch(day);
  // "a year from Christmas" is a day, "two years after 2025" a year.
  const isUnit = base.precision !== 'day' && duration.precision === base.precision;
  return isUnit && (base.precision === 'year' || base.precision === 'month')
    ? unitStretch(base.precision, day, 0)
    : { ...stretch, basis: duration.isVague ? 'vague' : base.basis };
}

/** "the day after tomorrow", "the week after Easter", "the Monday before Christmas", "third Tuesday after Christmas 2014". */
function neighbourAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const the = skipAny(tokens, i, ['the']);
  const ordinal = readOrdinal(tokens, the);
  const nth = ordinal !== null && ordinal.value > 0 ? ordinal.value : 1;
  const at = ordinal !== null && ordinal.value > 0 ? ordinal.next : the;
  const weekday = weekdayAt(scene, at);
  const word = wordAt(tokens, at);
  const isUnit = /^(?:day|week|weekend|month|year)$/u.test(word);
  if (weekday === null && !(isUnit && nth === 1)) return null;
  const link = skipFullStop(tokens, at + 1);
  const isAfter = /^(?:after|following)$/u.test(wordAt(tokens, link));
  if (!isAfter && wordAt(tokens, link) !== 'before') return null;
  const base = scene.stretch(scene, link + 1, depth + 1);
  if (base === null || base.isClock === true) return null;
  const from = isAfter ? base.stretch.end : base.stretch.start;
  return {
    next: base.next,
    stretch:
      weekday === null
        ? unitBeside(word, from, isAfter ? 1 : -1)
        : { ...dayStretch(nthFrom(from, weekday, isAfter ? nth : -nth)), basis: base.stretch.basis },
  };
}

function unitBeside(word: string, from: CalendarDate, step: 1 | -1): CalendarStretch {
  return word === 'weekend'
    ? weekendStretch(from, step === 1 && isWeekendDay(from) ? 1 : step === 1 ? 0 : -1)
    : unitStretch(word as Unit, from, step);
}

const isWeekendDay = (day: CalendarDate): boolean =>
  [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function nthFrom(from: CalendarDate, weekday: number, nth: number): CalendarDate {
  return nth > 0
    ? shiftDays(weekdayFrom(shiftDays(from, 1), weekday), (nth - 1) * 7)
    : shiftDays(weekdayUpTo(shiftDays(from, -1), weekday), (nth + 1) * 7);
}

/** "3 Fridays from now", "two Thursdays ago". */
export function weekdaysFromNowAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor } = scene;
  const count = readNumber(tokens, i);
  if (count === null || !Number.isInteger(count.value) || count.value < 1 || count.value > 500) return null;
  const weekday = weekdayAt(scene, count.next);
  if (weekday === null) return null;
  const now = afterNow(tokens, count.next + 1);
  const ago = afterAgo(tokens, count.next + 1);
  const next = now ?? ago;
  if (next === null) return null;
  return { stretch: dayStretch(nthFrom(anchor, weekday, now === null ? -count.value : count.value)), next };
}

/** "two weeks ago", "a year earlier": the day itself. */
export function agoAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens, anchor, minuteOfDay } = scene;
  const duration = scene.isRunning ? null : parseDuration(tokens, i);
  if (duration === null || duration.isBareUnit) return null;
  const next = afterAgo(tokens, duration.next);
  if (next === null) return null;
  return { stretch: dayStretch(afterDuration(anchor, duration, minuteOfDay, -1)), next };
}
