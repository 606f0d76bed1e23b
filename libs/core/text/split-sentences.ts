import { splitParagraphs } from './split-paragraphs.js';
import { trimSpan } from './text-span.js';
import type { TextSpan } from './text-span.js';

/** No English sentence is longer; beyond it a "sentence" is a table, a dump or an attack and is cut at white space. */
const MAX_SENTENCE = 2_000;

const TITLE_OR_INITIAL =
  /(?:^|[\s("\u201c\u2018[])(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Adm|Sen|Rep|Gov|Pres|Hon|Rev|St|Jr|Sr|No|vs|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e)|[A-Z](?:\.[A-Z])*)\.$/u;
const COUNTRY = /\b(?:U\.S|U\.N|E\.U|U\.K|D\.C)\.$/u;
const LIST_NUMBER = /^(?:\(?\d{1,3}[.)]|[A-Za-z][.)])$/u;
const ELLIPSIS = /(?:\. ?\. ?\.|\[\.\.\.\]|\u2026)$/u;
const CLOSED_QUOTE = /[!?.]["'\u201d\u2019)\]]+$/u;
const STARTS_NEW =
  /^(?:The|A|An|This|That|These|Those|He|She|It|They|We|I|You|But|And|In|On|However|If|What|There|Its|His|Her|Their|Our|My)\b/u;

/**
 * Splits a text into sentences: `Intl.Segmenter` inside each paragraph, then merges where it is known to cut wrongly
 * (titles and initials, "U.S. Army", bare list numbers, ellipses, a closing quote followed by lower case).
 * A sentence never crosses a paragraph. Linear in the length of the text.
 *
 * @param text the whole text; offsets refer to it
 * @param paragraphs spans to look into, default all paragraphs of `text`
 * @returns trimmed, ordered, disjoint spans in UTF-16 code units
 * @example splitSentences('Mr. Low left. He won.') // [{ start: 0, end: 13 }, { start: 14, end: 21 }]
 */
export function splitSentences(
  text: string,
  paragraphs: readonly TextSpan[] = splitParagraphs(text),
): TextSpan[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return paragraphs.flatMap((paragraph) => splitParagraph(text, paragraph, segmenter));
}

function splitParagraph(text: string, paragraph: TextSpan, segmenter: Intl.Segmenter): TextSpan[] {
  const sentences: TextSpan[] = [];
  for (const piece of cutLong(text, paragraph)) {
    // A line end inside a hard-wrapped paragraph would end a sentence; the same-length blank does not.
    const flat = text
      .slice(piece.start, piece.end)
      .replace(/[\r\n\f\v\u0085\u2028\u2029]/gu, ' ')
      .replace(/(?<=[\p{P}\p{L}])\[(?:\d{1,3}|[ivxl]{1,5})\](?=\s|$)/gu, (mark) => ' '.repeat(mark.length));
    for (const part of segmenter.segment(flat)) {
      const start = piece.start + part.index;
      const span = trimSpan(text, { start, end: start + part.segment.length });
      if (span.end === span.start) continue;
      const last = sentences[sentences.length - 1];
      if (last !== undefined && last.start >= piece.start && belongTogether(text, last, span)) {
        sentences[sentences.length - 1] = { start: last.start, end: span.end };
      } else {
        sentences.push(span);
      }
    }
  }
  return sentences.flatMap((sentence) => cutLong(text, sentence, MAX_SENTENCE));
}

function belongTogether(text: string, left: TextSpan, right: TextSpan): boolean {
  if (right.end - left.start > MAX_SENTENCE) return false;
  const tail = text.slice(Math.max(left.start, left.end - 24), left.end);
  const head = text.slice(right.start, right.start + 24);
  if (TITLE_OR_INITIAL.test(tail)) return !(/\b(?:No|[A-Z])\.$/u.test(tail) && STARTS_NEW.test(head));
  if (COUNTRY.test(tail)) return /^[A-Z]/u.test(head) && !STARTS_NEW.test(head);
  if (left.end - left.start <= 5 && LIST_NUMBER.test(tail)) return true;
  if (ELLIPSIS.test(tail)) return /^[\p{Ll}\d]/u.test(head);
  if (CLOSED_QUOTE.test(tail) || /[.!?]$/u.test(tail)) return /^\p{Ll}/u.test(head);
  return false;
}

/** Cuts what is longer than `limit` at the last blank before it (never inside a surrogate pair). */
function cutLong(text: string, span: TextSpan, limit = 20_000): TextSpan[] {
  const pieces: TextSpan[] = [];
  let { start } = span;
  while (span.end - start > limit) {
    let cut = start + limit;
    const blank = text.lastIndexOf(' ', cut);
    if (blank > start + limit / 2) cut = blank;
    else if (text.charCodeAt(cut) >= 0xdc00 && text.charCodeAt(cut) <= 0xdfff) cut += 1;
    const piece = trimSpan(text, { start, end: cut });
    if (piece.end > piece.start) pieces.push(piece);
    start = cut;
  }
  const rest = trimSpan(text, { start, end: span.end });
  if (rest.end > rest.start) pieces.push(rest);
  return pieces;
}
