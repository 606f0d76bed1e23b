import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, findWithdrawalObstacle, type WithdrawalObstacle } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateEditRepo,
  candidateVersionRepo,
  claimRepo,
  Database,
  propositionRepo,
  readClaimDependents,
  type StoredCandidate,
  type Tx,
} from '#platform/db';
import { changed, decide, getCandidate, readWire, type WireCandidate } from './candidate-desk.js';

/** What depends on a claim, said to whoever wants to take it back. */
const OBSTACLES: Readonly<Record<WithdrawalObstacle, string>> = {
  VERDICT: 'There is a verdict on its proposition.',
  SCORED: 'The claim has been scored.',
  CHANGED: 'The claim has been changed since.',
  CODED: 'Somebody else has coded the claim.',
  CONDITION: 'Another claim was made under the condition that this proposition comes true.',
  REVIEWED: 'Reviewers have begun with its proposition.',
  CURATED:
    'Something has been added to its proposition since: a match, a clarification, a reference or an answer.',
};

/** Takes decisions back, as long as nothing that came later depends on them. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a candidate undecided again. Throws DomainError CANDIDATE.*, VERSION.CHANGED. */
  async restoreCandidate(
    actor: Actor,
    id: string,
    input: { readonly version: number },
  ): Promise<WireCandidate> {
    return this.database.withTransaction(async (tx) => {
      const seen = await getCandidate(id, tx);
      await candidateVersionRepo.lock(seen.snapshotId, tx);
      const candidate = await getCandidate(id, tx);
      if (candidate.state === 'pending')
        throw new DomainError('CANDIDATE.ALREADY_DECIDED', 'This candidate is undecided already.');
      if (candidate.version !== input.version) throw changed();
      await this.undo(actor, candidate, tx);
      await candidateEditRepo.releaseAncestors(id, tx);
      const decision = { state: 'pending', rejectReason: null, claimId: null } as const;
      await decide(actor, candidate, decision, this.clock.now(), tx);
      return readWire(id, actor, tx);
    });
  }

  private async undo(actor: Actor, candidate: StoredCandidate, tx: Tx): Promise<void> {
    if (candidate.state === 'accepted') await this.withdrawClaim(actor, candidate, tx);
    if (candidate.state === 'merged') await this.takeOut(candidate, tx);
    if (candidate.state === 'split') await this.putTogether(candidate, tx);
  }

  private async withdrawClaim(actor: Actor, candidate: StoredCandidate, tx: Tx): Promise<void> {
    const { claimId } = candidate;
    const first = claimId === null ? null : await readClaimDependents(claimId, tx);
    if (claimId === null || first === null) return;
    // Locked: nobody begins a review, and no verdict becomes final, in the meantime.
    await propositionRepo.lock(first.propositionId, tx);
    const dependents = await readClaimDependents(claimId, tx);
    if (dependents === null) return;
    const obstacle = findWithdrawalObstacle(dependents);
    if (obstacle !== null) throw followed(OBSTACLES[obstacle]);
    const at = this.clock.now();
    await claimRepo.withdraw(claimId, { reason: 'acceptance undone', by: actor.userId, at }, tx);
    if (dependents.otherClaims === 0) await propositionRepo.withdraw(dependents.propositionId, tx);
    await auditRepo.appendAudit(tx, {
      at,
      actor: actor.userId,
      action: 'claim.withdrawn',
      subjectType: 'claim',
      subjectId: claimId,
      payload: { propositionId: dependents.propositionId, withProposition: dependents.otherClaims === 0 },
    });
  }

  private async takeOut({ mergedIntoId }: StoredCandidate, tx: Tx): Promise<void> {
    if (mergedIntoId === null) return;
    const into = await getCandidate(mergedIntoId, tx);
    if (into.state !== 'pending' && into.state !== 'rejected')
      throw followed(`The candidate it was put together with is ${into.state}. Take that back first.`);
    await candidateEditRepo.touch(into.id, tx);
  }

  private async putTogether({ id }: StoredCandidate, tx: Tx): Promise<void> {
    const parts = await candidateEditRepo.listParts(id, tx);
    if (parts.length === 0)
      throw followed('It was cut by an earlier version of the extractor; its parts stand by themselves.');
    if (parts.some(({ isUntouched }) => !isUntouched))
      throw followed('One of its parts is decided. Take that back first.');
    await candidateEditRepo.removeParts(
      parts.map((part) => part.id),
      tx,
    );
  }
}

function followed(message: string): DomainError {
  return new DomainError('CANDIDATE.HAS_FOLLOWED', `This cannot be taken back any more. ${message}`);
}
