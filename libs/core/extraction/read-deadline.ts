import type { CalendarDate, Deadline, Window } from '#core/domain';
import { dateParts, yearStretch } from './calendar-spans.js';
import { DURATION_STARTS } from './time-durations.js';
import { namesEvent } from './time-events.js';
import { HOLIDAY_STARTS } from './time-holidays.js';
import {
  LIMIT_STARTS,
  NOT_BEFORE_STARTS,
  afterOnwards,
  isLimitOfEvent,
  limitAt,
  openAt,
} from './time-limits.js';
import { CALENDAR_NAMES } from './time-names.js';
import { stretchAt } from './time-phrase.js';
import type { Reading } from './time-reading.js';
import type { TimeScene } from './time-scene.js';
import {
  BARE_STARTS,
  DURING_STARTS,
  bareAt,
  bareLengthAt,
  betweenReadingAt,
  durationAt,
  duringAt,
} from './time-spans.js';
import { NUMBER_WORDS, afterWords, isFigure, timeTokens, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import { VAGUE_STARTS, vagueAt } from './time-vague.js';
import { mayNameTime, nextKey } from './time-vocabulary.js';

/** A deadline together with its place in the text it was found in (UTF-16 code units). */
export interface FoundDeadline {
  readonly deadline: Deadline;
  readonly window: Window;
  readonly start: number;
  readonly end: number;
  /** The words could as well be a name, a measure or a date of something else: kept only if nothing better is near. */
  readonly isWeak: boolean;
}

const MAX_PHRASE = 600;
const PAST_WORDS = new Set(['last', 'past', 'previous', 'since', 'ago', 'earlier']);

type ReadingRule = (scene: TimeScene, i: number) => Reading | null;

/** The rules in their order, each with the words it may begin with in running text; figures begin the last two. */
const RULES: readonly (readonly [ReadingRule, ReadonlySet<string>])[] = [
  [vagueAt, VAGUE_STARTS],
  [betweenReadingAt, new Set(['between', 'betwixt', 'from'])],
  [openAt, NOT_BEFORE_STARTS],
  [limitAt, LIMIT_STARTS],
  [durationAt, DURING_STARTS],
  [duringAt, DURING_STARTS],
  [bareLengthAt, new Set([...DURATION_STARTS, ...NUMBER_WORDS])],
  [bareAt, new Set([...BARE_STARTS, ...CALENDAR_NAMES, ...HOLIDAY_STARTS])],
];
const ALL_RULES: readonly ReadingRule[] = RULES.map(([rule]) => rule);
const FIGURE_RULES: readonly ReadingRule[] = [bareLengthAt, bareAt];
const BY_START = new Map<string, readonly ReadingRule[]>();
for (const word of new Set(RULES.flatMap(([, starts]) => [...starts])))
  BY_START.set(
    word,
    RULES.flatMap(([rule, starts]) => (starts.has(word) ? [rule] : [])),
  );

function rulesAt({ tokens, isRunning }: TimeScene, i: number): readonly ReadingRule[] | undefined {
  if (!isRunning) return ALL_RULES;
  const word = wordAt(tokens, i);
  return BY_START.get(word) ?? (isFigure(word) ? FIGURE_RULES : undefined);
}

/**
 * Reads a deadline out of a phrase such as "by the end of 2022", "in ten years", "before the midterms", as seen from
 * the day it was said. "Before D" is D-1, "by <month or year>" its last day, "before the end of X" X's last day; "not
 * before D" has a first day and no last; vague words get the documented defaults of `VAGUE_HORIZONS`; an event keeps
 * its words and has no date.
 *
 * @param phrase English words; other words around the time expression are passed over
 * @param anchor the calendar date the phrase was said on
 * @param minuteOfDay minutes since midnight at which it was said, where that is known: "at 3am" may be tomorrow
 * @returns the deadline (dates inclusive), or null where no time is named
 * @example readDeadline('by the end of next month', '2024-01-31')?.deadlineOn === '2024-02-29'
 */
export function readDeadline(
  phrase: string,
  anchor: CalendarDate,
  minuteOfDay: number | null = null,
): Deadline | null {
  const text = phrase.slice(0, MAX_PHRASE);
  const tokens = timeTokens(text);
  if (tokens.length === 0) return null;
  const scene: TimeScene = { tokens, anchor, minuteOfDay, isRunning: false, stretch: stretchAt };
  const whole = readWhole(text, scene);
  if (whole !== null) return whole;
  if (isLimitOfEvent(scene, 0)) return eventOf(text);
  const best = bestOf(findIn(text, { ...scene, isRunning: true }));
  if (best !== undefined) return best.deadline;
  return namesEvent(tokens) ? eventOf(text) : null;
}

function eventOf(text: string): Deadline {
  return { windowStartOn: null, deadlineOn: null, precision: null, basis: 'event', phrase: text.trim() };
}

function bestOf(found: readonly FoundDeadline[]): FoundDeadline | undefined {
  const firm = found.filter((item) => !item.isWeak);
  return firm.find((item) => item.deadline.deadlineOn !== null) ?? firm[0] ?? found[0];
}

/** Words that may stand before and behind a time without changing it. */
const BEFORE =
  /^(?:[^a-z\d@]|but|and|or|so|well|probably|perhaps|maybe|possibly|hopefully|likely|presumably|almost|certainly|i|think|guess|say|expected|due|sometime|it|will|be|only|just|even|at|least|long|soon|shortly|right|immediately|about|around|approximately|roughly|most|very|likely)$/u;
const BEHIND = [
  'at the latest',
  'at the very latest',
  'at latest',
  'latest',
  'or so',
  'or thereabouts',
  'or sooner',
  'or earlier',
  'at most',
  'at the most',
  'or less',
  'exactly',
  'at least',
  'sharp',
  'ish',
  'approximately',
  'or bust',
  'period',
];

/** The reading that takes in the whole phrase, but for words that do not bear on it; the strict one is for the rest. */
function readWhole(text: string, scene: TimeScene): Deadline | null {
  const { tokens } = scene;
  for (let i = 0; i < Math.min(tokens.length, 6); i += 1) {
    for (const reading of readingsAt(scene, i)) {
      const end = skipBehind(tokens, reading.next);
      const onwards = afterOnwards(tokens, end);
      if (
        onwards !== null &&
        skipBehind(tokens, onwards) >= tokens.length &&
        reading.deadline.windowStartOn !== null
      )
        return { ...reading.deadline, deadlineOn: null, phrase: wordsOf(text, tokens, i, onwards) };
      if (end >= tokens.length || isAside(tokens, reading.next))
        return { ...reading.deadline, phrase: wordsOf(text, tokens, i, reading.next) };
    }
    if (!BEFORE.test(wordAt(tokens, i))) return null;
  }
  return null;
}

/** "in days, not weeks", "Friday, I think": what follows the comma is about something else. */
function isAside(tokens: Tokens, i: number): boolean {
  return (
    /^[,;(\u2013\u2014]$/u.test(wordAt(tokens, i)) &&
    /^(?:not|i|we|he|she|they|if|when|though|but|perhaps|maybe|probably|as|or|at)$/u.test(
      wordAt(tokens, i + 1),
    )
  );
}

function* readingsAt(scene: TimeScene, i: number): Generator<Reading> {
  for (const rule of ALL_RULES) {
    const reading = rule(scene, i);
    if (reading !== null) yield reading;
  }
}

function skipBehind(tokens: Tokens, i: number): number {
  let at = i;
  for (let guard = 0; guard < 8 && at < tokens.length; guard += 1) {
    const phrase = BEHIND.map((words) => afterWords(tokens, at, words)).find((next) => next !== null);
    if (phrase !== undefined && phrase !== null) at = phrase;
    else if (/^[.,;:!?)"'\u2019\u201d\u2026\]]$/u.test(wordAt(tokens, at))) at += 1;
    else break;
  }
  return at;
}

function wordsOf(text: string, tokens: Tokens, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? text.length);
}

/**
 * Finds the deadlines in running text, in order. Stricter than `readDeadline`: a bare year, month name or season
 * counts only after a preposition or a determiner, and expressions about the past are left out.
 *
 * @returns dated and vague expressions; events are found by clause, not here
 */
export function findDeadlines(text: string, anchor: CalendarDate): FoundDeadline[] {
  if (!mayNameTime(text)) return [];
  return findIn(text, {
    tokens: timeTokens(text),
    anchor,
    minuteOfDay: null,
    isRunning: true,
    stretch: stretchAt,
  });
}

/** No expression has its first word of time further in than this. */
const KEY_REACH = 24;

function findIn(text: string, scene: TimeScene): FoundDeadline[] {
  const { tokens } = scene;
  const found: FoundDeadline[] = [];
  let i = 0;
  let key = -1;
  while (i < tokens.length) {
    if (scene.isRunning && key < i) {
      key = nextKey(tokens, i);
      if (key === -1) break;
    }
    if (key - i > KEY_REACH) i = key - KEY_REACH;
    const reading = readAt(scene, i);
    const first = tokens[i];
    const last = reading === null ? undefined : tokens[reading.next - 1];
    if (reading === null || first === undefined || last === undefined) {
      i += 1;
      continue;
    }
    found.push({
      deadline: { ...reading.deadline, phrase: text.slice(first.start, last.end) },
      window: reading.window,
      start: first.start,
      end: last.end,
      isWeak: reading.isWeak ?? false,
    });
    i = Math.max(reading.next, i + 1);
  }
  return found;
}

function readAt(scene: TimeScene, i: number): Reading | null {
  const rules = rulesAt(scene, i);
  if (rules === undefined) return null;
  if (PAST_WORDS.has(wordAt(scene.tokens, i + 1)) && !/^(?:at|no|not|any)$/u.test(wordAt(scene.tokens, i)))
    return null;
  // "earlier this year", "earlier in the week" are over.
  if (wordAt(scene.tokens, i - 1) === 'earlier') return null;
  // "a machine from this century": where it belongs.
  if (wordAt(scene.tokens, i - 1) === 'from' && wordAt(scene.tokens, i) === 'this') return null;
  for (const rule of rules) {
    const reading = rule(scene, i);
    if (reading !== null) return reading;
  }
  return null;
}

/** The calendar year a date falls in, as a stretch: for deadlines inherited from a title ("Outlook for 2031"). */
export function yearOf(on: CalendarDate): { start: CalendarDate; end: CalendarDate } {
  const { start, end } = yearStretch(dateParts(on).year);
  return { start, end };
}
