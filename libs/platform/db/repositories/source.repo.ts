import { type CalendarDate, nameKey, type SourceField, type SourceOrigins } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { escapeLike } from '../escape-like.js';
import { type PageRequest, parseCursor, toPage } from '../page-cursor.js';

export type IntakeKind = 'paste' | 'file' | 'url' | 'feed' | 'cli' | 'api';

export interface NewSource {
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
  readonly address: string | null;
  readonly language: string;
  /** Where each was found; fields that are left out: not known. */
  readonly origins?: Partial<SourceOrigins>;
  readonly intakeKind: IntakeKind;
  readonly createdById: string | null;
  readonly at: Date;
}

export interface NewSnapshot {
  readonly rawBytes: Uint8Array<ArrayBuffer>;
  readonly rawSha256: string;
  readonly mediaType: string;
  readonly charset?: string | null;
  readonly text: string;
  readonly textSha256: string;
  readonly normaliserVersion: string;
}

/** The text that a source is worked on: the first. What its address gave later stands beside it. */
const KEPT = { orderBy: { id: 'asc' }, take: 1 } as const;

const summary = {
  outlet: true,
  copyOf: { include: { original: { select: { id: true, title: true } } } },
} as const;

const keptId = { snapshots: { ...KEPT, select: { id: true } } } as const;

