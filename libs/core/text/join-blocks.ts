export type BlockKind = 'paragraph' | 'heading' | 'item' | 'row';

/** A piece of a document that stands by itself. */
export interface TextBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/**
 * Puts a document's pieces into one text: paragraphs and headings apart by a blank line, items of a list and rows of a
 * table on a line each.
 *
 * @example joinBlocks([{ kind: 'paragraph', text: 'One.' }, { kind: 'paragraph', text: 'Two.' }]) === 'One.\n\nTwo.'
 */
export function joinBlocks(blocks: readonly TextBlock[]): string {
  let text = '';
  let before: BlockKind | null = null;
  for (const { kind, text: raw } of blocks) {
    const piece = tidy(raw);
    if (piece === '') continue;
    const isRun = kind === before && (kind === 'item' || kind === 'row');
    if (before !== null) text += isRun ? '\n' : '\n\n';
    text += piece;
    before = kind;
  }
  return text;
}

/** Blanks of all kinds become one; line breaks that were meant stay. */
function tidy(raw: string): string {
  return raw
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u200b]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
