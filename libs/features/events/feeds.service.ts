import { Injectable } from '@nestjs/common';
import type { EndpointBody, Feed, FeedPoll, feedsEndpoints } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  feedHostRepo,
  type FeedQuality,
  feedRepo,
  getInstallation,
  isUniqueViolation,
  listFeedQuality,
  type StoredFeed,
  type Tx,
} from '#platform/db';
import { FeedFailure, type OpmlFeed, readOpml, writeOpml } from '#platform/feeds';
import { FetchFailure, SafeFetch } from '#platform/net';
import type { z } from 'zod';
import { feedsOf, readFeed } from './feed-reader.js';
import { toProblem } from './feed-problem.js';

type WireFeed = z.input<typeof Feed>;
type Change = EndpointBody<typeof feedsEndpoints.changeFeed>;

/** A feed that was found at an address, or that a page there names. */
export interface FoundFeed {
  readonly url: string;
  readonly title: string;
  readonly siteUrl: string | null;
  /** Of the feed itself; null where a page only names it. */
  readonly items: number | null;
  readonly newestAt: string | null;
}

const POLLS_SHOWN = 20;
const TOLD_FROM_MS = 10_000;
const OPML_FEEDS_AT_MOST = 5_000;
const NOTHING_KNOWN = { etag: null, lastModified: null };

