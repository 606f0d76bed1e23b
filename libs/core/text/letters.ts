/** What a character is, as bits; worked out on first sight of each and kept: a class such as `\p{L}` is slow to test. */
const LETTER = 1;
const MARK = 2;
const CAPITAL = 4;
const SMALL = 8;
const NUMBER = 16;
const SEEN = 32;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/^\p{L}/u, LETTER],
  [/^\p{M}/u, MARK],
  [/^\p{Lu}/u, CAPITAL],
  [/^\p{Ll}/u, SMALL],
  [/^\p{N}/u, NUMBER],
];
/** One byte for each character of the basic plane. */
const KNOWN = new Uint8Array(0x1_00_00);

function bitsOf(point: number): number {
  const known = KNOWN[point] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCodePoint(point);
  let bits = SEEN;
  for (const [kind, bit] of KINDS) if (kind.test(character)) bits |= bit;
  // Characters beyond the basic plane are rare: they are not kept.
  if (point < KNOWN.length) KNOWN[point] = bits;
  return bits;
}

/** The bits of the character at `at`; 0 past either end. */
const bitsAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 0xd8_00 || code > 0xdf_ff) return bitsOf(code);
  const point = text.codePointAt(at);
  return point === undefined ? 0 : bitsOf(point);
};

/** Whether a letter (`\p{L}`) stands at `at`. */
export const isLetterAt = (text: string, at: number): boolean => (bitsAt(text, at) & LETTER) !== 0;

/** Whether a letter or a mark that goes with one (`[\p{L}\p{M}]`) stands at `at`. */
export const isLetterOrMarkAt = (text: string, at: number): boolean =>
  (bitsAt(text, at) & (LETTER | MARK)) !== 0;

/** Whether a letter or a number (`[\p{L}\p{N}]`) stands at `at`. */
export const isLetterOrNumberAt = (text: string, at: number): boolean =>
  (bitsAt(text, at) & (LETTER | NUMBER)) !== 0;

/** Whether a text begins with a capital (`^\p{Lu}`). */
export const startsCapital = (text: string): boolean => (bitsAt(text, 0) & CAPITAL) !== 0;

/** Whether a text begins with a small letter (`^\p{Ll}`). */
export const startsSmall = (text: string): boolean => (bitsAt(text, 0) & SMALL) !== 0;

/** How many code units the character at `at` takes: two beyond the basic plane. */
export function widthAt(text: string, at: number): 1 | 2 {
  const code = text.charCodeAt(at);
  return code >= 0xd8_00 && code < 0xdc_00 && (text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1;
}

/** Where the run of letters, or of letters and numbers, that holds `at` ends; `at` itself where there is none. */
function runEnd(text: string, at: number, kinds: number): number {
  let end = at;
  while (end < text.length && (bitsAt(text, end) & kinds) !== 0) end += widthAt(text, end);
  return end;
}

/** The end of the letters (`\p{L}+`) that begin at `at`; `at` itself where none stands there. */
export const lettersEnd = (text: string, at: number): number => runEnd(text, at, LETTER);

/** All runs of letters (`\p{L}+`). */
export const lettersIn = (text: string): string[] => runsIn(text, LETTER);

/** All runs of letters and numbers (`[\p{L}\p{N}]+`). */
export const wordsIn = (text: string): string[] => runsIn(text, LETTER | NUMBER);

function runsIn(text: string, kinds: number): string[] {
  const runs: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = runEnd(text, at, kinds);
    if (end > at) runs.push(text.slice(at, end));
    at = end > at ? end : at + widthAt(text, at);
  }
  return runs;
}

/** Whether a text has at least so many words of two letters or numbers and more. */
export function hasWords(text: string, least: number): boolean {
  let found = 0;
  let at = 0;
  while (at < text.length && found < least) {
    const end = runEnd(text, at, LETTER | NUMBER);
    if (end > at + widthAt(text, at)) found += 1;
    at = end > at ? end : at + widthAt(text, at);
  }
  return found >= least;
}

/** Whether a text begins with one of the letters a-z, small or large. */
export function beginsWord(text: string): boolean {
  const code = text.charCodeAt(0) | 32;
  return code >= 97 && code <= 122;
}
