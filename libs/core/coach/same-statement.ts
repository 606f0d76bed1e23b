import { findDeadlines } from '#core/extraction';
import { textSimilarity } from '#core/text';

/** Words too common to tell statements apart by. */
const COMMON = new Set(
  'the and for with that this from into will would have has been are was were its their than then over under before after until between about'.split(
    ' ',
  ),
);
/** Dates without a year are read from here; only that they are dates matters. */
const ANY_DAY = '2000-01-01';
const SAME_FROM = 0.85;

/** How alike two statements are, 0-1, whatever their dates: by the words they share, or by their letters, whichever is more. */
export function likeness(a: string, b: string): number {
  return Math.max(wordOverlap(withoutDates(a), withoutDates(b)), textSimilarity(a, b));
}

/**
 * Whether two statements say the same of two deadlines.
 *
 * @example isSameButForDeadline('Rates fall by June 2022', 'Rates fall before the end of 2023') // true
 */
export function isSameButForDeadline(a: string, b: string): boolean {
  const left = withoutDates(a);
  const right = withoutDates(b);
  return left !== '' && wordOverlap(left, right) >= SAME_FROM;
}

/** A statement without the words that date it: what its deadline variants have in common. */
export function withoutDates(statement: string): string {
  let rest = statement;
  for (const { start, end, isWeak } of findDeadlines(statement, ANY_DAY).toReversed())
    if (!isWeak) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const words = rest.replaceAll(/\s+/gu, ' ');
  let end = words.length;
  while (end > 0 && ' ,.;:'.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end).trim();
}

/** Jaccard overlap of the words worth searching for, 0-1. */
function wordOverlap(a: string, b: string): number {
  const left = searchWords(a);
  const right = searchWords(b);
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}

function searchWords(statement: string): ReadonlySet<string> {
  const words = statement.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)));
}
