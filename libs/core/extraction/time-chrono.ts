import { strict } from 'chrono-node/en';
import type { ParsedResult } from 'chrono-node/en';
import { monthAt } from './time-names.js';
import type { TimeScene } from './time-scene.js';
import { isDash, isSmallNumber, touchesNext, wordAt } from './time-tokens.js';
import type { Tokens } from './time-tokens.js';

/** Day and month as they stand in the text, the year only where it stands there too. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** A calendar date in one of the usual ways of writing it, with the weekday where one is said; perhaps a range of days. */
export interface WrittenDate {
  readonly first: WrittenDay;
  readonly last: WrittenDay;
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number | null;
  /** With a time of day. */
  readonly isTimed: boolean;
  readonly next: number;
}

/** Longer than any date with weekday, time and zone. */
const LONGEST = 60;
/**
 * chrono completes what is not said from this day; we only take what is (`isCertain`). A leap year, and near 29
 * February, so that this day exists for it.
 */
const REFERENCE = { instant: new Date(Date.UTC(2000, 2, 1, 12)), timezone: 0 };

/** The longer words that chrono may take for a part of a date; at any other a date is over. */
const LONG_WORDS = new Set(
  (
    'january february september october november december tuesday wednesday thursday saturday fortnight weekend ' +
    'through midnight morning evening afternoon tonight tomorrow yesterday century quarter minutes seconds earlier ' +
    'seventh eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth ' +
    'thirtieth thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  ).split(' '),
);
const LONG = 7;

const isForeign = (word: string): boolean =>
  word.length >= LONG && /^[a-z]/u.test(word) && !LONG_WORDS.has(word);

interface Piece {
  readonly text: string;
  /** Where each token ends in `text`, with the index of the token after it. */
  readonly ends: readonly { readonly at: number; readonly next: number }[];
}

/** The words from token `i` on as chrono likes them: single blanks, no "the", no "day of", no space in "2 / 15". */
function pieceFrom(scene: TimeScene, i: number): Piece {
  const { tokens } = scene;
  const ends: { at: number; next: number }[] = [];
  let text = '';
  let months = 0;
  for (let j = i; j < tokens.length && text.length < LONGEST; j += 1) {
    const token = tokens[j];
    if (token === undefined) break;
    // Ranges over two months are joined by our own grammar; chrono need not see the second.
    if (monthAt(scene, j) !== null) months += 1;
    if (months > 1 || isForeign(token.word)) break;
    if (token.word === 'the' || (token.word === 'day' && wordAt(tokens, j + 1) === 'of')) continue;
    const isJoint = token.word === '/' || wordAt(tokens, j - 1) === '/';
    const isApart = j > i && tokens[j - 1]?.end !== token.start && !isJoint;
    const word = isDash(token.word) ? '-' : token.word;
    text += isApart ? ` ${word}` : word;
    ends.push({ at: text.length, next: j + 1 });
  }
  return { text, ends };
}

/** Up to "through" and the like: of "July 13 through 15" chrono keeps the figures and drops the month. */
function beforeJoint(piece: Piece): Piece {
  const at = piece.text.search(/ (?:through|thru|until|till|to|for|at) /u);
  return at === -1 ? piece : { text: piece.text.slice(0, at), ends: piece.ends };
}

function writtenDay(parts: ParsedResult['start']): WrittenDay | null {
  const month = parts.get('month');
  const day = parts.get('day');
  if (month === null || day === null || !parts.isCertain('month') || !parts.isCertain('day')) return null;
  return { month, day, year: parts.isCertain('year') ? parts.get('year') : null };
}

function readPiece(piece: Piece): WrittenDate | null {
  const result = strict.parse(piece.text, REFERENCE)[0];
  if (result?.index !== 0) return null;
  const first = writtenDay(result.start);
  // Without a range chrono's `end` is null, whatever its types say.
  const lastParts = result.end ?? null;
  const last = lastParts === null ? first : writtenDay(lastParts);
  // The result may stop inside a word ("5 mayor"): then it is no date.
  const end = piece.ends.find((item) => item.at === result.text.trimEnd().length);
  if (first === null || last === null || end === undefined) return null;
  return {
    first,
    last: lastParts === null || last.year !== null ? last : { ...last, year: first.year },
    weekday: result.start.isCertain('weekday') ? result.start.get('weekday') : null,
    isTimed: result.start.isCertain('hour'),
    next: end.next,
  };
}

/** Several rules ask about the same token; the answer depends on the words alone. */
const remembered = new WeakMap<Tokens, Map<number, WrittenDate | null>>();

function rememberedAt(scene: TimeScene, i: number): WrittenDate | null {
  const known = remembered.get(scene.tokens) ?? new Map<number, WrittenDate | null>();
  remembered.set(scene.tokens, known);
  const before = known.get(i);
  if (before !== undefined) return before;
  const piece = pieceFrom(scene, i);
  const shorter = beforeJoint(piece);
  const read = readPiece(piece) ?? (shorter === piece ? null : readPiece(shorter));
  known.set(i, read);
  return read;
}

/**
 * Reads the calendar date that begins at token `i` by chrono-node: "17 January 2022", "Jan. 17th", "Fri, Jul 18,
 * 2014 07:00 PM", "July 13-15", "2015-03-28T17:00". Whoever calls has seen that a date may begin there.
 */
export function chronoDateAt(scene: TimeScene, i: number): WrittenDate | null {
  const read = rememberedAt(scene, i);
  if (read === null || !scene.isRunning || read.first.year === null) return read;
  // "on 14 April 15 people died", "December 14, 16 and 17": in running text two loose digits are no year.
  if (!isSmallNumber(wordAt(scene.tokens, read.next - 1)) || touchesNext(scene.tokens, read.next - 2))
    return read;
  return {
    ...read,
    first: { ...read.first, year: null },
    last: { ...read.last, year: null },
    next: wordAt(scene.tokens, read.next - 2) === ',' ? read.next - 2 : read.next - 1,
  };
}

/**
 * Reads a date of numbers only, with the year ("2/15/2024", "15.02.2024", "10-31-74") or, in a phrase, without it
 * ("2/15"). Month first as chrono has it, day first where only that is a date or where the marks are full stops.
 */
export function numericDateAt(scene: TimeScene, i: number): WrittenDate | null {
  const { tokens } = scene;
  const numbers: string[] = [];
  let mark = '';
  let next = i;
  while (numbers.length < 3) {
    const word = wordAt(tokens, next);
    if (!/^\d{1,4}(?:\.\d{1,2})?$/u.test(word)) break;
    // The tokens of "15.02.2024" are 15.02 . 2024.
    numbers.push(...word.split('.'));
    if (word.includes('.')) mark ||= '.';
    next += 1;
    const joint = wordAt(tokens, next);
    const isMark = joint === '/' || joint === '.' || isDash(joint);
    if (numbers.length >= 3 || !isMark || (mark !== '' && joint !== mark)) break;
    if (!/^\d/u.test(wordAt(tokens, next + 1))) break;
    mark = joint;
    next += 1;
  }
  const [a = '', b = '', c] = numbers;
  if (numbers.length < 2 || numbers.length > 3 || mark === '') return null;
  if (a.length === 4) return c === undefined ? null : chronoNumbers(`${a}-${b}-${c}`, next);
  if (a.length > 2 || b.length > 2 || c?.length === 3 || c?.length === 1) return null;
  if (c === undefined) {
    const isClosed =
      !/^[a-z:%]/u.test(wordAt(tokens, next)) || /^(?:at|on|from)$/u.test(wordAt(tokens, next));
    if (scene.isRunning || mark === '.' || !isClosed || `${a}/${b}` === '24/7') return null;
    // "3-2" is a score; "2-15" can only be a date.
    if (mark !== '/' && Number(a) <= 12 && Number(b) <= 12) return null;
    return chronoNumbers(`${a}/${b}`, next);
  }
  if (scene.isRunning && c.length === 2) return null;
  const isDayFirst = mark === '.' && Number(b) <= 12;
  return chronoNumbers(isDayFirst ? `${b}/${a}/${c}` : `${a}/${b}/${c}`, next);
}

function chronoNumbers(text: string, next: number): WrittenDate | null {
  return readPiece({ text, ends: [{ at: text.length, next }] });
}
