import { type ClaimantKind, nameKey } from '#core/domain';
import type { Tx } from '../database.js';
import { escapeLike } from '../escape-like.js';
import { Prisma } from '../generated/client.js';
import { type PageRequest, parseCursor, toPage } from '../page-cursor.js';

export interface ClaimantListRequest extends PageRequest {
  readonly q?: string | undefined;
  readonly show: 'all' | 'unchecked' | 'merged';
}

export interface ClaimantListRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ClaimantKind;
  readonly aliases: readonly string[];
  readonly claims: number;
  readonly isChecked: boolean;
  readonly createdAt: Date;
}

/** What a person may correct. */
export interface ClaimantFields {
  readonly name: string;
  readonly kind: ClaimantKind;
  readonly description: string | null;
  readonly wikidataId: string | null;
  readonly homepage: string | null;
}

const named = { select: { id: true, name: true } } as const;

/** The newest word on `c` is that it is somebody else. */
const IS_MERGED = Prisma.sql`coalesce((
  SELECT l.action = 'merge' FROM claimant_links l WHERE l.from_id = c.id ORDER BY l.version DESC LIMIT 1), false)`;

/** Claimants as those who keep their names see them. */
export const claimantEntryRepo = {
  async list(request: ClaimantListRequest, tx: Tx) {
    const cursor = parseCursor(request.cursor);
    const conditions = [request.show === 'merged' ? IS_MERGED : Prisma.sql`NOT ${IS_MERGED}`];
    if (request.show === 'unchecked') conditions.push(Prisma.sql`c.checked_at IS NULL`);
    const key = nameKey(request.q ?? '');
    if (key !== '')
      conditions.push(Prisma.sql`EXISTS (
        SELECT 1 FROM claimant_aliases a WHERE a.claimant_id = c.id AND a.alias_key LIKE ${`%${escapeLike(key)}%`})`);
    if (cursor !== null)
      conditions.push(Prisma.sql`(c.created_at, c.id) < (${cursor.at}, ${cursor.id}::uuid)`);
    const rows = await tx.$queryRaw<ClaimantListRow[]>`
      SELECT c.id::text AS id, c.name, c.kind::text AS kind, c.created_at AS "createdAt",
        c.checked_at IS NOT NULL AS "isChecked",
        ARRAY(SELECT a.alias FROM claimant_aliases a WHERE a.claimant_id = c.id AND a.alias <> c.name
          ORDER BY a.created_at, a.id) AS aliases,
        (SELECT count(*)::int FROM claims k WHERE k.claimant_id = c.id AND k.state = 'active') AS claims
      FROM claimants c WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${request.limit + 1}`;
    return toPage(rows, request.limit, (row) => ({ at: row.createdAt, id: row.id }));
  },

  /** Names of everybody who is not merged away, the oldest first; at most `most`. */
  async listNames(most: number, tx: Tx): Promise<{ id: string; name: string }[]> {
    return tx.$queryRaw`
      SELECT c.id::text AS id, c.name FROM claimants c WHERE NOT ${IS_MERGED} ORDER BY c.created_at, c.id LIMIT ${most}`;
  },

  async find(id: string, tx: Tx) {
    return tx.claimant.findUnique({
      where: { id },
      include: {
        aliases: {
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
          select: { id: true, alias: true, aliasKey: true },
        },
        _count: { select: { claims: { where: { state: 'active' } } } },
      },
    });
  },

  /** Merges and their ends in which the claimant is on either side, the newest first. */
  async listLinks(id: string, tx: Tx) {
    return tx.claimantLink.findMany({
      where: { OR: [{ fromId: id }, { toId: id }] },
      orderBy: [{ linkedAt: 'desc' }, { id: 'desc' }],
      include: { from: named, to: named, linkedBy: { select: { name: true } } },
    });
  },

  /** False where somebody was faster. What was saved by a person counts as checked. */
  async update(id: string, version: number, fields: ClaimantFields, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.claimant.updateMany({
      where: { id, version },
      data: { ...fields, checkedAt: at, version: { increment: 1 } },
    });
    return count === 1;
  },

  /** Who is known by this spelling. */
  async findByAlias(alias: string, tx: Tx): Promise<{ id: string; name: string } | null> {
    const found = await tx.claimantAlias.findFirst({
      where: { aliasKey: nameKey(alias) },
      orderBy: { createdAt: 'asc' },
      select: { claimant: named },
    });
    return found?.claimant ?? null;
  },

  async addAlias(claimantId: string, alias: string, at: Date, tx: Tx): Promise<void> {
    await tx.claimantAlias.create({ data: { claimantId, alias, aliasKey: nameKey(alias), createdAt: at } });
  },

  async removeAlias(claimantId: string, aliasId: string, tx: Tx): Promise<void> {
    await tx.claimantAlias.deleteMany({ where: { id: aliasId, claimantId } });
  },

  /** Merges take turns, so that two of them cannot close a circle together. */
  async lockLinks(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('claimant links', 0))`;
  },

  /** The next word on `fromId`. Returns its id. */
  async appendLink(
    link: { fromId: string; toId: string; action: 'merge' | 'unmerge'; reason: string; linkedById: string },
    at: Date,
    tx: Tx,
  ): Promise<string> {
    const newest = await tx.claimantLink.findFirst({
      where: { fromId: link.fromId },
      orderBy: { version: 'desc' },
      select: { version: true },
    });
    const { id } = await tx.claimantLink.create({
      data: { ...link, version: (newest?.version ?? 0) + 1, linkedAt: at },
    });
    return id;
  },

  /** Whom `fromId` was last merged into, if that still holds. */
  async findMerge(fromId: string, tx: Tx): Promise<string | null> {
    const newest = await tx.claimantLink.findFirst({ where: { fromId }, orderBy: { version: 'desc' } });
    return newest?.action === 'merge' ? newest.toId : null;
  },
};
