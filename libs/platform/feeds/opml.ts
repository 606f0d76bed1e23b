import { generateOpml, parseOpml } from 'feedsmith';
import { FeedFailure } from './feed-failure.js';
import { oneLine, shorten } from './plain-text.js';

/** A feed on a list of subscriptions. */
export interface OpmlFeed {
  readonly title: string;
  /** As written: whether it may be asked is not decided here. */
  readonly url: string;
}

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

/** Reads a list of subscriptions, folders and all, each address once. Throws a FeedFailure. */
export function readOpml(written: string): OpmlFeed[] {
  const text = written.trim();
  if (text === '') throw new FeedFailure('EMPTY', 'The file is empty.');
  if (/<!ENTITY/i.test(text))
    throw new FeedFailure('ENTITIES', 'This file defines entities of its own; such documents are not read.');
  const feeds = new Map<string, OpmlFeed>();
  const open: Outline[] = [...(parse(text).body?.outlines ?? [])].reverse();
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const url = one.xmlUrl?.trim() ?? '';
    if (url !== '' && !feeds.has(url))
      feeds.set(url, { url, title: shorten(oneLine(one.title ?? one.text ?? ''), 200) });
    open.push(...[...(one.outlines ?? [])].reverse());
  }
  return [...feeds.values()];
}

function parse(text: string): { body?: { outlines?: readonly Outline[] } } {
  try {
    return parseOpml(text);
  } catch {
    throw new FeedFailure('NOT_A_FEED', 'This is no OPML file.');
  }
}

/** Writes a list of subscriptions that other feed readers take in. */
export function writeOpml(
  title: string,
  feeds: readonly (OpmlFeed & { readonly siteUrl: string | null })[],
): string {
  // The generator has no words for a list of nothing.
  if (feeds.length === 0)
    return '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n  <head/>\n  <body/>\n</opml>\n';
  return generateOpml({
    head: { title },
    body: {
      outlines: feeds.map((feed) => ({
        text: feed.title,
        title: feed.title,
        type: 'rss',
        xmlUrl: feed.url,
        ...(feed.siteUrl === null ? {} : { htmlUrl: feed.siteUrl }),
      })),
    },
  });
}