/** The list of feeds: found, added, changed, taken off, imported and exported. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly fetcher: SafeFetch,
  ) {}

  async listFeeds(): Promise<{ items: WireFeed[] }> {
    const tx = this.database.direct;
    const feeds = await feedRepo.list(tx);
    const quality = new Map((await listFeedQuality(null, tx)).map((one) => [one.id, one]));
    const resting = await this.restingHosts(tx);
    return { items: feeds.map((feed) => toWire(feed, quality.get(feed.id), resting)) };
  }

  /** Throws DomainError FEED.NOT_FOUND. */
  async listPolls(id: string): Promise<{ items: z.input<typeof FeedPoll>[] }> {
    const tx = this.database.direct;
    await find(id, tx);
    const polls = await feedRepo.listPolls(id, POLLS_SHOWN, tx);
    return { items: polls.map((poll) => ({ ...poll, startedAt: poll.startedAt.toISOString() })) };
  }

  /**
   * The feed at an address, or those that the page there names. Throws DomainError FEED.BAD_ADDRESS, FEED.NO_ANSWER,
   * FEED.NOT_A_FEED.
   */
  async discover(written: string): Promise<{ feeds: FoundFeed[] }> {
    const address = this.checkAddress(withScheme(written));
    const reading = await readFeed(this.fetcher, address, NOTHING_KNOWN, this.clock.realNow());
    if (reading.kind === 'read') {
      const { feed, page } = reading;
      const times = feed.items.flatMap(({ publishedAt }) =>
        publishedAt === null ? [] : [publishedAt.getTime()],
      );
      const newestAt = times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
      const url = page.movedTo ?? address;
      const { title, siteUrl, items } = feed;
      return { feeds: [{ url, title: title || new URL(url).host, siteUrl, items: items.length, newestAt }] };
    }
    if (reading.kind === 'failed' && reading.fault === 'HTML_PAGE' && reading.page !== null) {
      const named = feedsOf(reading.page);
      if (named.length > 0)
        return {
          feeds: named.map(({ url, title }) => ({
            url,
            title: title || new URL(url).host,
            siteUrl: null,
            items: null,
            newestAt: null,
          })),
        };
    }
    if (reading.kind === 'failed') throw toProblem(reading.fault, reading.detail);
    throw new DomainError(
      'FEED.NO_ANSWER',
      'The server says that nothing has changed, and we have never asked it.',
    );
  }

  /**
   * Adds the feed at an address, or the one that the page there names; the worker reads it within a minute. Throws as
   * discover, and FEED.SEVERAL where a page names more than one.
   */
  async addFeed(
    actor: Actor,
    input: { url: string; title?: string | undefined },
  ): Promise<{ feed: WireFeed; created: boolean }> {
    let found = (await this.discover(input.url)).feeds;
    const [only] = found;
    if (found.length > 1)
      throw new DomainError(
        'FEED.SEVERAL',
        `The page names ${String(found.length)} feeds. Choose one of them and add its address.`,
        found.map(({ url, title }) => ({ path: url, message: title })),
      );
    if (only?.items === null) found = (await this.discover(only.url)).feeds;
    const [feed] = found;
    if (feed === undefined || feed.items === null)
      throw new DomainError('FEED.NOT_A_FEED', 'What the page names as its feed is another page.');
    return this.database.withTransaction(async (tx) => {
      const title = input.title?.trim() ?? '';
      const stored = await this.ensure(
        actor,
        { url: feed.url, title: title === '' ? feed.title : title },
        feed.siteUrl,
        tx,
      );
      return { feed: await this.describe(stored.feed.id, tx), created: stored.created };
    });
  }

  /** Throws DomainError FEED.NOT_FOUND, FEED.BAD_ADDRESS, VERSION.CHANGED. */
  async changeFeed(actor: Actor, id: string, { version, ...change }: Change): Promise<WireFeed> {
    const url = change.url === undefined ? undefined : this.checkAddress(change.url);
    try {
      return await this.database.withTransaction(async (tx) => {
        const before = await find(id, tx);
        const elsewhere = url === undefined ? {} : { url, host: new URL(url).host };
        const { title, pollMinutes, state } = change;
        const data = {
          ...(title === undefined ? {} : { title }),
          ...(pollMinutes === undefined ? {} : { pollMinutes }),
          ...(state === undefined ? {} : { state }),
          ...elsewhere,
        };
        if (!(await feedRepo.change({ id, version }, data, this.clock.realNow(), tx)))
          throw new DomainError(
            'VERSION.CHANGED',
            'Somebody else has changed this feed. Load it again and decide anew.',
          );
        // Another address is another feed: it is read at once.
        if (url !== undefined) await feedRepo.hasten([id], this.clock.realNow(), tx);
        await this.audit(actor, id, 'feed.changed', { ...change, was: before.state }, tx);
        return this.describe(id, tx);
      });
    } catch (error) {
      if (isUniqueViolation(error))
        throw new DomainError('FEED.BAD_ADDRESS', 'Another feed has this address already.');
      throw error;
    }
  }

  /** Takes a feed off the list; its events stay. Throws DomainError FEED.NOT_FOUND. */
  async removeFeed(actor: Actor, id: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const { version } = await find(id, tx);
      await feedRepo.change({ id, version }, { state: 'removed' }, this.clock.realNow(), tx);
      await this.audit(actor, id, 'feed.removed', {}, tx);
    });
  }

  /** Has a feed read at the next tick, whenever it would have been. Throws DomainError FEED.NOT_FOUND. */
  async pollSoon(id: string): Promise<WireFeed> {
    return this.database.withTransaction(async (tx) => {
      await find(id, tx);
      await feedRepo.hasten([id], this.clock.realNow(), tx);
      return this.describe(id, tx);
    });
  }

  async exportOpml(): Promise<{ opml: string }> {
    const tx = this.database.direct;
    const { projectName } = await getInstallation(tx);
    return { opml: writeOpml(projectName, await feedRepo.list(tx)) };
  }

  /**
   * Adds every feed of a list whose address may be asked; whether each answers shows when it is read. Throws DomainError
   * FEED.BAD_OPML.
   */
  async importOpml(actor: Actor, opml: string) {
    const feeds = parseOpml(opml);
    if (feeds.length > OPML_FEEDS_AT_MOST)
      throw new DomainError('FEED.BAD_OPML', `The file names more than ${String(OPML_FEEDS_AT_MOST)} feeds.`);
    const refused: { url: string; message: string }[] = [];
    const good: OpmlFeed[] = [];
    for (const feed of feeds)
      try {
        good.push({ ...feed, url: this.checkAddress(feed.url) });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push({ url: feed.url.slice(0, 500), message: error.message });
      }
    return this.database.withTransaction(
      async (tx) => {
        let created = 0;
        for (const feed of good) {
          const title = feed.title === '' ? new URL(feed.url).host : feed.title;
          if ((await this.ensure(actor, { url: feed.url, title }, null, tx)).created) created += 1;
        }
        return { created, existing: good.length - created, refused };
      },
      { timeoutMs: 60_000 },
    );
  }

  private async describe(id: string, tx: Tx): Promise<WireFeed> {
    const [quality] = await listFeedQuality(id, tx);
    return toWire(await find(id, tx), quality, await this.restingHosts(tx));
  }

  /** The pause after every poll is not worth telling. */
  private restingHosts(tx: Tx): Promise<ReadonlyMap<string, Date>> {
    return feedHostRepo.listResting(new Date(this.clock.realNow().getTime() + TOLD_FROM_MS), tx);
  }

  private async ensure(actor: Actor, feed: OpmlFeed, siteUrl: string | null, tx: Tx) {
    const times = { now: this.clock.now(), realNow: this.clock.realNow(), by: actor.userId };
    const stored = await feedRepo.ensure({ ...feed, siteUrl, host: new URL(feed.url).host }, times, tx);
    if (stored.created) await this.audit(actor, stored.feed.id, 'feed.added', {}, tx);
    return stored;
  }

  private checkAddress(written: string): string {
    try {
      return this.fetcher.checkUrl(written);
    } catch (error) {
      if (error instanceof FetchFailure) throw toProblem(error.fault, error.message);
      throw error;
    }
  }

  private async audit(
    actor: Actor,
    feedId: string,
    action: string,
    payload: {
      readonly state?: string | undefined;
      readonly was?: string;
      readonly pollMinutes?: number | undefined;
    },
    tx: Tx,
  ): Promise<void> {
    const { state, was, pollMinutes } = payload;
    await auditRepo.appendAudit(tx, {
      at: this.clock.now(),
      actor: actor.userId,
      action,
      subjectType: 'feed',
      subjectId: feedId,
      payload: {
        ...(state === undefined ? {} : { state }),
        ...(was === undefined ? {} : { was }),
        ...(pollMinutes === undefined ? {} : { pollMinutes }),
      },
    });
  }
}

