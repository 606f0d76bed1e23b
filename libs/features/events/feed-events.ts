import type { FeedRemark } from '#core/domain';
import type { NewEvent, StoredRemark } from '#platform/db';
import type { ParsedFeed } from '#platform/feeds';

type FeedEvent = Omit<NewEvent, 'feed'> & { readonly identity: string };

const AHEAD_MS = 24 * 3_600_000;

/**
 * The events of a feed. An item without a day, or with one more than a day ahead of `now`, counts as reported when it
 * came; an item without a word is left out. Both are remarked upon.
 */
export function toFeedEvents(feed: ParsedFeed, now: Date): { events: FeedEvent[]; remarks: StoredRemark[] } {
  const events: FeedEvent[] = [];
  let ahead = 0;
  let wordless = 0;
  for (const { identity, title, summary, url, publishedAt } of feed.items) {
    const isAhead = publishedAt !== null && publishedAt.getTime() > now.getTime() + AHEAD_MS;
    if (isAhead) ahead += 1;
    if (title === '') wordless += 1;
    else
      events.push({
        identity,
        title,
        summary,
        url,
        occurredOn: null,
        publishedAt: publishedAt === null || isAhead ? now : publishedAt,
      });
  }
  const remark = (kind: FeedRemark, count: number, example = ''): StoredRemark => ({ kind, count, example });
  const own = [remark('DATED_AHEAD', ahead), remark('WORDLESS', wordless)].filter(({ count }) => count > 0);
  return {
    events,
    remarks: [...feed.notes.map(({ kind, count, example }) => remark(kind, count, example)), ...own],
  };
}
