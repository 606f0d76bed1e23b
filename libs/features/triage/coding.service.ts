import { Injectable } from '@nestjs/common';
import type { CodingTask, codingEndpoints, EndpointBody, EndpointResponse } from '#contracts/http';
import { differingCodings } from '#core/coding';
import { type Actor, checkDeadline, CODING_FIELDS, DomainError, maySettle } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  type CodedClaim,
  type CodingChoices,
  codingRepo,
  Database,
  findCodedClaim,
  listCodingQueue,
  propositionRepo,
  readCodingAgreement,
  type StoredCoding,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { type CodedTwice, isStillAnswerable, openDraft, sendBack } from './open-draft.js';
import { comparable, partFor, toWireTask } from './wire-coding.js';

type Endpoints = typeof codingEndpoints;
type NewCoding = EndpointBody<Endpoints['submitCoding']>;
type Settlement = EndpointBody<Endpoints['settleCodings']>;
type Task = z.input<typeof CodingTask>;

/** More is nobody's work of a day; what is done makes room. */
const QUEUE = 200;

interface Desk {
  readonly claim: CodedClaim;
  readonly codings: readonly StoredCoding[];
}

/** Second codings of claims: who codes sees nothing of the first, and a claim opens when both agree or somebody settles. */
@Injectable()
export class CodingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async listQueue(actor: Actor): Promise<EndpointResponse<Endpoints['listCodingQueue']>> {
    const items = await listCodingQueue(readerOf(actor), QUEUE, this.database.direct);
    return { items: items.map((item) => ({ ...item, firstCodedAt: item.firstCodedAt.toISOString() })) };
  }

  async getAgreement(): Promise<EndpointResponse<Endpoints['getCodingAgreement']>> {
    return readCodingAgreement(this.database.direct);
  }

  /** Throws DomainError CLAIM.NOT_FOUND. */
  async getTask(actor: Actor, claimId: string): Promise<Task> {
    const tx = this.database.direct;
    return this.readTask(actor, await findDesk(claimId, tx), tx);
  }

  /** Throws DomainError CLAIM.NOT_FOUND, CODING.*, PROPOSITION.*, INPUT.INVALID. */
  async submit(actor: Actor, claimId: string, coding: NewCoding): Promise<Task> {
    return this.database.withTransaction(async (tx) => {
      const { claim, codings } = await lockDesk(claimId, tx);
      refuseSecondCoding(actor, claim, codings);
      checkDeadline({ ...coding, saidOn: claim.saidOn });
      await refuseCondition(coding, claim, tx);
      const at = this.clock.now();
      const condition = coding.condition === '' ? null : coding.condition;
      await codingRepo.insert(
        {
          ...coding,
          claimId,
          ordinal: 2,
          coderId: actor.userId,
          precision: coding.deadlineOn === null ? null : (coding.precision ?? 'day'),
          condition,
          conditionPropositionId: condition === null ? null : coding.conditionPropositionId,
          at,
        },
        tx,
      );
      const coded = await codedTwice(claim, tx);
      const differs = differingCodings(comparable(coded.first), comparable(coded.second));
      const opens = differs.length === 0 && (await isStillAnswerable(claim, tx));
      if (opens) await openDraft(coded, NO_CHOICE, { by: actor.userId, at, reason: 'coded twice' }, tx);
      if (opens) await this.match(claim.propositionId, tx);
      await this.audit(actor, 'claim.coded', claimId, { differs, opened: opens }, at, tx);
      return this.readTask(actor, await findDesk(claimId, tx), tx);
    });
  }

  /** Throws DomainError CLAIM.NOT_FOUND, CODING.*, PROPOSITION.CLOSED, INPUT.INVALID. */
  async settle(actor: Actor, claimId: string, settlement: Settlement): Promise<Task> {
    return this.database.withTransaction(async (tx) => {
      const { claim, codings } = await lockDesk(claimId, tx);
      if (claim.state !== 'draft') throw notWaiting(claim);
      if (codings.length < 2)
        throw new DomainError('CODING.NOT_WAITING', 'A second person has to code this claim first.');
      const coders = codings.map(({ coderId }) => coderId);
      if (!maySettle(coders, actor.userId, actor.roles.has('lead')))
        throw new DomainError(
          'CODING.NOT_THIRD',
          'You coded this claim. Somebody who did not, or a lead, settles where both codings differ.',
        );
      const at = this.clock.now();
      const { outcome, choices, reason } = settlement;
      const coded = await codedTwice(claim, tx);
      const differs = differingCodings(comparable(coded.first), comparable(coded.second));
      refuseChoices(settlement, differs);
      await codingRepo.insertSettlement({ claimId, outcome, choices, reason, by: actor.userId, at }, tx);
      const change = { by: actor.userId, at, reason: `settled: ${reason}` };
      if (outcome === 'opened') {
        await openDraft(coded, choices, change, tx);
        await this.match(claim.propositionId, tx);
      } else await sendBack(actor, claim, at, tx);
      // The reason is free text and stays out of the chain.
      await this.audit(actor, 'claim.coding_settled', claimId, { outcome, differs, ...choices }, at, tx);
      return this.readTask(actor, await findDesk(claimId, tx), tx);
    });
  }

  private async readTask(actor: Actor, { claim, codings }: Desk, tx: Tx): Promise<Task> {
    // A claim that was never to be coded twice has no desk.
    if (codings.length === 0) throw noClaim(claim.claimId);
    const settlement = await codingRepo.findSettlement(claim.claimId, tx);
    return toWireTask(actor, claim, codings, settlement);
  }

  private async match(propositionId: string, tx: Tx): Promise<void> {
    const proposition = await propositionRepo.findWhole(propositionId, tx);
    if (proposition === null) throw new Error(`proposition ${propositionId} was opened and is not there`);
    await this.outbox.enqueue('matchProposition', { propositionId, version: proposition.version }, tx);
  }

  private async audit(
    actor: Actor,
    action: string,
    claimId: string,
    payload: Parameters<typeof auditRepo.appendAudit>[1]['payload'],
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await auditRepo.appendAudit(tx, {
      at,
      actor: actor.userId,
      action,
      subjectType: 'claim',
      subjectId: claimId,
      payload,
    });
  }
}

