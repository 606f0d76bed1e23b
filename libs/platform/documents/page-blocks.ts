import type { TextBlock } from '#core/text';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr legend main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const SILENT = new Set(
  'script style noscript template svg math iframe object embed canvas audio video button input select textarea datalist head title dialog map'.split(
    ' ',
  ),
);
/** Deeper than any page; a deeper one was made to break parsers. */
const DEEPEST = 400;
const ELEMENT = 1;
const TEXT = 3;

/** A page's words in pieces, as it shows them: hidden things, scripts and controls are left out. */
export function blocksOf(root: Element): TextBlock[] {
  const writer = new BlockWriter();
  writer.visit(root, 0, 'paragraph');
  writer.close('paragraph');
  return writer.blocks;
}

class BlockWriter {
  readonly blocks: TextBlock[] = [];
  private open = '';
  private breaks = 0;

  close(kind: TextBlock['kind'], mark = ''): void {
    const text = this.open.trim();
    this.open = '';
    this.breaks = 0;
    if (text !== '') this.blocks.push({ kind, text: mark + text });
  }

  visit(node: Element, depth: number, kind: TextBlock['kind']): void {
    if (depth > DEEPEST) return;
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) this.write(child.textContent ?? '', node);
      else if (child.nodeType === ELEMENT) this.enter(child as Element, depth, kind);
    }
  }

  private enter(element: Element, depth: number, kind: TextBlock['kind']): void {
    const name = element.localName.toLowerCase();
    if (SILENT.has(name) || isHidden(element)) return;
    if (name === 'br') this.breakLine(kind);
    else if (name === 'table' && isDataTable(element)) this.table(element, kind);
    else if (HEADINGS.has(name)) this.enclosed(element, depth, kind, 'heading');
    else if (name === 'li') this.item(element, depth, kind);
    else if (BLOCKS.has(name)) this.enclosed(element, depth, kind, kind);
    else this.visit(element, depth + 1, kind);
  }

  private enclosed(
    element: Element,
    depth: number,
    around: TextBlock['kind'],
    kind: TextBlock['kind'],
  ): void {
    this.close(around);
    this.visit(element, depth + 1, kind);
    this.close(kind);
  }

  private item(element: Element, depth: number, around: TextBlock['kind']): void {
    this.close(around);
    const before = this.blocks.length;
    this.visit(element, depth + 1, 'item');
    this.close('item');
    const first = this.blocks[before];
    if (first === undefined || first.kind === 'heading') return;
    if (!/^(?:- |\d+\. )/u.test(first.text))
      this.blocks[before] = { kind: 'item', text: markOf(element) + first.text };
  }

  private table(table: Element, around: TextBlock['kind']): void {
    this.close(around);
    for (const row of table.querySelectorAll('tr')) {
      const cells = [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/gu, ' ').trim());
      if (cells.some((cell) => cell !== '')) this.blocks.push({ kind: 'row', text: cells.join(' | ') });
    }
  }

  /** One break is a line of its own, two are a paragraph. */
  private breakLine(kind: TextBlock['kind']): void {
    this.breaks += 1;
    if (this.breaks > 1) this.close(kind);
    else this.open += '\n';
  }

  private write(raw: string, parent: Element): void {
    const isKept = parent.localName.toLowerCase() === 'pre' || parent.parentElement?.localName === 'pre';
    const text = isKept ? raw : raw.replace(/\s+/gu, ' ');
    if (text.trim() !== '') this.breaks = 0;
    else if (this.breaks > 0) return;
    this.open += text;
  }
}

function markOf(item: Element): string {
  const list = item.parentElement;
  if (list?.localName.toLowerCase() !== 'ol') return '- ';
  const position = [...list.children].filter(({ localName }) => localName === 'li').indexOf(item);
  return `${String(position + (Number(list.getAttribute('start')) || 1))}. `;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style') ?? '')
  );
}

/** A table of figures; those that only place things on the page hold paragraphs or one column. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('p, div, table, ul, ol, h1, h2, h3, blockquote, pre') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.length > 1 && rows.some((row) => row.children.length > 1);
}
