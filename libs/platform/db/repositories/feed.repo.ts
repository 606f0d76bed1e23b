import type { FeedRemark, FeedState, PollFault, PollOutcome } from '#core/domain';
import type { Prisma } from '../generated/client.js';
import type { Tx } from '../database.js';

/** Something odd about a feed's last answer, counted. */
export interface StoredRemark {
  readonly kind: FeedRemark;
  readonly count: number;
  readonly example: string;
}

/** A feed that is read from an address. */
export interface StoredFeed {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string | null;
  readonly host: string;
  readonly state: FeedState;
  readonly pollMinutes: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastPolledAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly nextPollAt: Date | null;
  readonly failures: number;
  readonly lastFault: PollFault | null;
  readonly lastError: string | null;
  readonly notes: readonly StoredRemark[];
  readonly movedTo: string | null;
  readonly version: number;
}

export interface NewFeed {
  readonly title: string;
  readonly url: string;
  readonly siteUrl: string | null;
  readonly host: string;
}

/** What a poll leaves on the feed. */
export interface PollRecord {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly outcome: PollOutcome;
  readonly httpStatus: number | null;
  readonly fault: PollFault | null;
  readonly detail: string;
  readonly items: number;
  readonly created: number;
}

/** Polls that are older are forgotten. */
const KEEP_POLLS_DAYS = 30;
const FEED = { kind: 'feed' } as const;

