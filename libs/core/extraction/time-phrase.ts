import { dayStretch, shiftDays } from './calendar-spans.js';
import { clockAt, dayPartAt } from './time-clock.js';
import type { Clock } from './time-clock.js';
import { dateAt, dayOfMonthAt } from './time-dates.js';
import { afterDuration, parseDuration } from './time-durations.js';
import { holidayNameAt, monthNameAt, seasonNameAt } from './time-named.js';
import { fractionAt, nthOfAt } from './time-fractions.js';
import { partAt } from './time-parts.js';
import { dayWordAt, weekOfAt, weekdayNameAt, weeksOnAt } from './time-weeks.js';
import { quarterOfMonthAt, yearEndingAt } from './time-year-ends.js';
import { yearNameAt } from './time-years.js';
import { agoAt, offsetAt, weekdaysFromNowAt } from './time-offsets.js';
import { MAX_DEPTH } from './time-scene.js';
import type { Parsed, StretchRule, TimeScene } from './time-scene.js';
import { mayFollowThe, mayStartStretch } from './time-starts.js';
import { afterWords, isFigure, skipAny, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import {
  allAt,
  earlierAt,
  laterAt,
  newYearAt,
  relativeUnitAt,
  restAt,
  sameTimeAt,
  unitOfAnchorAt,
} from './time-units.js';

/** Words before a time that do not move it. */
const FILLERS = new Set(
  'about around approximately roughly sometime sometimes circa some somewhere probably perhaps maybe possibly hopefully only exactly precisely just right'.split(
    ' ',
  ),
);
const FILLER_PHRASES = [
  'at some point',
  'at any point',
  'some point',
  'any point',
  'some time',
  'any time',
  'some stage',
  'at least',
  'at most',
  'the course of',
  'the period',
];

/** Longest names first where one contains the other: a date before its month, a fraction before an ordinal day. */
const RULES: readonly StretchRule[] = [
  sameTimeAt,
  restAt,
  allAt,
  laterAt,
  earlierAt,
  partAt,
  fractionAt,
  nthOfAt,
  weekOfAt,
  weeksOnAt,
  yearEndingAt,
  quarterOfMonthAt,
  offsetAt,
  agoAt,
  weekdaysFromNowAt,
  dateAt,
  newYearAt,
  holidayNameAt,
  yearNameAt,
  monthNameAt,
  seasonNameAt,
  weekdayNameAt,
  dayWordAt,
  relativeUnitAt,
  dayOfMonthAt,
];

/** All that may begin with a figure: "3Q25", "3rd week of", "3 days after", "3 May", "2030". */
const FIGURE_RULES: readonly StretchRule[] = [
  fractionAt,
  nthOfAt,
  offsetAt,
  agoAt,
  weekdaysFromNowAt,
  dateAt,
  yearNameAt,
  dayOfMonthAt,
];
/** All that may begin with the name of a month. */
const MONTH_RULES: readonly StretchRule[] = [quarterOfMonthAt, dateAt, holidayNameAt, monthNameAt];
/** Names of months that nothing else is called by: "may", "sun" and the like are read by all rules. */
const MONTHS = new Set(
  'january february april june july august september october november december'.split(' '),
);

/** The rules worth trying for a time that begins with the word. */
function rulesFor(word: string): readonly StretchRule[] {
  if (isFigure(word)) return FIGURE_RULES;
  return MONTHS.has(word) ? MONTH_RULES : RULES;
}

/** Whether nothing but "the" or "this" says that a time may begin here. */
const isBareThe = (tokens: Tokens, at: number): boolean =>
  /^th(?:e|is)$/u.test(wordAt(tokens, at)) && !mayFollowThe(wordAt(tokens, at + 1));

/** The words that `FILLER_PHRASES` and `FILLERS` begin with. */
const FILLER_STARTS: ReadonlySet<string> = new Set([
  ...FILLERS,
  ...FILLER_PHRASES.map((phrase) => phrase.split(' ')[0] ?? ''),
]);

function skipFillers(tokens: Tokens, i: number): number {
  let at = i;
  for (let guard = 0; guard < 3 && FILLER_STARTS.has(wordAt(tokens, at)); guard += 1) {
    const phrase = FILLER_PHRASES.map((words) => afterWords(tokens, at, words)).find((next) => next !== null);
    if (phrase !== undefined && phrase !== null) at = skipAny(tokens, phrase, ['in', 'during', 'within']);
    else if (FILLERS.has(wordAt(tokens, at))) at += 1;
    else break;
  }
  return at;
}

/**
 * Reads the time expression that begins at token `i`, without a preposition, as seen from the scene's anchor.
 *
 * @returns the stretch of the calendar it names and the index after it, or null where no time is named
 * @example 'late next year' said on 2022-01-17 ends on 2023-12-31
 */
export const stretchAt: StretchRule = (scene, i, depth) =>
  depth > MAX_DEPTH ? null : stretchFrom(scene, i, skipFillers(scene.tokens, i), depth);

/** The same, where the words that do not move a time end at `at`. */
function stretchFrom(scene: TimeScene, i: number, at: number, depth: number): Parsed | null {
  if (at >= scene.tokens.length) return null;
  const word = wordAt(scene.tokens, at);
  if (scene.isRunning && (!mayStartStretch(word) || isBareThe(scene.tokens, at))) return null;
  const timed = MONTHS.has(word) ? null : clockThenDay(scene, at, depth);
  if (timed !== null) return timed;
  for (const rule of rulesFor(word)) {
    const parsed = rule(scene, at, depth);
    if (parsed !== null) return depth === 0 || isSingleDay(parsed) ? withClock(scene, parsed) : parsed;
  }
  return scene.isRunning || depth > 0 ? null : (clockAlone(scene, at) ?? clockAlone(scene, i));
}

const BEFORE_UNIT = new Set('the this next last coming upcoming current'.split(' '));

/** Like `stretchAt`, and also "the year", "the month", as after "by the end of" or "during". */
export function stretchOrUnitAt(scene: TimeScene, i: number): Parsed | null {
  const at = skipFillers(scene.tokens, i);
  const isSaid = BEFORE_UNIT.has(wordAt(scene.tokens, at));
  return stretchFrom(scene, i, at, 0) ?? (isSaid ? unitOfAnchorAt(scene, at) : null);
}

const isSingleDay = (parsed: Parsed): boolean => parsed.stretch.start === parsed.stretch.end;

/** Takes in the time of day after a day: "tomorrow at 5pm", "Monday morning", "2 May, 10:00 GMT", "Thursday from 9:30 to 11:00". */
function withClock(scene: TimeScene, parsed: Parsed): Parsed {
  if (!isSingleDay(parsed) || parsed.isEnd === true) return parsed;
  let { next } = parsed;
  for (let guard = 0; guard < 3; guard += 1) {
    const at = skipAny(scene.tokens, next, [',']);
    const clock = clockAt(scene, at);
    const end = clock?.next ?? dayPartAfter(scene, at);
    if (end === null || (scene.isRunning && clock !== null && !clock.isFirm)) break;
    next = end;
  }
  return next === parsed.next ? parsed : { ...parsed, next, isTimed: true };
}

/** "in the morning", "morning", "evening" right after the day; in running text not over a preposition of its own. */
function dayPartAfter(scene: TimeScene, i: number): number | null {
  if (scene.isRunning && !/^(?:morning|afternoon|evening|night|in|at)$/u.test(wordAt(scene.tokens, i)))
    return null;
  return dayPartAt(scene.tokens, i);
}

/** "at 5pm tomorrow", "7:30 PM on Fri, Sep 20", "noon on Friday", "the morning of 5 May", "9 tomorrow". */
function clockThenDay(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  if (depth > 1) return null;
  const part = dayPartAt(tokens, i);
  const clock = clockAt(scene, i);
  const bare = clock === null && !scene.isRunning ? clockAt(scene, i, true) : null;
  const first = clock?.next ?? part ?? bare?.next;
  if (first === undefined) return null;
  let at = skipAny(tokens, first, [',', 'on', 'of']);
  let day = dayAfterClock(scene, at, depth);
  if (day === null) {
    // "9 in the morning on Friday", "this morning at 3 on 5 May"
    const second = dayPartAt(tokens, at) ?? (part === null ? null : clockAt(scene, at, true)?.next) ?? null;
    if (second !== null) at = skipAny(tokens, second, [',', 'on', 'of']);
    day = dayAfterClock(scene, at, depth);
  }
  if (day === null || !isSingleDay(day)) return null;
  // Bare figures ("9 tomorrow", "eight tonight") are a time only right before such a word.
  if (clock === null && part === null && !/^(?:tomorrow|tonight|tonite|today)$/u.test(wordAt(tokens, first)))
    return null;
  return { ...withClock(scene, day), isTimed: true };
}

function dayAfterClock(scene: TimeScene, i: number, depth: number): Parsed | null {
  const day = stretchAt(scene, i, depth + 2);
  if (day !== null || wordAt(scene.tokens, i) !== 'in' || scene.isRunning) return day;
  const duration = parseDuration(scene.tokens, i + 1);
  if (duration === null || duration.isBareUnit) return null;
  return { stretch: dayStretch(afterDuration(scene.anchor, duration)), next: duration.next };
}

/** A time of day alone: the anchor's day, or the next where that time has passed. */
function clockAlone(scene: TimeScene, i: number): Parsed | null {
  const clock = clockAt(scene, i);
  const part = dayPartAt(scene.tokens, i);
  if (clock === null)
    return part === null
      ? null
      : clockDay(scene, { next: afterPart(scene, part), minute: null, isFirm: true });
  return clockDay(scene, clock);
}

/** "this morning at 3", "in the evening at eight". */
function afterPart(scene: TimeScene, i: number): number {
  return clockAt(scene, i)?.next ?? i;
}

/** Where only the day is known, "at 3 am" is in the night to come. */
const DAYBREAK = 360;

function clockDay(scene: TimeScene, clock: Clock): Parsed {
  const { minuteOfDay, anchor } = scene;
  const hasPassed = clock.minute !== null && clock.minute < (minuteOfDay ?? DAYBREAK);
  return { stretch: dayStretch(hasPassed ? shiftDays(anchor, 1) : anchor), next: clock.next, isClock: true };
}
