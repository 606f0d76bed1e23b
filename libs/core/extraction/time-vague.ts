import { afterDuration } from './time-durations.js';
import type { Length } from './time-durations.js';
import { afterNow } from './time-offsets.js';
import type { Reading } from './time-reading.js';
import type { TimeScene } from './time-scene.js';
import { afterWords, skipAny, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import { COMING_UNITS, VAGUE_HORIZONS } from './vague-horizons.js';
import type { VagueHorizon } from './vague-horizons.js';

const BY_FIRST_WORD = new Map<string, (VagueHorizon & { readonly all: readonly string[] })[]>();
for (const horizon of VAGUE_HORIZONS) {
  const all = horizon.words.split(' ');
  const list = BY_FIRST_WORD.get(all[0] ?? '') ?? [];
  list.push({ ...horizon, all });
  BY_FIRST_WORD.set(all[0] ?? '', list);
}

/** The index after the words of a horizon; hyphens may stand for blanks ("near-term", "not-too-distant"). */
function afterHorizon(tokens: Tokens, i: number, words: readonly string[]): number | null {
  let j = i;
  for (const word of words) {
    if (wordAt(tokens, j) === '-' && j > i) j += 1;
    if (wordAt(tokens, j) !== word) return null;
    j += 1;
  }
  return j;
}

/** Vague words about time with the documented default of each, the longest that fit. */
export function vagueAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, anchor } = scene;
  let best: { next: number; horizon: VagueHorizon } | null = null;
  for (const horizon of BY_FIRST_WORD.get(wordAt(tokens, i)) ?? []) {
    const next = afterHorizon(tokens, i, horizon.all);
    if (next !== null && next > (best?.next ?? 0)) best = { next, horizon };
  }
  if (best === null) return comingUnitsAt(scene, i);
  if (isOtherwise(tokens, i, best.next, scene.isRunning)) return null;
  return vagueReading(best.next, 'by', isDated(best.horizon) ? afterDuration(anchor, best.horizon) : null);
}

const isDated = (horizon: Length): boolean => horizon.days !== undefined || horizon.months !== undefined;

function vagueReading(next: number, window: Reading['window'], deadlineOn: string | null): Reading {
  const precision = deadlineOn === null ? null : 'month';
  return { next, window, deadline: { windowStartOn: null, deadlineOn, precision, basis: 'vague' } };
}

/** "as soon as", "near-term pressure", "a long-term plan": the same words in another service. */
function isOtherwise(tokens: Tokens, i: number, next: number, isRunning: boolean): boolean {
  if (wordAt(tokens, i) === 'soon' && wordAt(tokens, i - 1) === 'as') return true;
  // "soon after the vote", "shortly before noon", "in time for the games".
  if (
    /^(?:soon|shortly|long)$/u.test(wordAt(tokens, next - 1)) &&
    /^(?:after|before)$/u.test(wordAt(tokens, next))
  )
    return true;
  if (wordAt(tokens, next - 1) === 'time' && next === i + 2 && /^(?:for|to)$/u.test(wordAt(tokens, next)))
    return true;
  if (!isRunning) return false;
  const isTerm = /^(?:term|run|future)$/u.test(wordAt(tokens, next - 1));
  const isBare = /^(?:near|short|medium|long|longer)$/u.test(wordAt(tokens, i));
  return isTerm && isBare && /^[a-z-]/u.test(wordAt(tokens, next));
}

const UNIT_PREPOSITIONS = new Set(['in', 'over', 'within', 'during', 'for', 'throughout', 'inside']);
const COMING = new Set(['coming', 'next', 'following', 'upcoming', 'ensuing']);

/** Words a vague time begins with. */
export const VAGUE_STARTS: ReadonlySet<string> = new Set([
  ...BY_FIRST_WORD.keys(),
  ...UNIT_PREPOSITIONS,
  ...COMING,
  ...COMING_UNITS.keys(),
  'a',
  'the',
]);

/** "in the coming weeks", "over the next months", "in the years ahead", "for decades", "a matter of days". */
function comingUnitsAt(scene: TimeScene, i: number): Reading | null {
  const { tokens, anchor, isRunning } = scene;
  const preposition = wordAt(tokens, i);
  const hasPreposition = UNIT_PREPOSITIONS.has(preposition);
  let j = hasPreposition ? i + 1 : i;
  const matter = afterWords(tokens, j, 'a matter of');
  j = matter ?? skipAny(tokens, j, ['the']);
  const isComing = COMING.has(wordAt(tokens, j));
  if (isComing) j = skipAny(tokens, j + 1, COMING);
  const units = unitsAt(tokens, j);
  // "the 100 days ahead" are counted.
  const isShort = /^(?:minutes|hours)$/u.test(wordAt(tokens, j));
  if (units === null || (isShort && isRunning) || (j === i && /^\d/u.test(wordAt(tokens, i - 1))))
    return null;
  const ahead = afterWords(tokens, units.next, 'ahead') ?? afterWords(tokens, units.next, 'to come');
  const now =
    isRunning && /^(?:years|decades)$/u.test(wordAt(tokens, units.next - 1))
      ? null
      : afterNow(tokens, units.next);
  // "the worst in years" looks back; "in weeks" is taken for a horizon only where it is all that is said.
  const isBareSpan =
    hasPreposition &&
    (preposition === 'for' ||
      preposition === 'within' ||
      preposition === 'inside' ||
      (!isRunning && preposition === 'in'));
  if (!isComing && ahead === null && now === null && matter === null && !isBareSpan) return null;
  const next = ahead ?? now ?? units.next;
  // "within weeks of the vote" is bound to the vote.
  if (/^(?:of|after|before|following|since|ago|earlier|later|old|into)$/u.test(wordAt(tokens, next)))
    return null;
  const reading = vagueReading(next, 'during', afterDuration(anchor, units.horizon));
  return { ...reading, isWeak: !isComing && ahead === null && now === null && preposition === 'for' };
}

/** "weeks", "days and weeks", "weeks or months": the last counts. */
function unitsAt(tokens: Tokens, i: number): { horizon: Length; next: number } | null {
  const horizon = COMING_UNITS.get(wordAt(tokens, i));
  if (horizon === undefined) return null;
  if (/^(?:and|or)$/u.test(wordAt(tokens, i + 1))) {
    const second = COMING_UNITS.get(wordAt(tokens, i + 2));
    if (second !== undefined) return { horizon: second, next: i + 3 };
  }
  return { horizon, next: i + 1 };
}
