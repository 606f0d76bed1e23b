import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { hasStake } from './stake.js';

/**
 * Whether somebody took part in what a dispute about a proposition is about: answered in any round of it, entered or took
 * back a verdict, recorded or coded a claim on it, or raised the dispute.
 */
function tookPart(propositionId: Prisma.Sql, userId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (
      SELECT 1 FROM reviews tw JOIN rounds tr ON tr.id = tw.round_id
      WHERE tr.proposition_id = ${propositionId} AND tw.reviewer_id = ${userId}
    )
    OR EXISTS (
      SELECT 1 FROM verdict_versions tv
      WHERE tv.proposition_id = ${propositionId} AND tv.decided_by_id = ${userId}
    )
    OR EXISTS (
      SELECT 1 FROM disputes td
      WHERE td.proposition_id = ${propositionId} AND td.state = 'open' AND td.raised_by_id = ${userId}
    )
    OR EXISTS (
      SELECT 1 FROM claims tc WHERE tc.proposition_id = ${propositionId} AND (tc.recorded_by_id = ${userId}
        OR EXISTS (SELECT 1 FROM codings tk WHERE tk.claim_id = tc.id AND tk.coder_id = ${userId}))
    ))`;
}

/** Part of a query over propositions `p`: true of those whose dispute somebody who took no part must hear. */
export function keptOutOfDispute(userId: string): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM disputes kd WHERE kd.proposition_id = p.id AND kd.state = 'open')
    AND ${tookPart(Prisma.sql`p.id`, Prisma.sql`${userId}::uuid`)})`;
}

/** The same of one person and one proposition, disputed or not. */
export async function hasTakenPart(userId: string, propositionId: string, tx: Tx): Promise<boolean> {
  const rows = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT ${tookPart(Prisma.sql`${propositionId}::uuid`, Prisma.sql`${userId}::uuid`)} AS is`;
  return rows[0]?.is ?? false;
}

/**
 * How many people could still answer in a dispute: reviewers who took no part and have no conflict of interest. Fewer than
 * are needed means that somebody must be invited.
 */
export async function countEligible(propositionId: string, tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM users u
    WHERE u.disabled_at IS NULL AND u.erased_at IS NULL AND 'reviewer' = ANY(u.roles::text[])
      AND NOT ${tookPart(Prisma.sql`${propositionId}::uuid`, Prisma.sql`u.id`)}
      AND NOT ${hasStake(Prisma.sql`u.id`, Prisma.sql`${propositionId}::uuid`)}`;
  return rows[0]?.n ?? 0;
}
