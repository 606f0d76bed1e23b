/** What a feed can be. */
export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

/** One item as it is read: nothing of it is markup any more. */
export interface FeedItem {
  /** What tells it from its neighbours, the same at every reading: the feed's own id, else the link, else a hash. */
  readonly identity: string;
  /** Empty where the item has none and no words to make one of. */
  readonly title: string;
  readonly summary: string;
  /** An address of http or https, or null. */
  readonly url: string | null;
  /** Null where the item has no date, or one that is no day. */
  readonly publishedAt: Date | null;
}

/** What was odd about a feed and did not keep it from being read. A closed set: the page has words for each. */
export const FEED_NOTES = [
  /** Items without a date, or with one that cannot be read. */
  'UNDATED',
  /** Items that could not be read; their neighbours were. */
  'BROKEN_ITEMS',
  /** Only the first of very many items were read. */
  'CAPPED',
  /** The document ends before its end. */
  'CUT_OFF',
  /** It is not in the charset it says it is in. */
  'WRONG_CHARSET',
] as const;
export type FeedNoteKind = (typeof FEED_NOTES)[number];

export interface FeedNote {
  readonly kind: FeedNoteKind;
  /** How many items it is about; 1 for the whole feed. */
  readonly count: number;
  /** A few of the feed's own words, for whoever looks into it. */
  readonly example: string;
}

export interface ParsedFeed {
  readonly format: FeedFormat;
  readonly title: string;
  /** The page the feed belongs to. */
  readonly siteUrl: string | null;
  /** In the order of the document, each identity once. */
  readonly items: readonly FeedItem[];
  readonly notes: readonly FeedNote[];
}

/** A feed has some dozens of items; whoever sends more sends an archive. */
export const ITEMS_AT_MOST = 2_000;
export const TITLE_AT_MOST = 500;
export const SUMMARY_AT_MOST = 2_000;
