import { type Actor, canMove, DomainError, dueAt } from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import {
  candidateRepo,
  claimRepo,
  type CodedClaim,
  type CodingChoices,
  getInstallation,
  propositionRepo,
  type StoredCoding,
  type StoredProposition,
  type Tx,
} from '#platform/db';
import { decide } from './candidate-desk.js';

/** A draft with what two people read of it. */
export interface CodedTwice {
  readonly claim: CodedClaim;
  readonly first: StoredCoding;
  readonly second: StoredCoding;
}

interface Change {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** Whether its statement is still to be answered: one that was joined may have its verdict by now. */
export async function isStillAnswerable({ propositionId }: CodedClaim, tx: Tx): Promise<boolean> {
  const { status } = await getProposition(propositionId, tx);
  return status === 'draft' || status === 'open';
}

/**
 * Opens a claim that two people have coded, with its proposition where that is new: for what they differed in, with the
 * coding that was chosen. What is due by now, or known to have happened by either, is retrospective: somebody read it with
 * hindsight. Throws DomainError PROPOSITION.CLOSED, CODING.OTHER_DEADLINE.
 */
export async function openDraft(
  { claim, first, second }: CodedTwice,
  choices: CodingChoices,
  { by, at, reason }: Change,
  tx: Tx,
): Promise<void> {
  if (!canMove('claim', claim.state, 'active')) throw new Error(`a claim that is ${claim.state} was opened`);
  const of = (field: keyof CodingChoices): StoredCoding => (choices[field] === 2 ? second : first);
  const proposition = await getProposition(claim.propositionId, tx);
  const due = await settleDeadline(proposition, of('deadline'), choices.deadline === 2, { by, at }, tx);
  const { settings } = await getInstallation(tx);
  const { probability } = of('band');
  const { condition, conditionPropositionId } = of('condition');
  await claimRepo.open(
    claim.claimId,
    {
      probability,
      // A band that was set by hand was chosen by today's yardstick; the first keeps the one it was read by.
      ...(choices.band === 2 ? { lexiconVersion: lexiconVersion(settings.yardstick) } : {}),
      negated: of('polarity').negated,
      condition,
      // Where both mean one condition, whoever found its statement names it.
      conditionPropositionId: conditionPropositionId ?? sameConditions(choices, second),
      retrospective: claim.retrospective || second.alreadyHappened || (due !== null && due <= at),
    },
    { reason, by, at },
    tx,
  );
}

const sameConditions = ({ condition }: CodingChoices, second: StoredCoding): string | null =>
  condition === null ? second.conditionPropositionId : null;

/** Returns when the proposition falls due, with the deadline that holds. */
async function settleDeadline(
  proposition: StoredProposition,
  coding: StoredCoding,
  isOther: boolean,
  { by, at }: Omit<Change, 'reason'>,
  tx: Tx,
): Promise<Date | null> {
  const { id, zone, status } = proposition;
  if (status === 'draft') {
    const { windowStartOn, deadlineOn, precision, deadlineBasis, deadlinePhrase } = coding;
    const due = deadlineOn === null ? null : dueAt(deadlineOn, zone);
    const deadline = { windowStartOn, deadlineOn, precision, deadlineBasis, deadlinePhrase, dueAt: due };
    if (!(await propositionRepo.openDraft(id, deadline, by, at, tx)))
      throw new Error(`proposition ${id} was a draft and could not be opened`);
    return due;
  }
  if (status !== 'open')
    throw new DomainError(
      'PROPOSITION.CLOSED',
      'The statement has its verdict by now. Send the claim back to triage.',
    );
  if (isOther)
    throw new DomainError(
      'CODING.OTHER_DEADLINE',
      'The statement was open before, with the deadline of the first coding. If the other one is right, send the claim back to triage and open a statement of its own.',
      [{ path: 'choices.deadline', message: 'the open statement keeps its deadline' }],
    );
  return proposition.dueAt;
}

/** Takes a draft back: its candidate is undecided again, and a proposition that was opened for it was never there. */
export async function sendBack(actor: Actor, claim: CodedClaim, at: Date, tx: Tx): Promise<void> {
  await claimRepo.withdraw(claim.claimId, { reason: 'sent back to triage', by: actor.userId, at }, tx);
  const { id, status } = await getProposition(claim.propositionId, tx);
  if (status === 'draft') await propositionRepo.withdraw(id, tx);
  for (const candidate of await candidateRepo.listOfClaim(claim.claimId, tx))
    await decide(actor, candidate, { state: 'pending', rejectReason: null, claimId: null }, at, tx);
}

async function getProposition(id: string, tx: Tx): Promise<StoredProposition> {
  const proposition = await propositionRepo.findWhole(id, tx);
  if (proposition === null) throw new Error(`a claim stands on proposition ${id}, which is not there`);
  return proposition;
}
