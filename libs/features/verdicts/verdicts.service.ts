import { Injectable } from '@nestjs/common';
import type { EndpointBody, reviewEndpoints } from '#contracts/http';
import { type Actor, calendarDateIn, dateOfAnswer, DomainError, finaliseDueAt } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  getInstallation,
  matchRepo,
  refuseContradiction,
  roundRepo,
  type StoredVerdict,
  type Tx,
  verdictRepo,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import { RescoringService } from './rescoring.service.js';
import { checkDecision, lockProposition, nameCause, refuseParty } from './check-decision.js';
import { scoreVerdict } from './score-claimants.js';

type Decision = EndpointBody<typeof reviewEndpoints.decideSplit>;

const SWEEP_AT_MOST = 500;

/** Publishes, finalises and reopens verdicts; each is one transaction with everything that follows from it. */
@Injectable()
export class VerdictsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly rescoring: RescoringService,
  ) {}

  /** Scores what the method of today lacks; see RescoringService. */
  async bringUpToMethod(): Promise<number> {
    return this.rescoring.bringUpToMethod();
  }

  /**
   * A lead who took no part and has no stake decides a split round. Throws DomainError VERDICT.NOT_SPLIT,
   * REVIEW.ALREADY_ANSWERED, REVIEW.CONFLICT_OF_INTEREST, REVIEW.* for what the outcome lacks, VERDICT.CAUSE_MISSING,
   * VERDICT.CONTRADICTS, PROPOSITION.NOT_FOUND.
   */
  async decideSplit(actor: Actor, propositionId: string, decision: Decision): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      const round = await roundRepo.findNewest(propositionId, tx);
      if (round === null || round.state !== 'split' || round.reason === 'dispute')
        throw new DomainError(
          'VERDICT.NOT_SPLIT',
          'Reviewers are not split here, so there is nothing for a lead to decide.',
        );
      await refuseParty(actor, round, tx);
      checkDecision(decision, proposition, at);
      const occurredOn = dateOfAnswer(
        { answer: decision.outcome, occurredOn: decision.occurredOn },
        proposition.kind,
      );
      await refuseContradiction(proposition, { answer: decision.outcome, occurredOn }, tx);
      await nameCause(round, proposition, decision.cause, tx);
      const { settings } = await getInstallation(tx);
      const verdict = await verdictRepo.append(
        {
          propositionId,
          stage: 'provisional',
          outcome: decision.outcome,
          voidReason: decision.outcome === 'VOID' ? decision.voidReason : null,
          occurredOn,
          decision: 'lead',
          reason: decision.reason,
          roundId: round.id,
          decidedById: actor.userId,
          at,
          finaliseDueAt: finaliseDueAt(at, settings.disputeWindowDays, proposition.zone),
        },
        tx,
      );
      await roundRepo.setState(round.id, 'decided', at, tx);
      await matchRepo.markHandled(propositionId, at, tx);
      await audit(actor.userId, 'verdict.decided', verdict, at, tx);
    });
  }

  /**
   * Takes a verdict back: a new version says so, scores that hung on it no longer count, a new round begins.
   * Throws DomainError VERDICT.NOT_FOUND, DISPUTE.ALREADY_OPEN, PROPOSITION.NOT_FOUND.
   */
  async reopen(actor: Actor, propositionId: string, { reason }: { reason: string }): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      const current = await verdictRepo.findCurrent(propositionId, tx);
      if (current === null || current.stage === 'reopened')
        throw new DomainError('VERDICT.NOT_FOUND', 'There is no verdict here to take back.');
      if (await verdictRepo.isDisputed(propositionId, tx))
        throw new DomainError(
          'DISPUTE.ALREADY_OPEN',
          'A dispute is being heard here; what becomes of the verdict is for its panel.',
        );
      const verdict = await verdictRepo.append(
        {
          propositionId,
          stage: 'reopened',
          outcome: null,
          voidReason: null,
          occurredOn: null,
          decision: 'lead',
          reason,
          roundId: null,
          decidedById: actor.userId,
          at,
          finaliseDueAt: null,
        },
        tx,
      );
      const { settings } = await getInstallation(tx);
      const reviewersNeeded = proposition.reviewersNeeded ?? settings.reviewersNeeded;
      await roundRepo.ensureOpen(propositionId, { reason: 'reopened', reviewersNeeded, at }, tx);
      if (current.stage === 'final') await this.rescore(verdict, at, tx);
      await audit(actor.userId, 'verdict.reopened', verdict, at, tx);
    });
  }

  /** The sweep: every provisional verdict whose dispute window is over becomes final. Returns how many did. */
  async finaliseDue(): Promise<number> {
    const now = this.clock.now();
    const due = await verdictRepo.listFinalisable(now, SWEEP_AT_MOST, this.database.direct);
    let done = 0;
    for (const propositionId of due) {
      // One transaction each: one that fails keeps none of the others back.
      if (
        await this.database.withTransaction((tx) => this.finalise(propositionId, now, tx), {
          timeoutMs: 30_000,
        })
      )
        done += 1;
    }
    return done;
  }

  /** False when somebody reopened, disputed or finalised it since the sweep looked. */
  private async finalise(propositionId: string, at: Date, tx: Tx): Promise<boolean> {
    await lockProposition(propositionId, tx);
    const current = await verdictRepo.findCurrent(propositionId, tx);
    if (current === null || current.stage !== 'provisional') return false;
    if (current.finaliseDueAt === null || current.finaliseDueAt > at) return false;
    if (await verdictRepo.isDisputed(propositionId, tx)) return false;
    const { voidReason, outcome, occurredOn, reason, roundId } = current;
    const verdict = await verdictRepo.append(
      {
        propositionId,
        stage: 'final',
        outcome,
        voidReason,
        occurredOn,
        decision: 'sweep',
        reason,
        roundId,
        decidedById: null,
        at,
        finaliseDueAt: null,
      },
      tx,
    );
    await this.rescore(verdict, at, tx);
    await audit('system', 'verdict.finalised', verdict, at, tx);
    return true;
  }

  private async rescore(verdict: StoredVerdict, at: Date, tx: Tx): Promise<void> {
    const { zone } = await getInstallation(tx);
    const staleMark = await scoreVerdict(verdict, { at, today: calendarDateIn(at, zone) }, tx);
    await this.outbox.enqueue('buildBoard', { staleMark }, tx);
  }
}

async function audit(actor: string, action: string, verdict: StoredVerdict, at: Date, tx: Tx): Promise<void> {
  await auditRepo.appendAudit(tx, {
    at,
    actor,
    action,
    subjectType: 'proposition',
    subjectId: verdict.propositionId,
    payload: { version: verdict.version, stage: verdict.stage, outcome: verdict.outcome },
  });
}
