import type { Tx } from '../database.js';

/** Who reads feeds of a server, one at a time among all processes. Leases run on real time. */
export const feedHostRepo = {
  /** Takes the server, or says until when it is taken or wants to be left alone. */
  async take(
    lease: { host: string; leaseId: string; until: Date },
    realNow: Date,
    tx: Tx,
  ): Promise<{ isTaken: true } | { isTaken: false; freeAt: Date }> {
    const { host, leaseId, until } = lease;
    const taken = await tx.$executeRaw`
      INSERT INTO feed_hosts AS h (host, lease_id, lease_until, rest_until)
      VALUES (${host}, ${leaseId}::uuid, ${until}, ${realNow})
      ON CONFLICT (host) DO UPDATE SET lease_id = excluded.lease_id, lease_until = excluded.lease_until
      WHERE h.rest_until <= ${realNow} AND (h.lease_until IS NULL OR h.lease_until <= ${realNow})`;
    if (taken === 1) return { isTaken: true };
    const row = await tx.feedHost.findUniqueOrThrow({ where: { host } });
    const freeAt = new Date(Math.max(row.restUntil.getTime(), row.leaseUntil?.getTime() ?? 0));
    return { isTaken: false, freeAt };
  },

  /**
   * Whether the lease still stands; then the row is locked until the transaction ends, and the lease goes on until
   * `until`. What was fetched under a lapsed lease must not be written: somebody else is on it.
   */
  async renew(
    lease: { host: string; leaseId: string; until: Date },
    realNow: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.feedHost.updateMany({
      where: { host: lease.host, leaseId: lease.leaseId, leaseUntil: { gt: realNow } },
      data: { leaseUntil: lease.until },
    });
    return count === 1;
  },

  /** Until when servers want to be left alone, for those that do beyond the usual pause. */
  async listResting(after: Date, tx: Tx): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.feedHost.findMany({ where: { restUntil: { gt: after } } });
    return new Map(rows.map(({ host, restUntil }) => [host, restUntil]));
  },

  /** Gives the server back; nobody asks it before `restUntil`. */
  async release(lease: { host: string; leaseId: string }, restUntil: Date, tx: Tx): Promise<void> {
    await tx.feedHost.updateMany({
      where: { host: lease.host, leaseId: lease.leaseId },
      data: { leaseId: null, leaseUntil: null, restUntil },
    });
  },
};
