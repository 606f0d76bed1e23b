import { wordSet } from './word-set.js';
import type { Window } from '#core/domain';
import { shiftDays } from './calendar-spans.js';
import { afterDuration, parseDuration } from './time-durations.js';
import type { Duration } from './time-durations.js';
import { isBoundToEvent, isEventNoun } from './time-events.js';
import { afterAgo, afterNow } from './time-offsets.js';
import { isOrdinaryWord } from './time-ordinary.js';
import { holidayAt } from './time-holidays.js';
import { monthAt, weekdayAt } from './time-names.js';
import { stretchAt } from './time-phrase.js';
import { betweenAt, spanAt } from './time-ranges.js';
import { duringReading } from './time-reading.js';
import type { Reading } from './time-reading.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, isApostrophe, skipAny, wordAt } from './time-tokens.js';
import { weeksOnAt } from './time-weeks.js';
import type { Tokens } from './time-tokens.js';

const DURING = new Set(
  'in during within over throughout for on at into come inside across around toward towards amid'.split(' '),
);
/** With these a length of time is a horizon; "on two days", "at five years" are not. */
const SPANNING = new Set('in within over for during throughout inside across'.split(' '));
/** Words a stretch begins with: its preposition, or "as early as". */
export const DURING_STARTS: ReadonlySet<string> = new Set([...DURING, ...SPANNING, 'as', 'with']);
const AS_EARLY = ['as early as', 'as soon as', 'as late as', 'as far out as'];

/** "between 2024 and 2026", "from March to May", "for 10 days from 18 December". */
export function betweenReadingAt(scene: TimeScene, i: number): Reading | null {
  const parsed = betweenAt(scene, i);
  return parsed === null ? null : duringReading(parsed, 'during');
}

/** "in 2025", "during the first quarter", "within six months", "over the next decade", "as early as May", "on 5 May". */
export function duringAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, isRunning } = scene;
  const word = wordAt(tokens, i);
  if (word === 'for' && wordAt(tokens, i + 1) === 'now') return null;
  const early = asEarlyAt(tokens, i);
  if (early !== null) return earlyReading(scene, early);
  if (word === 'with') return isRunning ? firstOfAt(scene, i) : null;
  if (!DURING.has(word)) return null;
  const j = afterPreposition(tokens, i);
  const parsed = spanAt(scene, j, takesUnit(scene, word, j));
  if (parsed === null || (isRunning && isOdd(scene, word, j, parsed))) return null;
  return { ...duringReading(parsed, word === 'throughout' ? 'throughout' : undefined) };
}

/** "With the first snows of December": what marks a time of the year, and the month it comes in. */
function firstOfAt(scene: TimeScene, i: number): Reading | null {
  const { tokens } = scene;
  if (wordAt(tokens, i + 1) !== 'the' || !/^(?:first|last|next)$/u.test(wordAt(tokens, i + 2))) return null;
  for (let at = i + 3; at < i + 6 && /^[a-z]+$/u.test(wordAt(tokens, at)); at += 1) {
    if (wordAt(tokens, at + 1) !== 'of') continue;
    const parsed = spanAt(scene, at + 2, false);
    return parsed === null || isOrdinaryWord(scene, at + 2, parsed) ? null : duringReading(parsed);
  }
  return null;
}

function afterPreposition(tokens: Tokens, i: number): number {
  const at = afterWords(tokens, i + 1, 'the course of') ?? i + 1;
  return asEarlyAt(tokens, at) ?? at;
}

function asEarlyAt(tokens: Tokens, i: number): number | null {
  if (wordAt(tokens, i) !== 'as') return null;
  for (const words of AS_EARLY) {
    const next = afterWords(tokens, i, words);
    if (next !== null) return skipAny(tokens, next, ['in', 'on', 'by', 'at']);
  }
  return null;
}

function earlyReading(scene: TimeScene, i: number): Reading | null {
  const parsed = spanAt(scene, i, false);
  return parsed === null || (scene.isRunning && isOrdinaryWord(scene, i, parsed))
    ? null
    : duringReading(parsed);
}

