import { isSentenceEnd, isTerminator, marksEnd } from './sentence-end.js';
import { splitParagraphs } from './split-paragraphs.js';
import { isBlank, trimSpan } from './text-span.js';
import type { TextSpan } from './text-span.js';

/** No English sentence is longer; beyond it a "sentence" is a table, a dump or an attack and is cut at white space. */
const MAX_SENTENCE = 2_000;

/**
 * Splits a text into sentences, paragraph by paragraph, so that none crosses a paragraph. One pass: every full stop,
 * question mark, exclamation mark and ellipsis is looked at with what stands right before and after it
 * (`sentence-end.ts`). Deterministic on every engine, unlike `Intl.Segmenter`, whose rules come with the ICU release.
 * Linear in the length of the text.
 *
 * @param text the whole text; offsets refer to it
 * @param paragraphs spans to look into, default all paragraphs of `text`
 * @returns trimmed, ordered, disjoint spans in UTF-16 code units that leave out nothing but white space
 * @example splitSentences('Mr. Low left. He won.') // [{ start: 0, end: 13 }, { start: 14, end: 21 }]
 */
export function splitSentences(
  text: string,
  paragraphs: readonly TextSpan[] = splitParagraphs(text),
): TextSpan[] {
  return paragraphs.flatMap((paragraph) => splitParagraph(text, paragraph));
}

function splitParagraph(text: string, paragraph: TextSpan): TextSpan[] {
  const sentences: TextSpan[] = [];
  let { start } = paragraph;
  const close = (end: number): void => {
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) sentences.push(...cutLong(text, span));
    start = end;
  };
  for (let i = paragraph.start; i < paragraph.end; i += 1) {
    const unit = text.charCodeAt(i);
    if (isTerminator(unit)) {
      const after = marksEnd(text, i, paragraph.end);
      if (isSentenceEnd(text, i, after, { start, end: paragraph.end })) close(after);
      i = after - 1;
    } else if (
      isBullet(unit) &&
      i > start &&
      isBlank(text.charCodeAt(i - 1)) &&
      isBlank(text.charCodeAt(i + 1))
    ) {
      close(i);
    }
  }
  close(paragraph.end);
  return sentences;
}

/** Bullets between the entries of a list that was written into one line. */
function isBullet(unit: number): boolean {
  return unit === 0x2022 || unit === 0x2023 || unit === 0x25aa || unit === 0x25cf || unit === 0x25e6;
}

/** Cuts what is longer than `MAX_SENTENCE` at the last blank before it (never inside a surrogate pair). */
function cutLong(text: string, span: TextSpan): TextSpan[] {
  const pieces: TextSpan[] = [];
  let { start } = span;
  while (span.end - start > MAX_SENTENCE) {
    let cut = start + MAX_SENTENCE;
    const blank = text.slice(start + MAX_SENTENCE / 2, cut).lastIndexOf(' ');
    if (blank > 0) cut = start + MAX_SENTENCE / 2 + blank;
    else if (text.charCodeAt(cut) >= 0xdc00 && text.charCodeAt(cut) <= 0xdfff) cut += 1;
    const piece = trimSpan(text, { start, end: cut });
    if (piece.end > piece.start) pieces.push(piece);
    start = cut;
  }
  const rest = trimSpan(text, { start, end: span.end });
  if (rest.end > rest.start) pieces.push(rest);
  return pieces;
}
