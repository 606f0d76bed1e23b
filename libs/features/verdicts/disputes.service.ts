import type { Dispute, disputesEndpoints, EndpointBody } from '#contracts/http';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  calendarDateIn,
  dateOfAnswer,
  decideRound,
  DomainError,
  type Finding,
  finaliseDueAt,
  settleDispute,
} from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  countEligible,
  Database,
  disputeRepo,
  getInstallation,
  hasConflict,
  hasTakenPart,
  matchRepo,
  propositionRepo,
  refuseContradiction,
  reviewRepo,
  roundRepo,
  type StoredDispute,
  type StoredProposition,
  type StoredRound,
  type StoredVerdict,
  type Tx,
  verdictRepo,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { checkDecision, lockProposition, nameCause, refuseParty } from './check-decision.js';
import { lockSuspensions, raiseDispute, updateSuspensions } from './raise-dispute.js';
import { scoreVerdict } from './score-claimants.js';

type Wish = EndpointBody<typeof disputesEndpoints.raiseDispute>;
type Resolution = EndpointBody<typeof disputesEndpoints.resolveDisputes>;
type WireDispute = z.input<typeof Dispute>;

const LISTED = 200;
/** As after any round that finds it too early for what is due. */
const RECHECK_MS = 14 * 86_400_000;

/** What those who heard a dispute came to; `finding` is null where they say that it is too early for a verdict. */
interface Heard {
  readonly finding: Finding | null;
  readonly by: 'panel' | 'lead';
}