export const sourceRepo = {
  /** The source that already holds this very text, if any. */
  async findByText(textSha256: string, tx: Tx): Promise<string | null> {
    const found = await tx.snapshot.findFirst({ where: { textSha256 }, orderBy: { takenAt: 'asc' } });
    return found?.sourceId ?? null;
  },

  /** One writer at a time per text, so that the same text sent twice at once is one source. */
  async lockText(textSha256: string, tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`snapshot:${textSha256}`}, 0))`;
  },

  async insert(
    source: NewSource,
    snapshot: NewSnapshot,
    tx: Tx,
  ): Promise<{ sourceId: string; snapshotId: string }> {
    const outletId = source.outlet === null ? null : await ensureOutlet(source.outlet, source.at, tx);
    const row = await tx.source.create({
      data: {
        title: source.title,
        url: source.address,
        canonicalUrl: source.address,
        outletId,
        authors: [...source.authors],
        publishedOn: toDateColumn(source.publishedOn),
        language: source.language,
        origins: source.origins ?? {},
        intakeKind: source.intakeKind,
        createdAt: source.at,
        createdById: source.createdById,
        snapshots: { create: { ...snapshot, takenAt: source.at } },
      },
      include: { snapshots: { select: { id: true } } },
    });
    const snapshotId = row.snapshots[0]?.id;
    if (snapshotId === undefined) throw new Error('a source was stored without its snapshot');
    return { sourceId: row.id, snapshotId };
  },

  /** Texts a new one may be a copy of: the newest originals published within `days` of it. */
  async listTextsNear(publishedOn: CalendarDate | null, days: number, limit: number, tx: Tx) {
    const centre = publishedOn === null ? null : Date.parse(publishedOn);
    const range =
      centre === null
        ? {}
        : {
            OR: [
              { publishedOn: null },
              {
                publishedOn: {
                  gte: new Date(centre - days * 86_400_000),
                  lte: new Date(centre + days * 86_400_000),
                },
              },
            ],
          };
    const rows = await tx.source.findMany({
      where: { AND: [{ OR: [{ copyOf: null }, { copyOf: { dismissedAt: { not: null } } }] }, range] },
      orderBy: { createdAt: 'desc' },
      take: limit,
      select: { id: true, snapshots: { ...KEPT, select: { id: true, textSha256: true } } },
    });
    return rows.flatMap(({ id, snapshots: [snapshot] }) =>
      snapshot === undefined ? [] : [{ id, snapshotId: snapshot.id, sha256: snapshot.textSha256 }],
    );
  },

  async getText(snapshotId: string, tx: Tx): Promise<string> {
    const { text } = await tx.snapshot.findUniqueOrThrow({
      where: { id: snapshotId },
      select: { text: true },
    });
    return text;
  },

  /** The newest source that was taken from an address. */
  async findByAddress(address: string, tx: Tx): Promise<{ id: string; title: string } | null> {
    return tx.source.findFirst({
      where: { canonicalUrl: address },
      orderBy: { createdAt: 'desc' },
      select: { id: true, title: true },
    });
  },

  /** What the address of a source gave just now. */
  async noteSeen(id: string, snapshotId: string, realNow: Date, tx: Tx): Promise<void> {
    await tx.source.update({ where: { id }, data: { lastSeenId: snapshotId, lastSeenAt: realNow } });
  },

  /** Replaces the metadata; false when there is no such source. */
  async updateMetadata(
    id: string,
    metadata: Pick<
      NewSource,
      'title' | 'authors' | 'outlet' | 'publishedOn' | 'address' | 'language' | 'origins'
    >,
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const outletId = metadata.outlet === null ? null : await ensureOutlet(metadata.outlet, at, tx);
    const { count } = await tx.source.updateMany({
      where: { id },
      data: {
        title: metadata.title,
        authors: [...metadata.authors],
        outletId,
        publishedOn: toDateColumn(metadata.publishedOn),
        url: metadata.address,
        canonicalUrl: metadata.address,
        language: metadata.language,
        origins: metadata.origins ?? {},
        version: { increment: 1 },
      },
    });
    return count === 1;
  },

  async list(request: PageRequest & { q?: string | undefined }, tx: Tx) {
    const cursor = parseCursor(request.cursor);
    const rows = await tx.source.findMany({
      where: {
        AND: matching(request.q),
        ...(cursor === null
          ? {}
          : { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: request.limit + 1,
      include: { ...summary, ...keptId },
    });
    return toPage(rows.map(toSource), request.limit, (row) => ({ at: row.addedAt, id: row.id }));
  },

  async find(id: string, tx: Tx) {
    const row = await tx.source.findUnique({
      where: { id },
      include: { ...summary, snapshots: { ...KEPT, omit: { rawBytes: true } } },
    });
    const snapshot = row?.snapshots[0];
    if (row === null || snapshot === undefined) return null;
    return {
      ...toSource(row),
      snapshot: {
        id: snapshot.id,
        text: snapshot.text,
        sha256: snapshot.textSha256,
        takenAt: snapshot.takenAt,
      },
    };
  },
};

/** Sources whose title or outlet holds the words. */
function matching(q: string | undefined) {
  if (q === undefined || q.trim() === '') return [];
  const holds = { contains: escapeLike(q), mode: 'insensitive' as const };
  return [{ OR: [{ title: holds }, { outlet: { name: holds } }] }];
}

async function ensureOutlet(name: string, at: Date, tx: Tx): Promise<string> {
  const key = nameKey(name);
  const row = await tx.outlet.upsert({
    where: { nameKey: key },
    create: { name, nameKey: key, createdAt: at },
    update: {},
  });
  return row.id;
}

interface SourceRow {
  id: string;
  title: string;
  url: string | null;
  authors: string[];
  publishedOn: Date | null;
  language: string;
  createdAt: Date;
  outlet: { name: string } | null;
  copyOf: { dismissedAt: Date | null; original: { id: string; title: string } } | null;
  origins: unknown;
  lastSeenId: string | null;
  lastSeenAt: Date | null;
  snapshots: { id: string }[];
}

function toSource(row: SourceRow) {
  return {
    id: row.id,
    title: row.title,
    outlet: row.outlet?.name ?? null,
    authors: row.authors,
    publishedOn: fromDateColumn(row.publishedOn),
    address: row.url,
    language: row.language,
    addedAt: row.createdAt,
    syndicatedCopyOf: row.copyOf === null || row.copyOf.dismissedAt !== null ? null : row.copyOf.original,
    origins: originsOf(row.origins),
    /** Whether its address gave another text when it was last asked. */
    differs: row.lastSeenId !== null && row.lastSeenId !== row.snapshots[0]?.id,
    lastSeenId: row.lastSeenId,
    lastSeenAt: row.lastSeenAt,
  };
}

/** Of sources older than this column nothing is known. */
function originsOf(stored: unknown): SourceOrigins {
  const known = stored as Partial<SourceOrigins>;
  const of = (field: SourceField) => known[field] ?? null;
  return {
    title: of('title'),
    authors: of('authors'),
    outlet: of('outlet'),
    publishedOn: of('publishedOn'),
    address: of('address'),
    language: of('language'),
  };
}

export type StoredSource = ReturnType<typeof toSource>;
