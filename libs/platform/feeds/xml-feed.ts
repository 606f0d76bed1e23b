import { parseFeed as parseXml } from '@rowanmanning/feed-parser';
import { createHash } from 'node:crypto';
import { type FeedFormat, type FeedItem, SUMMARY_AT_MOST, TITLE_AT_MOST } from './feed.js';
import { readFeedDate } from './feed-date.js';
import type { FeedOutline } from './outline-feed.js';
import { oneLine, plainText, shorten } from './plain-text.js';

type XmlItem = ReturnType<typeof parseXml>['items'][number];
type XmlElement = XmlItem['element'];

/** What reading one item gave. */
export interface ReadItem {
  readonly item: FeedItem;
  /** The date as it was written, where it cannot be read. */
  readonly badDate: string | null;
}

const DATES = ['pubdate', 'published', 'issued', 'date', 'created', 'updated', 'modified'];
const WORDS = ['description', 'summary', 'encoded', 'content', 'body', 'fullitem', 'subtitle'];
const FORMATS = { rss: 'rss', rdf: 'rdf', feed: 'atom' } as const satisfies Record<string, FeedFormat>;

export const formatOf = (outline: FeedOutline): FeedFormat => FORMATS[outline.root];

/** Title and page of the feed, from what stands before its items. */
export function readXmlHead(outline: FeedOutline, base: string): { title: string; siteUrl: string | null } {
  const inside = outline.root === 'feed' || /<(?:[\w.-]{1,40}:)?channel[\s/>]/i.test(outline.head);
  try {
    const head = withoutDoctype(inside ? outline.head : `<channel>${outline.head}</channel>`);
    const feed = parseXml(`${outline.rootTag}${head}`);
    return { title: shorten(plainText(feed.title ?? ''), 200), siteUrl: webAddress(feed.url, base) };
  } catch {
    return { title: '', siteUrl: null };
  }
}

/** Reads one item by itself, between the tags it stands between; null where nothing can be made of it. */
export function readXmlItem(source: string, outline: FeedOutline, base: string): ReadItem | null {
  const xml = parseItem(source, outline) ?? parseItem(withoutMarks(source), outline);
  if (xml === null) return null;
  try {
    return toItem(xml, outline.root === 'feed', base);
  } catch {
    return null;
  }
}

function parseItem(source: string, outline: FeedOutline): XmlItem | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(withoutCdata(source))) return null;
  const open = outline.root === 'rss' ? `${outline.rootTag}<channel>` : outline.rootTag;
  const between = outline.root === 'rdf' ? `${open}<channel></channel>` : open;
  try {
    return parseXml(`${between}${source}`).items[0] ?? null;
  } catch {
    return null;
  }
}

function toItem(xml: XmlItem, isAtom: boolean, base: string): ReadItem {
  const { element } = xml;
  const words = wordsOf(element, isAtom);
  const titleElement = element.findElementWithName('title');
  const title = titleElement === null ? '' : textOf(titleElement, isAtom);
  const link = webAddress(xml.url, resolved(element, base)) ?? permalink(element, base);
  const written = firstText(element, DATES);
  const publishedAt = written === null ? null : readFeedDate(written);
  const summary = shorten(words, SUMMARY_AT_MOST);
  const id = oneLine(xml.id ?? '');
  const item = {
    identity: id === '' ? (link ?? hash([title, summary, written ?? ''])) : id,
    title: shorten(title === '' ? shorten(words, 120) : title, TITLE_AT_MOST),
    summary,
    url: link,
    publishedAt,
  };
  return { item, badDate: written !== null && publishedAt === null ? written.slice(0, 60) : null };
}

/** The text of an element. Atom says whether it is markup; RSS does not, and mostly it is. */
function textOf(element: XmlElement, isAtom: boolean): string {
  const mode = element.getAttribute('mode');
  const type = element.getAttribute('type');
  const text = mode === 'base64' ? fromBase64(element.textContent) : element.textContentNormalized;
  const isLiteral = isAtom && mode !== 'base64' && (type === null || /^text(?:\/plain)?$/i.test(type));
  return isLiteral ? oneLine(text) : plainText(text);
}

function wordsOf(element: XmlElement, isAtom: boolean): string {
  for (const name of WORDS)
    for (const one of element.findElementsWithName(name)) {
      const type = one.getAttribute('type');
      // Atom lets whole files stand here.
      if (type !== null && type.includes('/') && !/^(?:text\/|application\/(?:xhtml|xml))/i.test(type))
        continue;
      const text = textOf(one, isAtom);
      if (text !== '') return text;
    }
  return '';
}

function firstText(element: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const text = element.findElementWithName(name)?.textContent.trim() ?? '';
    if (text !== '') return text;
  }
  return null;
}

/** RSS: the guid is an address unless it says otherwise. */
function permalink(element: XmlElement, base: string): string | null {
  const guid = element.findElementWithName('guid');
  if (guid === null || guid.getAttribute('ispermalink') === 'false') return null;
  return /^https?:/i.test(guid.textContent.trim()) ? webAddress(guid.textContent.trim(), base) : null;
}

function resolved(element: XmlElement, base: string): string {
  return webAddress(element.baseUrl, base) ?? base;
}

/** An address of http or https, made absolute; anything else is none. */
export function webAddress(written: string | null | undefined, base: string): string | null {
  if (written === null || written === undefined || written.trim() === '') return null;
  try {
    const url = new URL(written.trim(), base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href.slice(0, 2_000) : null;
  } catch {
    return null;
  }
}

export function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u001f')).digest('hex');
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
const withoutDoctype = (xml: string): string => (/<!(?:DOCTYPE|ENTITY)/i.test(withoutCdata(xml)) ? '' : xml);
const withoutMarks = (xml: string): string => xml.replaceAll(/<!\[CDATA\[|\]\]>|<!--|-->/g, '');

/** Linear, where a lazy pattern would try every end for every beginning. */
function withoutCdata(xml: string): string {
  return xml
    .split('<![CDATA[')
    .map((part, i) => (i === 0 ? part : part.slice(Math.max(0, part.indexOf(']]>')))))
    .join('');
}
