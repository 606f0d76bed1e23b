import type { DisagreementCause } from '#core/domain';
import type { Tx } from '../database.js';
import type { Round, RoundReason, RoundState } from '../generated/client.js';

export type StoredRound = Pick<
  Round,
  | 'id'
  | 'propositionId'
  | 'number'
  | 'reason'
  | 'state'
  | 'reviewersNeeded'
  | 'answersWanted'
  | 'disagreementCause'
>;

export const roundRepo = {
  /** The newest round of a proposition, whatever its state. */
  async findNewest(propositionId: string, tx: Tx): Promise<StoredRound | null> {
    return tx.round.findFirst({ where: { propositionId }, orderBy: { number: 'desc' } });
  },

  /**
   * The round under way, opened now if there is none. The caller holds the proposition's lock; the partial unique index
   * on open rounds is the last word.
   */
  async ensureOpen(
    propositionId: string,
    opening: { reason: RoundReason; reviewersNeeded: number; at: Date },
    tx: Tx,
  ): Promise<StoredRound> {
    const newest = await roundRepo.findNewest(propositionId, tx);
    if (newest !== null && (newest.state === 'open' || newest.state === 'split')) return newest;
    return tx.round.create({
      data: {
        propositionId,
        number: (newest?.number ?? 0) + 1,
        reason: opening.reason,
        reviewersNeeded: opening.reviewersNeeded,
        answersWanted: opening.reviewersNeeded,
        openedAt: opening.at,
      },
    });
  },

  async wantMore(id: string, answersWanted: number, tx: Tx): Promise<void> {
    await tx.round.update({ where: { id }, data: { answersWanted, version: { increment: 1 } } });
  },

  /** A panel that must be larger than the round was opened for. */
  async enlarge(round: StoredRound, reviewersNeeded: number, tx: Tx): Promise<void> {
    if (round.reviewersNeeded >= reviewersNeeded) return;
    const answersWanted = Math.max(round.answersWanted, reviewersNeeded);
    // Answers that were enough for a smaller panel are not for this one.
    await tx.round.update({
      where: { id: round.id },
      data: { reviewersNeeded, answersWanted, state: 'open', version: { increment: 1 } },
    });
  },

  async setCause(id: string, disagreementCause: DisagreementCause, tx: Tx): Promise<void> {
    await tx.round.update({ where: { id }, data: { disagreementCause, version: { increment: 1 } } });
  },

  async setState(id: string, state: RoundState, at: Date, tx: Tx): Promise<void> {
    const closed = state === 'decided' || state === 'abandoned';
    await tx.round.update({
      where: { id },
      data: { state, version: { increment: 1 }, ...(closed ? { closedAt: at } : {}) },
    });
  },
};
