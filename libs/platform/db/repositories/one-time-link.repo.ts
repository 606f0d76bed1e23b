import type { Role } from '#core/domain';
import type { Tx } from '../database.js';
import type { OneTimeLinkKind } from '../generated/client.js';

export interface NewOneTimeLink {
  readonly kind: OneTimeLinkKind;
  readonly tokenHash: string;
  /** Null on a setup link: the first administrator tells the address. */
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly createdById: string | null;
  readonly createdAt: Date;
  /** Real time. */
  readonly expiresAt: Date;
}

export interface StoredOneTimeLink extends NewOneTimeLink {
  readonly id: string;
  readonly usedAt: Date | null;
}

const fields = {
  id: true,
  kind: true,
  tokenHash: true,
  email: true,
  roles: true,
  createdById: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
} as const;

/** Links that work once. All times are real time. */
export const oneTimeLinkRepo = {
  async insert(link: NewOneTimeLink, tx: Tx): Promise<string> {
    const row = await tx.oneTimeLink.create({
      data: { ...link, roles: [...link.roles] },
      select: { id: true },
    });
    return row.id;
  },

  async findByHash(tokenHash: string, tx: Tx): Promise<StoredOneTimeLink | null> {
    return tx.oneTimeLink.findUnique({ where: { tokenHash }, select: fields });
  },

  /** Uses the link up; false when it was used or had expired: of two at once, one wins. */
  async markUsed(id: string, usedById: string, realNow: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: realNow } },
      data: { usedAt: realNow, usedById },
    });
    return count === 1;
  },

  /** Ends open links of a kind: all setup links, or the invitations of one address. */
  async expireOpen(
    of: { kind: OneTimeLinkKind; email: string | null },
    realNow: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.oneTimeLink.updateMany({
      where: { ...of, usedAt: null, expiresAt: { gt: realNow } },
      data: { expiresAt: realNow },
    });
  },

  /** Invitations that can still be accepted, newest first. */
  async listOpenInvitations(realNow: Date, tx: Tx): Promise<StoredOneTimeLink[]> {
    return tx.oneTimeLink.findMany({
      where: { kind: 'invite', usedAt: null, expiresAt: { gt: realNow } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: fields,
    });
  },
};
