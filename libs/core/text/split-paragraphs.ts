import { isBlank, trimSpan } from './text-span.js';
import type { TextSpan } from './text-span.js';

/** Hard-wrapped prose (old mail, Project Gutenberg): lines of about this length, most of them cut mid-sentence. */
const WRAP_MIN = 40;
const WRAP_MAX = 100;

/**
 * Splits a text into paragraphs: one per line, except that hard-wrapped lines of one block are put back together.
 * LF, CRLF and CR all end a line. Linear in the length of the text.
 *
 * @returns spans in UTF-16 code units, in order, disjoint, trimmed, never empty
 * @example splitParagraphs('One.\n\nTwo.') // [{ start: 0, end: 4 }, { start: 6, end: 10 }]
 */
export function splitParagraphs(text: string): TextSpan[] {
  const paragraphs: TextSpan[] = [];
  let block: TextSpan[] = [];
  const flush = (): void => {
    const first = block[0];
    const last = block[block.length - 1];
    if (first !== undefined && last !== undefined) {
      if (isHardWrapped(text, block)) paragraphs.push({ start: first.start, end: last.end });
      else paragraphs.push(...block);
    }
    block = [];
  };
  for (const line of splitLines(text)) {
    const trimmed = trimSpan(text, line);
    if (trimmed.end > trimmed.start) block.push(trimmed);
    else flush();
  }
  flush();
  return paragraphs;
}

/**
 * Splits a text into lines without their line ends; blank lines are kept.
 *
 * @example splitLines('a\r\nb') // [{ start: 0, end: 1 }, { start: 3, end: 4 }]
 */
export function splitLines(text: string): TextSpan[] {
  const lines: TextSpan[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x0a && unit !== 0x0d) continue;
    lines.push({ start, end: i });
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i += 1;
    start = i + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function isHardWrapped(text: string, lines: readonly TextSpan[]): boolean {
  if (lines.length < 2) return false;
  let cutMidSentence = 0;
  let lowerCase = 0;
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined || next === undefined) return false;
    const length = line.end - line.start;
    if (length < WRAP_MIN || length > WRAP_MAX || startsItem(text, next)) return false;
    if (!endsSentence(text, line)) cutMidSentence += 1;
    if (/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) lowerCase += 1;
  }
  const last = lines[lines.length - 1];
  if (last === undefined || last.end - last.start > WRAP_MAX) return false;
  // Prose goes on in lower case most of the time; lists and bylines do not.
  return cutMidSentence * 2 >= lines.length - 1 && lowerCase * 2 >= lines.length - 1;
}

function startsItem(text: string, line: TextSpan): boolean {
  return /^(?:[-*\u2022\u2013\u2014]|\d{1,3}[.)]|\[)/u.test(text.slice(line.start, line.start + 5));
}

function endsSentence(text: string, line: TextSpan): boolean {
  let i = line.end - 1;
  while (i > line.start && (isBlank(text.charCodeAt(i)) || /["'\u201d\u2019)\]]/u.test(text.charAt(i))))
    i -= 1;
  return /[.!?:%]/u.test(text.charAt(i));
}