/** In running text: a preposition that does not go with such a time. */
function isOdd(scene: TimeScene, preposition: string, at: number, parsed: Parsed): boolean {
  if (isOrdinaryWord(scene, at, parsed)) return true;
  const { stretch } = parsed;
  const isLong = stretch.precision !== 'day';
  if (preposition === 'on') return isLong;
  // "at 2030", "around 2000": a number as likely as a year.
  if (/^(?:at|around|amid|across)$/u.test(preposition) && /^\d/u.test(wordAt(scene.tokens, at)))
    return parsed.next - at === 1;
  return preposition === 'amid';
}

/** "in the year" is a time, "in the year of the flood" and "for the week" are not. */
function takesUnit(scene: TimeScene, preposition: string, j: number): boolean {
  const { tokens } = scene;
  if (wordAt(tokens, j) === 'the' && wordAt(tokens, j + 1) === 'weekend') return preposition !== 'for';
  if (preposition === 'for' || preposition === 'at' || preposition === 'on') return false;
  if (wordAt(tokens, j) !== 'the' || wordAt(tokens, j + 1) === 'next') return true;
  return !/^(?:of|that|when|to|since|after|before|in)$/u.test(wordAt(tokens, j + 2));
}

const NOT_AFTER = wordSet('ago earlier before later after old of following into since back');

/** "within six months", "in ten years' time", "over the next decade", "for twenty years", "in two weeks' time". */
export function durationAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, anchor } = scene;
  const word = wordAt(tokens, i);
  if (!SPANNING.has(word)) return null;
  const j = afterPreposition(tokens, i);
  const duration = parseDuration(tokens, j);
  if (duration === null) return null;
  // "in the year", "in next year's budget": a unit of the calendar. "in the next year": twelve months.
  if (duration.isBareUnit && (!duration.isComing || !isLengthy(tokens, j, duration))) return null;
  if (scene.isRunning && (isTrifle(duration, word) || (word === 'in' && isSuperlative(tokens, i))))
    return null;
  const bound = boundDurationAt(scene, word, duration);
  if (bound !== null) return bound;
  const next = afterNow(tokens, duration.next) ?? duration.next;
  if (NOT_AFTER.has(wordAt(tokens, next))) return null;
  if (duration.isPast) return scene.isRunning ? null : pastReading(scene, duration);
  return {
    next,
    window: word === 'for' || word === 'throughout' ? 'throughout' : 'by',
    isWeak: word === 'for' || (word === 'over' && !duration.isComing),
    deadline: {
      windowStartOn: duration.isComing || word === 'within' || word === 'inside' ? anchor : null,
      deadlineOn: afterDuration(anchor, duration, scene.minuteOfDay),
      precision: duration.precision,
      basis: duration.isVague ? 'vague' : 'explicit',
    },
  };
}

/** "in the next year", "in another year" are lengths; "in next year's budget", "in the following year" units. */
function isLengthy(tokens: Tokens, j: number, duration: Duration): boolean {
  const first = wordAt(tokens, j);
  if (/^(?:next|coming|following|upcoming)$/u.test(first) || wordAt(tokens, j + 1) === 'following')
    return false;
  return (
    !isApostrophe(wordAt(tokens, duration.next)) &&
    !/^(?:fiscal|financial|calendar)$/u.test(wordAt(tokens, duration.next - 2))
  );
}

/** In running text minutes are never a horizon, and hours only where they are said to come: "for 4 hours", "in 3 minutes". */
function isTrifle(duration: Duration, preposition: string): boolean {
  if (duration.minutes === 0) return false;
  return duration.minutes < 60 || !(preposition === 'within' || duration.isComing);
}

/** "the worst crisis in a decade", "for the first time in ten years" look back. */
function isSuperlative(tokens: Tokens, i: number): boolean {
  for (let j = i - 1; j > Math.max(0, i - 7); j -= 1) {
    const word = wordAt(tokens, j);
    if (
      !/^[a-z-]+$/u.test(word) ||
      /^(?:will|would|may|might|could|should|is|are|be|was|shall|can)$/u.test(word)
    )
      return false;
    if (
      /^(?:worst|best|first|only|most|least|[a-z]{2,}est)$/u.test(word) &&
      /^(?:the|its|their|his|her|our|a)$/u.test(wordAt(tokens, j - 1))
    )
      return true;
  }
  return false;
}

