import type { CalendarDate } from '#core/domain';
import type { CalendarStretch } from './calendar-spans.js';
import type { Tokens } from './time-tokens.js';

/** A time expression without its preposition, and the index of the token after it. */
export interface Parsed {
  readonly stretch: CalendarStretch;
  readonly next: number;
  /** "mid-2030", "the start of 2030": `by` takes this very day, `in` the whole part. */
  readonly middleOn?: CalendarDate;
  /** "the end of X": `before` it still includes X's last day. */
  readonly isEnd?: boolean;
  /** A time of day with no day beside it: the day is that of the anchor. */
  readonly isClock?: boolean;
  /** A day with a time of day: "before noon tomorrow" is still tomorrow. */
  readonly isTimed?: boolean;
}

/**
 * Reads the stretch of the calendar named at token `i`. `depth` counts how often a rule has called for another
 * ("the end of the middle of the second half of X"): a bound keeps nonsense cheap.
 */
export type StretchRule = (scene: TimeScene, i: number, depth: number) => Parsed | null;

/** What every rule of the time grammar is given. */
export interface TimeScene {
  readonly tokens: Tokens;
  /** The day the words were said on. */
  readonly anchor: CalendarDate;
  /** Minutes since midnight at which they were said; null where only the day is known. */
  readonly minuteOfDay: number | null;
  /** Running text, where "may" is a verb more often than a month; else a phrase known to be about time. */
  readonly isRunning: boolean;
  /** The whole grammar, for rules that contain a stretch themselves. */
  readonly stretch: StretchRule;
}

export const MAX_DEPTH = 4;

/** The same words, said on another day. */
export function saidOn(scene: TimeScene, anchor: CalendarDate): TimeScene {
  return { ...scene, anchor, minuteOfDay: null };
}
