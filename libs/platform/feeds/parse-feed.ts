import { decodeFeed } from './decode-feed.js';
import { type FeedFormat, type FeedItem, type FeedNote, ITEMS_AT_MOST, type ParsedFeed } from './feed.js';
import { FeedFailure } from './feed-failure.js';
import { readJsonFeed, readJsonItem } from './json-feed.js';
import { outlineFeed } from './outline-feed.js';
import { formatOf, type ReadItem, readXmlHead, readXmlItem } from './xml-feed.js';

/** A feed as it was fetched. */
export interface FeedDocument {
  readonly body: Uint8Array;
  /** The header, charset and all. */
  readonly contentType?: string | undefined;
  /** Where it came from: what relative addresses in it mean. */
  readonly url: string;
}

/**
 * Reads RSS (0.9 to 2.0, RDF), Atom (0.3, 1.0) or JSON Feed, by what the document is and not by what it is called.
 * Throws a FeedFailure for what is no feed; what is wrong with a part of it is a note, and the rest is read.
 */
export function parseFeed({ body, contentType, url }: FeedDocument): ParsedFeed {
  const { text, notes } = decodeFeed(body, contentType);
  const start = text.slice(0, 1_000).trimStart();
  if (text.trim() === '') throw new FeedFailure('EMPTY', 'The answer is empty.');
  if (start.startsWith('{')) return parseJson(text, url, notes);
  try {
    return parseXml(text, url, notes);
  } catch (error) {
    // Pages need not say that they are: their server does.
    const isPage =
      error instanceof FeedFailure && error.fault === 'NOT_A_FEED' && /html/i.test(contentType ?? '');
    throw isPage ? new FeedFailure('HTML_PAGE', 'This is a web page, not a feed.') : error;
  }
}

function parseXml(text: string, url: string, notes: readonly FeedNote[]): ParsedFeed {
  const outline = outlineFeed(text, ITEMS_AT_MOST);
  const read = outline.items.map((item) => readXmlItem(item, outline, url));
  const cut: FeedNote[] = outline.isCutOff ? [{ kind: 'CUT_OFF', count: 1, example: text.slice(-40) }] : [];
  return assemble(formatOf(outline), readXmlHead(outline, url), read, outline.total, [...notes, ...cut]);
}

function parseJson(text: string, url: string, notes: readonly FeedNote[]): ParsedFeed {
  const feed = readJsonFeed(text, url);
  const read = feed.items.slice(0, ITEMS_AT_MOST).map((item) => readJsonItem(item, url));
  return assemble('json', feed, read, feed.items.length, notes);
}

function assemble(
  format: FeedFormat,
  head: { readonly title: string; readonly siteUrl: string | null },
  read: readonly (ReadItem | null)[],
  total: number,
  notes: readonly FeedNote[],
): ParsedFeed {
  const whole = read.filter((one) => one !== null);
  const undated = whole.filter(({ item }) => item.publishedAt === null);
  const example = undated.find(({ badDate }) => badDate !== null)?.badDate ?? '';
  const more: FeedNote[] = [
    { kind: 'UNDATED', count: undated.length, example },
    { kind: 'BROKEN_ITEMS', count: read.length - whole.length, example: '' },
    { kind: 'CAPPED', count: total - Math.min(total, ITEMS_AT_MOST), example: '' },
  ];
  return {
    format,
    title: head.title,
    siteUrl: head.siteUrl,
    items: distinct(whole.map(({ item }) => item)),
    notes: [...notes, ...more.filter(({ count }) => count > 0)],
  };
}

/** Each identity once. Where a feed gives one id to all its items, the addresses tell them apart. */
function distinct(items: readonly FeedItem[]): FeedItem[] {
  const known = new Map<string, FeedItem>();
  for (const item of items) {
    const first = known.get(item.identity);
    if (first === undefined) known.set(item.identity, item);
    else if (item.url !== null && item.url !== first.url) {
      const identity = `${item.identity}|${item.url}`;
      if (!known.has(identity)) known.set(identity, { ...item, identity });
    }
  }
  return [...known.values()];
}
