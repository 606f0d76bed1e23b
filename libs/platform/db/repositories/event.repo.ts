import { createHash } from 'node:crypto';
import { type CalendarDate, nameKey } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { escapeLike } from '../escape-like.js';
import { type PageRequest, parseCursor, toPage } from '../page-cursor.js';

export interface NewEvent {
  readonly title: string;
  readonly summary: string;
  readonly url: string | null;
  readonly publishedAt: Date;
  readonly occurredOn: CalendarDate | null;
  readonly feed: string | null;
}

export interface StoredEvent extends NewEvent {
  readonly id: string;
  /** Reports of the same story, itself among them. */
  readonly reports: number;
  readonly recordedAt: Date;
}

const withFeed = {
  feed: { select: { title: true, kind: true, mutedAt: true } },
  cluster: { select: { _count: { select: { events: true } } } },
} as const;

/** An event without a feed of its own came by hand. */
const BY_HAND = 'By hand';

export const eventRepo = {
  /** Stores an event once per feed: the same address (or, without one, title and day) again is the same event. */
  async ensure(
    event: NewEvent,
    kind: 'manual' | 'csv',
    by: string | null,
    at: Date,
    tx: Tx,
  ): Promise<{ id: string; created: boolean }> {
    const feedId = await ensureFeed(event.feed ?? BY_HAND, kind, at, tx);
    const externalKey = keyOf(event);
    const known = await tx.eventReport.findUnique({ where: { feedId_externalKey: { feedId, externalKey } } });
    if (known !== null) return { id: known.id, created: false };
    const row = await tx.eventReport.create({
      data: {
        feedId,
        externalKey,
        title: event.title,
        summary: event.summary,
        url: event.url,
        publishedAt: event.publishedAt,
        occurredOn: toDateColumn(event.occurredOn),
        receivedAt: at,
        createdById: by,
      },
    });
    return { id: row.id, created: true };
  },

  /** Stores the items of a feed, each identity once for ever; returns the ids of those that are new. */
  async insertOfFeed(
    feedId: string,
    events: readonly (Omit<NewEvent, 'feed'> & { readonly identity: string })[],
    at: Date,
    tx: Tx,
  ): Promise<string[]> {
    const rows = await tx.eventReport.createManyAndReturn({
      data: events.map(({ identity, occurredOn, ...event }) => ({
        ...event,
        feedId,
        externalKey: createHash('sha256').update(identity).digest('hex'),
        occurredOn: toDateColumn(occurredOn),
        receivedAt: at,
      })),
      skipDuplicates: true,
      select: { id: true },
    });
    return rows.map((row) => row.id);
  },

  async find(id: string, tx: Tx): Promise<StoredEvent | null> {
    const row = await tx.eventReport.findUnique({ where: { id }, include: withFeed });
    return row === null ? null : fromRow(row);
  },

  async list(request: PageRequest & EventFilter, tx: Tx) {
    const cursor = parseCursor(request.cursor);
    const rows = await tx.eventReport.findMany({
      where: {
        AND: [...matching(request.q), ...shown(request)],
        ...(cursor === null
          ? {}
          : { OR: [{ publishedAt: { lt: cursor.at } }, { publishedAt: cursor.at, id: { lt: cursor.id } }] }),
      },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: request.limit + 1,
      include: withFeed,
    });
    return toPage(rows.map(fromRow), request.limit, (row) => ({ at: row.publishedAt, id: row.id }));
  },

  /** In any order; ids that are not there are left out. */
  async findMany(ids: readonly string[], tx: Tx): Promise<ClusteredEvent[]> {
    const rows = await tx.eventReport.findMany({ where: { id: { in: [...ids] } }, include: withFeed });
    return rows.map((row) => ({
      ...fromRow(row),
      clusterId: row.clusterId,
      isMuted: row.feed.mutedAt !== null,
    }));
  },

  async isMatched(id: string, tx: Tx): Promise<boolean> {
    return (await tx.eventReport.count({ where: { id, matchedAt: { not: null } } })) === 1;
  },

  /**
   * Events that wait to be matched, oldest first, locked until the transaction ends; what others hold is passed over.
   *
   * @param among null: any; else those of them that still wait
   * @param except left to others
   */
  async takeUnmatched(
    limit: number,
    { among, except }: { readonly among: readonly string[] | null; readonly except: readonly string[] },
    tx: Tx,
  ): Promise<ClusteredEvent[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text AS id FROM event_reports
      WHERE matched_at IS NULL AND (${among === null} OR id = ANY(${[...(among ?? [])]}::uuid[]))
        AND id <> ALL(${[...except]}::uuid[])
      ORDER BY received_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
    const events = await eventRepo.findMany(
      rows.map(({ id }) => id),
      tx,
    );
    const byId = new Map(events.map((event) => [event.id, event]));
    return rows.flatMap(({ id }) => byId.get(id) ?? []);
  },

  async markMatched(ids: readonly string[], at: Date, tx: Tx): Promise<void> {
    await tx.eventReport.updateMany({ where: { id: { in: [...ids] } }, data: { matchedAt: at } });
  },
};

