import type { Tx } from '../database.js';
import type { SkipReason } from '../generated/client.js';

export type { SkipReason } from '../generated/client.js';

export interface NewSkip {
  readonly userId: string;
  readonly propositionId: string;
  /** Of the round under way or, where none is, of the one that comes next. */
  readonly roundNumber: number;
  readonly reason: SkipReason;
  readonly note: string;
  readonly at: Date;
}

export const skipRepo = {
  /** Once a round; the last reason counts. */
  async set({ userId, propositionId, roundNumber, reason, note, at }: NewSkip, tx: Tx): Promise<void> {
    const row = { reason, note, skippedAt: at };
    await tx.skip.upsert({
      where: { userId_propositionId_roundNumber: { userId, propositionId, roundNumber } },
      create: { userId, propositionId, roundNumber, ...row },
      update: row,
    });
  },

  async takeBack(userId: string, propositionId: string, roundNumber: number, tx: Tx): Promise<void> {
    await tx.skip.deleteMany({ where: { userId, propositionId, roundNumber } });
  },

  /** Skips of propositions that still have no verdict, newest first. */
  async listOfOpen(tx: Tx) {
    const rows = await tx.skip.findMany({
      where: { proposition: { status: 'open' } },
      orderBy: [{ skippedAt: 'desc' }, { propositionId: 'asc' }],
      include: { user: { select: { name: true } }, proposition: { select: { statement: true } } },
      take: 500,
    });
    return rows.map((row) => ({
      person: row.user.name,
      propositionId: row.propositionId,
      statement: row.proposition.statement,
      reason: row.reason,
      note: row.note,
      skippedAt: row.skippedAt,
    }));
  },
};