const NO_CHOICE: CodingChoices = { band: null, deadline: null, polarity: null, condition: null };

const readerOf = (actor: Actor) => ({ userId: actor.userId, isLead: actor.roles.has('lead') });

async function findDesk(claimId: string, tx: Tx): Promise<Desk> {
  const claim = await findCodedClaim(claimId, tx);
  if (claim === null) throw noClaim(claimId);
  return { claim, codings: await codingRepo.listOf(claimId, tx) };
}

/** Locked by its proposition: of two who code it, or of one who codes and one who takes it back, one is first. */
async function lockDesk(claimId: string, tx: Tx): Promise<Desk> {
  const { claim } = await findDesk(claimId, tx);
  await propositionRepo.lock(claim.propositionId, tx);
  return findDesk(claimId, tx);
}

async function codedTwice(claim: CodedClaim, tx: Tx): Promise<CodedTwice> {
  const [first, second] = await codingRepo.listOf(claim.claimId, tx);
  if (first === undefined || second === undefined)
    throw new Error(`claim ${claim.claimId} was not coded twice`);
  return { claim, first, second };
}

function refuseSecondCoding(actor: Actor, claim: CodedClaim, codings: readonly StoredCoding[]): void {
  if (codings.length === 0) throw noClaim(claim.claimId);
  const own = codings.find(({ coderId }) => coderId === actor.userId);
  if (own !== undefined)
    throw new DomainError(
      'CODING.DONE',
      own.ordinal === 1
        ? 'You accepted this claim, which is its first coding. The second is another person’s.'
        : 'You have coded this claim already; a coding stays as it was made.',
    );
  const second = codings.find(({ ordinal }) => ordinal === 2);
  if (second !== undefined)
    throw new DomainError('CODING.TAKEN', `${second.coder} has coded this claim in the meantime.`);
  if (partFor(actor, claim, codings) !== 'to_code') throw notWaiting(claim);
}

/** Throws DomainError PROPOSITION.NOT_FOUND, INPUT.INVALID. */
async function refuseCondition({ conditionPropositionId }: NewCoding, claim: CodedClaim, tx: Tx) {
  if (conditionPropositionId === null) return;
  if (conditionPropositionId === claim.propositionId)
    throw new DomainError('INPUT.INVALID', 'A statement is no condition of itself.', [
      { path: 'conditionPropositionId', message: 'is the statement of the claim' },
    ]);
  if ((await propositionRepo.find(conditionPropositionId, tx)) === null)
    throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${conditionPropositionId}.`);
}

function refuseChoices({ outcome, choices }: Settlement, differs: readonly string[]): void {
  const wrong = CODING_FIELDS.filter(
    (field) => (outcome === 'opened' && differs.includes(field)) !== (choices[field] !== null),
  );
  if (wrong.length > 0)
    throw new DomainError(
      'INPUT.INVALID',
      'Say which coding holds for each field in which they differ, and for no other; for none where the claim goes back.',
      wrong.map((field) => ({
        path: `choices.${field}`,
        message: choices[field] === null ? 'choose 1 or 2' : 'nothing to choose',
      })),
    );
}

function notWaiting({ state }: CodedClaim): DomainError {
  return new DomainError(
    'CODING.NOT_WAITING',
    state === 'withdrawn'
      ? 'This claim was taken back in the meantime; there is nothing to code any more.'
      : 'This claim is open already.',
  );
}

const noClaim = (id: string): DomainError =>
  new DomainError('CLAIM.NOT_FOUND', `There is no claim ${id} to be coded.`);
