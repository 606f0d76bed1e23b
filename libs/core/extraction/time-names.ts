import { wordSet } from './word-set.js';
import type { Season } from './calendar-spans.js';
import type { TimeScene } from './time-scene.js';
import { isApostrophe, touchesNext, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const WEEKDAY_NAMES = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const MONTHS = new Map<string, number>([
  ...MONTH_NAMES.map((name, index): [string, number] => [name, index + 1]),
  ...MONTH_NAMES.map((name, index): [string, number] => [name.slice(0, 3), index + 1]),
  ['sept', 9],
]);
const WEEKDAYS = new Map<string, number>([
  ...WEEKDAY_NAMES.map((name, index): [string, number] => [name, index]),
  ...WEEKDAY_NAMES.map((name, index): [string, number] => [`${name}s`, index]),
  ...WEEKDAY_NAMES.map((name, index): [string, number] => [name.slice(0, 3), index]),
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
]);
const SEASONS = new Map<string, Season>([
  ['spring', 'spring'],
  ['springtime', 'spring'],
  ['summer', 'summer'],
  ['summertime', 'summer'],
  ['fall', 'fall'],
  ['autumn', 'fall'],
  ['winter', 'winter'],
  ['wintertime', 'winter'],
]);
/** All names of months and weekdays, short and long. */
export const CALENDAR_NAMES: readonly string[] = [...MONTHS.keys(), ...WEEKDAYS.keys()];
export const SEASON_NAMES: readonly string[] = [...SEASONS.keys()];
/** Names that are also ordinary words or parts of them: in running text they need their capital. */
const AMBIGUOUS = new Set(
  'may march august mar sat sun mon wed dec jan jun sep oct apr aug fri thu tue'.split(' '),
);

function isName(scene: TimeScene, i: number): boolean {
  const token = scene.tokens[i];
  return token !== undefined && (!scene.isRunning || token.isCapital || !AMBIGUOUS.has(token.word));
}

/** Number of the month named at `i`, 1-12, or null. */
export function monthAt(scene: TimeScene, i: number): number | null {
  const month = MONTHS.get(wordAt(scene.tokens, i));
  return month !== undefined && isName(scene, i) ? month : null;
}

/** The weekday named at `i`, 0 Sunday to 6 Saturday, or null. */
export function weekdayAt(scene: TimeScene, i: number): number | null {
  const weekday = WEEKDAYS.get(wordAt(scene.tokens, i));
  return weekday !== undefined && isName(scene, i) ? weekday : null;
}

export function seasonAt(tokens: Tokens, i: number): Season | null {
  return SEASONS.get(wordAt(tokens, i)) ?? null;
}

/** The index after the full stop of an abbreviated name, "Sept. 5"; one that ends the sentence is left to it. */
export function skipFullStop(tokens: Tokens, i: number): number {
  const isShort =
    /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)$/u;
  return wordAt(tokens, i) === '.' && isShort.test(wordAt(tokens, i - 1)) ? i + 1 : i;
}

/** A measured thing after four digits makes them a count: "in 2000 cases", "by 2030 units". */
const MEASURED = wordSet(
  '% percent per people persons troops men women children soldiers miles km kilometres kilometers metres meters feet dollars euros pounds units points cases deaths jobs votes voters seats tons tonnes barrels hours days times euro usd million billion trillion bn m degrees calories items pages words homes houses users customers members workers employees mm cm kg mw gw kwh mwh years year bc',
);

/** A year in four digits, 1800-2399, or in two after an apostrophe ("the summer of '25"); or null. */
export function yearAt(tokens: Tokens, i: number): { year: number; next: number } | null {
  const word = wordAt(tokens, i);
  if (isApostrophe(word) && touchesNext(tokens, i) && /^\d\d$/u.test(wordAt(tokens, i + 1)))
    return { year: 2000 + Number(wordAt(tokens, i + 1)), next: i + 2 };
  if (!/^(?:1[89]|2[0-3])\d\d$/u.test(word)) return null;
  if (MEASURED.has(wordAt(tokens, i + 1)) || /^[$\u00a3\u20ac\u00a5#]$/u.test(wordAt(tokens, i - 1)))
    return null;
  return { year: Number(word), next: skipEra(tokens, i + 1) };
}

/** "2014 AD", "2014 A.D.", "2014 CE". */
function skipEra(tokens: Tokens, i: number): number {
  if (/^(?:ad|ce)$/u.test(wordAt(tokens, i)) && tokens[i]?.isCapital === true) return i + 1;
  const letters = `${wordAt(tokens, i)}${wordAt(tokens, i + 1)}${wordAt(tokens, i + 2)}`;
  if (letters !== 'a.d') return i;
  return wordAt(tokens, i + 3) === '.' ? i + 4 : i + 3;
}
