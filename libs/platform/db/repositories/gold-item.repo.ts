import type { CalendarDate, Outcome } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

/** A proposition whose answer was known before anybody reviewed it. */
export interface GoldItem {
  readonly propositionId: string;
  readonly statement: string;
  readonly answer: Outcome;
  readonly occurredOn: CalendarDate | null;
  readonly addedAt: Date;
  readonly addedById: string | null;
  readonly addedBy: string;
  /** No round is under way and a verdict stands. */
  readonly isDecided: boolean;
}

export const goldItemRepo = {
  async list(tx: Tx): Promise<GoldItem[]> {
    const rows = await tx.goldItem.findMany({
      orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
      include: {
        addedBy: { select: { name: true } },
        proposition: {
          select: {
            statement: true,
            status: true,
            rounds: { where: { state: { in: ['open', 'split'] } }, select: { id: true } },
          },
        },
      },
    });
    return rows.flatMap(({ answer, occurredOn, addedBy, proposition, ...row }) =>
      answer === 'TOO_EARLY'
        ? []
        : {
            propositionId: row.propositionId,
            statement: proposition.statement,
            answer,
            occurredOn: fromDateColumn(occurredOn),
            addedAt: row.addedAt,
            addedById: row.addedById,
            addedBy: addedBy?.name ?? '',
            isDecided: proposition.status === 'final' && proposition.rounds.length === 0,
          },
    );
  },

  /** Whether the proposition was ever put to reviewers; that says nothing of an answer. */
  async isAsked(propositionId: string, tx: Tx): Promise<boolean> {
    return (await tx.round.findFirst({ where: { propositionId }, select: { id: true } })) !== null;
  },

  async put(
    item: { propositionId: string; answer: Outcome; occurredOn: CalendarDate | null; addedById: string },
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const { propositionId, answer, addedById } = item;
    const known = { answer, occurredOn: toDateColumn(item.occurredOn), addedById, addedAt: at };
    await tx.goldItem.upsert({
      where: { propositionId },
      create: { propositionId, ...known },
      update: known,
    });
  },

  /** False where there was none. */
  async remove(propositionId: string, tx: Tx): Promise<boolean> {
    const { count } = await tx.goldItem.deleteMany({ where: { propositionId } });
    return count > 0;
  },
};
