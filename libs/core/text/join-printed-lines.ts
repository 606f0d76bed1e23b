import { joinBlocks, type TextBlock } from './join-blocks.js';

/** A line as it stands on a printed page; sizes in points, `top` counted from the upper edge. */
export interface PrintedLine {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly height: number;
}

/** Lines further apart than so many times the usual distance begin a paragraph. */
const GAP = 1.35;
const INDENT = 8;
/** A line that stands at the edge of so many pages is a running head; of two pages, at the edge of both. */
const RUNNING_SHARE = 0.5;
const EDGE_LINES = 2;
/** A line this long, beside the longest of its page, was broken off because the column was full. */
const FULL_SHARE = 0.6;

/**
 * Makes paragraphs of printed lines: running heads and page numbers go, words that were divided at a line's end are put
 * together, a paragraph that a page ends in goes on on the next.
 *
 * @param pages the lines of each page in reading order
 * @example joinPrintedLines([[line('It will', 0), line('rain.', 12)]]) === 'It will rain.'
 */
export function joinPrintedLines(pages: readonly (readonly PrintedLine[])[]): string {
  const running = runningHeads(pages);
  const blocks: TextBlock[] = [];
  let open = '';
  const close = (): void => {
    if (open !== '') blocks.push({ kind: 'paragraph', text: open });
    open = '';
  };
  let isFull = false;
  for (const page of pages) {
    const lines = page.filter((line, i) => !isEdge(i, page.length) || !running.has(mask(line.text)));
    const usual = usualDistance(lines);
    let before: PrintedLine | null = null;
    for (const line of lines) {
      const goesOn =
        before === null ? isFull && goesOnOverleaf(open, line.text) : isSameParagraph(before, line, usual);
      if (!goesOn) close();
      open = append(open, line.text.trim());
      before = line;
    }
    isFull = (before?.text.trim().length ?? 0) >= FULL_SHARE * longestOf(lines);
  }
  close();
  return joinBlocks(blocks);
}

function isSameParagraph(before: PrintedLine, line: PrintedLine, usual: number): boolean {
  const distance = line.top - before.top;
  // Upwards: the next column.
  if (distance < -1) return isUnfinished(before.text);
  if (distance > usual * GAP) return false;
  if (Math.abs(line.height - before.height) > before.height * 0.2) return false;
  return !(line.left > before.left + INDENT && /[.!?”"]$/u.test(before.text.trim()));
}

/** A heading or an item at the foot of a page is short, and no item of a list goes on with another. */
function goesOnOverleaf(open: string, line: string): boolean {
  return isUnfinished(open) && !/^\s*(?:[-*•‣–]|\d{1,2}[.)])\s/u.test(line);
}

function longestOf(lines: readonly PrintedLine[]): number {
  return lines.reduce((most, { text }) => Math.max(most, text.trim().length), 0);
}

/** A sentence that has no end yet. */
function isUnfinished(text: string): boolean {
  return /[\p{L}\d,;–—-]$/u.test(text.trim());
}

function append(text: string, line: string): string {
  if (text === '') return line;
  const divided = /\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(line);
  return divided ? text.slice(0, -1) + line : `${text} ${line}`;
}

/** The middle of the distances between neighbouring lines. */
function usualDistance(lines: readonly PrintedLine[]): number {
  const distances = lines
    .slice(1)
    .map((line, i) => line.top - (lines[i]?.top ?? 0))
    .filter((distance) => distance > 1)
    .sort((x, y) => x - y);
  // Where every line is a paragraph the middle would be the distance of paragraphs.
  const height = lines[0]?.height ?? 12;
  return Math.min(distances[Math.floor((distances.length - 1) / 2)] ?? height * 1.3, height * 2);
}

function runningHeads(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(page.filter((_, i) => isEdge(i, page.length)).map(({ text }) => mask(text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const heads = [...counts].filter(
    ([, n]) => n >= Math.min(3, Math.max(2, pages.length)) && n >= pages.length * RUNNING_SHARE,
  );
  return new Set(heads.map(([text]) => text).concat('#', '– # –', '- # -'));
}

const isEdge = (i: number, length: number): boolean => i < EDGE_LINES || i >= length - EDGE_LINES;

/** Page numbers differ from page to page. */
const mask = (text: string): string => text.trim().replace(/\d+/gu, '#');
