import { widthAt } from '#core/text';

/** One word, number or mark of a phrase, with its place in UTF-16 code units. */
export interface TimeToken {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
}

export type Tokens = readonly TimeToken[];

/** Marks that typesetting makes of the plain ones: hyphens of all kinds, the minus, curly apostrophes. */
const PLAIN_MARKS: ReadonlyMap<string, string> = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2212', '-'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u02bc', "'"],
]);

/**
 * Cuts a phrase into lower-case words, numbers and single marks: "Q1-2030s" gives q 1 - 2030 s. Linear; by hand, because
 * every sentence that may name a time is cut.
 *
 * @example timeTokens('by mid-2030').map((t) => t.word) // ['by', 'mid', '-', '2030']
 */
export function timeTokens(text: string): TimeToken[] {
  const tokens: TimeToken[] = [];
  let at = 0;
  while (at < text.length) {
    const end = tokenEnd(text, at);
    if (end > at) tokens.push(tokenOf(text.slice(at, end), at, end));
    at = Math.max(end, at + 1);
  }
  return tokens;
}

function tokenOf(raw: string, start: number, end: number): TimeToken {
  const word = (raw.length === 1 ? PLAIN_MARKS.get(raw) : undefined) ?? raw.toLowerCase();
  return { word, start, end, isCapital: raw >= 'A' && raw < '[' };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSmallOrCapital = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Where the word, number or mark at `at` ends; `at` itself for a blank. */
function tokenEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isSmallOrCapital(code)) {
    let end = at + 1;
    while (isSmallOrCapital(text.charCodeAt(end))) end += 1;
    return end;
  }
  if (isDigit(code)) return numberEnd(text, at);
  if (code === 32 || ((code < 32 || code >= 128) && /\s/u.test(text.charAt(at)))) return at;
  return at + widthAt(text, at);
}

/** "12", "1,000,000", "4.5". */
function numberEnd(text: string, at: number): number {
  let end = digitsEnd(text, at);
  while (text.charAt(end) === ',' && digitsEnd(text, end + 1) === end + 4) end += 4;
  return text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1)) ? digitsEnd(text, end + 1) : end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether a word of the grammar is a figure. */
export function isFigure(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** The word at `index`, or the empty string past either end. */
export function wordAt(tokens: Tokens, index: number): string {
  return tokens[index]?.word ?? '';
}

/** The phrases of the grammar are a closed list, asked for at every token: each is cut once. */
const CUT = new Map<string, readonly string[]>();

function wordsOf(words: string): readonly string[] {
  const known = CUT.get(words);
  if (known !== undefined) return known;
  const cut = words.split(' ');
  CUT.set(words, cut);
  return cut;
}

/** The index after `words`, if they stand at `index` one after another ("the end of"); else null. */
export function afterWords(tokens: Tokens, index: number, words: string): number | null {
  // Nearly always the first word is another already.
  if (!words.startsWith(wordAt(tokens, index))) return null;
  let at = index;
  for (const word of wordsOf(words)) {
    if (wordAt(tokens, at) !== word) return null;
    at += 1;
  }
  return at;
}

/** `index`, or the one after it where the word there is one of `words`. */
export function skipAny(
  tokens: Tokens,
  index: number,
  words: ReadonlySet<string> | readonly string[],
): number {
  const word = wordAt(tokens, index);
  const isThere = 'has' in words ? words.has(word) : words.includes(word);
  return isThere ? index + 1 : index;
}

/** Whether nothing stands between the token at `index` and the next one: "Q3", "15h", "FY25". */
export function touchesNext(tokens: Tokens, index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.end === tokens[index + 1]?.start;
}

export const isDash = (word: string): boolean => word === '-' || word === '\u2013' || word === '\u2014';
export const isApostrophe = (word: string): boolean => word === "'";
export const isSmallNumber = (word: string): boolean => /^\d{1,2}$/u.test(word);

/** The index after a possessive ending, "year's" or "years'"; `index` where there is none. */
export function skipPossessive(tokens: Tokens, index: number): number {
  if (!isApostrophe(wordAt(tokens, index))) return index;
  return wordAt(tokens, index + 1) === 's' ? index + 2 : index + 1;
}

const UNITS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS: readonly string[] = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: readonly string[] =
  '- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const SMALL_NUMBERS = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, value): [string, number] => [word, value * 10]),
]);
const ORDINAL_NUMBERS = new Map<string, number>(ORDINALS.map((word, value) => [word, value]));
SMALL_NUMBERS.delete('-');
/** "first" to "twentieth", "thirtieth", and what counts from an end. */
export const ORDINAL_WORDS: readonly string[] = [
  ...ORDINALS.slice(1),
  ...'thirtieth last final closing opening'.split(' '),
];
/** "zero" to "ninety". */
export const NUMBER_WORDS: readonly string[] = [...SMALL_NUMBERS.keys()];
ORDINAL_NUMBERS.delete('-');

