import { allMatches } from '#core/text';
import { boundOf, isAttached, isForecast, isQuantity } from './number-context.js';
import { findDecimal, findFraction, findRatio } from './number-forms.js';
import { hitAt } from './number-hit.js';
import type { NumberHit } from './number-hit.js';
import { findOdds } from './number-odds.js';
import { parseNumber, UP_TO_HUNDRED } from './number-words.js';

export type { NumberHit } from './number-hit.js';

const SIGN = String.raw`(?:%|percent(?:age)?\b|per[ -]?cent\b|pct\b|p\.?c\.?(?!\p{L}))`;
/** A range, or one number: groups 1 and 2, or 3. */
const PERCENT = new RegExp(
  String.raw`(?<![\d.,\p{L}])(?:(${UP_TO_HUNDRED})\s?${SIGN}?\s?(?:-|\u2013|\u2014|\bto\b|\band\b|\bor\b)\s?(?:an? |about |around )?(${UP_TO_HUNDRED})[\s-]?${SIGN}|(${UP_TO_HUNDRED})(?:ish|[ -]odd)?[\s-]?${SIGN})(?! ?point)`,
  'giu',
);
const HAS_SIGN = /%|cent|pct|p\.?c/iu;
const MOVED_FROM =
  /\b(?:chances?|odds|probability|likelihood)\b[^.;!?]{0,60}\b(?:rose|risen|rising|fell|fallen|falling|increased|decreased|dropped|jumped|climbed|slipped|up|down|moved|gone|went)\s+from\s*$/iu;
const EVEN = /\b(?:50[-/\u2013 ]50|fifty[- /]fifty)\b/iu;
/** Cheap test before the patterns: no digit and no word for a number, no number. */
const ANY_NUMBER =
  /\d|per ?cent|\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?|zero|(?:one|two|three|four|five|six|seven|eight|nine|ten|fifty|ninety|ninety-nine|billion|million|hundred|thousand)[ /-](?:in|out|to|chances?|times|fifty))\b/iu;

/** The first percentage in a text already known to report probabilities. */
export function findPercentage(text: string): NumberHit | null {
  return findPercent(text, (start, end) => !isQuantity(text, start, end));
}

/**
 * Finds the first probability said in numbers.
 *
 * @param text a phrase or a clause
 * @param isPhrase true when the whole text is known to be about likelihood; else a number counts only where words such as
 *   "chance" or "odds" say what it is. In both, "inflation of 4%" is no probability
 * @example findNumber('a one in four chance', true)?.point === 0.25
 */
export function findNumber(text: string, isPhrase: boolean): NumberHit | null {
  if (!ANY_NUMBER.test(text)) return null;
  const even = EVEN.exec(text);
  if (even !== null) {
    // "Better than 50-50" is said in words.
    const end = even.index + even[0].length;
    return boundOf(text, even.index, end) === null ? hitAt(text, 0.5, 0.5, even.index, end) : null;
  }
  const isProbability = (start: number, end: number): boolean =>
    isAttached(text, start, end) || (isPhrase ? !isQuantity(text, start, end) : isForecast(text, start, end));
  return (
    findPercent(text, isProbability) ??
    findOdds(text, isPhrase) ??
    findRatio(text, isPhrase) ??
    findFraction(text, isPhrase) ??
    findDecimal(text, isPhrase)
  );
}

function findPercent(text: string, isProbability: (start: number, end: number) => boolean): NumberHit | null {
  if (!HAS_SIGN.test(text)) return null;
  for (const match of allMatches(PERCENT, text)) {
    const [first, second] = isMove(text, match) ? moveOf(match) : endsOf(match);
    const end = match.index + match[0].length;
    if (
      isCertainDenied(text, match.index, first) ||
      !(isMove(text, match) || isProbability(match.index, end))
    )
      continue;
    const found = hitAt(text, Math.min(first, second), Math.max(first, second), match.index, end);
    if (found !== null) return found;
  }
  return null;
}

/** Both ends, 0-1; "seventy-five percent" is one number, though it looks like a range. */
function endsOf(match: RegExpMatchArray): [number, number] {
  const first = parseNumber(match[1] ?? match[3] ?? '') / 100;
  const second = parseNumber(match[2] ?? match[3] ?? '') / 100;
  const isOne = match[1] !== undefined && second < 0.1 && first >= 0.2 && /^\p{L}+-\p{L}/u.test(match[0]);
  return isOne ? [first + second, first + second] : [first, second];
}

/** "The chance rose from 30% to 40%": not a range, the second number stands. */
function isMove(text: string, match: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, (match.index ?? 0) - 90), match.index);
  return match[2] !== undefined && MOVED_FROM.test(before);
}

function moveOf(match: RegExpMatchArray): [number, number] {
  const now = parseNumber(match[2] ?? '') / 100;
  return [now, now];
}

/** "Not 100% sure" states no number. */
function isCertainDenied(text: string, start: number, value: number): boolean {
  return (
    value >= 0.95 &&
    /(?:\bnot|n['\u2019]t|\bnever|less than|far from)\s(?:quite |yet |entirely )?$/iu.test(
      text.slice(Math.max(0, start - 20), start),
    )
  );
}
