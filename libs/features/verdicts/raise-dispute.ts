import { type DisputeKind, DomainError, reviewersOfDispute } from '#core/domain';
import {
  answerRepo,
  auditRepo,
  claimantRepo,
  disputeRepo,
  getInstallation,
  type NewDispute,
  roundRepo,
  scoreRepo,
  type StoredProposition,
  type StoredVerdict,
  type Tx,
  verdictRepo,
} from '#platform/db';
import type { Outbox } from '#platform/jobs';
import { lockProposition } from './check-decision.js';

/** Who raises a dispute: a person here, or a claimant through a signed link. */
export interface DisputeWish {
  readonly propositionId: string;
  readonly kind: DisputeKind;
  readonly reason: string;
  readonly evidence: NewDispute['evidence'];
  readonly raisedById: string | null;
  readonly claimantId: string | null;
}

/**
 * Records a dispute about the verdict that stands and opens the round in which people who took no part answer anew. An
 * appeal suspends the claimant's rank. The caller's transaction; the sweep that makes verdicts final takes the same lock,
 * so that the dispute is about the provisional verdict and keeps it so, or about the final one.
 * Throws DomainError DISPUTE.NO_VERDICT, DISPUTE.ALREADY_OPEN, DISPUTE.NO_SUCH_CLAIMANT, PROPOSITION.NOT_FOUND.
 */
export async function raiseDispute(wish: DisputeWish, at: Date, outbox: Outbox, tx: Tx): Promise<string> {
  const { propositionId, raisedById, claimantId } = wish;
  const proposition = await lockProposition(propositionId, tx);
  const verdict = await requireVerdict(propositionId, tx);
  const earlier = await disputeRepo.listOfProposition(propositionId, tx);
  const isAgain = earlier.some(
    (one) =>
      one.state === 'open' &&
      (claimantId === null
        ? one.claimantId === null && one.raisedById === raisedById
        : one.claimantId === claimantId),
  );
  if (isAgain)
    throw new DomainError('DISPUTE.ALREADY_OPEN', 'You have objected already, and it is being heard.');
  if (claimantId !== null) await requireClaimant(propositionId, claimantId, tx);
  const id = await disputeRepo.insert({ ...wish, verdictVersionId: verdict.id, at }, tx);
  await openRound(proposition, earlier.length, at, tx);
  if (wish.kind === 'appeal') await updateSuspensions(`${id}:open`, at, outbox, tx);
  await auditRepo.appendAudit(tx, {
    at,
    actor: raisedById ?? `claimant:${claimantId ?? ''}`,
    action: 'dispute.raised',
    subjectType: 'dispute',
    subjectId: id,
    payload: { propositionId, kind: wish.kind, version: verdict.version },
  });
  return id;
}

async function requireVerdict(propositionId: string, tx: Tx): Promise<StoredVerdict> {
  const verdict = await verdictRepo.findCurrent(propositionId, tx);
  if (verdict === null || verdict.stage === 'reopened')
    throw new DomainError('DISPUTE.NO_VERDICT', 'No verdict stands here that could be disputed.');
  return verdict;
}

async function requireClaimant(propositionId: string, claimantId: string, tx: Tx): Promise<void> {
  const claimants = await answerRepo.listClaimants(propositionId, tx);
  if (!claimants.some(({ id }) => id === claimantId))
    throw new DomainError(
      'DISPUTE.NO_SUCH_CLAIMANT',
      'An appeal is for somebody who made a claim on this proposition.',
      [{ path: 'claimantId', message: 'made no claim here' }],
    );
}

/** A round that was under way for another reason cannot hear a dispute: its people took part. */
async function openRound(proposition: StoredProposition, earlier: number, at: Date, tx: Tx): Promise<void> {
  const { settings } = await getInstallation(tx);
  const usual = proposition.reviewersNeeded ?? settings.reviewersNeeded;
  const reviewersNeeded = reviewersOfDispute(earlier, usual);
  const newest = await roundRepo.findNewest(proposition.id, tx);
  const isUnderWay = newest !== null && (newest.state === 'open' || newest.state === 'split');
  if (isUnderWay && newest.reason === 'dispute') {
    await roundRepo.enlarge(newest, reviewersNeeded, tx);
    return;
  }
  if (isUnderWay) await roundRepo.setState(newest.id, 'abandoned', at, tx);
  await roundRepo.ensureOpen(proposition.id, { reason: 'dispute', reviewersNeeded, at }, tx);
}

/** Taken before any claimant is locked, so that two appeals that end at once do not each leave the suspension to the other. */
export async function lockSuspensions(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('rank-suspensions', 0))`;
}

/** Ranks are suspended exactly of those for whom an appeal is open; boards follow. */
export async function updateSuspensions(mark: string, at: Date, outbox: Outbox, tx: Tx): Promise<void> {
  await lockSuspensions(tx);
  const roots = await claimantRepo.listMerges(tx);
  const appealing = await disputeRepo.listAppealing(tx);
  const suspended = new Set([...appealing].map((id) => roots.get(id) ?? id));
  if (!(await answerRepo.suspendRanks(suspended, at, tx))) return;
  const staleMark = await scoreRepo.markStale(`suspension:${mark}`, at, tx);
  await outbox.enqueue('buildBoard', { staleMark }, tx);
}
