import { middleOf, openingOf, partOf, shiftDays, unitStretch } from './calendar-spans.js';
import type { Part, Unit } from './calendar-spans.js';
import { monthAt, seasonAt } from './time-names.js';
import { MAX_DEPTH, saidOn } from './time-scene.js';
import type { Parsed, TimeScene } from './time-scene.js';
import { afterWords, isDash, skipAny, skipPossessive, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';
import { FISCAL, UNIT_WORDS, wholeAt } from './time-units.js';

const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
  ['middle', 'mid'],
  ['heart', 'mid'],
  ['dead', 'mid'],
  ['depths', 'mid'],
  ['height', 'mid'],
]);
const OPENINGS = new Set(['beginning', 'start', 'outset', 'dawn', 'opening']);
const ENDS = new Set(['end', 'close', 'turn', 'tail', 'conclusion']);
/** "midyear", "midweek", "midsummer": one word for "the middle of". */
const MIDDLES: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['midyear', 'year'],
  ['midweek', 'week'],
  ['midmonth', 'month'],
  ['midcentury', 'century'],
  ['middecade', 'decade'],
]);
/** Words that parts of a time are named by. */
export const PART_WORDS: readonly string[] = [...PARTS.keys(), ...OPENINGS, ...ENDS, ...MIDDLES.keys()];
/** Letters for the end or the beginning of a day, week, month, quarter, year. */
const LETTERS = /^(eo|bo)([dwmqy])$/u;
const LETTER_UNITS: Readonly<Record<string, Unit>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  q: 'quarter',
  y: 'year',
};

/** The end of a stretch keeps its precision: "the end of 2022" is a statement about a year. */
function endOf(whole: Parsed): Parsed {
  const late = partOf(whole.stretch, 'late');
  return { stretch: { ...late, precision: whole.stretch.precision }, next: whole.next, isEnd: true };
}

/** "year-end", "the turn of the century": the last day itself. */
function lastDayOf(whole: Parsed): Parsed {
  return { stretch: { ...whole.stretch, start: whole.stretch.end }, next: whole.next, isEnd: true };
}

function openingParsed(whole: Parsed): Parsed {
  const stretch = openingOf(whole.stretch);
  return { stretch, next: whole.next, middleOn: stretch.start };
}

/** "early 2030", "mid-March", "late next year", "the end of the decade", "the start of 2025", "end-2023", "EOY". */
export function partAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  const at = skipAny(tokens, skipAny(tokens, i, ['the']), ['very', 'absolute']);
  const word = wordAt(tokens, at);
  const ended = unitEndAt(scene, skipAny(tokens, at, FISCAL), depth) ?? lettersAt(scene, at);
  if (ended !== null) return ended;
  const middle = MIDDLES.get(word);
  if (middle !== undefined) return midParsed({ stretch: unitStretch(middle, scene.anchor, 0), next: at + 1 });
  const part = PARTS.get(word);
  if (part === undefined && !OPENINGS.has(word) && !ENDS.has(word)) return null;
  let j = word === 'tail' ? skipAny(tokens, at + 1, ['-']) + 1 : at + 1;
  if (isDash(wordAt(tokens, j))) j += 1;
  const second = secondPartAt(tokens, j);
  j = skipAny(tokens, second?.next ?? j, ['on', 'part']);
  j = skipAny(tokens, j, ['in', 'of', 'into']);
  const said = wholeAt(scene, j, depth);
  const whole = said === null ? null : (nextIfOver(scene, j, said, part ?? null, depth) ?? said);
  if (whole === null) return null;
  // "at the end of the day" is a figure of speech.
  if (scene.isRunning && (ENDS.has(word) || OPENINGS.has(word)) && wordAt(tokens, whole.next - 1) === 'day')
    return null;
  if (word === 'turn') return lastDayOf(whole);
  if (ENDS.has(word)) return endOf(whole);
  if (part === undefined) return openingParsed(whole);
  if (second !== null) {
    const [from, to] = [partOf(whole.stretch, part), partOf(whole.stretch, second.part)];
    return { stretch: { ...to, start: from.start }, next: whole.next };
  }
  return part === 'mid' ? midParsed(whole) : { stretch: partOf(whole.stretch, part), next: whole.next };
}

