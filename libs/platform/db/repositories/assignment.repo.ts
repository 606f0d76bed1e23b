import type { CalendarDate } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

/** Who is asked: a person or a group. */
export type Assignee = { readonly userId: string } | { readonly groupId: string };

export interface NewAssignment {
  readonly propositionId: string;
  readonly roundId: string;
  readonly to: Assignee;
  readonly note: string;
  readonly dueOn: CalendarDate | null;
  readonly at: Date;
  readonly byId: string;
}

export const assignmentRepo = {
  /** Once per round and assignee; asked again, note and day are the new ones. */
  async set({ propositionId, roundId, to, note, dueOn, at, byId }: NewAssignment, tx: Tx): Promise<void> {
    const row = {
      note,
      dueOn: toDateColumn(dueOn),
      assignedAt: at,
      assignedById: byId,
      withdrawnAt: null,
    };
    const who =
      'userId' in to
        ? { roundId_userId: { roundId, userId: to.userId } }
        : { roundId_groupId: { roundId, groupId: to.groupId } };
    await tx.assignment.upsert({
      where: who,
      create: { propositionId, roundId, ...to, ...row },
      update: row,
    });
  },

  /** False where there is no such assignment that stands. */
  async withdraw(id: string, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.assignment.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    return count === 1;
  },

  /** What stands in rounds under way, by the day it is wished for. */
  async listStanding(tx: Tx) {
    const rows = await tx.assignment.findMany({
      where: { withdrawnAt: null, round: { state: { in: ['open', 'split'] } } },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { assignedAt: 'asc' }],
      include: {
        user: { select: { name: true } },
        group: { select: { name: true } },
        proposition: { select: { statement: true } },
      },
      take: 500,
    });
    return rows.map((row) => ({
      id: row.id,
      to: row.user?.name ?? row.group?.name ?? '',
      isGroup: row.groupId !== null,
      propositionId: row.propositionId,
      statement: row.proposition.statement,
      note: row.note,
      dueOn: fromDateColumn(row.dueOn),
    }));
  },

  async findGroup(id: string, tx: Tx): Promise<{ id: string; name: string } | null> {
    return tx.group.findUnique({ where: { id, removedAt: null }, select: { id: true, name: true } });
  },

  async listGroups(tx: Tx): Promise<{ id: string; name: string }[]> {
    return tx.group.findMany({
      where: { removedAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    });
  },
};
