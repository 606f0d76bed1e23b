import { Injectable } from '@nestjs/common';
import type { ReviewInput } from '#contracts/http';
import {
  type Actor,
  calendarDateIn,
  dateOfAnswer,
  DomainError,
  type ErrorCode,
  findReviewFault,
  type PropositionKind,
  type ReviewFault,
} from '#core/domain';
import { Clock, realNow } from '#platform/clock';
import {
  auditRepo,
  Database,
  evidenceCopyRepo,
  leaseRepo,
  listPropositions,
  type NewEvidence,
  type PropositionListRequest,
  refuseContradiction,
  retestRepo,
  reviewRepo,
  roundRepo,
  type StoredLease,
  type StoredProposition,
  type StoredRound,
  type Tx,
  unblindingRepo,
} from '#platform/db';
import type { z } from 'zod';
import { foreignLease } from './lease.service.js';
import { lockProposition, refuseConflict } from './may-review.js';
import { readPropositionDetail } from './proposition-detail.js';
import { settleRound } from './settle-round.js';

type Submission = z.output<typeof ReviewInput>;
type Draft = Partial<Omit<Submission, 'leaseId'>>;

const FAULTS: Record<ReviewFault, { code: ErrorCode; path: string; message: string }> = {
  EVIDENCE_MISSING: {
    code: 'REVIEW.EVIDENCE_MISSING',
    path: 'evidence',
    message: '“It occurred” needs at least one link as evidence.',
  },
  DATE_MISSING: {
    code: 'REVIEW.DATE_MISSING',
    path: 'occurredOn',
    message: '“It occurred” needs the day on which it happened.',
  },
  DATE_OUTSIDE_WINDOW: {
    code: 'REVIEW.DATE_OUTSIDE_WINDOW',
    path: 'occurredOn',
    message:
      'The day must lie inside the window and not in the future. What came later did not occur by the deadline.',
  },
  TOO_EARLY_TO_OCCUR: {
    code: 'REVIEW.TOO_EARLY_TO_OCCUR',
    path: 'answer',
    message:
      'The deadline has not passed. Choose “too early”, or say that it has become impossible now. What persists has held only at its deadline.',
  },
  REASON_MISSING: {
    code: 'REVIEW.REASON_MISSING',
    path: 'voidReason',
    message: '“Void” needs its reason.',
  },
  SEARCH_NOTE_MISSING: {
    code: 'REVIEW.SEARCH_NOTE_MISSING',
    path: 'searchNote',
    message: '“It did not occur” needs a note of where, when and with which terms you looked.',
  },
};

/** The one question: what a reviewer reads, types and answers. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async listPropositions(actor: Actor, query: Omit<PropositionListRequest, 'readerId'>) {
    const request = { ...query, readerId: actor.userId };
    const page = await listPropositions(request, this.clock.now(), this.database.direct);
    const items = page.items.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }));
    return { items, nextCursor: page.nextCursor };
  }

  /** Throws DomainError PROPOSITION.NOT_FOUND. */
  async getProposition(actor: Actor, id: string) {
    return readPropositionDetail(actor, id, this.clock.now(), this.database.direct);
  }

  /** Shows a reviewer the claimants before the answer, and writes down that they asked. */
  async unblind(actor: Actor, propositionId: string) {
    const at = this.clock.now();
    await this.database.withTransaction(async (tx) => {
      await lockProposition(propositionId, tx);
      if (!(await unblindingRepo.add(actor.userId, propositionId, at, tx))) return;
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'review.unblinded',
        subjectType: 'proposition',
        subjectId: propositionId,
        payload: {},
      });
    });
    return this.getProposition(actor, propositionId);
  }

  async getDraft(actor: Actor, propositionId: string) {
    const tx = this.database.direct;
    const round = await roundRepo.findNewest(propositionId, tx);
    const draft = round === null ? null : await reviewRepo.findDraft(round.id, actor.userId, tx);
    return { draft: (draft?.content ?? null) as Draft | null, savedAt: draft?.savedAt.toISOString() ?? null };
  }

  /** Keeps what was typed; needs the round a lease opens. Throws DomainError REVIEW.NO_LEASE. */
  async saveDraft(actor: Actor, propositionId: string, draft: Draft) {
    const savedAt = this.clock.now();
    await this.database.withTransaction(async (tx) => {
      const round = await roundRepo.findNewest(propositionId, tx);
      const isOpen =
        round?.state === 'open' || (await retestRepo.findOpen(actor.userId, propositionId, tx)) !== null;
      if (round === null || !isOpen)
        throw new DomainError('REVIEW.NO_LEASE', 'Nothing is being reviewed here; open the review first.');
      // Through JSON: what is undefined is not there.
      const content = JSON.parse(JSON.stringify(draft)) as Record<string, string>;
      await reviewRepo.saveDraft(round.id, actor.userId, content, savedAt, tx);
    });
    return { draft, savedAt: savedAt.toISOString() };
  }

  /**
   * Takes an answer. Enough answers that agree make a provisional verdict in the same transaction; two that agree on
   * TOO_EARLY set the recheck; otherwise one more is asked, and then a lead. An answer to what the person has answered
   * before is kept beside the first, and nothing comes of it.
   * Throws DomainError REVIEW.*, VERDICT.CONTRADICTS, PROPOSITION.NOT_FOUND.
   */
  async submitReview(actor: Actor, propositionId: string, input: Submission) {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      const lease = await findLease(actor, proposition, input.leaseId, tx);
      if (lease.retestId !== null) return answerAgain(actor, proposition, lease.retestId, { input, at }, tx);
      const round = await roundOfLease(lease, tx);
      const answers = await reviewRepo.listAnswers(round.id, tx);
      if (answers.some((answer) => answer.reviewerId === actor.userId))
        throw new DomainError('REVIEW.ALREADY_ANSWERED', 'You have answered in this round already.');
      await refuseConflict(actor, propositionId, tx);
      checkSubmission(input, proposition, at);
      await refuseContradiction(proposition, input, tx);
      const reviewId = await storeReview(actor, round.id, input, proposition.kind, at, tx);
      await leaseRepo.release(input.leaseId, realNow(), tx);
      await reviewRepo.dropDraft(round.id, actor.userId, tx);
      const outcome = await settleRound(proposition, round, at, tx);
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'review.submitted',
        subjectType: 'review',
        subjectId: reviewId,
        payload: { propositionId, roundId: round.id, round: outcome },
      });
      return { reviewId, round: outcome };
    });
  }
}

