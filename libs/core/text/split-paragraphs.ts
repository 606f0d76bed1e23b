import { isRow, quoteDepth, standsAlone, startsAnew } from './line-kinds.js';
import { isBlank, trimSpan } from './text-span.js';
import type { TextSpan } from './text-span.js';

/** Lines shorter than this are not cut by a mail program but by their writer: addresses, verses, lists without marks. */
const WRAP_MIN = 30;
/** Mail and old books are wrapped at 60 to 80; nothing that is wrapped goes beyond this. */
const WRAP_MAX = 120;
/** Columns a line must be set in further than the one before, to begin a paragraph as books do it. */
const INDENT = 2;

/** A line that is not blank: `start` and `end` trimmed. */
interface Line extends TextSpan {
  readonly indent: number;
}

/**
 * Splits a text into paragraphs: one per line, except that lines which were cut by wrapping are put back together.
 * Headings, list items, rows of tables, speakers' labels and quoted mail of another depth always begin anew.
 * LF, CRLF, CR, form feed and the Unicode separators end a line. Linear in the length of the text.
 *
 * @returns spans in UTF-16 code units, in order, disjoint, trimmed, never empty
 * @example splitParagraphs('One.\n\nTwo.') // [{ start: 0, end: 4 }, { start: 6, end: 10 }]
 */
export function splitParagraphs(text: string): TextSpan[] {
  const blocks = splitBlocks(text);
  const width = wrapWidth(text, blocks);
  return blocks.flatMap((block) => joinLines(text, block, width));
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
    if (!endsLine(unit)) continue;
    lines.push({ start, end: i });
    if (unit === 0x0d && text.charCodeAt(i + 1) === 0x0a) i += 1;
    start = i + 1;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function endsLine(unit: number): boolean {
  return (unit >= 0x0a && unit <= 0x0d) || unit === 0x2028 || unit === 0x2029;
}

/** Runs of lines without a blank one between them. */
function splitBlocks(text: string): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of splitLines(text)) {
    const { start, end } = trimSpan(text, line);
    if (end > start) {
      if (block.length === 0) blocks.push(block);
      block.push({ start, end, indent: start - line.start });
    } else if (block.length > 0) block = [];
  }
  return blocks;
}

/**
 * The width a text was wrapped at, or null where it was not: the longest of the lines that plainly run on in the next,
 * given that these are at least two and a quarter of all lines that could.
 */
function wrapWidth(text: string, blocks: readonly (readonly Line[])[]): number | null {
  let width = 0;
  let runOn = 0;
  let pairs = 0;
  for (const block of blocks) {
    block.forEach((line, i) => {
      const next = block[i + 1];
      if (next === undefined || !mayRunOn(text, line, next)) return;
      pairs += 1;
      if (!plainlyRunsOn(text, line, next)) return;
      runOn += 1;
      width = Math.max(width, line.end - line.start);
    });
  }
  return runOn >= 2 && runOn * 4 >= pairs ? width : null;
}

function joinLines(text: string, block: readonly Line[], width: number | null): TextSpan[] {
  const paragraphs: TextSpan[] = [];
  let open: { start: number; end: number } | null = null;
  let isItem = false;
  block.forEach((line, i) => {
    const before = block[i - 1];
    const runsOn =
      before !== undefined &&
      mayRunOn(text, before, line) &&
      (isItem || line.indent < before.indent + INDENT) &&
      (plainlyRunsOn(text, before, line) || (width !== null && fillsLine(text, before, line, width)));
    if (open !== null && runsOn) {
      open.end = line.end;
      return;
    }
    isItem = startsAnew(text, line);
    open = { start: line.start, end: line.end };
    paragraphs.push(open);
  });
  return paragraphs;
}

/** Whether `line` could have been cut by wrapping before `next`. */
function mayRunOn(text: string, line: Line, next: Line): boolean {
  const length = line.end - line.start;
  if (length < WRAP_MIN || length > WRAP_MAX || next.end - next.start > WRAP_MAX) return false;
  if (quoteDepth(text, line).depth !== quoteDepth(text, next).depth) return false;
  return !(
    startsAnew(text, next) ||
    standsAlone(text, line) ||
    standsAlone(text, next) ||
    isRow(text, line) ||
    isRow(text, next)
  );
}

/** Prose that is cut mid-sentence goes on in lower case most of the time; lists and bylines do not. */
function plainlyRunsOn(text: string, line: Line, next: Line): boolean {
  const { at } = quoteDepth(text, next);
  return !endsSentence(text, line) && /^["'\u201c\u2018(]?\p{Ll}/u.test(text.slice(at, at + 4));
}

/** Whether the first word of `next` had no room in `line`: what a program that fills lines of `width` leaves behind. */
function fillsLine(text: string, line: Line, next: Line, width: number): boolean {
  const { at } = quoteDepth(text, next);
  let word = at;
  while (word < next.end && !isBlank(text.charCodeAt(word))) word += 1;
  return line.end - line.start + 1 + (word - at) > width;
}

function endsSentence(text: string, line: TextSpan): boolean {
  let i = line.end - 1;
  while (i > line.start && (isBlank(text.charCodeAt(i)) || /["'\u201d\u2019)\]]/u.test(text.charAt(i))))
    i -= 1;
  return /[.!?:%\u2026]/u.test(text.charAt(i));
}
