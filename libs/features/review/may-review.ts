import { type Actor, DomainError } from '#core/domain';
import {
  getInstallation,
  hasConflict,
  isInInbox,
  propositionRepo,
  roundRepo,
  type StoredProposition,
  type StoredRound,
  type Tx,
} from '#platform/db';

/** The proposition, locked until the transaction ends. Throws DomainError PROPOSITION.NOT_FOUND. */
export async function lockProposition(id: string, tx: Tx): Promise<StoredProposition> {
  const proposition = await propositionRepo.lock(id, tx);
  if (proposition === null) throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${id}.`);
  return proposition;
}

/** The round under way, opened now if there is none. The caller holds the proposition's lock. */
export async function ensureRound(proposition: StoredProposition, now: Date, tx: Tx): Promise<StoredRound> {
  const { settings } = await getInstallation(tx);
  const reviewersNeeded = proposition.reviewersNeeded ?? settings.reviewersNeeded;
  return roundRepo.ensureOpen(proposition.id, { reason: 'due', reviewersNeeded, at: now }, tx);
}

/** Throws DomainError REVIEW.CONFLICT_OF_INTEREST, REVIEW.NOT_NEEDED. */
export async function refuseUnlessAsked(
  actor: Actor,
  propositionId: string,
  now: Date,
  tx: Tx,
): Promise<void> {
  if (await isInInbox(actor, propositionId, now, tx)) return;
  await refuseConflict(actor, propositionId, tx);
  throw new DomainError(
    'REVIEW.NOT_NEEDED',
    'Your review is not needed here: it is not due, you have answered, or enough others have.',
  );
}

export async function refuseConflict(actor: Actor, propositionId: string, tx: Tx): Promise<void> {
  if (await hasConflict(actor.userId, propositionId, tx))
    throw new DomainError(
      'REVIEW.CONFLICT_OF_INTEREST',
      'You have a stake in this proposition: you made a claim on it, your outlet did, you took one up here, or you noted the answer beforehand. Others review it.',
    );
}
