import type { Tx } from '../database.js';

export interface StoredLease {
  readonly id: string;
  readonly propositionId: string;
  readonly roundId: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly releasedAt: Date | null;
  /** Where it is for answering again what was answered before. */
  readonly retestId: string | null;
}

export interface Occupation {
  readonly isHeldByUser: boolean;
  /** How many others hold a live lease, and when the first of these runs out. */
  readonly others: number;
  readonly until: Date | null;
  readonly answers: number;
}

/** Leases run on real time: a business clock that is set must not free or extend anybody's work. */
export const leaseRepo = {
  /** The user's lease on the round, renewed or new; a lapsed one is closed first. */
  async take(
    lease: { propositionId: string; roundId: string; userId: string; retestId: string | null },
    realNow: Date,
    expiresAt: Date,
    tx: Tx,
  ): Promise<StoredLease> {
    const { roundId, userId } = lease;
    await tx.lease.updateMany({
      where: { roundId, releasedAt: null, expiresAt: { lte: realNow } },
      data: { releasedAt: realNow },
    });
    const live = await tx.lease.findFirst({ where: { roundId, userId, releasedAt: null } });
    if (live !== null) return tx.lease.update({ where: { id: live.id }, data: { expiresAt } });
    return tx.lease.create({ data: { ...lease, takenAt: realNow, expiresAt } });
  },

  async find(id: string, tx: Tx): Promise<StoredLease | null> {
    return tx.lease.findUnique({ where: { id } });
  },

  async release(id: string, realNow: Date, tx: Tx): Promise<void> {
    await tx.lease.updateMany({ where: { id, releasedAt: null }, data: { releasedAt: realNow } });
  },

  /** Whatever the user holds on the proposition. */
  async releaseAllOf(userId: string, propositionId: string, realNow: Date, tx: Tx): Promise<void> {
    await tx.lease.updateMany({
      where: { userId, propositionId, releasedAt: null },
      data: { releasedAt: realNow },
    });
  },

  /** Who is at work on the round and how many have answered, as one person asks for it. */
  async readOccupation(roundId: string, userId: string, realNow: Date, tx: Tx): Promise<Occupation> {
    const rows = await tx.$queryRaw<Occupation[]>`
      SELECT coalesce(bool_or(l.user_id = ${userId}::uuid), false) AS "isHeldByUser",
        count(*) FILTER (WHERE l.user_id <> ${userId}::uuid)::int AS others,
        min(l.expires_at) FILTER (WHERE l.user_id <> ${userId}::uuid) AS until,
        (SELECT count(*)::int FROM reviews w WHERE w.round_id = ${roundId}::uuid) AS answers
      FROM leases l
      WHERE l.round_id = ${roundId}::uuid AND l.released_at IS NULL AND l.expires_at > ${realNow}`;
    return rows[0] ?? { isHeldByUser: false, others: 0, until: null, answers: 0 };
  },
};