/** "within two weeks of 1 March", "within a year after the end of 2025": counted from the date. */
function boundDurationAt(scene: TimeScene, preposition: string, duration: Duration): Reading | null {
  if (!/^(?:of|after|from|following)$/u.test(wordAt(scene.tokens, duration.next)) || duration.isPast)
    return null;
  if (afterNow(scene.tokens, duration.next) !== null) return null;
  const base = stretchAt(scene, duration.next + 1, 1);
  if (base === null || base.isClock === true || isBoundToEvent(scene, base.next)) return null;
  const end = afterDuration(base.stretch.end, duration);
  const start = preposition === 'in' ? end : base.stretch.start;
  return duringReading({
    next: base.next,
    stretch: { ...base.stretch, start, end, precision: duration.precision },
  });
}

function pastReading(scene: TimeScene, duration: Duration): Reading {
  const { anchor, minuteOfDay } = scene;
  const start = afterDuration(anchor, duration, minuteOfDay, -1);
  const isDays = duration.precision === 'day' && duration.days > 0;
  return duringReading({
    next: duration.next,
    stretch: {
      start,
      // "the last two days" are over.
      end: isDays ? shiftDays(anchor, -1) : anchor,
      precision: duration.precision,
      basis: duration.isVague ? 'vague' : 'explicit',
    },
  });
}

const BARE_LEADS = new Set('this next later tomorrow tonight end early mid late'.split(' '));
/** Words, besides figures and names of the calendar, that a time without a preposition begins with in running text. */
export const BARE_STARTS: ReadonlySet<string> = new Set([...BARE_LEADS, 'the', 'a', 'one', 'two']);

/** Without a preposition: "next year", "tomorrow", "January 5", "six months from now"; in a phrase anything. */
export function bareAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, isRunning } = scene;
  const weeksOn = isRunning ? weeksOnAt(scene, i, 0) : null;
  if (weeksOn !== null) return duringReading(weeksOn);
  if (isRunning && !BARE_LEADS.has(wordAt(tokens, i)) && !mayBeFullDate(scene, i)) return null;
  const parsed = spanAt(scene, i, false);
  if (parsed === null) return null;
  const reading = duringReading(parsed);
  if (!isRunning) return reading;
  const isLed = BARE_LEADS.has(wordAt(tokens, i)) && parsed.next > i;
  // "The Sun", "Friday": a weekday alone is not enough; "will vote Friday on it" is.
  const isFullDate =
    parsed.stretch.precision === 'day' && parsed.next - i >= 2 && parsed.stretch.basis === 'explicit';
  const isNamed = weekdayAt(scene, i) !== null;
  const isOfEvent = isNamed && isDayOfEvent(tokens, i, parsed.next);
  const isWeekday = isOfEvent || (isNamed && isAdverbial(tokens, i, parsed.next));
  if ((!isLed && !isFullDate && !isWeekday) || isOrdinaryWord(scene, i, parsed)) return null;
  return { ...reading, isWeak: !isLed && !isOfEvent };
}

const NO_ADVERB_BEFORE = wordSet(
  'the a an this last every each any some of from since until till after before by on and or like as than black good ash palm bloody his her its their our my your was is were are be s',
);
const NO_NOUN_AFTER =
  /^(?:|[^a-z\d]|on|at|to|in|for|with|by|as|after|before|when|while|if|or|and|that|but|over|through|under|against|amid|because|into|from|unless|whether|until|though|although)$/u;

/** "Will vote Tuesday on the bill", "rain Friday night": the day without "on", and no name or noun beside it. */
function isAdverbial(tokens: Tokens, i: number, next: number): boolean {
  const before = tokens[i - 1];
  return (
    before !== undefined &&
    !before.isCapital &&
    /^[a-z]{2,}$/u.test(before.word) &&
    !NO_ADVERB_BEFORE.has(before.word) &&
    NO_NOUN_AFTER.test(wordAt(tokens, next)) &&
    !isApostrophe(wordAt(tokens, next))
  );
}

