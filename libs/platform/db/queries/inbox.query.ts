import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { queryPrepared } from '../prepared-query.js';
import { ASKED, inboxOf, type InboxReader } from './inbox-definition.js';
import { askInbox, type InboxFilter, type InboxTimes, narrowerOf } from './inbox-filter.js';
import { hasStake } from './stake.js';

export type { InboxReader, InboxReason } from './inbox-definition.js';
export type { InboxFilter, InboxTimes } from './inbox-filter.js';
export type { InboxRow } from './inbox-rows.js';

/** How many items the pages hold together. */
export async function countInbox(
  reader: InboxReader,
  now: Date,
  tx: Tx,
  filter: InboxFilter = {},
): Promise<number> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${inboxOf(reader, now, narrowerOf(filter, reader, now))}) i
    WHERE ${ASKED}`;
  return rows[0]?.n ?? 0;
}

/** Whether one proposition is in the user's inbox: the same question, asked of one row. */
export async function isInInbox(
  reader: InboxReader,
  propositionId: string,
  now: Date,
  tx: Tx,
  filter: InboxFilter = {},
): Promise<boolean> {
  const narrower = Prisma.sql`${narrowerOf(filter, reader, now)} AND p.id = ${propositionId}::uuid`;
  const statement = Prisma.sql`SELECT count(*)::int AS n FROM (${inboxOf(reader, now, narrower)}) i WHERE ${ASKED}`;
  const rows = await askInbox<{ n: number }>(statement, filter, tx);
  return (rows[0]?.n ?? 0) > 0;
}

/** What is in the user's inbox and held by others: how much, and when the first of it may come free. */
export async function findHeldByOthers(
  reader: InboxReader,
  times: InboxTimes,
  filter: InboxFilter,
  tx: Tx,
): Promise<{ items: number; until: Date | null }> {
  const rows = await tx.$queryRaw<{ items: number; until: Date | null }[]>`
    SELECT count(DISTINCT i.id)::int AS items, min(l.expires_at) AS until
    FROM (${inboxOf(reader, times.now, narrowerOf(filter, reader, times.now))}) i
    JOIN leases l ON l.round_id = i.round_id AND l.user_id <> ${reader.userId}::uuid
      AND l.released_at IS NULL AND l.expires_at > ${times.realNow}
    WHERE ${ASKED}`;
  return rows[0] ?? { items: 0, until: null };
}

/** Whether the user has a stake in any claim on the proposition: is its claimant, is of its outlet, or accepted it. */
export async function hasConflict(userId: string, propositionId: string, tx: Tx): Promise<boolean> {
  const statement = Prisma.sql`SELECT ${hasStake(Prisma.sql`${userId}::uuid`, Prisma.sql`${propositionId}::uuid`)} AS has`;
  const rows = await queryPrepared<{ has: boolean }>(statement, tx);
  return rows[0]?.has ?? false;
}

/** Everything in the inbox with what its claims say and how many families their claimants have settled. */
export async function readInboxStakes(
  reader: InboxReader,
  now: Date,
  filter: InboxFilter,
  tx: Tx,
): Promise<{ propositionId: string; points: number[]; families: number[] }[]> {
  return tx.$queryRaw`
    SELECT i.id AS "propositionId",
      coalesce(array_agg(c.point ORDER BY c.id) FILTER (WHERE c.point IS NOT NULL), '{}') AS points,
      coalesce(array_agg(coalesce(s.families, 0) ORDER BY c.id) FILTER (WHERE c.point IS NOT NULL), '{}') AS families
    FROM (${inboxOf(reader, now, narrowerOf(filter, reader, now))}) i
    LEFT JOIN claims c ON c.proposition_id = i.id AND c.state = 'active' AND NOT c.retrospective
    LEFT JOIN LATERAL (
      SELECT s.families FROM claimant_statistics s
      WHERE s.claimant_id = c.claimant_id AND s.track = 'live' ORDER BY s.computed_at DESC LIMIT 1
    ) s ON true
    WHERE ${ASKED}
    GROUP BY i.id`;
}
