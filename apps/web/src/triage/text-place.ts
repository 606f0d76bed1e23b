/** A stretch of the text, in UTF-16 code units of the snapshot. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** The place of a point in the drawn text; every run says where in the snapshot it begins. */
function placeOf(box: HTMLElement, node: Node, offset: number): number | null {
  if (!box.contains(node)) return null;
  const run = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (run === null || run === undefined) {
    // Between two runs: the one that follows begins there.
    const next = node.childNodes[offset];
    if (next instanceof HTMLElement) return Number(next.dataset['start']);
    return node === box ? (box.textContent ?? '').length : null;
  }
  const within = node instanceof HTMLElement ? (offset === 0 ? 0 : (run.textContent ?? '').length) : offset;
  return Number(run.dataset['start']) + within;
}

/** What of the text is selected now; null where nothing or something else is. */
export function readMarked(box: HTMLElement | null, text: string): Marked | null {
  const selection = window.getSelection();
  if (box === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(box, range.startContainer, range.startOffset);
  const end = placeOf(box, range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  return trimMarked(text, start, end);
}

/** Without blanks at the ends; null where nothing else is left. */
export function trimMarked(text: string, start: number, end: number): Marked | null {
  const raw = text.slice(start, end);
  const quote = raw.trim();
  if (quote === '') return null;
  const from = start + raw.indexOf(quote);
  return { start: from, end: from + quote.length, quote };
}

/** Where words stand in a text, blanks of any sort taken for one another: the one place, or how many there are. */
export function findWords(text: string, words: string): Marked | number {
  const parts = words.trim().split(/\s+/u).map(escaped);
  if (words.trim() === '') return 0;
  const found = [...text.matchAll(new RegExp(parts.join(String.raw`\s+`), 'gu'))];
  const only = found[0];
  if (found.length !== 1 || only === undefined) return found.length;
  return { start: only.index, end: only.index + only[0].length, quote: only[0] };
}

const escaped = (part: string): string => part.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
