/** A stretch of a text in UTF-16 code units; `end` is exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Shrinks a span until it neither begins nor ends in white space.
 *
 * @returns the trimmed span; an all-blank span becomes empty at its start
 * @example trimSpan('  ab ', { start: 0, end: 5 }) // { start: 2, end: 4 }
 */
export function trimSpan(text: string, span: TextSpan): TextSpan {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** Everything `String.prototype.trim` takes for white space: no-break and typographic spaces and byte order mark too. */
export function isBlank(unit: number): boolean {
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)) return true;
  if (unit < 0xa0) return false;
  return OTHER_BLANKS.has(unit) || (unit >= 0x2000 && unit <= 0x200a);
}

const OTHER_BLANKS: ReadonlySet<number> = new Set([
  0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
]);
