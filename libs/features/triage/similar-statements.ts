/** Words too common to find a proposition by. */
const COMMON = new Set(
  'the and for with that this from into will would have has been are was were its their than then over under before after until between about'.split(
    ' ',
  ),
);

/** The words of a statement worth searching for, lower case, at most 24. */
export function searchWords(statement: string): string[] {
  const words = statement.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !COMMON.has(word)).slice(0, 24);
}

/** Jaccard overlap of the searchable words of two statements, 0-1. */
export function wordOverlap(a: string, b: string): number {
  const left = new Set(searchWords(a));
  const right = new Set(searchWords(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
