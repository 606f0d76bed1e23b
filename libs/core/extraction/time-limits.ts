import type { CalendarDate, Window } from '#core/domain';
import { shiftDays } from './calendar-spans.js';
import { afterDuration, parseDuration } from './time-durations.js';
import { isBoundToEvent } from './time-events.js';
import { stretchOrUnitAt } from './time-phrase.js';
import { spanAt } from './time-ranges.js';
import { limitReading, openReading } from './time-reading.js';
import type { Reading } from './time-reading.js';
import { isOrdinaryWord } from './time-ordinary.js';
import { saidOn } from './time-scene.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, skipAny, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

type LimitKind = 'by' | 'before' | 'throughout';

const LIMITS: readonly (readonly [string, LimitKind])[] = [
  ['no later than', 'by'],
  ['not later than', 'by'],
  ['any later than', 'by'],
  ['at the latest by', 'by'],
  ['at the latest in', 'by'],
  ['on or before', 'by'],
  ['at or before', 'by'],
  ['by or before', 'by'],
  ['by no later than', 'by'],
  ['by', 'by'],
  ['prior to', 'before'],
  ['ahead of', 'before'],
  ['in advance of', 'before'],
  ['this side of', 'before'],
  ['before', 'before'],
  ['until and including', 'throughout'],
  ['up to and including', 'throughout'],
  ['through and including', 'throughout'],
  ['up until', 'throughout'],
  ['up till', 'throughout'],
  ['up to', 'throughout'],
  ['out to', 'throughout'],
  ['all the way to', 'throughout'],
  ['well into', 'throughout'],
  ['deep into', 'throughout'],
  ['until', 'throughout'],
  ['untill', 'throughout'],
  ['till', 'throughout'],
  ['til', 'throughout'],
  ['through to', 'throughout'],
  ['through', 'throughout'],
  ['outlive', 'throughout'],
  ['outlast', 'throughout'],
  ['survive', 'throughout'],
  ['see out', 'throughout'],
  ['last out', 'throughout'],
  ['make it to', 'throughout'],
  ['make it through', 'throughout'],
  ['thru', 'throughout'],
  ['in the years to', 'by'],
  ['in the run - up to', 'by'],
  ['in the run up to', 'by'],
  ['over the period to', 'by'],
  ['in the period to', 'by'],
  ['over the years to', 'by'],
  ['for the years to', 'by'],
  ['in the decade to', 'by'],
  ['over the decade to', 'by'],
];
/** In a phrase also "(sales) to 2030". */
const LOOSE_LIMITS: readonly (readonly [string, LimitKind])[] = [['to', 'throughout']];
const ALL_LIMITS = [...LIMITS, ...LOOSE_LIMITS];
/** Words a limit begins with, in a phrase or in running text. */
export const LIMIT_STARTS: ReadonlySet<string> = new Set(
  ALL_LIMITS.map(([words]) => words.split(' ')[0] ?? ''),
);

type Phrases<T> = readonly (readonly [string, T])[];

/** Phrases by the word they begin with: a list is asked for at every "in" and "by" of a text. */
const BY_FIRST_WORD = new WeakMap<Phrases<unknown>, ReadonlyMap<string, Phrases<unknown>>>();

function beginningWith<T>(all: Phrases<T>, word: string): Phrases<T> {
  let index = BY_FIRST_WORD.get(all) as Map<string, Phrases<T>> | undefined;
  if (index === undefined) {
    index = new Map();
    for (const phrase of all) {
      const first = phrase[0].split(' ')[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), phrase]);
    }
    BY_FIRST_WORD.set(all, index);
  }
  return index.get(word) ?? [];
}

function longest<T>(tokens: Tokens, i: number, all: Phrases<T>): { kind: T; next: number } | null {
  let best: { kind: T; next: number } | null = null;
  for (const [words, kind] of beginningWith(all, wordAt(tokens, i))) {
    const next = afterWords(tokens, i, words);
    if (next !== null && next > (best?.next ?? 0)) best = { kind, next };
  }
  return best;
}

/** "by", "before", "until", "through", "no later than", "prior to", "ahead of", "this side of". */
export function limitAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, isRunning } = scene;
  if (!LIMIT_STARTS.has(wordAt(tokens, i))) return null;
  const said = longest(tokens, i, isRunning ? LIMITS : ALL_LIMITS);
  if (said === null || /^(?:now|recently|today)$/u.test(wordAt(tokens, said.next))) return null;
  const parsed = spanAt(scene, said.next, true) ?? datedNameAt(scene, said.next);
  if (parsed === null || isBoundToEvent(scene, parsed.next)) return null;
  const window: Window = said.kind === 'throughout' ? 'throughout' : 'by';
  const over = afterIsOver(tokens, parsed.next);
  if (over !== null) return limitReading({ ...parsed, next: over }, window, parsed.stretch.end);
  if (isRunning && isDoubtful(scene, said.next, parsed)) return null;
  if (said.kind === 'before') return beforeReading(scene, said.next, parsed);
  return limitReading(parsed, window, parsed.middleOn ?? parsed.stretch.end);
}