/** An event with the cluster it was put into; null until it was matched. */
export interface ClusteredEvent extends StoredEvent {
  readonly clusterId: string | null;
  /** Its feed is: it is kept and not matched. */
  readonly isMuted: boolean;
}

/** Which events of a list: by words, by the feed they came by, by what became of their matches. */
export interface EventFilter {
  readonly q?: string | undefined;
  readonly feed?: string | undefined;
  readonly show?: 'all' | 'suggested' | 'strong' | 'unmatched';
}

/** `suggested` and `strong` wait for somebody's word. */
function shown({ feed, show = 'all' }: EventFilter) {
  const open = { state: 'suggested', strength: { not: 'weak' } } as const;
  return [
    ...(feed === undefined || feed === '' ? [] : [{ feed: { title: feed } }]),
    ...(show === 'suggested' ? [{ matches: { some: open } }] : []),
    ...(show === 'strong' ? [{ matches: { some: { ...open, strength: 'strong' as const } } }] : []),
    ...(show === 'unmatched' ? [{ matches: { none: {} } }] : []),
  ];
}

/** Events whose title or summary holds the words. */
function matching(q: string | undefined) {
  if (q === undefined || q.trim() === '') return [];
  const holds = { contains: escapeLike(q), mode: 'insensitive' as const };
  return [{ OR: [{ title: holds }, { summary: holds }] }];
}

function keyOf(event: NewEvent): string {
  const identity = event.url ?? `${nameKey(event.title)}|${event.publishedAt.toISOString().slice(0, 10)}`;
  return createHash('sha256').update(identity).digest('hex');
}

async function ensureFeed(title: string, kind: 'manual' | 'csv', at: Date, tx: Tx): Promise<string> {
  // By title alone: one that came by hand and one by CSV at the same time share the feed that the first of them makes.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`feed:${title}`}, 0))`;
  const known = await tx.feed.findFirst({ where: { kind: { in: ['manual', 'csv'] }, title } });
  if (known !== null) return known.id;
  const row = await tx.feed.create({ data: { kind, title, createdAt: at } });
  return row.id;
}

interface EventRow {
  id: string;
  title: string;
  summary: string;
  url: string | null;
  publishedAt: Date;
  occurredOn: Date | null;
  receivedAt: Date;
  feed: { title: string };
  cluster: { _count: { events: number } } | null;
}

function fromRow(row: EventRow): StoredEvent {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    url: row.url,
    publishedAt: row.publishedAt,
    occurredOn: fromDateColumn(row.occurredOn),
    feed: row.feed.title === BY_HAND ? null : row.feed.title,
    recordedAt: row.receivedAt,
    reports: row.cluster?._count.events ?? 1,
  };
}
