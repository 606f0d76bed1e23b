import type { Tx } from '../database.js';

export interface StoredLease {
  readonly id: string;
  readonly propositionId: string;
  readonly roundId: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly releasedAt: Date | null;
}

/** Leases run on real time: a business clock that is set must not free or extend anybody's work. */
export const leaseRepo = {
  /** The user's lease on the round, renewed or new; a lapsed one is closed first. */
  async take(
    lease: { propositionId: string; roundId: string; userId: string },
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

  /** How many others hold a live lease on the round, and when the first of these runs out. */
  async findOthers(
    roundId: string,
    userId: string,
    realNow: Date,
    tx: Tx,
  ): Promise<{ count: number; until: Date | null }> {
    const others = await tx.lease.aggregate({
      where: { roundId, userId: { not: userId }, releasedAt: null, expiresAt: { gt: realNow } },
      _count: true,
      _min: { expiresAt: true },
    });
    return { count: others._count, until: others._min.expiresAt };
  },

  /** Whether the user's own lease on the round is live. */
  async isHeld(roundId: string, userId: string, realNow: Date, tx: Tx): Promise<boolean> {
    const where = { roundId, userId, releasedAt: null, expiresAt: { gt: realNow } };
    return (await tx.lease.count({ where })) > 0;
  },
};
