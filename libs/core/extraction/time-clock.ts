import { parseDuration } from './time-durations.js';
import type { TimeScene } from './time-scene.js';
import { afterWords, isApostrophe, isDash, readNumber, skipAny, touchesNext, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

/** A time of day. For deadlines only the day counts, so of most of them only the end is used. */
export interface Clock {
  readonly next: number;
  /** Minutes since midnight, for telling whether the time has passed; null where it is a stretch or in doubt. */
  readonly minute: number | null;
  /** Said with am, pm, a colon, o'clock or a name: a time even where nothing else says so. */
  readonly isFirm: boolean;
  /** "from 3 to 4 pm". */
  readonly isRange?: boolean;
}

const DAY_PARTS = new Set(
  'morning afternoon evening night nightfall noon midday midnight dawn dusk daybreak sunrise sunset sundown lunch lunchtime breakfast dinner dinnertime teatime afternoonish'.split(
    ' ',
  ),
);
const NAMED_TIMES: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 1440],
]);
const ZONES =
  /^(?:gmt|utc|z|bst|cet|cest|eet|eest|msk|ist|jst|kst|hkt|sgt|aest|aedt|nzst|nzdt|e[sd]?t|c[sd]?t|m[sd]t|p[sd]?t|pacific|eastern|central)$/u;

const isHour = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 24;
const isMinute = (word: string): boolean => /^[0-5]\d$/u.test(word);

/** The index after "am", "p.m.", "p m", "in the PM" with whether it is the afternoon; single letters only if allowed. */
function meridiemAt(tokens: Tokens, i: number, takesLetter: boolean): { isPm: boolean; next: number } | null {
  const word = wordAt(tokens, i);
  const inThe = afterWords(tokens, i, 'in the');
  if (inThe !== null && /^(?:am|pm)$/u.test(wordAt(tokens, inThe)))
    return { isPm: wordAt(tokens, inThe) === 'pm', next: inThe + 1 };
  if (word === 'am' || word === 'pm') return { isPm: word === 'pm', next: i + 1 };
  if (word !== 'a' && word !== 'p') return null;
  const isPm = word === 'p';
  const dot = skipAny(tokens, i + 1, ['.']);
  if (wordAt(tokens, dot) === 'm') {
    const closed = wordAt(tokens, dot + 1) === '.' && dot > i + 1 ? dot + 2 : dot + 1;
    return { isPm, next: closed };
  }
  return takesLetter && (touchesNext(tokens, i - 1) || dot > i + 1) ? { isPm, next: dot } : null;
}

/** "ish", "sharp", "GMT", "(BST)", "local time", "Eastern time" after a time. */
function skipZone(tokens: Tokens, i: number): number {
  let next = skipAny(tokens, i, ['ish', 'sharp', 'approximately', 'local', 'precisely']);
  const isOpen = wordAt(tokens, next) === '(';
  const at = isOpen ? next + 1 : next;
  if (ZONES.test(wordAt(tokens, at))) {
    next = isOpen && wordAt(tokens, at + 1) === ')' ? at + 2 : at + 1;
  }
  return skipAny(tokens, next, ['time']);
}

interface Hands {
  readonly hour: number;
  readonly minute: number;
  readonly next: number;
  readonly isFirm: boolean;
  readonly isOf24?: boolean;
}

/** The figures of a time: "3:18", "15h30", "9.30 pm", "1030", "3 15", "three thirty", "nine fifty nine". */
function handsAt(tokens: Tokens, i: number): Hands | null {
  const word = wordAt(tokens, i);
  const joint = wordAt(tokens, i + 1);
  const after = wordAt(tokens, i + 2);
  if (/^\d{1,2}$/u.test(word) && isHour(Number(word))) {
    const hour = Number(word);
    if (joint === ':' && isMinute(after))
      return {
        hour,
        minute: Number(after),
        next: afterSeconds(tokens, i + 3),
        isFirm: true,
        isOf24: word.startsWith('0'),
      };
    if (joint === 'h' && touchesNext(tokens, i)) {
      const isLong = isMinute(after) && touchesNext(tokens, i + 1);
      return {
        hour,
        minute: isLong ? Number(after) : 0,
        next: isLong ? i + 3 : i + 2,
        isFirm: true,
        isOf24: true,
      };
    }
    if (isMinute(joint) && !touchesNext(tokens, i))
      return { hour, minute: Number(joint), next: i + 2, isFirm: false };
    return { hour, minute: 0, next: i + 1, isFirm: false };
  }
  const dotted = /^(\d{1,2})\.([0-5]\d)$/u.exec(word);
  if (dotted !== null && isHour(Number(dotted[1])))
    return { hour: Number(dotted[1]), minute: Number(dotted[2]), next: i + 1, isFirm: false };
  if (/^\d{3,4}$/u.test(word)) {
    const value = Number(word);
    // Four figures that could be a year are one: "before 2014".
    const isYear = value >= 1800 && !meridiemAt(tokens, i + 1, false);
    const isTime = isHour(Math.floor(value / 100)) && value % 100 < 60 && value >= 100 && !isYear;
    return isTime ? { hour: Math.floor(value / 100), minute: value % 100, next: i + 1, isFirm: false } : null;
  }
  return spokenAt(tokens, i);
}