const MOST_NAMES = 4;

/** "before Genna, the seventh of January", "by Midsummer Fair on 20 June": a name and the day it falls on. */
function datedNameAt(scene: TimeScene, i: number): Parsed | null {
  const { tokens } = scene;
  let at = skipAny(tokens, i, ['the']);
  const from = at;
  while (at < from + MOST_NAMES && tokens[at]?.isCapital === true) at += 1;
  if (at === from || !/^(?:,|on|\()$/u.test(wordAt(tokens, at))) return null;
  const day = spanAt(scene, at + 1, false);
  return day !== null && day.stretch.start === day.stretch.end && day.isClock !== true ? day : null;
}

/** In running text: "by fall fashion", "until the week after the vote", "until the week" at the end of a clause. */
function isDoubtful(scene: TimeScene, from: number, parsed: Parsed): boolean {
  const { tokens } = scene;
  const isUnit = /^(?:day|week|month|quarter|year|decade|century)$/u.test(wordAt(tokens, from + 1));
  return (
    isOrdinaryWord(scene, from, parsed) ||
    /^(?:after|of|when|that)$/u.test(wordAt(tokens, parsed.next)) ||
    (isUnit && wordAt(tokens, from) === 'the' && parsed.next === from + 2)
  );
}

/** Whether a phrase says "before", "by" or "after" of an event that a date only picks out: "ahead of next month's summit". */
export function isLimitOfEvent(scene: TimeScene, i: number): boolean {
  const said = longest(scene.tokens, i, LIMITS) ?? longest(scene.tokens, i, OPEN);
  const parsed = said === null ? null : spanAt(scene, said.next, true);
  return parsed !== null && isBoundToEvent(scene, parsed.next);
}

/** "before the year is out", "before 2025 ends", "before the summer is over". */
function afterIsOver(tokens: Tokens, i: number): number | null {
  if (/^(?:ends|closes|expires|finishes|concludes)$/u.test(wordAt(tokens, i))) return i + 1;
  const at = afterWords(tokens, i, 'is') ?? afterWords(tokens, i, "' s") ?? afterWords(tokens, i, 'has');
  if (at === null) return null;
  return /^(?:out|over|up|done|through|ended|finished|passed|complete|gone)$/u.test(wordAt(tokens, at))
    ? at + 1
    : null;
}

/** "before D" is D-1. "Before winter", said in winter, is before the one to come; a year that began is over with its last day. */
function beforeReading(scene: TimeScene, from: number, parsed: Parsed): Reading {
  const { anchor } = scene;
  if (parsed.isEnd === true || parsed.isTimed === true) return limitReading(parsed, 'by', parsed.stretch.end);
  const start = parsed.middleOn ?? parsed.stretch.start;
  if (start > anchor) return limitReading(parsed, 'by', shiftDays(start, -1));
  if (!scene.isRunning || parsed.stretch.end >= anchor) {
    const next = stretchOrUnitAt(saidOn(scene, shiftDays(parsed.stretch.end, 1)), from);
    if (next !== null && next.next === parsed.next && next.stretch.start > anchor)
      return limitReading(next, 'by', shiftDays(next.stretch.start, -1));
  }
  return limitReading(parsed, 'by', shiftDays(parsed.stretch.start, -1));
}

type OpenKind = 'after' | 'from';

const NOT_BEFORE: readonly (readonly [string, OpenKind])[] = [
  ['not before', 'from'],
  ['no earlier than', 'from'],
  ['not earlier than', 'from'],
  ['no sooner than', 'from'],
  ['not sooner than', 'from'],
  ['not until', 'from'],
  ['not until after', 'after'],
  ['on or after', 'from'],
  ['at the earliest in', 'from'],
  ['at the earliest by', 'from'],
  ['at the earliest on', 'from'],
  ['not any earlier than', 'from'],
];
/** "not for another five years", "not for two weeks". */
const NOT_FOR = ['not for', 'not for at least'];
const OPEN: readonly (readonly [string, OpenKind])[] = [
  ...NOT_BEFORE,
  ['after', 'after'],
  ['only after', 'after'],
  ['sometime after', 'after'],
  ['some time after', 'after'],
  ['any time after', 'after'],
  ['anytime after', 'after'],
  ['later than', 'after'],
  ['beyond', 'after'],
  ['the other side of', 'after'],
  ['since', 'from'],
  ['ever since', 'from'],
  ['from', 'from'],
  ['only from', 'from'],
  ['as of', 'from'],
  ['as from', 'from'],
  ['starting', 'from'],
  ['starting in', 'from'],
  ['starting on', 'from'],
  ['starting from', 'from'],
  ['starting with', 'from'],
  ['beginning', 'from'],
  ['beginning in', 'from'],
  ['beginning on', 'from'],
  ['commencing', 'from'],
  ['effective', 'from'],
  ['effective from', 'from'],
  ['with effect from', 'from'],
];
const OPEN_STARTS = new Set(OPEN.map(([words]) => words.split(' ')[0]));
/** Words a first day without a last begins with in running text. */
export const NOT_BEFORE_STARTS: ReadonlySet<string> = new Set(
  [...NOT_BEFORE.map(([words]) => words), ...NOT_FOR].map((words) => words.split(' ')[0] ?? ''),
);

/**
 * A first day without a last: "not before 2030", "no earlier than May" also in running text; "after 2025", "from May",
 * "since 1990" in a phrase.
 */
export function openAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, anchor } = scene;
  if (!OPEN_STARTS.has(wordAt(tokens, i))) return null;
  for (const words of NOT_FOR) {
    const next = afterWords(tokens, i, words);
    const reading = next === null ? null : afterDurationAt({ ...scene, isRunning: false }, next);
    if (reading !== null) return reading;
  }
  const said = longest(tokens, i, scene.isRunning ? NOT_BEFORE : OPEN);
  if (said === null) return null;
  // "the beginning of 2017" is a part of it.
  if (wordAt(tokens, said.next) === 'of') return null;
  const parsed = spanAt(scene, said.next, true);
  if (parsed === null) return said.kind === 'after' ? afterDurationAt(scene, said.next) : null;
  if (isBoundToEvent(scene, parsed.next) || (scene.isRunning && isOrdinaryWord(scene, said.next, parsed)))
    return null;
  const isSince = /^(?:since|ever)$/u.test(wordAt(tokens, i));
  const start = isSince ? sinceStart(scene, said.next, parsed) : openStart(parsed, said.kind);
  if (scene.isRunning && start <= anchor) return null;
  return openReading({ ...parsed, next: afterOnwards(tokens, parsed.next, true) ?? parsed.next }, start);
}

