import { Injectable } from '@nestjs/common';
import type { InboxItem, ReviewInput } from '#contracts/http';
import {
  type Actor,
  calendarDateIn,
  dateOfAnswer,
  daysBetween,
  DomainError,
  type ErrorCode,
  findReviewFault,
  type PropositionKind,
  type ReviewFault,
} from '#core/domain';
import { Clock, realNow } from '#platform/clock';
import {
  auditRepo,
  countInbox,
  Database,
  getInstallation,
  hasConflict,
  type Installation,
  isInInbox,
  leaseRepo,
  listInbox,
  listPropositions,
  type PropositionListRequest,
  propositionRepo,
  refuseContradiction,
  reviewRepo,
  roundRepo,
  type StoredProposition,
  type StoredRound,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';
import { readPropositionDetail } from './proposition-detail.js';
import { settleRound } from './settle-round.js';

type Submission = z.output<typeof ReviewInput>;
type Item = z.input<typeof InboxItem>;
type Draft = Partial<Omit<Submission, 'leaseId'>>;

const MINUTE_MS = 60_000;

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

/** The work of a reviewer: what waits, who works on it, and the one question. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async listInbox(actor: Actor): Promise<{ items: Item[] }> {
    const now = this.clock.now();
    const rows = await listInbox(actor, { now, realNow: realNow() }, this.database.direct);
    const items = rows.map(({ zone, dueAt, reasons, roundNumber: _roundNumber, ...row }) => ({
      ...row,
      reasons: [...reasons],
      dueAt: dueAt?.toISOString() ?? null,
      overdueDays:
        row.deadlineOn === null || dueAt === null || dueAt > now
          ? null
          : daysBetween(row.deadlineOn, calendarDateIn(now, zone)),
    }));
    return { items };
  }

  async countInbox(actor: Actor): Promise<number> {
    return countInbox(actor, this.clock.now(), this.database.direct);
  }

  async listPropositions(query: PropositionListRequest) {
    const page = await listPropositions(query, this.clock.now(), this.database.direct);
    const items = page.items.map((row) => ({ ...row, dueAt: row.dueAt?.toISOString() ?? null }));
    return { items, nextCursor: page.nextCursor };
  }

  /** Throws DomainError PROPOSITION.NOT_FOUND. */
  async getProposition(actor: Actor, id: string) {
    return readPropositionDetail(actor, id, this.clock.now(), this.database.direct);
  }

  /**
   * Takes or renews the actor's lease on a proposition that is in their inbox, opening the round if need be.
   * Throws DomainError REVIEW.NOT_NEEDED, REVIEW.CONFLICT_OF_INTEREST, PROPOSITION.NOT_FOUND.
   */
  async takeLease(actor: Actor, propositionId: string) {
    return this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      await this.refuseUnlessAsked(actor, proposition, now, tx);
      const installation = await getInstallation(tx);
      const round = await roundRepo.ensureOpen(
        propositionId,
        { reason: 'due', reviewersNeeded: neededBy(proposition, installation), at: now },
        tx,
      );
      const real = realNow();
      const expiresAt = new Date(real.getTime() + installation.settings.leaseMinutes * MINUTE_MS);
      const lease = await leaseRepo.take(
        { propositionId, roundId: round.id, userId: actor.userId },
        real,
        expiresAt,
        tx,
      );
      return { leaseId: lease.id, propositionId, expiresAt: lease.expiresAt.toISOString() };
    });
  }

  /** Throws DomainError REVIEW.NO_LEASE, REVIEW.LEASE_FOREIGN. */
  async releaseLease(actor: Actor, leaseId: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      const lease = await leaseRepo.find(leaseId, tx);
      if (lease === null) throw new DomainError('REVIEW.NO_LEASE', `There is no lease ${leaseId}.`);
      if (lease.userId !== actor.userId) throw foreignLease();
      await leaseRepo.release(leaseId, realNow(), tx);
    });
    return {};
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
      if (round === null || round.state !== 'open')
        throw new DomainError('REVIEW.NO_LEASE', 'Nothing is being reviewed here; open the review first.');
      // Through JSON: what is undefined is not there.
      const content = JSON.parse(JSON.stringify(draft)) as Record<string, string>;
      await reviewRepo.saveDraft(round.id, actor.userId, content, savedAt, tx);
    });
    return { draft, savedAt: savedAt.toISOString() };
  }

  /**
   * Takes an answer. Enough answers that agree make a provisional verdict in the same transaction; two that agree on
   * TOO_EARLY set the recheck; otherwise one more is asked, and then a lead.
   * Throws DomainError REVIEW.*, VERDICT.CONTRADICTS, PROPOSITION.NOT_FOUND.
   */
  async submitReview(actor: Actor, propositionId: string, input: Submission) {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      const round = await this.checkLease(actor, proposition, input.leaseId, tx);
      const answers = await reviewRepo.listAnswers(round.id, tx);
      if (answers.some((answer) => answer.reviewerId === actor.userId))
        throw new DomainError('REVIEW.ALREADY_ANSWERED', 'You have answered in this round already.');
      await this.refuseConflict(actor, propositionId, tx);
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

  private async checkLease(
    actor: Actor,
    proposition: StoredProposition,
    leaseId: string,
    tx: Tx,
  ): Promise<StoredRound> {
    const lease = await leaseRepo.find(leaseId, tx);
    if (lease === null || lease.propositionId !== proposition.id)
      throw new DomainError('REVIEW.NO_LEASE', 'This review was not opened here. Open it from the inbox.');
    if (lease.userId !== actor.userId) throw foreignLease();
    if (lease.releasedAt !== null || lease.expiresAt <= realNow())
      throw new DomainError(
        'REVIEW.LEASE_EXPIRED',
        'Your 20 minutes are over and others may have taken the work up. Open the review again; your draft is kept.',
      );
    const round = await roundRepo.findNewest(proposition.id, tx);
    if (round === null || round.id !== lease.roundId || round.state !== 'open')
      throw new DomainError('REVIEW.NOT_NEEDED', 'This round has all the answers it needs.');
    return round;
  }

  private async refuseUnlessAsked(
    actor: Actor,
    proposition: StoredProposition,
    now: Date,
    tx: Tx,
  ): Promise<void> {
    await this.refuseConflict(actor, proposition.id, tx);
    if (await isInInbox(actor, proposition.id, now, tx)) return;
    throw new DomainError(
      'REVIEW.NOT_NEEDED',
      'Your review is not needed here: it is not due, you have answered, or enough others have.',
    );
  }

  private async refuseConflict(actor: Actor, propositionId: string, tx: Tx): Promise<void> {
    if (await hasConflict(actor.userId, propositionId, tx))
      throw new DomainError(
        'REVIEW.CONFLICT_OF_INTEREST',
        'You belong to a claimant or outlet of this proposition, so others review it.',
      );
  }
}

async function lockProposition(id: string, tx: Tx): Promise<StoredProposition> {
  const proposition = await propositionRepo.lock(id, tx);
  if (proposition === null) throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${id}.`);
  return proposition;
}

function neededBy(proposition: StoredProposition, installation: Installation): number {
  return proposition.reviewersNeeded ?? installation.settings.reviewersNeeded;
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
  // Only what belongs to the answer is kept.
  return reviewRepo.insert(
    {
      ...answer,
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

function foreignLease(): DomainError {
  return new DomainError(
    'REVIEW.LEASE_FOREIGN',
    'This review was opened by somebody else. Open it yourself.',
  );
}