/** Feeds that are read from an address. All times are real time, except `createdAt` of a new one. */
export const feedRepo = {
  /** A new feed, or the one with this address; one that was taken off the list is put back. */
  async ensure(
    feed: NewFeed,
    times: { now: Date; realNow: Date; by: string | null },
    tx: Tx,
  ): Promise<{ feed: StoredFeed; created: boolean }> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`feed-url:${feed.url}`}, 0))`;
    const known = await tx.feed.findUnique({ where: { url: feed.url } });
    if (known !== null && known.state !== 'removed') return { feed: fromRow(known), created: false };
    const row =
      known === null
        ? await tx.feed.create({
            data: {
              ...FEED,
              ...feed,
              nextPollAt: times.realNow,
              createdAt: times.now,
              createdById: times.by,
            },
          })
        : await tx.feed.update({
            where: { id: known.id },
            data: {
              ...feed,
              ...FRESH,
              state: 'active',
              nextPollAt: times.realNow,
              version: { increment: 1 },
            },
          });
    return { feed: fromRow(row), created: true };
  },

  async find(id: string, tx: Tx): Promise<StoredFeed | null> {
    const row = await tx.feed.findFirst({ where: { id, ...FEED, state: { not: 'removed' } } });
    return row === null ? null : fromRow(row);
  },

  /** All that are on the list, by title. */
  async list(tx: Tx): Promise<StoredFeed[]> {
    const rows = await tx.feed.findMany({
      where: { ...FEED, state: { not: 'removed' } },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
    });
    return rows.map(fromRow);
  },

  /** Servers with a feed that is due and that may be asked now, the longest due first. */
  async listDueHosts(realNow: Date, limit: number, tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ host: string }[]>`
      SELECT f.host FROM feeds f LEFT JOIN feed_hosts h ON h.host = f.host
      WHERE f.kind = 'feed' AND f.state = 'active' AND f.next_poll_at <= ${realNow}
        AND (h.host IS NULL OR (h.rest_until <= ${realNow} AND (h.lease_until IS NULL OR h.lease_until <= ${realNow})))
      GROUP BY f.host ORDER BY min(f.next_poll_at), f.host LIMIT ${limit}`;
    return rows.map((row) => row.host);
  },

  /** The feed of this server that has been due for the longest. */
  async findDue(host: string, realNow: Date, tx: Tx): Promise<StoredFeed | null> {
    const row = await tx.feed.findFirst({
      where: { ...FEED, host, state: 'active', nextPollAt: { lte: realNow } },
      orderBy: [{ nextPollAt: 'asc' }, { id: 'asc' }],
    });
    return row === null ? null : fromRow(row);
  },

  /** What a person changes; false when it is not this version any more. */
  async change(
    feed: { id: string; version: number },
    data: {
      title?: string;
      pollMinutes?: number;
      state?: 'active' | 'paused' | 'removed';
      url?: string;
      host?: string;
    },
    realNow: Date,
    tx: Tx,
  ): Promise<boolean> {
    const isElsewhere = data.url !== undefined;
    const { count } = await tx.feed.updateMany({
      where: { id: feed.id, version: feed.version, state: { not: 'removed' } },
      data: {
        ...data,
        ...(isElsewhere ? FRESH : {}),
        ...(data.state === undefined ? {} : { nextPollAt: data.state === 'active' ? realNow : null }),
        version: { increment: 1 },
      },
    });
    return count === 1;
  },

  /** Makes feeds due now. */
  async hasten(ids: readonly string[], realNow: Date, tx: Tx): Promise<number> {
    const { count } = await tx.feed.updateMany({
      where: { id: { in: [...ids] }, ...FEED, state: 'active' },
      data: { nextPollAt: realNow },
    });
    return count;
  },

  /** Records a poll and what it means for the feed. */
  async recordPoll(
    feedId: string,
    poll: PollRecord,
    next: {
      /** Null: it is gone. */
      nextPollAt: Date | null;
      etag: string | null;
      lastModified: string | null;
      failures: number;
      notes: readonly StoredRemark[];
      movedTo: string | null;
      siteUrl: string | null;
    },
    tx: Tx,
  ): Promise<void> {
    await tx.feedPoll.create({ data: { feedId, ...poll } });
    const hasFailed = poll.outcome === 'failed';
    const { nextPollAt, notes, ...rest } = next;
    const [row] = await tx.$queryRaw<{ state: FeedState }[]>`
      SELECT state::text FROM feeds WHERE id = ${feedId}::uuid FOR UPDATE`;
    // Paused or taken off the list meanwhile: that stands.
    const isActive = row?.state === 'active';
    await tx.feed.update({
      where: { id: feedId },
      data: {
        ...rest,
        notes: notes as unknown as Prisma.InputJsonValue,
        lastPolledAt: poll.startedAt,
        ...(hasFailed ? {} : { lastSuccessAt: poll.finishedAt }),
        lastFault: poll.fault,
        lastError: hasFailed ? poll.detail : null,
        ...(isActive ? { nextPollAt, ...(nextPollAt === null ? { state: 'gone' as const } : {}) } : {}),
      },
    });
  },

  /** Of any kind of feed; false where there is no such one. */
  async mute(id: string, mutedAt: Date | null, tx: Tx): Promise<boolean> {
    const { count } = await tx.feed.updateMany({
      where: { id, state: { not: 'removed' } },
      data: { mutedAt, version: { increment: 1 } },
    });
    return count === 1;
  },

  async listPolls(feedId: string, limit: number, tx: Tx): Promise<PollRecord[]> {
    const rows = await tx.feedPoll.findMany({
      where: { feedId },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map((row) => ({ ...row, fault: row.fault as PollFault | null }));
  },

  async forgetOldPolls(realNow: Date, tx: Tx): Promise<void> {
    const before = new Date(realNow.getTime() - KEEP_POLLS_DAYS * 86_400_000);
    await tx.feedPoll.deleteMany({ where: { startedAt: { lt: before } } });
  },
};

/** A feed nothing is known of yet. */
const FRESH = {
  etag: null,
  lastModified: null,
  failures: 0,
  lastFault: null,
  lastError: null,
  movedTo: null,
  notes: [],
} as const;

interface FeedRow extends Omit<StoredFeed, 'url' | 'host' | 'lastFault' | 'notes'> {
  readonly url: string | null;
  readonly host: string | null;
  readonly lastFault: string | null;
  readonly notes: unknown;
}

function fromRow(row: FeedRow): StoredFeed {
  const { id, title, siteUrl, state, pollMinutes, etag, lastModified, lastPolledAt, lastSuccessAt } = row;
  const { nextPollAt, failures, lastError, movedTo, version } = row;
  return {
    id,
    title,
    url: row.url ?? '',
    siteUrl,
    host: row.host ?? '',
    state,
    pollMinutes,
    etag,
    lastModified,
    lastPolledAt,
    lastSuccessAt,
    nextPollAt,
    failures,
    lastFault: row.lastFault as PollFault | null,
    lastError,
    notes: row.notes as StoredRemark[],
    movedTo,
    version,
  };
}
