import { entityEdits, markdownEdits, tagEdits } from './markup.js';
import { mojibakeEdits } from './mojibake.js';
import { applyEdits } from './text-edit.js';
import type { EditedText, TextEdit } from './text-edit.js';

/** Soft hyphens, zero-width characters, marks of writing direction, byte order marks: nobody sees them, words break on them. */
const HIDDEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;
/** No-break and typographic spaces; a reader sees a blank. */
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
/** Where the marks of letters are, with much else: a text of none of these has none. */
const MAY_BE_MARK = /[\u0300-\u1fff\u20d0-\u{10ffff}]/u;
/** A letter with marks of its own that might be written in one; more than a few marks are an attack, not a letter. */
const DECOMPOSED = /\p{L}\p{M}{1,4}/gu;

/**
 * A text as a reader sees it: without tags, character references and marks of Markdown that were left in, without
 * invisible characters, letters in one piece, UTF-8 that was read as Windows-1252 put right. Every stretch of it can be
 * led back to the text as it is. Linear in the length of the text.
 *
 * @example readableText('It&nbsp;<b>will</b>').text === 'It will'
 */
export function readableText(text: string): EditedText {
  const edits: TextEdit[] = [
    ...tagEdits(text),
    ...entityEdits(text),
    ...mojibakeEdits(text),
    ...markdownEdits(text),
    ...characterEdits(text),
  ];
  return applyEdits(text, edits);
}

function characterEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const add = (pattern: RegExp, replace: (found: string) => string): void => {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const replacement = replace(found);
      if (replacement !== found) edits.push({ start: index, end: index + found.length, replacement });
    }
  };
  // Plain text is most text, and one look at it is enough.
  if (/^[\u0000-\u007f\u2013-\u201d\u2026]*$/u.test(text)) return edits;
  add(HIDDEN, () => '');
  add(SPACES, () => ' ');
  if (MAY_BE_MARK.test(text)) add(DECOMPOSED, (found) => found.normalize('NFC'));
  return edits;
}
