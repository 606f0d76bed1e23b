import type { Tx } from '../database.js';

export interface StoredGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** What somebody decides of a group. */
export interface GroupWords {
  readonly name: string;
  readonly description: string;
  readonly memberIds: readonly string[];
}

export const groupRepo = {
  /** Those there are, by name, each with its members by name; who no longer has an account is none of them. */
  async list(tx: Tx): Promise<StoredGroup[]> {
    const rows = await tx.group.findMany({
      where: { removedAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include: {
        memberships: {
          where: { user: { disabledAt: null } },
          orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
          select: { user: { select: { id: true, name: true } } },
        },
      },
    });
    return rows.map(({ id, name, description, version, memberships }) => ({
      id,
      name,
      description,
      version,
      members: memberships.map(({ user }) => user),
    }));
  },

  /** A taken name breaks `groups_name_key`. */
  async insert({ name, description, memberIds }: GroupWords, at: Date, tx: Tx): Promise<string> {
    const { id } = await tx.group.create({
      data: {
        name,
        description,
        createdAt: at,
        memberships: { create: memberIds.map((userId) => ({ userId, addedAt: at })) },
      },
    });
    return id;
  },

  /** False where somebody changed or removed it since `version`. Who stays a member has been one since then. */
  async update(
    id: string,
    version: number,
    { name, description, memberIds }: GroupWords,
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.group.updateMany({
      where: { id, version, removedAt: null },
      data: { name, description, version: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.groupMembership.deleteMany({ where: { groupId: id, userId: { notIn: [...memberIds] } } });
    await tx.groupMembership.createMany({
      data: memberIds.map((userId) => ({ groupId: id, userId, addedAt: at })),
      skipDuplicates: true,
    });
    return true;
  },

  /** False where there is none. What it was asked for and nobody has done is withdrawn. */
  async remove(id: string, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.group.updateMany({
      where: { id, removedAt: null },
      data: { removedAt: at, version: { increment: 1 } },
    });
    if (count === 0) return false;
    await tx.groupMembership.deleteMany({ where: { groupId: id } });
    await tx.assignment.updateMany({
      where: { groupId: id, withdrawnAt: null, round: { state: { in: ['open', 'split'] } } },
      data: { withdrawnAt: at },
    });
    return true;
  },
};
