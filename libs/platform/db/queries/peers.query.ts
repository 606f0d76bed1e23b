import type { Tx } from '../database.js';
import { claimantRepo } from '../repositories/claimant.repo.js';

/** A claimant who spoke of some of the same propositions. */
export interface Peer {
  readonly claimantId: string;
  readonly shared: number;
  /** All claims of this claimant: what reading them costs. */
  readonly claims: number;
}

/**
 * Other claimants with a profile, after merges, who made claims on the propositions: at most `limit`, those who share most
 * of them first.
 */
export async function listPeers(
  claimantId: string,
  propositionIds: readonly string[],
  limit: number,
  tx: Tx,
): Promise<Peer[]> {
  const roots = await claimantRepo.listMerges(tx);
  return tx.$queryRaw<Peer[]>`
    WITH root AS (
      SELECT * FROM unnest(${[...roots.keys()]}::uuid[], ${[...roots.values()]}::uuid[]) AS t (from_id, to_id)
    ), peer AS (
      SELECT k.id, count(DISTINCT c.proposition_id)::int AS shared
      FROM claims c
      LEFT JOIN root ON root.from_id = c.claimant_id
      JOIN claimants k ON k.id = coalesce(root.to_id, c.claimant_id)
      WHERE c.proposition_id = ANY(${[...propositionIds]}::uuid[]) AND c.state = 'active'
        AND c.role IN ('author', 'speaker') AND k.kind IN ('public_person', 'organisation')
        AND k.id <> ${claimantId}::uuid
      GROUP BY k.id
      ORDER BY shared DESC, k.id
      LIMIT ${limit}
    )
    SELECT p.id::text AS "claimantId", p.shared,
      (SELECT count(*)::int FROM claims c WHERE c.claimant_id = p.id) AS claims
    FROM peer p
    ORDER BY p.shared DESC, p.id`;
}