/** Objections and appeals: raised, withdrawn, and closed by what people who took no part find. */
@Injectable()
export class DisputesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async list({ state }: { state: 'open' | 'closed' }): Promise<{ items: WireDispute[] }> {
    const tx = this.database.direct;
    const items: WireDispute[] = [];
    for (const dispute of await disputeRepo.list(state === 'open', LISTED, tx))
      items.push({
        ...toWire(dispute),
        statement: dispute.statement,
        eligible: dispute.state === 'open' ? await countEligible(dispute.propositionId, tx) : null,
      });
    return { items };
  }

  /** Throws DomainError as `raiseDispute` does, and INPUT.INVALID for an appeal for nobody. */
  async raise(actor: Actor, propositionId: string, wish: Wish): Promise<void> {
    const { kind, claimantId, ...said } = wish;
    if ((kind === 'appeal') !== (claimantId !== null))
      throw new DomainError('INPUT.INVALID', 'An appeal names the claimant it is for; an objection none.', [
        { path: 'claimantId', message: kind === 'appeal' ? 'missing' : 'only with an appeal' },
      ]);
    await this.database.withTransaction((tx) =>
      raiseDispute(
        { ...said, kind, claimantId, propositionId, raisedById: actor.userId },
        this.clock.now(),
        this.outbox,
        tx,
      ),
    );
  }

  /** Returns the proposition. Throws DomainError DISPUTE.NOT_FOUND, DISPUTE.NOT_YOURS, DISPUTE.CLOSED. */
  async withdraw(actor: Actor, id: string): Promise<string> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const found = await disputeRepo.find(id, tx);
      if (found === null) throw new DomainError('DISPUTE.NOT_FOUND', `There is no dispute ${id}.`);
      if (found.raisedById !== actor.userId)
        throw new DomainError('DISPUTE.NOT_YOURS', 'Only who raised a dispute can take it back.');
      const { propositionId } = found;
      await lockProposition(propositionId, tx);
      const disputes = await listOpen(propositionId, tx);
      if (!disputes.some((one) => one.id === id))
        throw new DomainError('DISPUTE.CLOSED', 'This dispute is closed already.');
      await disputeRepo.resolve(id, { state: 'withdrawn', at, byId: actor.userId, resolution: null }, tx);
      const round = await roundRepo.findNewest(propositionId, tx);
      if (disputes.length === 1 && round !== null && isHearing(round))
        await roundRepo.setState(round.id, 'abandoned', at, tx);
      await updateSuspensions(`${id}:withdrawn`, at, this.outbox, tx);
      await audit(actor, 'dispute.withdrawn', id, { propositionId }, at, tx);
      return propositionId;
    });
  }

  /**
   * Closes the open disputes of a proposition with a written resolution: what the panel agreed on, or, where it is split,
   * what a lead who took no part finds. Another finding than the verdict's takes the verdict back and enters a new one.
   * Throws DomainError VERDICT.NOT_SPLIT, VERDICT.TOOK_PART, VERDICT.CONTRADICTS, VERDICT.CAUSE_MISSING, REVIEW.*,
   * INPUT.INVALID, PROPOSITION.NOT_FOUND.
   */
  async resolve(actor: Actor, propositionId: string, resolution: Resolution): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      const round = await roundRepo.findNewest(propositionId, tx);
      if (round === null || round.reason !== 'dispute' || round.state !== 'split')
        throw new DomainError('VERDICT.NOT_SPLIT', 'Those who hear the dispute have not all answered yet.');
      const heard = await this.hear(actor, proposition, round, resolution, at, tx);
      if (heard.finding !== null)
        await refuseContradiction(
          proposition,
          { answer: heard.finding.outcome, occurredOn: heard.finding.occurredOn },
          tx,
        );
      await nameCause(round, proposition, resolution.cause, tx);
      await lockSuspensions(tx);
      await roundRepo.setState(round.id, 'decided', at, tx);
      await matchRepo.markHandled(propositionId, at, tx);
      const current = await verdictRepo.findCurrent(propositionId, tx);
      if (current === null) throw new Error(`the dispute about ${propositionId} is about no verdict`);
      const { finding } = heard;
      for (const dispute of await listOpen(propositionId, tx)) {
        const state = settleDispute(dispute.disputed, finding, proposition);
        const how = { state, at, byId: actor.userId, resolution: resolution.reason };
        await disputeRepo.resolve(dispute.id, how, tx);
      }
      const isWrong = settleDispute(asFinding(current), finding, proposition) === 'upheld';
      if (isWrong) await this.replace(actor, current, { proposition, round, heard, resolution }, at, tx);
      await updateSuspensions(`${round.id}:resolved`, at, this.outbox, tx);
      await audit(actor, 'dispute.resolved', round.id, { propositionId, upheld: isWrong }, at, tx);
    });
  }

  /** What the panel agreed on binds the lead who writes it down; a split is for a lead who took no part. */
  private async hear(
    actor: Actor,
    proposition: StoredProposition,
    round: StoredRound,
    resolution: Resolution,
    at: Date,
    tx: Tx,
  ): Promise<Heard> {
    const answers = await reviewRepo.listAnswers(round.id, tx);
    const state = decideRound(answers, round.reviewersNeeded, proposition);
    if (state.kind === 'agreed') {
      await refuseStake(actor, proposition.id, tx);
      if (state.answer === 'TOO_EARLY') return { by: 'panel', finding: null };
      const dates = state.by.flatMap(({ occurredOn }) => (occurredOn === null ? [] : [occurredOn])).sort();
      const voidReason = state.by[0]?.voidReason ?? null;
      return { by: 'panel', finding: { outcome: state.answer, voidReason, occurredOn: dates[0] ?? null } };
    }
    await refuseParty(actor, round, tx);
    if (await hasTakenPart(actor.userId, proposition.id, tx))
      throw new DomainError('VERDICT.TOOK_PART', 'You took part in this before; a lead who did not decides.');
    const { outcome, voidReason, occurredOn } = resolution;
    if (outcome === null)
      throw new DomainError('INPUT.INVALID', 'The panel is split: say what you find.', [
        { path: 'outcome', message: 'missing' },
      ]);
    checkDecision({ outcome, voidReason, occurredOn }, proposition, at);
    const finding = {
      outcome,
      voidReason: outcome === 'VOID' ? voidReason : null,
      occurredOn: dateOfAnswer({ answer: outcome, occurredOn }, proposition.kind),
    };
    return { by: 'lead', finding };
  }

  private async replace(
    actor: Actor,
    current: StoredVerdict,
    of: { proposition: StoredProposition; round: StoredRound; heard: Heard; resolution: Resolution },
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const { proposition, round, heard, resolution } = of;
    const { zone, settings } = await getInstallation(tx);
    const common = { propositionId: proposition.id, reason: resolution.reason, at, roundId: round.id };
    const none = { outcome: null, voidReason: null, occurredOn: null, finaliseDueAt: null } as const;
    const taken = await verdictRepo.append(
      { ...common, ...none, stage: 'reopened', decision: 'lead', decidedById: actor.userId },
      tx,
    );
    if (current.stage === 'final') {
      const staleMark = await scoreVerdict(taken, { at, today: calendarDateIn(at, zone) }, tx);
      await this.outbox.enqueue('buildBoard', { staleMark }, tx);
    }
    if (heard.finding === null) {
      const { dueAt } = proposition;
      const recheckAt = dueAt !== null && dueAt > at ? dueAt : new Date(at.getTime() + RECHECK_MS);
      await propositionRepo.setRecheck(proposition.id, recheckAt, tx);
      return;
    }
    await verdictRepo.append(
      {
        ...common,
        ...heard.finding,
        stage: 'provisional',
        decision: heard.by === 'lead' ? 'lead' : 'agreement',
        decidedById: heard.by === 'lead' ? actor.userId : null,
        finaliseDueAt: finaliseDueAt(at, settings.disputeWindowDays, proposition.zone),
      },
      tx,
    );
  }
}

