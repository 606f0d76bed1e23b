import { FEED_REMARKS, FEED_STATES, POLL_FAULTS, POLL_OUTCOMES } from '#core/domain';
import { z } from 'zod';
import type { Endpoint } from './define-endpoint.js';
import { Id, Instant, Nothing, words } from './words.schema.js';

const ACCESS = ['admin'] as const;
const PollFault = z.enum(POLL_FAULTS).meta({ id: 'PollFault' });
const Minutes = z.int().min(5).max(10_080);

export const Feed = z
  .object({
    id: Id,
    title: z.string(),
    url: z.string(),
    siteUrl: z.string().nullable(),
    state: z.enum(FEED_STATES).meta({ id: 'FeedState' }),
    pollMinutes: z.int(),
    /** How many events it has brought. */
    events: z.int(),
    /** What became of the propositions suggested for its events: waiting, right, wrong. */
    suggested: z.int(),
    confirmed: z.int(),
    rejected: z.int(),
    lastPolledAt: Instant.nullable(),
    lastSuccessAt: Instant.nullable(),
    nextPollAt: Instant.nullable(),
    /** Polls that failed in a row. */
    failures: z.int(),
    fault: PollFault.nullable(),
    faultDetail: z.string().nullable(),
    /** What was odd about the last answer that was read. */
    remarks: z.array(
      z.object({
        kind: z.enum(FEED_REMARKS).meta({ id: 'FeedRemark' }),
        count: z.int(),
        example: z.string(),
      }),
    ),
    /** Until when its server asked to be left alone, if it did; nothing is read from there before. */
    restingUntil: Instant.nullable(),
    /** Where a permanent redirect leads. */
    movedTo: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Feed' });

export const FeedPoll = z
  .object({
    startedAt: Instant,
    outcome: z.enum(POLL_OUTCOMES).meta({ id: 'PollOutcome' }),
    httpStatus: z.int().nullable(),
    fault: PollFault.nullable(),
    detail: z.string(),
    items: z.int(),
    created: z.int(),
  })
  .meta({ id: 'FeedPoll' });

export const FoundFeed = z
  .object({
    url: z.string(),
    title: z.string(),
    siteUrl: z.string().nullable(),
    /** Null where a page only names the feed. */
    items: z.int().nullable(),
    newestAt: Instant.nullable(),
  })
  .meta({ id: 'FoundFeed' });

const Address = z.string().trim().min(1, { error: 'must not be empty' }).max(2_000);

export const feedsEndpoints = {
  listFeeds: {
    method: 'GET',
    path: '/feeds',
    summary: 'Feeds that events are read from, with how each is doing',
    access: ACCESS,
    response: z.object({ items: z.array(Feed) }),
  },
  discoverFeeds: {
    method: 'POST',
    path: '/feeds/discover',
    summary: 'The feed at an address, or those that the page there names; stores nothing',
    access: ACCESS,
    body: z.object({ url: Address }),
    response: z.object({ feeds: z.array(FoundFeed) }),
  },
  addFeed: {
    method: 'POST',
    path: '/feeds',
    summary: 'Add the feed at an address, or the one that the page there names; it is read within a minute',
    access: ACCESS,
    body: z.object({ url: Address, title: z.string().trim().max(200).optional() }),
    response: z.object({ feed: Feed, created: z.boolean() }),
    status: 201,
  },
  exportOpml: {
    method: 'GET',
    path: '/feeds/opml',
    summary: 'The feeds as OPML, for other feed readers',
    access: ACCESS,
    response: z.object({ opml: z.string() }),
  },
  importOpml: {
    method: 'POST',
    path: '/feeds/opml',
    summary: 'Add the feeds of an OPML file; addresses that must not be asked are named and left out',
    access: ACCESS,
    body: z.object({ opml: z.string().min(1).max(5_000_000) }),
    response: z.object({
      created: z.int(),
      existing: z.int(),
      refused: z.array(z.object({ url: z.string(), message: z.string() })),
    }),
    status: 201,
  },
  changeFeed: {
    method: 'PATCH',
    path: '/feeds/:id',
    summary: 'Pause or resume a feed, rename it, read it more or less often, or from another address',
    access: ACCESS,
    params: z.object({ id: Id }),
    body: z.object({
      version: z.int(),
      state: z.enum(['active', 'paused']).optional(),
      title: words(200).optional(),
      pollMinutes: Minutes.optional(),
      url: Address.optional(),
    }),
    response: Feed,
  },
  removeFeed: {
    method: 'DELETE',
    path: '/feeds/:id',
    summary: 'Take a feed off the list; its events stay',
    access: ACCESS,
    params: z.object({ id: Id }),
    response: Nothing,
  },
  pollFeed: {
    method: 'POST',
    path: '/feeds/:id/poll',
    summary: 'Have a feed read within a minute',
    access: ACCESS,
    params: z.object({ id: Id }),
    response: Feed,
    status: 202,
  },
  listFeedPolls: {
    method: 'GET',
    path: '/feeds/:id/polls',
    summary: 'The last polls of a feed, newest first',
    access: ACCESS,
    params: z.object({ id: Id }),
    response: z.object({ items: z.array(FeedPoll) }),
  },
} as const satisfies Record<string, Endpoint>;
