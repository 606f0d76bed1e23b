import { FeedFailure } from './feed-failure.js';

/** A feed in XML, taken apart into what each item is and what stands before them. */
export interface FeedOutline {
  readonly root: 'rss' | 'rdf' | 'feed';
  /** The root's opening tag as it is, with its namespaces. */
  readonly rootTag: string;
  /** From after the opening tag to the first item, for title and link of the feed. */
  readonly head: string;
  readonly items: readonly string[];
  /** How many items there are, of which `items` are the first. */
  readonly total: number;
  readonly isCutOff: boolean;
}

const ROOT_WITHIN = 65_536;
const HEAD_AT_MOST = 262_144;
const ROOT = /<(?:[\w.-]{1,40}:)?(rss|rdf|feed)(?=[\s>/])/i;
const HTML = /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]/i;

/**
 * Finds where the items of a feed begin and end, without understanding what is in them: an item that is broken must not
 * lose its neighbours. Time and memory in proportion to the text, whatever it is. Throws a FeedFailure.
 */
export function outlineFeed(text: string, itemsAtMost: number): FeedOutline {
  const start = text.slice(0, ROOT_WITHIN);
  const root = ROOT.exec(start);
  const html = HTML.exec(start);
  if (html !== null && (root === null || html.index < root.index))
    throw new FeedFailure('HTML_PAGE', 'This is a web page, not a feed.');
  if (root === null) throw new FeedFailure('NOT_A_FEED', 'This is neither RSS, Atom nor JSON Feed.');
  // Entities of one's own are never needed in a feed, and are how a small document becomes a huge one.
  if (/<!ENTITY/i.test(start.slice(0, root.index)))
    throw new FeedFailure('ENTITIES', 'This feed defines entities of its own; such documents are not read.');
  const rootEnd = text.indexOf('>', root.index);
  if (rootEnd === -1) throw new FeedFailure('NOT_A_FEED', 'This feed ends before it has begun.');
  const name = (root[1] ?? '').toLowerCase() as FeedOutline['root'];
  const found = findItems(text, rootEnd + 1, name === 'feed' ? 'entry' : 'item', itemsAtMost);
  return {
    root: name,
    rootTag: text.slice(root.index, rootEnd + 1).replace(/\/>$/, '>'),
    head: text.slice(rootEnd + 1, Math.min(found.firstAt, rootEnd + 1 + HEAD_AT_MOST)),
    items: found.items,
    total: found.total,
    isCutOff: found.isCutOff && text[rootEnd - 1] !== '/',
  };
}

interface FoundItems {
  readonly items: string[];
  readonly total: number;
  readonly firstAt: number;
  readonly isCutOff: boolean;
}

function findItems(text: string, from: number, name: string, atMost: number): FoundItems {
  const marks = new RegExp(`<!\\[CDATA\\[|<!--|<(/?)(?:[\\w.-]{1,40}:)?${name}(?=[\\s/>])`, 'gi');
  const hidden = new HiddenParts(text, name);
  const items: string[] = [];
  const keep = (item: string) => {
    if (items.length < atMost) items.push(item);
  };
  let total = 0;
  let firstAt = text.length;
  let openAt = -1;
  let lastEnd = from;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0].startsWith('<!')) {
      marks.lastIndex = hidden.endOf(mark.index, mark[0] === '<!--' ? '-->' : ']]>');
      continue;
    }
    const tagEnd = text.indexOf('>', mark.index);
    if (tagEnd === -1) break;
    const isClosing = mark[1] === '/';
    // The one before was never closed: it ends where the next begins.
    if (openAt !== -1) keep(text.slice(openAt, isClosing ? tagEnd + 1 : mark.index));
    openAt = -1;
    if (!isClosing) {
      total += 1;
      firstAt = Math.min(firstAt, mark.index);
      if (text[tagEnd - 1] === '/') keep(text.slice(mark.index, tagEnd + 1));
      else openAt = mark.index;
    }
    lastEnd = tagEnd + 1;
    marks.lastIndex = lastEnd;
  }
  const isCutOff = !/<\/(?:[\w.-]{1,40}:)?(?:rss|rdf|feed)\s*>/i.test(text.slice(lastEnd).slice(-10_000));
  // Where the whole breaks off, its last item is half of one, and comes whole the next time.
  if (openAt !== -1 && !isCutOff) keep(text.slice(openAt));
  return { items, total, firstAt: Math.min(firstAt, text.length), isCutOff };
}

/** Where CDATA and comments end. One that was never closed is taken for a slip within its item. */
class HiddenParts {
  private readonly next: (what: string, from: number) => number;
  private readonly closing: string;

  constructor(text: string, name: string) {
    this.closing = `</${name}>`;
    const known = new Map<string, number>();
    // Each is looked for once on the way through the text, or this would take time in proportion to its square.
    this.next = (what, from) => {
      let at = known.get(what) ?? -1;
      if (at < from) {
        at = text.indexOf(what, from);
        if (at === -1) at = Infinity;
        known.set(what, at);
      }
      return at;
    };
  }

  endOf(at: number, closer: string): number {
    const inside = at + 4;
    const end = this.next(closer, inside);
    const itemEnd = this.next(this.closing, inside);
    const isOpen = end === Infinity || (itemEnd < end && this.next('<![CDATA[', itemEnd) < end);
    return isOpen ? inside : end + closer.length;
  }
}
