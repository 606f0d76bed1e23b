/** At or above this similarity two texts are copies of one another (syndicated, mirrored, lightly edited). */
export const SYNDICATED_SIMILARITY = 0.6;

const SHINGLE_WORDS = 4;
/** Below this many shingles one shared sentence would already be "contained", so Jaccard is used instead. */
const MIN_FOR_CONTAINMENT = 40;

/**
 * How much two texts are the same, by their runs of four words (shingles): the share of the shorter text's runs
 * that stand in the longer one too (containment), so that a copy with a new frame still scores high.
 * Short texts are compared by Jaccard. Case, punctuation, white space and normal form do not matter.
 * Source: A. Broder, On the resemblance and containment of documents (1997).
 *
 * @returns 0 (nothing shared) to 1 (one is within the other); 0 when either has no words. Symmetric.
 * @example textSimilarity('a b c d e', 'A b, c d e!') === 1
 */
export function textSimilarity(a: string, b: string): number {
  const left = shingles(a);
  const right = shingles(b);
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  if (small.size < MIN_FOR_CONTAINMENT) return shared / (small.size + large.size - shared);
  return shared / small.size;
}

function shingles(text: string): Set<string> {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Set<string>();
  if (words.length > 0 && words.length < SHINGLE_WORDS) found.add(words.join(' '));
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i += 1)
    found.add(words.slice(i, i + SHINGLE_WORDS).join(' '));
  return found;
}
