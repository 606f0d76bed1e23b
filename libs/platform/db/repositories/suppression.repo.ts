import type { Tx } from '../database.js';

/** An address that mail is no longer sent to. */
export interface Suppression {
  readonly id: string;
  /** Whose it is, as far as an account or a kept mail still has it; only the hash is kept here. */
  readonly address: string | null;
  /** What the mail server said. */
  readonly reason: string;
  readonly suppressedAt: Date;
}

export const suppressionRepo = {
  /** The newest first. */
  async list(limit: number, tx: Tx): Promise<Suppression[]> {
    return tx.$queryRaw<Suppression[]>`
      SELECT d.id::text AS id, d.reason, d.suppressed_at AS "suppressedAt", coalesce(
        (SELECT u.email FROM users u
          WHERE encode(sha256(convert_to(lower(u.email), 'UTF8')), 'hex') = d.address_hash LIMIT 1),
        (SELECT n.to_address FROM notices n
          WHERE n.state = 'failed'
            AND encode(sha256(convert_to(lower(n.to_address), 'UTF8')), 'hex') = d.address_hash LIMIT 1)
      ) AS address
      FROM (SELECT * FROM suppressed_addresses ORDER BY suppressed_at DESC, id DESC LIMIT ${limit}) d
      ORDER BY d.suppressed_at DESC, d.id DESC`;
  },

  async count(tx: Tx): Promise<number> {
    return tx.suppressedAddress.count();
  },

  /** Mail may be sent to it again; false when it may already. */
  async lift(id: string, tx: Tx): Promise<boolean> {
    const { count } = await tx.suppressedAddress.deleteMany({ where: { id } });
    return count === 1;
  },
};
