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
  readonly recordedAt: Date;
}

const withFeed = { feed: { select: { title: true, kind: true } } } as const;

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

  async list(request: PageRequest & { q?: string | undefined }, tx: Tx) {
    const cursor = parseCursor(request.cursor);
    const rows = await tx.eventReport.findMany({
      where: {
        AND: matching(request.q),
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

  /** Events that share words with a text, newest first. */
  async listSharingWords(words: readonly string[], limit: number, tx: Tx): Promise<StoredEvent[]> {
    if (words.length === 0) return [];
    const query = words.map((word) => `'${word.replaceAll(/['\\]/g, '')}'`).join(' | ');
    const hits = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM event_reports
      WHERE to_tsvector('english', title || ' ' || summary) @@ to_tsquery('english', ${query})
      ORDER BY published_at DESC, id LIMIT ${limit}`;
    const rows = await tx.eventReport.findMany({
      where: { id: { in: hits.map((hit) => hit.id) } },
      include: withFeed,
    });
    return rows.map(fromRow);
  },

  async markMatched(id: string, at: Date, tx: Tx): Promise<void> {
    await tx.eventReport.update({ where: { id }, data: { matchedAt: at } });
  },
};

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
  };
}
