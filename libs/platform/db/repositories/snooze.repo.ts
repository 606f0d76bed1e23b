import type { CalendarDate } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

export interface NewSnooze {
  readonly userId: string;
  readonly propositionId: string;
  readonly untilOn: CalendarDate;
  readonly untilAt: Date;
  readonly at: Date;
}

export const snoozeRepo = {
  /** Puts off, or puts off to another day. */
  async set({ userId, propositionId, untilOn, untilAt, at }: NewSnooze, tx: Tx): Promise<void> {
    const row = { untilOn: toDateColumn(untilOn) ?? untilAt, untilAt, snoozedAt: at };
    await tx.snooze.upsert({
      where: { userId_propositionId: { userId, propositionId } },
      create: { userId, propositionId, ...row },
      update: row,
    });
  },

  async end(userId: string, propositionId: string, tx: Tx): Promise<void> {
    await tx.snooze.deleteMany({ where: { userId, propositionId } });
  },

  async isSet(userId: string, propositionId: string, now: Date, tx: Tx): Promise<boolean> {
    return (await tx.snooze.count({ where: { userId, propositionId, untilAt: { gt: now } } })) > 0;
  },

  /** What is put off for now: of one person or, without, of all; soonest back first. */
  async list(userId: string | null, now: Date, tx: Tx) {
    const rows = await tx.snooze.findMany({
      where: { untilAt: { gt: now }, ...(userId === null ? {} : { userId }) },
      orderBy: [{ untilAt: 'asc' }, { propositionId: 'asc' }],
      include: { user: { select: { name: true } }, proposition: { select: { statement: true } } },
      take: 500,
    });
    return rows.map((row) => ({
      userId: row.userId,
      person: row.user.name,
      propositionId: row.propositionId,
      statement: row.proposition.statement,
      untilOn: fromDateColumn(row.untilOn) ?? '',
    }));
  },
};