/** A value read from words, and the index after them. */
export interface ReadValue {
  readonly value: number;
  readonly next: number;
}

/** One to ninety-nine in words. */
function readSmallNumber(tokens: Tokens, index: number): ReadValue | null {
  const value = SMALL_NUMBERS.get(wordAt(tokens, index));
  if (value === undefined) return null;
  if (value >= 20) {
    const at = isDash(wordAt(tokens, index + 1)) ? index + 2 : index + 1;
    const unit = SMALL_NUMBERS.get(wordAt(tokens, at));
    if (unit !== undefined && unit > 0 && unit < 10) return { value: value + unit, next: at + 1 };
  }
  return { value, next: index + 1 };
}

/** "hundred" and "thousand" with what follows them: "two hundred and fifty", "two thousand eighteen". */
function readScales(tokens: Tokens, head: ReadValue): ReadValue {
  let { value, next } = head;
  for (const [word, scale] of [
    ['thousand', 1000],
    ['hundred', 100],
  ] as const) {
    if (wordAt(tokens, next) !== word || value >= 100) continue;
    value *= scale;
    next += 1;
    const rest = readSmallNumber(tokens, skipAny(tokens, next, ['and']));
    if (rest === null) continue;
    if (wordAt(tokens, rest.next) === 'hundred' && scale === 1000) {
      value += rest.value * 100;
      next = rest.next + 1;
    } else {
      value += rest.value;
      ({ next } = rest);
    }
  }
  return { value, next };
}

/**
 * A number in digits, words or as a fraction with the index after it, or null. "a" and "an" are one.
 *
 * @example readNumber(timeTokens('twenty-five years'), 0)?.value === 25
 */
export function readNumber(tokens: Tokens, index: number): ReadValue | null {
  const word = wordAt(tokens, index);
  if (isFigure(word)) {
    const value = Number(word.replaceAll(',', ''));
    const under = wordAt(tokens, index + 2);
    if (wordAt(tokens, index + 1) === '/' && /^[1-9]\d?$/u.test(under) && value < 100)
      return { value: value / Number(under), next: index + 3 };
    return readScales(tokens, { value, next: index + 1 });
  }
  if (word === 'a' || word === 'an') {
    const head = { value: 1, next: index + 1 };
    return /^(?:hundred|thousand)$/u.test(wordAt(tokens, index + 1)) ? readScales(tokens, head) : head;
  }
  const small = readSmallNumber(tokens, index);
  return small === null ? null : readScales(tokens, small);
}

/** "first" to "thirty-first", "1st" to "99th" (as two tokens), "last" and "final" as -1; or null. */
export function readOrdinal(tokens: Tokens, index: number): ReadValue | null {
  const word = wordAt(tokens, index);
  if (word === 'last' || word === 'final' || word === 'closing') return { value: -1, next: index + 1 };
  if (word === 'opening') return { value: 1, next: index + 1 };
  const value = ORDINAL_NUMBERS.get(word);
  if (value !== undefined) return { value, next: index + 1 };
  const tens = word === 'thirtieth' ? 30 : (SMALL_NUMBERS.get(word) ?? 0);
  if (word === 'thirtieth') return { value: tens, next: index + 1 };
  if (tens >= 20) {
    const at = isDash(wordAt(tokens, index + 1)) ? index + 2 : index + 1;
    const unit = ORDINAL_NUMBERS.get(wordAt(tokens, at));
    if (unit !== undefined && unit < 10) return { value: tens + unit, next: at + 1 };
  }
  if (isSmallNumber(word) && /^(?:st|nd|rd|th)$/u.test(wordAt(tokens, index + 1)))
    return { value: Number(word), next: index + 2 };
  return null;
}
