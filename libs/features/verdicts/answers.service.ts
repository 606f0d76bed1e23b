import { Injectable } from '@nestjs/common';
import type { ClaimantAddress } from '#contracts/http';
import { type Actor, type CalendarDate, DomainError, type Outcome, type VoidReason } from '#core/domain';
import { hashToken } from '#platform/auth';
import { Clock } from '#platform/clock';
import {
  answerRepo,
  auditRepo,
  Database,
  disputeRepo,
  propositionRepo,
  type Tx,
  verdictRepo,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { lockProposition } from './check-decision.js';
import { raiseDispute } from './raise-dispute.js';

/** What one link may leave behind; whoever has more to say appeals. */
const ANSWERS_AT_MOST = 5;

/** What the page behind a signed link shows. */
export interface AnswerDesk {
  readonly claimant: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate | null;
  readonly criteria: string;
  readonly verdict: {
    readonly outcome: Outcome;
    readonly voidReason: VoidReason | null;
    readonly stage: 'provisional' | 'final';
    readonly finaliseDueAt: string | null;
  } | null;
  readonly answers: readonly { readonly text: string | null; readonly answeredAt: string }[];
  readonly isAppealed: boolean;
}

interface Bearer {
  readonly claimantId: string;
  readonly claimant: string;
  readonly propositionId: string;
}

/** What claimants say of the verdicts on what they said, by links that are sent to them and nobody else has. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Changes nothing: mail scanners open every link. Throws DomainError LINK.INVALID, LINK.EXPIRED. */
  async readDesk(token: string): Promise<AnswerDesk> {
    const tx = this.database.direct;
    const { claimantId, claimant, propositionId } = await this.openLink(token, tx);
    const proposition = await propositionRepo.find(propositionId, tx);
    if (proposition === null)
      throw new Error(`a link leads to proposition ${propositionId}, which is not there`);
    const verdict = await verdictRepo.findCurrent(propositionId, tx);
    const answers = await answerRepo.list(propositionId, tx);
    const disputes = await disputeRepo.listOfProposition(propositionId, tx);
    return {
      claimant,
      statement: proposition.statement,
      deadlineOn: proposition.deadlineOn,
      criteria: proposition.criteria,
      verdict:
        verdict === null || verdict.stage === 'reopened' || verdict.outcome === null
          ? null
          : {
              outcome: verdict.outcome,
              voidReason: verdict.voidReason,
              stage: verdict.stage,
              finaliseDueAt: verdict.finaliseDueAt?.toISOString() ?? null,
            },
      answers: answers
        .filter((answer) => answer.claimantId === claimantId)
        .map(({ text, answeredAt }) => ({ text, answeredAt: answeredAt.toISOString() })),
      isAppealed: disputes.some((one) => one.state === 'open' && one.claimantId === claimantId),
    };
  }

  /**
   * Puts an answer beside the verdict; the same words twice are one answer.
   * Throws DomainError LINK.INVALID, LINK.EXPIRED, ANSWER.TOO_MANY.
   */
  async answer(token: string, text: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const { claimantId, propositionId } = await this.openLink(token, tx);
      await lockProposition(propositionId, tx);
      const own = (await answerRepo.list(propositionId, tx)).filter((one) => one.claimantId === claimantId);
      if (own.some((one) => one.text === text)) return;
      if (own.length >= ANSWERS_AT_MOST)
        throw new DomainError(
          'ANSWER.TOO_MANY',
          'You have answered often enough here. An appeal is heard by people.',
        );
      const id = await answerRepo.insert({ claimantId, propositionId, text, at }, tx);
      const subject = { subjectType: 'answer', subjectId: id, payload: { propositionId } };
      await auditRepo.appendAudit(tx, {
        at,
        actor: `claimant:${claimantId}`,
        action: 'answer.given',
        ...subject,
      });
    });
  }

  /** Throws DomainError LINK.INVALID, LINK.EXPIRED, DISPUTE.NO_VERDICT, DISPUTE.ALREADY_OPEN. */
  async appeal(token: string, reason: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const { claimantId, propositionId } = await this.openLink(token, tx);
      await raiseDispute(
        { propositionId, claimantId, kind: 'appeal', reason, evidence: [], raisedById: null },
        this.clock.now(),
        this.outbox,
        tx,
      );
    });
  }

  /** Returns the proposition. Throws DomainError ANSWER.NOT_FOUND. */
  async hide(actor: Actor, id: string, reason: string): Promise<string> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const propositionId = await answerRepo.hide(id, { byId: actor.userId, reason, at }, tx);
      if (propositionId === null)
        throw new DomainError('ANSWER.NOT_FOUND', 'There is no such answer, or it was taken down already.');
      const subject = { subjectType: 'answer', subjectId: id, payload: { propositionId } };
      await auditRepo.appendAudit(tx, { at, actor: actor.userId, action: 'answer.hidden', ...subject });
      return propositionId;
    });
  }

  async listAddresses(propositionId: string): Promise<{ items: z.input<typeof ClaimantAddress>[] }> {
    const claimants = await answerRepo.listClaimants(propositionId, this.database.direct);
    const items = claimants.map(({ id, name, contactEmail, optedOutAt }) => ({
      claimantId: id,
      name,
      email: contactEmail,
      optedOut: optedOutAt !== null,
    }));
    return { items };
  }

  /** The address itself is in no audit entry, so that it can be erased. Throws DomainError CLAIMANT.NOT_FOUND. */
  async setAddress(actor: Actor, claimantId: string, email: string | null): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      if (!(await answerRepo.setAddress(claimantId, email === null ? null : email.toLowerCase(), tx)))
        throw new DomainError('CLAIMANT.NOT_FOUND', `There is no claimant ${claimantId}.`);
      const action = email === null ? 'claimant.address_erased' : 'claimant.address_set';
      const subject = { subjectType: 'claimant', subjectId: claimantId };
      await auditRepo.appendAudit(tx, { at, actor: actor.userId, action, ...subject });
    });
  }

  private async openLink(token: string, tx: Tx): Promise<Bearer> {
    const link = await answerRepo.findLink(hashToken(token), tx);
    if (link === null) throw new DomainError('LINK.INVALID', 'This link is not one of ours.');
    if (link.expiresAt <= this.clock.realNow())
      throw new DomainError('LINK.EXPIRED', 'This link has expired. Answer the mail to get a new one.');
    return {
      claimantId: link.claimantId,
      claimant: link.claimant.name,
      propositionId: link.propositionId,
    };
  }
}
