import { readPassage } from '#core/extraction';

/** Where a second thing may begin. */
const SEAM = /(?:,? (?:and|but|while|whereas|as well as)|;) /giu;
/** "Between May and June", "both … and", "and" within a name or a number. */
const WITHIN = /\b(?:between|both|either) [^,;]{0,40}$/iu;

/**
 * The words at which a second event begins, or null. Two things happen where both sides of a seam have a verb of their own.
 *
 * @example secondEvent('The president resigns and calls elections') // 'calls elections'
 */
export function secondEvent(statement: string): string | null {
  for (const seam of statement.matchAll(SEAM)) {
    const before = statement.slice(0, seam.index);
    const after = statement.slice(seam.index + seam[0].length);
    if (WITHIN.test(before)) continue;
    if (hasVerb(before) && hasVerb(after)) return after;
  }
  return null;
}

function hasVerb(words: string): boolean {
  if (words.trim().split(/\s+/u).length < 2) return false;
  const read = readPassage(words, {}, { start: 0, end: words.length });
  return read !== null && !read.needsEdit.includes('NO_VERB');
}