function afterSeconds(tokens: Tokens, i: number): number {
  return wordAt(tokens, i) === ':' && /^[0-5]\d(?:\.\d+)?$/u.test(wordAt(tokens, i + 1)) ? i + 2 : i;
}

function spokenAt(tokens: Tokens, i: number): Hands | null {
  if (!/^[a-z]{3,}$/u.test(wordAt(tokens, i))) return null;
  const hour = readNumber(tokens, i);
  if (hour === null || hour.value < 1 || hour.value > 12) return null;
  const at = isDash(wordAt(tokens, hour.next)) ? hour.next + 1 : hour.next;
  const minute = /^[a-z]{3,}$/u.test(wordAt(tokens, at)) ? readNumber(tokens, at) : null;
  if (minute === null || minute.value < 10)
    return { hour: hour.value, minute: 0, next: hour.next, isFirm: false };
  return minute.value < 60
    ? { hour: hour.value, minute: minute.value, next: minute.next, isFirm: false }
    : null;
}

/** Without am or pm the later of the two hours that may be meant; "15:30", "03:30", "3h18" are of the 24-hour clock. */
function toMinute(hands: Hands, isPm: boolean | null): number {
  const { hour, minute, isOf24 } = hands;
  if (isPm === null) return (isOf24 || hour >= 12 ? hour : hour + 12) * 60 + minute;
  return ((hour % 12) + (isPm ? 12 : 0)) * 60 + minute;
}

/** One time: figures with what follows them, a named time, or minutes past and to another. */
function singleAt(tokens: Tokens, i: number, isLed: boolean): Clock | null {
  const named =
    NAMED_TIMES.get(wordAt(tokens, i)) ?? (afterWords(tokens, i, 'mid day') === null ? undefined : 720);
  if (named !== undefined) {
    return {
      next: skipZone(tokens, wordAt(tokens, i) === 'mid' ? i + 2 : i + 1),
      minute: named,
      isFirm: true,
    };
  }
  const relative = relativeAt(tokens, i, isLed);
  if (relative !== null) return relative;
  const hands = handsAt(tokens, i);
  if (hands === null) return null;
  const clock = oClockAt(tokens, hands.next);
  const at = skipAny(tokens, clock ?? hands.next, ['ish']);
  const meridiem = meridiemAt(tokens, at, isLed || hands.isFirm);
  const zoned = skipZone(tokens, meridiem?.next ?? at);
  const isFirm = hands.isFirm || clock !== null || meridiem !== null;
  if (meridiem !== null && (hands.hour > 12 || hands.hour === 0)) return null;
  return { next: zoned, minute: toMinute(hands, meridiem?.isPm ?? null), isFirm };
}

/** "o'clock", "oclock". */
function oClockAt(tokens: Tokens, i: number): number | null {
  if (wordAt(tokens, i) === 'oclock') return i + 1;
  const isIt =
    wordAt(tokens, i) === 'o' && isApostrophe(wordAt(tokens, i + 1)) && wordAt(tokens, i + 2) === 'clock';
  return isIt ? i + 3 : null;
}

/** "half past three", "a quarter to noon", "20 past 3pm", "15 minutes from 1pm", "twenty after 3pm", "half three". */
function relativeAt(tokens: Tokens, i: number, isLed: boolean): Clock | null {
  const at = skipAny(tokens, i, ['a']);
  const word = wordAt(tokens, at);
  const number =
    word === 'half'
      ? { value: 30, next: at + 1 }
      : word === 'quarter'
        ? { value: 15, next: at + 1 }
        : readNumber(tokens, i);
  if (number === null || number.value < 1 || number.value >= 60) return null;
  const isMinutes = /^(?:minutes?|mins?)$/u.test(wordAt(tokens, number.next));
  const link = isMinutes ? number.next + 1 : number.next;
  const joint = wordAt(tokens, link);
  const isHalfThree =
    word === 'half' && /^[a-z]+$/u.test(joint) && readNumber(tokens, link) !== null && at === i;
  const direction = /^(?:past|after|from)$/u.test(joint) ? 1 : /^(?:to|before|till)$/u.test(joint) ? -1 : 0;
  if (direction === 0 && !isHalfThree) return null;
  const base = singleAt(tokens, direction === 0 ? link : link + 1, true);
  if (base === null) return null;
  const isQuarter = word === 'half' || word === 'quarter';
  // "15 to 20" is a range; a time needs its am, pm or name, or the words quarter and half.
  if (!base.isFirm && !isHalfThree && !(isQuarter && (isLed || joint === 'past'))) return null;
  const minute =
    base.minute === null ? null : base.minute + (direction === 0 ? 30 : direction * number.value);
  return { next: base.next, minute, isFirm: true };
}