async function findLease(
  actor: Actor,
  proposition: StoredProposition,
  leaseId: string,
  tx: Tx,
): Promise<StoredLease> {
  const lease = await leaseRepo.find(leaseId, tx);
  if (lease === null || lease.propositionId !== proposition.id)
    throw new DomainError('REVIEW.NO_LEASE', 'This review was not opened here. Open it from the inbox.');
  if (lease.userId !== actor.userId) throw foreignLease();
  if (lease.releasedAt !== null || lease.expiresAt <= realNow())
    throw new DomainError(
      'REVIEW.LEASE_EXPIRED',
      'Your 20 minutes are over and others may have taken the work up. Open the review again; your draft is kept.',
    );
  return lease;
}

async function roundOfLease(lease: StoredLease, tx: Tx): Promise<StoredRound> {
  const round = await roundRepo.findNewest(lease.propositionId, tx);
  if (round === null || round.id !== lease.roundId || round.state !== 'open') throw notNeeded();
  return round;
}

const notNeeded = () => new DomainError('REVIEW.NOT_NEEDED', 'This round has all the answers it needs.');

/** The same rules as for a first answer; round, verdict and scores stay as they are. */
async function answerAgain(
  actor: Actor,
  proposition: StoredProposition,
  retestId: string,
  { input, at }: { readonly input: Submission; readonly at: Date },
  tx: Tx,
) {
  const retest = await retestRepo.findOpen(actor.userId, proposition.id, tx);
  if (retest === null || retest.id !== retestId) throw notNeeded();
  await refuseConflict(actor, proposition.id, tx);
  checkSubmission(input, proposition, at);
  await refuseContradiction(proposition, input, tx);
  const { answer } = input;
  const voidReason = answer === 'VOID' ? input.voidReason : null;
  const second = { answer, voidReason, occurredOn: dateOfAnswer(input, proposition.kind) };
  if (!(await retestRepo.answer(retestId, second, at, tx))) throw notNeeded();
  await leaseRepo.release(input.leaseId, realNow(), tx);
  await reviewRepo.dropDraft(retest.roundId, actor.userId, tx);
  await auditRepo.appendAudit(tx, {
    at,
    actor: actor.userId,
    action: 'retest.answered',
    subjectType: 'retest',
    subjectId: retestId,
    payload: { propositionId: proposition.id },
  });
  return { reviewId: retestId, round: 'retest' as const };
}

function checkSubmission(input: Submission, proposition: StoredProposition, now: Date): void {
  const fault = findReviewFault(
    { ...input, evidenceCount: input.evidence.length },
    {
      ...proposition,
      isDue: proposition.dueAt !== null && proposition.dueAt <= now,
      today: calendarDateIn(now, proposition.zone),
    },
  );
  if (fault === null) return;
  const { code, path, message } = FAULTS[fault];
  throw new DomainError(code, message, [{ path, message }]);
}

async function storeReview(
  actor: Actor,
  roundId: string,
  input: Submission,
  kind: PropositionKind,
  at: Date,
  tx: Tx,
): Promise<string> {
  const { leaseId: _leaseId, ...answer } = input;
  const evidence: NewEvidence[] = [];
  for (const item of answer.evidence) evidence.push({ ...item, copyId: await copyOf(item, tx) });
  // Only what belongs to the answer is kept.
  return reviewRepo.insert(
    {
      ...answer,
      evidence,
      roundId,
      reviewerId: actor.userId,
      voidReason: answer.answer === 'VOID' ? answer.voidReason : null,
      occurredOn: dateOfAnswer(answer, kind),
      impossibleNow: answer.answer === 'NOT_OCCURRED' && answer.impossibleNow,
      at,
    },
    tx,
  );
}

/** The copy the reviewer looked at, if it is of this address: an edited address has none. */
async function copyOf({ url, copyId }: Submission['evidence'][number], tx: Tx): Promise<string | null> {
  if (copyId === null) return null;
  return (await evidenceCopyRepo.findUrl(copyId, tx)) === url ? copyId : null;
}
