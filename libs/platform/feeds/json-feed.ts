import { z } from 'zod';
import { SUMMARY_AT_MOST, TITLE_AT_MOST } from './feed.js';
import { readFeedDate } from './feed-date.js';
import { FeedFailure } from './feed-failure.js';
import { oneLine, plainText, shorten } from './plain-text.js';
import { hash, type ReadItem, webAddress } from './xml-feed.js';

const text = z.string().catch('');

const Document = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  title: text,
  home_page_url: text,
  items: z.array(z.unknown()),
});

/** What is not as it should be counts as not there; an item that is no object is broken. */
const Item = z.object({
  id: z.union([z.string(), z.number().transform(String)]).catch(''),
  url: text,
  external_url: text,
  title: text,
  summary: text,
  content_text: text,
  content_html: text,
  date_published: text,
  date_modified: text,
});

export interface JsonFeed {
  readonly title: string;
  readonly siteUrl: string | null;
  readonly items: readonly unknown[];
}

/** A JSON Feed (jsonfeed.org, versions 1 and 1.1). Throws a FeedFailure. */
export function readJsonFeed(written: string, base: string): JsonFeed {
  const parsed = Document.safeParse(parse(written));
  if (!parsed.success)
    throw new FeedFailure(
      'NOT_A_FEED',
      'This is JSON, but no JSON Feed: version and items are not as they should be.',
    );
  const { title, home_page_url, items } = parsed.data;
  return { title: shorten(oneLine(title), 200), siteUrl: webAddress(home_page_url, base), items };
}

export function readJsonItem(written: unknown, base: string): ReadItem | null {
  const parsed = Item.safeParse(written);
  if (!parsed.success) return null;
  const of = parsed.data;
  const words = [oneLine(of.summary), oneLine(of.content_text), plainText(of.content_html)].find(
    (one) => one !== '',
  );
  const summary = shorten(words ?? '', SUMMARY_AT_MOST);
  const url = webAddress(of.url, base) ?? webAddress(of.external_url, base);
  const date = of.date_published === '' ? of.date_modified : of.date_published;
  const publishedAt = readFeedDate(date);
  const title = oneLine(of.title);
  const item = {
    identity: of.id === '' ? (url ?? hash([title, summary, date])) : oneLine(of.id),
    title: shorten(title === '' ? shorten(summary, 120) : title, TITLE_AT_MOST),
    summary,
    url,
    publishedAt,
  };
  return { item, badDate: date !== '' && publishedAt === null ? date.slice(0, 60) : null };
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    throw new FeedFailure('NOT_A_FEED', 'This begins like JSON and cannot be read as JSON.');
  }
}
