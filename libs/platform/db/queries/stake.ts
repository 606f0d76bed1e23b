import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';

/**
 * Whether a claim on the proposition is somebody's own, or their outlet's. Who is of no outlet is asked for once: the
 * claims of an outlet are many, and the plan for them makes room for all of them before the first is looked up.
 */
const isOwn = (user: Prisma.Sql, proposition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (
    SELECT 1 FROM user_affiliations a JOIN claims c ON c.claimant_id = a.claimant_id
    WHERE a.user_id = ${user} AND c.proposition_id = ${proposition} AND c.state = 'active')
  OR ((SELECT count(a.outlet_id) > 0 FROM user_affiliations a WHERE a.user_id = ${user})
    AND EXISTS (
      SELECT 1 FROM user_affiliations a
      JOIN sources t ON t.outlet_id = a.outlet_id
      JOIN snapshots s ON s.source_id = t.id
      JOIN claims c ON c.snapshot_id = s.id
      WHERE a.user_id = ${user} AND c.proposition_id = ${proposition} AND c.state = 'active'))`;

/** Whether the claim-bearing proposition `p` is none of somebody's to judge. */
export const hasStake = (user: Prisma.Sql, proposition: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  ${isOwn(user, proposition)}
  OR EXISTS (
    SELECT 1 FROM gold_items g WHERE g.proposition_id = ${proposition} AND g.added_by_id = ${user})
  OR ((SELECT coalesce((n.settings->>'candidateConflict')::boolean, false) FROM installations n)
    AND EXISTS (
      SELECT 1 FROM claims c
      WHERE c.proposition_id = ${proposition} AND c.recorded_by_id = ${user} AND c.state = 'active'))
)`;

/** Whether somebody made a claim on the proposition themselves, or their outlet did. */
export async function hasOwnClaim(userId: string, propositionId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT ${isOwn(Prisma.sql`${userId}::uuid`, Prisma.sql`${propositionId}::uuid`)} AS is`;
  return rows[0]?.is ?? false;
}