/** "in the morning", "early in the hours of the morning", "this afternoon", "at night", "late tonight", "lunch". */
export function dayPartAt(tokens: Tokens, i: number): number | null {
  let next = skipAny(tokens, i, ['early', 'late', 'mid']);
  next = skipAny(tokens, next, ['in', 'at', 'during', 'by', 'before', 'after', 'on']);
  next = skipAny(tokens, next, ['the', 'this']);
  next = skipAny(tokens, next, ['early', 'late', 'small', 'mid']);
  next = afterWords(tokens, next, 'hours of the') ?? afterWords(tokens, next, 'hours of') ?? next;
  if (!DAY_PARTS.has(wordAt(tokens, next))) return null;
  return skipAny(tokens, next + 1, ['hours', 'ish']);
}

const JOINTS = new Set([
  'to',
  'until',
  'untill',
  'till',
  'til',
  'and',
  'through',
  'thru',
  '-',
  '\u2013',
  '\u2014',
]);
const PREFIXES = new Set(
  'at @ around about approximately roughly by before after from since between for circa until till through in later than'.split(
    ' ',
  ),
);

/** Words, besides figures and numbers, that a time of day begins with. */
export const CLOCK_STARTS: readonly string[] = [
  ...PREFIXES,
  ...DAY_PARTS,
  ...'half quarter mid on during the this early late small hours'.split(' '),
];

/**
 * The time of day at token `i`, with its preposition ("at", "around", "from ... to", "between ... and") and, where it
 * is a range, its end. Bare figures count as a time only after such a word, and never in running text.
 *
 * @example clockAt(scene('half past 3 pm'), 0)?.minute === 930
 */
export function clockAt(scene: TimeScene, i: number, takesBare = false): Clock | null {
  const { tokens } = scene;
  const clock = bareClockAt(scene, i, takesBare);
  if (clock === null) return null;
  // "4pm for 30 mins"
  const length = wordAt(tokens, clock.next) === 'for' ? parseDuration(tokens, clock.next + 1) : null;
  return length === null || length.minutes === 0 ? clock : { ...clock, next: length.next, isRange: true };
}

function bareClockAt(scene: TimeScene, i: number, takesBare: boolean): Clock | null {
  const { tokens } = scene;
  let at = i;
  while (PREFIXES.has(wordAt(tokens, at)) && at < i + 3) at += 1;
  const isLed = at > i || takesBare;
  const first = singleAt(tokens, at, isLed);
  const range = rangeAt(tokens, at, first);
  if (range !== null && (range.isFirm || (isLed && !scene.isRunning))) return range;
  if (first === null) return null;
  if (!first.isFirm && (scene.isRunning || !isLed)) {
    const part = scene.isRunning ? null : dayPartAt(tokens, first.next);
    if (part === null || first.minute === null) return null;
    return { next: part, minute: inPart(tokens, part, first.minute), isFirm: true };
  }
  const part = dayPartAt(tokens, first.next);
  const isInPart = part !== null && /^(?:in|at|this)$/u.test(wordAt(tokens, first.next));
  return isInPart
    ? { ...first, next: part, minute: inPart(tokens, part, first.minute), isFirm: true }
    : first;
}

/** "3 in the morning" is before noon. */
function inPart(tokens: Tokens, next: number, minute: number | null): number | null {
  return minute !== null && wordAt(tokens, next - 1) === 'morning' ? minute % 720 : minute;
}

/** "9:30 - 11:00", "3-4pm", "from 3:30 to six p.m.", "8am until 6": one of the two must be surely a time. */
function rangeAt(tokens: Tokens, at: number, first: Clock | null): Clock | null {
  const head = first ?? handsAt(tokens, at);
  if (head === null || !JOINTS.has(wordAt(tokens, head.next))) return null;
  const second = singleAt(tokens, head.next + 1, true);
  if (second === null) return null;
  const part = dayPartAt(tokens, second.next);
  const isFirm = second.isFirm || (first?.isFirm ?? false) || part !== null;
  return { next: part ?? second.next, minute: second.minute, isFirm, isRange: true };
}
