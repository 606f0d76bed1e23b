import { addDays } from '#core/domain';
import type { CalendarDate, Deadline, Window } from '#core/domain';
import { dateParts, yearStretch } from './calendar-spans.js';
import { afterDuration, parseDuration } from './time-durations.js';
import { parseTimePhrase, parseTimePhraseOrUnit } from './time-phrase.js';
import type { Parsed, Tokens } from './time-phrase.js';
import { timeTokens, wordAt } from './time-tokens.js';
import { COMING_UNITS, VAGUE_HORIZONS } from './vague-horizons.js';

/** A deadline together with its place in the text it was found in (UTF-16 code units). */
export interface FoundDeadline {
  readonly deadline: Deadline;
  readonly window: Window;
  readonly start: number;
  readonly end: number;
  /** The words could as well be a name, a measure or a date of something else: kept only if nothing better is near. */
  readonly isWeak: boolean;
}

interface Reading {
  readonly next: number;
  readonly window: Window;
  readonly deadline: Omit<Deadline, 'phrase'>;
  readonly isWeak?: boolean;
}

const MAX_PHRASE = 600;

const BY = new Set(['by', 'until', 'till', 'til', 'through', 'thru']);
const DURING = new Set(['in', 'during', 'within', 'over', 'throughout', 'for', 'on', 'at', 'into', 'come']);
const EVENT_WORDS = new Set(['before', 'until', 'till', 'once', 'after', 'when', 'following', 'upon', 'by']);
const PAST_WORDS = new Set(['last', 'past', 'previous', 'since', 'ago', 'earlier']);

/**
 * Reads a deadline out of a phrase such as "by the end of 2022", "in ten years", "before the midterms", as seen from
 * the day it was said. "Before D" is D-1, "by <month or year>" its last day, "before the end of X" X's last day;
 * vague words get the documented defaults of `VAGUE_HORIZONS`; an event keeps its words and has no date.
 *
 * @param phrase English words; other words around the time expression are passed over
 * @param anchor the calendar date the phrase was said on
 * @returns the deadline (dates inclusive), or null where no time is named
 * @example readDeadline('by the end of next month', '2024-01-31')?.deadlineOn === '2024-02-29'
 */
export function readDeadline(phrase: string, anchor: CalendarDate): Deadline | null {
  const text = phrase.slice(0, MAX_PHRASE);
  const tokens = timeTokens(text);
  // The strict reading first: in "prices fall by 2030" the verb is no season.
  const best = bestOf(findIn(text, tokens, anchor, true)) ?? bestOf(findIn(text, tokens, anchor, false));
  if (best !== undefined) return best.deadline;
  if (
    tokens.length > 1 &&
    EVENT_WORDS.has(wordAt(tokens, 0)) &&
    !PAST_WORDS.has(wordAt(tokens, 1)) &&
    wordAt(tokens, 0) !== 'by'
  ) {
    return { windowStartOn: null, deadlineOn: null, precision: null, basis: 'event', phrase: text.trim() };
  }
  if (wordAt(tokens, 0) === 'by' && wordAt(tokens, 1) === 'the' && wordAt(tokens, 2) === 'time') {
    return { windowStartOn: null, deadlineOn: null, precision: null, basis: 'event', phrase: text.trim() };
  }
  return null;
}

function bestOf(found: readonly FoundDeadline[]): FoundDeadline | undefined {
  const firm = found.filter((item) => !item.isWeak);
  return firm.find((item) => item.deadline.deadlineOn !== null) ?? firm[0] ?? found[0];
}

/**
 * Finds the deadlines in running text, in order. Stricter than `readDeadline`: a bare year, month name or season
 * counts only after a preposition or a determiner, and expressions about the past are left out.
 *
 * @returns dated and vague expressions; events are found by clause, not here
 */
export function findDeadlines(text: string, anchor: CalendarDate): FoundDeadline[] {
  return findIn(text, timeTokens(text), anchor, true);
}

