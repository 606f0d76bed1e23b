import { Parser } from 'htmlparser2';
import { decodeFeed } from './decode-feed.js';
import type { FeedDocument } from './parse-feed.js';
import { oneLine, shorten } from './plain-text.js';
import { webAddress } from './xml-feed.js';

/** A feed that a page points at. */
export interface DiscoveredFeed {
  readonly url: string;
  readonly title: string;
}

const FEED_TYPE =
  /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^application\/(?:json|xml)$|^text\/xml$/i;
/** What an address looks like that is worth a try where a page names no feed in its head. */
const FEED_PATH = /\/(?:feed|rss|atom)(?:\/|$)|\.(?:rss|atom|rdf)$|\/(?:rss|atom|feed|index)\.(?:xml|json)$/i;
const FEEDS_AT_MOST = 20;

/** The feeds that a web page says it has (`link rel=alternate`); without any, links in it that look like feeds. */
export function discoverFeeds({ body, contentType, url }: FeedDocument): DiscoveredFeed[] {
  const named = new Map<string, DiscoveredFeed>();
  const likely = new Map<string, DiscoveredFeed>();
  let base = url;
  const add = (to: Map<string, DiscoveredFeed>, href: string | undefined, title: string | undefined) => {
    const address = webAddress(href, base);
    if (address !== null && !to.has(address) && to.size < FEEDS_AT_MOST)
      to.set(address, { url: address, title: shorten(oneLine(title ?? ''), 200) });
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { href, title, rel = '', type = '' } = attributes;
      if (name === 'base') base = webAddress(href, url) ?? base;
      const rels = rel.toLowerCase().split(/\s+/);
      const isFeed = FEED_TYPE.test(type.split(';')[0]?.trim() ?? '') || rels.includes('feed');
      if (name === 'link' && (rels.includes('alternate') || rels.includes('feed')) && isFeed)
        add(named, href, title);
      if (name === 'a' && FEED_PATH.test(pathOf(href, base))) add(likely, href, title);
    },
  });
  parser.end(decodeFeed(body, contentType).text);
  return [...(named.size > 0 ? named : likely).values()];
}

function pathOf(href: string | undefined, base: string): string {
  const address = webAddress(href, base);
  return address === null ? '' : new URL(address).pathname;
}
