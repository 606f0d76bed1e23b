import type { TextEdit } from './text-edit.js';

const tags = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Tags that end a line or a paragraph. */
const BLOCK = tags(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul',
);
const LINE = tags('br wbr');
const INLINE = tags(
  'a abbr b big cite code del dfn em font i img input ins kbd label link mark meta q s samp small source span strike strong sub sup svg time tt u var video audio picture button iframe object embed base center nobr',
);
/** What stands between these and their closing tag is not for readers. */
const UNREAD = tags('script style noscript template');

/** Attributes are asked for an equals sign, so that "a <b and c> d" is no tag. */
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]{0,11})(?:\s[^<>=]{0,40}=[^<>]{0,2000})?\s?\/?>/y;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}));/gu;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  lsquo: '\u2018',
  rsquo: '\u2019',
  sbquo: '\u201a',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bdquo: '\u201e',
  laquo: '\u00ab',
  raquo: '\u00bb',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  bull: '\u2022',
  middot: '\u00b7',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  deg: '\u00b0',
  euro: '\u20ac',
  pound: '\u00a3',
  yen: '\u00a5',
  cent: '\u00a2',
  sect: '\u00a7',
  para: '\u00b6',
  frac12: '\u00bd',
  frac14: '\u00bc',
  frac34: '\u00be',
  times: '\u00d7',
  eacute: '\u00e9',
  egrave: '\u00e8',
  aacute: '\u00e1',
  agrave: '\u00e0',
  ccedil: '\u00e7',
  ntilde: '\u00f1',
  iacute: '\u00ed',
  oacute: '\u00f3',
  uacute: '\u00fa',
  auml: '\u00e4',
  ouml: '\u00f6',
  uuml: '\u00fc',
  szlig: '\u00df',
};

/** HTML tags that were left in a text: block tags become line ends, others and what is not for readers go. */
export function tagEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  // Once a closing mark is not found, it is not looked for again: that keeps a megabyte of openings linear.
  const missing = new Set<string>();
  const endOf = (mark: string, from: number): number => {
    if (missing.has(mark)) return -1;
    const at = text.indexOf(mark, from);
    if (at === -1) missing.add(mark);
    return at === -1 ? -1 : at + mark.length;
  };
  let at = text.indexOf('<');
  while (at !== -1) {
    const edit = tagAt(text, at, endOf);
    if (edit !== null) edits.push(edit);
    at = text.indexOf('<', edit?.end ?? at + 1);
  }
  return edits;
}

function tagAt(text: string, at: number, endOf: (mark: string, from: number) => number): TextEdit | null {
  if (text.startsWith('<!--', at)) {
    const end = endOf('-->', at + 4);
    return end === -1 ? null : { start: at, end, replacement: '' };
  }
  if (/^<!doctype html[^<>]{0,300}>/iu.test(text.slice(at, at + 320)))
    return { start: at, end: text.indexOf('>', at) + 1, replacement: '\n' };
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  if (match === null) return null;
  const name = (match[1] ?? '').toLowerCase();
  const end = at + match[0].length;
  if (UNREAD.has(name)) {
    const closing = text.charAt(at + 1) === '/' ? end : endOf(`</${name}>`, end);
    return { start: at, end: Math.max(end, closing), replacement: '\n' };
  }
  if (BLOCK.has(name)) return { start: at, end, replacement: '\n\n' };
  if (LINE.has(name)) return { start: at, end, replacement: '\n' };
  return INLINE.has(name) ? { start: at, end, replacement: '' } : null;
}

/** Character references: numeric ones, and the named ones that English texts have. */
export function entityEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  if (!text.includes('&')) return edits;
  for (const match of text.matchAll(ENTITY)) {
    const replacement = decode(match[1], match[2], match[3]);
    if (replacement !== null)
      edits.push({ start: match.index, end: match.index + match[0].length, replacement });
  }
  return edits;
}

function decode(decimal?: string, hex?: string, name?: string): string | null {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null;
  const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  if (point === 0xa0) return ' ';
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : null;
}

const EMPHASIS =
  /\*\*|__|(?<![\p{L}\p{N}*])\*(?=[\p{L}"'\u201c\u2018])[^*\n]{1,200}\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[\p{L}"'\u201c\u2018])[^_\n]{1,200}_(?![\p{L}\p{N}_])/gu;
const LINK =
  /!?\[([^[\]\n]{1,300})\]\((?:https?:|mailto:|www\.|[/#])[^()\s]{0,1000}(?: "[^"\n]{0,200}")?\)/gu;
const HEADING = /^#{1,6}[ \t]+/gmu;

/** Marks of Markdown inside lines: emphasis, links, images, and the number signs of headings. Bullets stay. */
export function markdownEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const drop = (start: number, end: number): void => {
    edits.push({ start, end, replacement: '' });
  };
  if (/[*_]/u.test(text)) {
    for (const { 0: marks, index } of text.matchAll(EMPHASIS)) {
      const end = index + marks.length;
      if (marks === '**' || marks === '__') drop(index, end);
      // A whole line in italics is a note on the text, and its marks are what tells it.
      else if (!(isLineStart(text, index) && isLineEnd(text, end))) {
        drop(index, index + 1);
        drop(end - 1, end);
      }
    }
  }
  if (text.includes('](')) {
    for (const { 0: link, 1: words, index } of text.matchAll(LINK)) {
      const start = index + link.indexOf('[') + 1;
      drop(index, start);
      drop(start + (words ?? '').length, index + link.length);
    }
  }
  if (text.includes('#'))
    for (const { 0: marks, index } of text.matchAll(HEADING)) drop(index, index + marks.length);
  return edits;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || /[\n\r]/u.test(text.charAt(at - 1));
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || /[\n\r]/u.test(text.charAt(at));
}
