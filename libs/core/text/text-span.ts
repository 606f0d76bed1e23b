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

/** White space as found in articles, no-break space and byte order mark included. */
export function isBlank(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0xfeff ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}
