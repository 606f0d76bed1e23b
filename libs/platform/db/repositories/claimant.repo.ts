import { type ClaimantKind, nameKey } from '#core/domain';
import type { Tx } from '../database.js';

export interface StoredClaimant {
  readonly id: string;
  readonly name: string;
  readonly kind: ClaimantKind;
}

export const claimantRepo = {
  /**
   * The claimant known by this name or alias, else a new one. Two people accepting claims of one new name at once get
   * the same row: the name is locked for the transaction.
   */
  async ensure(name: string, kind: ClaimantKind, at: Date, tx: Tx): Promise<StoredClaimant> {
    const key = nameKey(name);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`claimant:${key}`}, 0))`;
    const alias = await tx.claimantAlias.findFirst({
      where: { aliasKey: key },
      orderBy: { createdAt: 'asc' },
      include: { claimant: true },
    });
    if (alias !== null) return alias.claimant;
    return tx.claimant.create({
      data: { name, kind, createdAt: at, aliases: { create: { alias: name, aliasKey: key, createdAt: at } } },
    });
  },

  async find(id: string, tx: Tx): Promise<StoredClaimant | null> {
    return tx.claimant.findUnique({ where: { id }, select: { id: true, name: true, kind: true } });
  },

  async listByIds(ids: readonly string[], tx: Tx): Promise<StoredClaimant[]> {
    return tx.claimant.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true, kind: true },
    });
  },

  /** Every claimant merged away (by `asOf`, or by now), with the one it stands for, chains followed to their end. */
  async listMerges(tx: Tx, asOf: Date | null = null): Promise<Map<string, string>> {
    const links = await tx.$queryRaw<{ fromId: string; toId: string }[]>`
      SELECT from_id AS "fromId", to_id AS "toId" FROM (
        SELECT DISTINCT ON (from_id) from_id, to_id, action FROM claimant_links
        WHERE ${asOf}::timestamptz IS NULL OR linked_at <= ${asOf}::timestamptz
        ORDER BY from_id, version DESC
      ) newest WHERE action = 'merge'`;
    const next = new Map(links.map((link) => [link.fromId, link.toId]));
    const roots = new Map<string, string>();
    for (const from of next.keys()) {
      const seen = new Set<string>();
      let root = from;
      for (let to = next.get(root); to !== undefined && !seen.has(root); to = next.get(root)) {
        seen.add(root);
        root = to;
      }
      roots.set(from, root);
    }
    return roots;
  },

  /** Claimants without a rank meanwhile, because an appeal is being heard. */
  async listSuspended(tx: Tx): Promise<Set<string>> {
    const rows = await tx.claimant.findMany({
      where: { rankSuspendedAt: { not: null } },
      select: { id: true },
    });
    return new Set(rows.map(({ id }) => id));
  },

  /** Locks claimants in one order, so that two verdicts that touch the same ones take turns instead of deadlocking. */
  async lockAll(ids: readonly string[], tx: Tx): Promise<void> {
    await tx.$queryRaw`SELECT id FROM claimants WHERE id = ANY(${[...ids].sort()}::uuid[]) ORDER BY id FOR UPDATE`;
  },
};
