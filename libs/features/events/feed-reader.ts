import type { PollFault } from '#core/domain';
import { discoverFeeds, FeedFailure, type FeedFault, parseFeed, type ParsedFeed } from '#platform/feeds';
import { type FetchedPage, FetchFailure, type SafeFetch } from '#platform/net';
import { retryAfterMs } from './retry-after.js';

/** What became of asking for a feed. */
export type FeedReading =
  | { readonly kind: 'read'; readonly page: FetchedPage; readonly feed: ParsedFeed }
  | { readonly kind: 'unchanged'; readonly page: FetchedPage }
  | {
      readonly kind: 'failed';
      readonly fault: PollFault;
      readonly detail: string;
      readonly status: number | null;
      /** What the server asked for. */
      readonly askedMs: number | null;
      /** The page that came instead of a feed. */
      readonly page: FetchedPage | null;
    };

/** What the server said the last time. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const FEED_BYTES = 10_000_000;
const NAMED_AT_MOST = 3;
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1';
/** What cannot be a feed whatever is said of it; text/plain and octet-stream often are one. */
const TYPES = /^(?!(?:image|video|audio|font)\/|application\/(?:pdf|zip|gzip|msword|vnd\.))/i;

/** Asks for a feed and reads it. Never throws for what a server or a document does. */
export async function readFeed(
  fetcher: SafeFetch,
  address: string,
  known: Validators,
  realNow: Date,
): Promise<FeedReading> {
  let page: FetchedPage;
  try {
    page = await fetcher.get(address, { maxBytes: FEED_BYTES, types: TYPES, headers: headersFor(known) });
  } catch (error) {
    if (error instanceof FetchFailure) return failed(error.fault, error.message);
    throw error;
  }
  if (page.status === 304) return { kind: 'unchanged', page };
  if (page.status < 200 || page.status > 299) return refused(page, realNow);
  try {
    const document = { body: page.body, contentType: page.headers['content-type'], url: page.url };
    return { kind: 'read', page, feed: parseFeed(document) };
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    return {
      ...failed(error.fault, error.fault === 'HTML_PAGE' ? describePage(page) : error.message),
      status: page.status,
      page,
    };
  }
}

/** The feeds that a page names which came instead of one. */
export function feedsOf(page: FetchedPage) {
  return discoverFeeds({ body: page.body, contentType: page.headers['content-type'], url: page.url });
}

function describePage(page: FetchedPage): string {
  const feeds = feedsOf(page);
  if (feeds.length === 0) return 'This is a web page, not a feed, and it names none.';
  const named = feeds.slice(0, NAMED_AT_MOST).map(({ url }) => url);
  return `This is a web page, not a feed. It names: ${named.join(' , ')}`;
}

function headersFor({ etag, lastModified }: Validators): Record<string, string> {
  return {
    accept: ACCEPT,
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function failed(fault: FeedFault | PollFault, detail: string) {
  return { kind: 'failed', fault, detail, status: null, askedMs: null, page: null } as const;
}

function refused(page: FetchedPage, realNow: Date): FeedReading {
  const { status, headers } = page;
  const askedMs = retryAfterMs(headers['retry-after'], realNow);
  const host = new URL(page.url).host;
  const answer = { status, askedMs, page: null };
  if (status === 410)
    return { ...failed('GONE', `${host} says that this feed is gone for good (410).`), ...answer };
  if (status === 429 || (status === 503 && askedMs !== null))
    return { ...failed('BUSY', `${host} asks to be left alone for a while (${String(status)}).`), ...answer };
  return { ...failed('HTTP_ERROR', `${host} answers with status ${String(status)}.`), ...answer };
}
