import { DURATION_UNITS } from './time-durations.js';
import { HOLIDAY_NAMES } from './time-holidays.js';
import { CALENDAR_NAMES, SEASON_NAMES } from './time-names.js';
import { isFigure, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import { COMING_UNITS, VAGUE_HORIZONS } from './vague-horizons.js';

/** Names of the calendar and units of time. */
const NAMES: ReadonlySet<string> = new Set([
  ...CALENDAR_NAMES,
  ...SEASON_NAMES,
  ...DURATION_UNITS.flatMap((unit) => [unit, `${unit}s`]),
  ...COMING_UNITS.keys(),
  ...'half weekend weekends wkend season seasons today tonight tonite tomorrow tomorrows now'.split(' '),
  ...'midyear midweek midmonth midcentury middecade midsummer midwinter fy cy q h'.split(' '),
  ...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  ),
  ...'twentieth thirtieth'.split(' '),
  ...['eo', 'bo'].flatMap((part) => ['d', 'w', 'm', 'q', 'y'].map((unit) => part + unit)),
]);

/** The word by which a phrase is known to be absent: none where a name stands in it, else its longest, the last of equals. */
function keyOf(phrase: string): string[] {
  const words = phrase.split(' ');
  if (words.some((word) => NAMES.has(word) || NAMES.has(`${word}s`))) return [];
  const longest = words.reduce((best, word) => (word.length >= best.length ? word : best), '');
  return [longest, `${longest}s`];
}

/** Words one of which stands in every expression of time that has no telling figure. */
const KEYS: ReadonlySet<string> = new Set([
  ...NAMES,
  ...HOLIDAY_NAMES.flatMap(keyOf),
  ...VAGUE_HORIZONS.flatMap(({ words }) => keyOf(words)),
]);
/** A year, "the 21st", "'31": figures that may be a time by themselves. */
const TELLING_FIGURE = /\d{4}|\d(?:st|nd|rd|th)|[\u2018\u2019\u02bc']\d\d/iu;
const SMALL_A = 97;
const SMALL_Z = 122;
const TO_SMALL = 32;

/** Whether running text may name a time at all; most sentences do not, and need not be cut into tokens. */
export function mayNameTime(text: string): boolean {
  let from = -1;
  for (let i = 0; i <= text.length; i += 1) {
    const code = text.charCodeAt(i) | TO_SMALL;
    const isLetter = code >= SMALL_A && code <= SMALL_Z;
    if (isLetter && from === -1) from = i;
    else if (!isLetter && from !== -1) {
      if (KEYS.has(text.slice(from, i).toLowerCase())) return true;
      from = -1;
    }
  }
  return TELLING_FIGURE.test(text);
}

/** The next token from `i` on that is a word of time or a figure, or -1. */
export function nextKey(tokens: Tokens, i: number): number {
  for (let at = i; at < tokens.length; at += 1) {
    const word = wordAt(tokens, at);
    if (isFigure(word) || KEYS.has(word)) return at;
  }
  return -1;
}