/** "The deadline's Monday", "the vote is Thursday". */
function isDayOfEvent(tokens: Tokens, i: number, next: number): boolean {
  const before = wordAt(tokens, i - 1);
  const at = before === 'is' ? i - 2 : before === 's' && isApostrophe(wordAt(tokens, i - 2)) ? i - 3 : -1;
  return at >= 0 && isEventNoun(wordAt(tokens, at)) && NO_NOUN_AFTER.test(wordAt(tokens, next));
}

/** In running text a time without preposition or lead must look like a date: a name with a capital, or figures and a month. */
function mayBeFullDate(scene: TimeScene, i: number): boolean {
  const { tokens } = scene;
  const token = tokens[i];
  if (token === undefined) return false;
  if (/^\d/u.test(token.word)) {
    for (let j = i + 1; j < i + 5; j += 1)
      if (/^(?:[-/.:]|of|st|nd|rd|th|am|pm|to)$/u.test(wordAt(tokens, j)) || monthAt(scene, j) !== null)
        return true;
    return /^\d+\.\d/u.test(token.word);
  }
  if (token.word === 'the') return token.isCapital && mayBeFullDate(scene, i + 1);
  return (
    token.isCapital &&
    (monthAt(scene, i) !== null || weekdayAt(scene, i) !== null || holidayAt(tokens, i) !== null)
  );
}

const LASTS = wordSet(
  'lasts last continues continue runs run takes take stays stay needs need holds hold waits wait',
);

/** "This lasts another year", "Another fortnight of rain": so much longer than today. */
function isAnother(tokens: Tokens, i: number, next: number): boolean {
  // "Six more months of it", "for two or three more decades".
  const before = wordAt(tokens, i - 1);
  if (wordAt(tokens, next - 2) === 'more' && next - 2 > i)
    return (
      (LASTS.has(before) || /^(?:for|least|perhaps|about)$/u.test(before)) &&
      !/^(?:ago|later|before|after|than|old)$/u.test(wordAt(tokens, next))
    );
  if (wordAt(tokens, i) !== 'another') return false;
  return LASTS.has(before) || (wordAt(tokens, next) === 'of' && /^(?:|[.;:!?\u2013\u2014])$/u.test(before));
}

const isLong = (duration: Duration): boolean =>
  duration.precision === 'year' || duration.precision === 'decade';

/** "six months from now", "a decade hence"; in a phrase also "two years", "the next three months", "the last two weeks". */
export function bareLengthAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, anchor, isRunning } = scene;
  const duration = parseDuration(tokens, i);
  // "15h" alone is three in the afternoon.
  if (duration === null || wordAt(tokens, duration.next - 1) === 'h') return null;
  const fromNow = afterNow(tokens, duration.next);
  // "the next decade" is ten years, "next decade" one of the calendar.
  const isAhead = wordAt(tokens, i) === 'the' && duration.isComing && isLengthy(tokens, i, duration);
  if (duration.isBareUnit && !(isAhead && (!isRunning || isLong(duration)))) return null;
  const isLasting = isRunning && isAnother(tokens, i, duration.next);
  if (isRunning && (duration.minutes > 0 || (fromNow === null && !isAhead && !isLasting))) return null;
  if (fromNow === null) {
    if (
      /^(?:from|on)$/u.test(wordAt(tokens, duration.next)) ||
      (NOT_AFTER.has(wordAt(tokens, duration.next)) && !isLasting) ||
      afterAgo(tokens, duration.next) !== null
    )
      return null;
    if (duration.isPast) return pastReading(scene, duration);
  }
  const window: Window = 'by';
  return {
    next: fromNow ?? duration.next,
    window,
    // "they plan ten years down the road": a manner of speaking as often as a date.
    isWeak: fromNow === null ? !isAhead : !/^(?:now|today|hence)$/u.test(wordAt(tokens, fromNow - 1)),
    deadline: {
      windowStartOn: duration.isComing ? anchor : null,
      deadlineOn: afterDuration(anchor, duration, scene.minuteOfDay),
      precision: duration.precision,
      basis: duration.isVague ? 'vague' : 'explicit',
    },
  };
}
