import { Prisma } from '../generated/client.js';

/**
 * Whether the claim-bearing proposition `p` is none of somebody's to judge. Who is of no outlet is asked for once: the
 * claims of an outlet are many, and the plan for them makes room for all of them before the first is looked up.
 */
export const hasStake = (user: Prisma.Sql, proposition: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  EXISTS (
    SELECT 1 FROM user_affiliations a JOIN claims c ON c.claimant_id = a.claimant_id
    WHERE a.user_id = ${user} AND c.proposition_id = ${proposition} AND c.state = 'active')
  OR ((SELECT count(a.outlet_id) > 0 FROM user_affiliations a WHERE a.user_id = ${user})
    AND EXISTS (
      SELECT 1 FROM user_affiliations a
      JOIN sources t ON t.outlet_id = a.outlet_id
      JOIN snapshots s ON s.source_id = t.id
      JOIN claims c ON c.snapshot_id = s.id
      WHERE a.user_id = ${user} AND c.proposition_id = ${proposition} AND c.state = 'active'))
  OR EXISTS (
    SELECT 1 FROM gold_items g WHERE g.proposition_id = ${proposition} AND g.added_by_id = ${user})
  OR ((SELECT coalesce((n.settings->>'candidateConflict')::boolean, false) FROM installations n)
    AND EXISTS (
      SELECT 1 FROM claims c
      WHERE c.proposition_id = ${proposition} AND c.recorded_by_id = ${user} AND c.state = 'active'))
)`;