/** "since March", said in January, is of the year before. */
function sinceStart(scene: TimeScene, from: number, parsed: Parsed): CalendarDate {
  if (parsed.stretch.start <= scene.anchor) return parsed.stretch.start;
  const before = spanAt(saidOn(scene, afterDuration(scene.anchor, { months: 12 }, null, -1)), from, true);
  return before !== null && before.stretch.start <= scene.anchor
    ? before.stretch.start
    : parsed.stretch.start;
}

/** "After D" begins on the following day, as "before D" ends on the one before; a time of day leaves the day as it is. */
function openStart(parsed: Parsed, kind: OpenKind): CalendarDate {
  if (kind === 'from' || parsed.isTimed === true || parsed.isClock === true)
    return parsed.middleOn ?? parsed.stretch.start;
  return shiftDays(parsed.middleOn ?? parsed.stretch.end, 1);
}

function afterDurationAt(scene: TimeScene, i: number): Reading | null {
  const duration = parseDuration(scene.tokens, i);
  if (duration === null || duration.isBareUnit || scene.isRunning) return null;
  const on = afterDuration(scene.anchor, duration, scene.minuteOfDay);
  const { precision, isVague, next } = duration;
  return openReading(
    { stretch: { start: on, end: on, precision, basis: isVague ? 'vague' : 'explicit' }, next },
    on,
  );
}

/** The index after "onwards", "and beyond", "or later", "at the earliest" behind a time; or null. */
export function afterOnwards(tokens: Tokens, i: number, isFrom = false): number | null {
  const at = skipAny(tokens, i, [',']);
  for (const words of [
    'onwards',
    'onward',
    'on',
    'forward',
    'and beyond',
    'and after',
    'and later',
    'or later',
    'or after',
    'or beyond',
    'at the earliest',
    'at the very earliest',
    'at earliest',
  ]) {
    const next = afterWords(tokens, at, words);
    if (next !== null && (words !== 'on' || (isFrom && wordAt(tokens, next) === ''))) return next;
  }
  return null;
}