function isHearing({ reason, state }: StoredRound): boolean {
  return reason === 'dispute' && (state === 'open' || state === 'split');
}

async function listOpen(propositionId: string, tx: Tx): Promise<StoredDispute[]> {
  return (await disputeRepo.listOfProposition(propositionId, tx)).filter(({ state }) => state === 'open');
}

/** Who writes down what others found must still have no stake in it. */
async function refuseStake(actor: Actor, propositionId: string, tx: Tx): Promise<void> {
  const open = await listOpen(propositionId, tx);
  if (open.some(({ raisedById }) => raisedById === actor.userId))
    throw new DomainError(
      'VERDICT.TOOK_PART',
      'You raised this dispute; another lead writes the resolution.',
    );
  if (await hasConflict(actor.userId, propositionId, tx))
    throw new DomainError(
      'REVIEW.CONFLICT_OF_INTEREST',
      'You belong to a claimant or outlet of this proposition, so another lead closes the dispute.',
    );
}

function asFinding({ outcome, voidReason, occurredOn }: StoredVerdict): Finding {
  if (outcome === null) throw new Error('a disputed verdict cannot be taken back while the dispute is open');
  return { outcome, voidReason, occurredOn };
}

function toWire(dispute: StoredDispute): Omit<WireDispute, 'statement' | 'eligible'> {
  const { verdictVersion, disputed } = dispute;
  return {
    id: dispute.id,
    propositionId: dispute.propositionId,
    kind: dispute.kind,
    state: dispute.state,
    reason: dispute.reason,
    evidence: [...dispute.evidence],
    raisedAt: dispute.raisedAt.toISOString(),
    raisedBy: dispute.raisedBy,
    claimant: dispute.claimant,
    disputed: { version: verdictVersion, outcome: disputed.outcome, voidReason: disputed.voidReason },
    resolvedAt: dispute.resolvedAt?.toISOString() ?? null,
    resolvedBy: dispute.resolvedBy,
    resolution: dispute.resolution,
  };
}

async function audit(
  actor: Actor,
  action: string,
  subjectId: string,
  payload: Record<string, string | boolean>,
  at: Date,
  tx: Tx,
): Promise<void> {
  const subjectType = action === 'dispute.withdrawn' ? 'dispute' : 'round';
  await auditRepo.appendAudit(tx, { at, actor: actor.userId, action, subjectType, subjectId, payload });
}