function findIn(text: string, tokens: Tokens, anchor: CalendarDate, isRunning: boolean): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  let i = 0;
  while (i < tokens.length) {
    const reading = readAt(text, tokens, i, anchor, isRunning);
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

function readAt(
  text: string,
  tokens: Tokens,
  i: number,
  anchor: CalendarDate,
  isRunning: boolean,
): Reading | null {
  if (isRunning && PAST_WORDS.has(wordAt(tokens, i + 1)) && wordAt(tokens, i) !== 'at') return null;
  return (
    readVague(tokens, i, anchor) ??
    readBetween(tokens, i, anchor) ??
    readLimit(text, tokens, i, anchor, isRunning) ??
    readDuring(text, tokens, i, anchor, isRunning) ??
    readBare(text, tokens, i, anchor, isRunning)
  );
}

function dated(parsed: Parsed, window: Window, end: CalendarDate, withStart: boolean): Reading {
  const { stretch } = parsed;
  return {
    next: parsed.next,
    window,
    deadline: {
      windowStartOn: withStart ? stretch.start : null,
      deadlineOn: end,
      precision: stretch.precision,
      basis: stretch.basis,
    },
  };
}

function readVague(tokens: Tokens, i: number, anchor: CalendarDate): Reading | null {
  let best: Reading | null = null;
  for (const horizon of VAGUE_HORIZONS) {
    const words = horizon.words.split(' ');
    let j = i;
    let matched = true;
    for (const word of words) {
      // "near-term", "not-too-distant": hyphens stand for blanks.
      if (wordAt(tokens, j) === '-' && j > i) j += 1;
      if (wordAt(tokens, j) !== word) {
        matched = false;
        break;
      }
      j += 1;
    }
    if (!matched || (best !== null && best.next >= j)) continue;
    const isDated = horizon.days !== undefined || horizon.months !== undefined;
    best = {
      next: j,
      window: 'by',
      deadline: {
        windowStartOn: null,
        deadlineOn: isDated ? afterDuration(anchor, horizon) : null,
        precision: isDated ? 'month' : null,
        basis: 'vague',
      },
    };
  }
  return best ?? readComingUnits(tokens, i, anchor);
}

/** "in the coming weeks", "over the next months", "in the years ahead", "for decades". */
function readComingUnits(tokens: Tokens, i: number, anchor: CalendarDate): Reading | null {
  let j = i;
  const isFor = wordAt(tokens, j) === 'for';
  if (['in', 'over', 'within', 'during', 'for', 'throughout'].includes(wordAt(tokens, j))) j += 1;
  const hasPreposition = j > i;
  if (wordAt(tokens, j) === 'the') j += 1;
  const isComing = ['coming', 'next', 'following', 'upcoming'].includes(wordAt(tokens, j));
  if (isComing) j += 1;
  const unit = wordAt(tokens, j);
  const horizon = Object.hasOwn(COMING_UNITS, unit) ? COMING_UNITS[unit] : undefined;
  if (horizon === undefined) return null;
  const isAhead =
    wordAt(tokens, j + 1) === 'ahead' || (wordAt(tokens, j + 1) === 'to' && wordAt(tokens, j + 2) === 'come');
  const isBareSpan = isFor || wordAt(tokens, i) === 'within';
  if (!isComing && !isAhead && !(isBareSpan && hasPreposition)) return null;
  const next = isAhead ? (wordAt(tokens, j + 1) === 'ahead' ? j + 2 : j + 3) : j + 1;
  return {
    next,
    window: 'during',
    isWeak: !isComing && !isAhead && isFor,
    deadline: {
      windowStartOn: null,
      deadlineOn: afterDuration(anchor, horizon),
      precision: 'month',
      basis: 'vague',
    },
  };
}

/** "between 2024 and 2026", "from March to May". */
function readBetween(tokens: Tokens, i: number, anchor: CalendarDate): Reading | null {
  const word = wordAt(tokens, i);
  if (word !== 'between' && word !== 'from') return null;
  const first = parseTimePhrase(tokens, i + 1, anchor);
  if (first === null) return null;
  const joint = wordAt(tokens, first.next);
  if (word === 'between' ? joint !== 'and' : !['to', 'through', 'until', 'till'].includes(joint)) return null;
  const second = parseTimePhrase(tokens, first.next + 1, anchor);
  if (second === null || second.stretch.end < first.stretch.start) return null;
  // "from March to May 2031": the year said last holds for both.
  const inYear = parseTimePhrase(tokens, i + 1, `${second.stretch.end.slice(0, 4)}-01-01`);
  const isLater = inYear !== null && inYear.stretch.start <= second.stretch.start;
  const { start } = isLater ? inYear.stretch : first.stretch;
  const whole = { ...second, stretch: { ...second.stretch, start } };
  return dated(whole, 'during', whole.stretch.end, true);
}

/** "by", "before", "until", "through", "no later than", "prior to", "ahead of". */
function readLimit(
  text: string,
  tokens: Tokens,
  i: number,
  anchor: CalendarDate,
  isRunning: boolean,
): Reading | null {
  const word = wordAt(tokens, i);
  const two = `${word} ${wordAt(tokens, i + 1)}`;
  const isBefore = word === 'before' || two === 'prior to' || two === 'ahead of';
  const isLater = /^(?:no|not|any) later$/u.test(two) && wordAt(tokens, i + 2) === 'than';
  if (!isBefore && !isLater && !BY.has(word)) return null;
  const after = i + (isLater ? 3 : two === 'prior to' || two === 'ahead of' ? 2 : 1);
  const parsed = parseTimePhraseOrUnit(tokens, after, anchor);
  // "until the week after the vote": a week, but nobody knows which.
  if (
    parsed === null ||
    (isRunning &&
      (isOrdinaryWord(text, tokens, after, parsed) ||
        /^(?:after|of|when|that)$/u.test(wordAt(tokens, parsed.next))))
  )
    return null;
  const { stretch } = parsed;
  const window: Window = word === 'until' || word === 'till' || word === 'through' ? 'throughout' : 'by';
  if (isBefore && parsed.isEnd !== true) {
    if (stretch.start > anchor) return dated(parsed, 'by', addDays(stretch.start, -1), false);
    // "before winter", said in winter: the one to come. A year that began is over only with its last day.
    const next = parseTimePhraseOrUnit(tokens, after, addDays(stretch.end, 1)) ?? parsed;
    if (next.stretch.start > anchor) return dated(next, 'by', addDays(next.stretch.start, -1), false);
    return dated(parsed, 'by', addDays(stretch.start, -1), false);
  }
  return dated(parsed, window, parsed.middleOn ?? stretch.end, false);
}

/** "in 2025", "during the first quarter", "within six months", "over the next decade", "in ten years' time", "on 5 May". */
function readDuring(
  text: string,
  tokens: Tokens,
  i: number,
  anchor: CalendarDate,
  isRunning: boolean,
): Reading | null {
  const word = wordAt(tokens, i);
  if (!DURING.has(word)) return null;
  let j = i + 1;
  if (wordAt(tokens, j) === 'the' && wordAt(tokens, j + 1) === 'course' && wordAt(tokens, j + 2) === 'of')
    j += 3;
  if (
    wordAt(tokens, j) === 'as' &&
    ['early', 'soon', 'late'].includes(wordAt(tokens, j + 1)) &&
    wordAt(tokens, j + 2) === 'as'
  )
    j += 3;
  const duration = readDuration(tokens, i, j, anchor);
  if (duration !== null) return duration;
  const parsed = takesUnit(tokens, word, j)
    ? parseTimePhraseOrUnit(tokens, j, anchor)
    : parseTimePhrase(tokens, j, anchor);
  if (parsed === null || (isRunning && isOrdinaryWord(text, tokens, j, parsed))) return null;
  const isDay = parsed.stretch.start === parsed.stretch.end;
  const window: Window = word === 'throughout' ? 'throughout' : isDay ? 'on' : 'during';
  if (wordAt(tokens, j) === 'later')
    return dated(
      { ...parsed, stretch: { ...parsed.stretch, start: anchor } },
      window,
      parsed.stretch.end,
      true,
    );
  return dated(parsed, window, parsed.stretch.end, true);
}

/** "in the year" is a time, "in the year of the flood" and "for the week" are not. */
function takesUnit(tokens: Tokens, preposition: string, j: number): boolean {
  if (preposition === 'for' || preposition === 'at' || preposition === 'on') return false;
  if (wordAt(tokens, j) !== 'the' || wordAt(tokens, j + 1) === 'next') return true;
  return !/^(?:of|that|when|to|since|after|before|since)$/u.test(wordAt(tokens, j + 2));
}

function readDuration(tokens: Tokens, i: number, j: number, anchor: CalendarDate): Reading | null {
  const word = wordAt(tokens, i);
  if (word === 'on' || word === 'at' || word === 'into') return null;
  const duration = parseDuration(tokens, j);
  if (duration === null) return null;
  const first = wordAt(tokens, j);
  const isComing =
    /^(?:next|coming|following)$/u.test(first) ||
    /^(?:next|coming|following)$/u.test(wordAt(tokens, j + 1)) ||
    /^(?:next|coming|following)$/u.test(wordAt(tokens, j + 2));
  // "in the year", "in the century": a unit, not a length of time. "in next year's budget": a calendar year.
  if (first === 'the' && !isComing) return null;
  if (first === 'next' || first === 'coming' || first === 'following') {
    if (duration.next === j + 2 && !wordAt(tokens, j + 1).endsWith('s')) return null;
  }
  let { next } = duration;
  if (/^(?:ago|earlier|before|later|after|old)$/u.test(wordAt(tokens, next))) return null;
  if (wordAt(tokens, next) === 'from' && ['now', 'today'].includes(wordAt(tokens, next + 1))) next += 2;
  const end = afterDuration(anchor, duration);
  return {
    next,
    window: word === 'for' || word === 'throughout' ? 'throughout' : 'by',
    isWeak: word === 'for' || (word === 'over' && !isComing),
    deadline: {
      windowStartOn: isComing || word === 'within' ? anchor : null,
      deadlineOn: end,
      precision: duration.precision,
      basis: duration.isVague ? 'vague' : 'explicit',
    },
  };
}

/** Without a preposition: "next year", "tomorrow", "January 5", "six months from now", "this summer"; on its own, anything. */
function readBare(
  text: string,
  tokens: Tokens,
  i: number,
  anchor: CalendarDate,
  isRunning: boolean,
): Reading | null {
  const isCalendarUnit =
    /^(?:next|coming|following)$/u.test(wordAt(tokens, i)) && !wordAt(tokens, i + 1).endsWith('s');
  const duration = isCalendarUnit ? null : parseDuration(tokens, i);
  if (duration !== null) {
    const from = wordAt(tokens, duration.next);
    const of = wordAt(tokens, duration.next + 1);
    const isFromNow = (from === 'from' && (of === 'now' || of === 'today')) || from === 'hence';
    if (isFromNow || !isRunning) {
      const next = from === 'hence' ? duration.next + 1 : isFromNow ? duration.next + 2 : duration.next;
      const isPast = from === 'ago' || from === 'earlier';
      if (!isPast && (isFromNow || wordAt(tokens, i) !== 'the'))
        return {
          next,
          window: 'by',
          isWeak: !isFromNow,
          deadline: {
            windowStartOn: null,
            deadlineOn: afterDuration(anchor, duration),
            precision: duration.precision,
            basis: duration.isVague ? 'vague' : 'explicit',
          },
        };
    }
  }
  const parsed = parseTimePhrase(tokens, i, anchor);
  if (parsed === null) return null;
  const isSpan = parsed.stretch.start !== parsed.stretch.end && parsed.isEnd !== true;
  if (wordAt(tokens, i) === 'later') {
    return dated(
      { ...parsed, stretch: { ...parsed.stretch, start: anchor } },
      'during',
      parsed.stretch.end,
      true,
    );
  }
  if (!isRunning) return dated(parsed, 'during', parsed.stretch.end, isSpan);
  const lead = wordAt(tokens, i);
  const isLed = /^(?:this|next|later|tomorrow|tonight|end|early|mid|late)$/u.test(lead) && parsed.next > i;
  const isFullDate = parsed.stretch.precision === 'day' && parsed.next - i >= 2;
  if (!isLed && !isFullDate) return null;
  if (isOrdinaryWord(text, tokens, i, parsed)) return null;
  return { ...dated(parsed, 'during', parsed.stretch.end, isSpan), isWeak: !isLed };
}

/** "may", "march", "fall", "spring" in lower case are ordinary words unless a determiner or a number makes them times. */
function isOrdinaryWord(text: string, tokens: Tokens, at: number, parsed: Parsed): boolean {
  const only = parsed.next - at === 1;
  const token = tokens[at];
  if (!only || token === undefined) return false;
  const raw = text.slice(token.start, token.end);
  if (/^(?:may|march|mar|sun|sat|dec|fall|spring)$/u.test(raw)) return true;
  // "in 2000 cases", "by 2030 units": a year is followed by a mark, a function word or the end.
  return /^\d{4}$/u.test(raw) && !followsYear(tokens, parsed.next);
}

function followsYear(tokens: Tokens, next: number): boolean {
  const word = wordAt(tokens, next);
  return !/^(?:percent|people|troops|men|soldiers|miles|km|metres|meters|feet|dollars|euros|pounds|units|points|cases|deaths|jobs|votes|seats)$/u.test(
    word,
  );
}

/** The calendar year a date falls in, as a stretch: for deadlines inherited from a title ("Outlook for 2031"). */
export function yearOf(on: CalendarDate): { start: CalendarDate; end: CalendarDate } {
  const { start, end } = yearStretch(dateParts(on).year);
  return { start, end };
}
