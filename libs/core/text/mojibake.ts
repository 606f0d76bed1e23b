import type { TextEdit } from './text-edit.js';

/** What Windows-1252 has at 0x80 to 0x9f; its five gaps are read as control characters. */
const CP1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const TRAIL = `\\u0080-\\u00bf${CP1252.replace(/[\u0080-\u009f]/gu, '')}`;

/**
 * UTF-8 that was read as Windows-1252: the leading byte of what English texts hold (accents, typographic marks,
 * emoji), then as many trailing bytes as it asks for. A right quotation mark whose last byte got lost is known too.
 */
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00c5][${TRAIL}]|\\u00e2[${TRAIL}]{2}|\\u00f0[\\u0178\\u009f][${TRAIL}]{2}|\\u00e2\\u20ac(?=[\\s.,;:)]|$)`,
  'gu',
);

/**
 * Repairs "don\u00e2\u20ac\u2122t" and "caf\u00c3\u00a9". Needs no guess: the bytes are read back and decoded as what
 * they were; what is no UTF-8 stays as it is.
 */
export function mojibakeEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  if (!/[\u00c2-\u00c5\u00e2\u00f0]/u.test(text)) return edits;
  for (const { 0: found, index } of text.matchAll(SEQUENCE)) {
    const replacement = decode(found);
    if (replacement !== null) edits.push({ start: index, end: index + found.length, replacement });
  }
  return edits;
}

function decode(found: string): string | null {
  if (found === '\u00e2\u20ac') return '\u201d';
  const bytes = [...found].map(byteOf);
  const [first = 0, ...rest] = bytes;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  let point = first & (0xff >> (size + 1));
  for (const byte of rest) {
    if (byte < 0x80 || byte > 0xbf) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  // Overlong forms and surrogates were never UTF-8. A no-break space is a blank to readers.
  if (point < (size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000) || (point >= 0xd800 && point <= 0xdfff))
    return null;
  return point === 0xa0 ? ' ' : String.fromCodePoint(point);
}

function byteOf(character: string): number {
  const at = CP1252.indexOf(character);
  return at === -1 ? character.charCodeAt(0) : 0x80 + at;
}
