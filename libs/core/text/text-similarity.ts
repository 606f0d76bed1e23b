import { parseHeaderLines } from './header-lines.js';
import { readableText } from './readable-text.js';

/** At or above this similarity two texts are copies of one another (syndicated, mirrored, lightly edited). */
export const SYNDICATED_SIMILARITY = 0.6;

const SHINGLE_WORDS = 4;
/** Below this many shingles one shared sentence would already be "contained", so Jaccard is used instead. */
const MIN_FOR_CONTAINMENT = 40;

/** The runs of four words of a text, each as a 32-bit hash. */
export interface TextFingerprint {
  /** In the order of the text, repeats included. */
  readonly inOrder: Uint32Array;
  /** Each once, ascending. */
  readonly shingles: Uint32Array;
}

/**
 * How much two texts are the same, by their runs of four words (shingles): the share of the shorter text's runs that
 * stand in the longer one (containment), so that a copy in a new frame still scores high; but no more than twice the
 * share of the longer text that this makes up, so that a passage quoted in a longer text is no copy. Short texts are
 * compared by Jaccard. Header lines, case, accents, punctuation, white space, tags and normal form do not matter.
 * Two texts share a run by accident of hashing once in four thousand million runs compared.
 * Source: A. Broder, On the resemblance and containment of documents (1997).
 *
 * @returns 0 (nothing shared) to 1 (one is nearly the other); 0 when either has no words. Symmetric.
 * @example textSimilarity('a b c d e', 'A b, c d e!') === 1
 */
export function textSimilarity(a: string, b: string): number {
  return shingleSimilarity(fingerprintText(a).shingles, fingerprintText(b).shingles);
}

/** As `textSimilarity`, of ascending lists of shingles. */
export function shingleSimilarity(a: Uint32Array, b: Uint32Array): number {
  const small = Math.min(a.length, b.length);
  const large = Math.max(a.length, b.length);
  if (small === 0) return 0;
  const shared = countShared(a, b);
  if (small < MIN_FOR_CONTAINMENT) return shared / (small + large - shared);
  return Math.min(shared / small, (2 * shared) / large);
}

function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}

/**
 * What two texts are compared by. A text with fewer words than a run has one shingle; one without words none.
 *
 * @example fingerprintText('It will rain soon, it will rain soon.').shingles.length === 4
 */
export function fingerprintText(text: string): TextFingerprint {
  const { bodyStart } = parseHeaderLines(text);
  const words = wordHashes(readableText(text.slice(bodyStart)).text);
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1);
  const inOrder = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    let hash = 0x811c9dc5;
    const end = Math.min(i + SHINGLE_WORDS, words.length);
    for (let k = i; k < end; k += 1) hash = mix(hash, words[k] ?? 0);
    inOrder[i] = hash >>> 0;
  }
  return { inOrder, shingles: eachOnce(inOrder) };
}

/** Words in small letters without accents; of scripts that put no blank between words, every character. */
function wordHashes(text: string): number[] {
  const plain = /[^\p{ASCII}]/u.test(text) ? text.normalize('NFKD').replace(/\p{M}+/gu, '') : text;
  const hashes: number[] = [];
  const found = plain
    .toLowerCase()
    .matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu);
  for (const { 0: word } of found) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hashes.push(hash >>> 0);
  }
  return hashes;
}

/** One round of MurmurHash3: words that differ in one bit give shingles that differ in half of theirs. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const mixed = hash ^ k;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

function eachOnce(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const value = sorted[i] ?? 0;
    if (i === 0 || value !== sorted[i - 1]) {
      sorted[length] = value;
      length += 1;
    }
  }
  return sorted.slice(0, length);
}