function midParsed(whole: Parsed): Parsed {
  return { stretch: partOf(whole.stretch, 'mid'), next: whole.next, middleOn: middleOf(whole.stretch) };
}

/** "by mid-June", said on the 20th of June, is of the next; in running text it tells of what has been. */
function nextIfOver(
  scene: TimeScene,
  j: number,
  said: Parsed,
  part: Part | null,
  depth: number,
): Parsed | null {
  const isNamed = monthAt(scene, j) !== null || seasonAt(scene.tokens, j) !== null;
  if (scene.isRunning || !isNamed || part === null) return null;
  const end = part === 'mid' ? middleOf(said.stretch) : partOf(said.stretch, part).end;
  if (end >= scene.anchor || said.stretch.end < scene.anchor) return null;
  return wholeAt(saidOn(scene, shiftDays(said.stretch.end, 1)), j, depth);
}

/** The second word of "early to mid 2026", "mid-to-late 2026", "early or mid March". */
function secondPartAt(tokens: Tokens, j: number): { part: Part; next: number } | null {
  if (!/^(?:to|or)$/u.test(wordAt(tokens, j))) return null;
  const at = isDash(wordAt(tokens, j + 1)) ? j + 2 : j + 1;
  const part = PARTS.get(wordAt(tokens, at));
  if (part === undefined) return null;
  return { part, next: isDash(wordAt(tokens, at + 1)) ? at + 2 : at + 1 };
}

/** "year-end 2022", "month's end", "the year's end", "quarter-end", "the close of business". */
function unitEndAt(scene: TimeScene, i: number, depth: number): Parsed | null {
  const { tokens } = scene;
  if (/^(?:close|end)$/u.test(wordAt(tokens, i))) {
    const business = afterWords(tokens, i + 1, 'of business') ?? afterWords(tokens, i + 1, 'of play');
    if (business !== null) return dayEnd(scene, business, depth);
  }
  if (wordAt(tokens, i) === 'cob') return dayEnd(scene, i + 1, depth);
  const unit = UNIT_WORDS.get(wordAt(tokens, i)) ?? (wordAt(tokens, i) === 'years' ? 'year' : undefined);
  if (unit === undefined || unit === 'day') return null;
  let j = skipPossessive(tokens, i + 1);
  if (isDash(wordAt(tokens, j))) j += 1;
  if (wordAt(tokens, j) !== 'end' || wordAt(tokens, j + 1) === 'up') return null;
  // "the week end" is Saturday and Sunday.
  if (unit === 'week' && j === i + 1) return null;
  const of = skipAny(tokens, j + 1, ['of', ',']);
  const said = depth >= MAX_DEPTH ? null : scene.stretch(scene, of, depth + 1);
  if (said !== null && said.stretch.precision === unit) return lastDayOf(said);
  return lastDayOf({ stretch: unitStretch(unit, scene.anchor, 0), next: j + 1 });
}

/** "close of business Friday", "COB tomorrow". */
function dayEnd(scene: TimeScene, i: number, depth: number): Parsed {
  const at = skipAny(scene.tokens, i, ['on', ',']);
  const day = depth >= MAX_DEPTH ? null : scene.stretch(scene, at, depth + 1);
  return endOf(
    day !== null && day.stretch.start === day.stretch.end
      ? day
      : { stretch: unitStretch('day', scene.anchor, 0), next: i },
  );
}

function lettersAt(scene: TimeScene, i: number): Parsed | null {
  const match = LETTERS.exec(wordAt(scene.tokens, i));
  const unit = match === null ? undefined : LETTER_UNITS[match[2] ?? ''];
  if (match === null || unit === undefined || (scene.isRunning && scene.tokens[i]?.isCapital !== true))
    return null;
  const said = yearAfter(scene, i + 1);
  const whole = { stretch: said?.stretch ?? unitStretch(unit, scene.anchor, 0), next: said?.next ?? i + 1 };
  return match[1] === 'eo' ? endOf(whole) : openingParsed(whole);
}

function yearAfter(scene: TimeScene, i: number): Parsed | null {
  const said = scene.stretch(scene, i, MAX_DEPTH);
  return said?.stretch.precision === 'year' ? said : null;
}
