export { type DiscoveredFeed, discoverFeeds } from './discover-feeds.js';
export {
  FEED_NOTES,
  type FeedFormat,
  type FeedItem,
  type FeedNote,
  type FeedNoteKind,
  type ParsedFeed,
} from './feed.js';
export { FEED_FAULTS, type FeedFault, FeedFailure } from './feed-failure.js';
export { type OpmlFeed, readOpml, writeOpml } from './opml.js';
export { type FeedDocument, parseFeed } from './parse-feed.js';