async function find(id: string, tx: Tx): Promise<StoredFeed> {
  const feed = await feedRepo.find(id, tx);
  if (feed === null) throw new DomainError('FEED.NOT_FOUND', `There is no feed ${id}.`);
  return feed;
}

function parseOpml(opml: string): OpmlFeed[] {
  try {
    return readOpml(opml);
  } catch (error) {
    if (error instanceof FeedFailure) throw new DomainError('FEED.BAD_OPML', error.message);
    throw error;
  }
}

/** People write addresses without their beginning. */
function withScheme(written: string): string {
  const address = written.trim();
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]*:\d+(?:\/|$)/.test(address)
    ? address
    : `https://${address}`;
}

/** @param quality undefined for a feed that has brought nothing yet */
function toWire(
  feed: StoredFeed,
  quality: FeedQuality | undefined,
  resting: ReadonlyMap<string, Date>,
): WireFeed {
  const { id, title, url, siteUrl, pollMinutes, failures, lastFault, lastError, movedTo, version } = feed;
  return {
    id,
    title,
    url,
    siteUrl,
    state: feed.state,
    pollMinutes,
    events: quality?.events ?? 0,
    suggested: quality?.suggested ?? 0,
    confirmed: quality?.confirmed ?? 0,
    rejected: quality?.rejected ?? 0,
    lastPolledAt: feed.lastPolledAt?.toISOString() ?? null,
    lastSuccessAt: feed.lastSuccessAt?.toISOString() ?? null,
    nextPollAt: feed.nextPollAt?.toISOString() ?? null,
    failures,
    fault: lastFault,
    faultDetail: lastError,
    remarks: feed.notes.map((note) => ({ ...note })),
    restingUntil: resting.get(feed.host)?.toISOString() ?? null,
    movedTo,
    version,
  };
}
