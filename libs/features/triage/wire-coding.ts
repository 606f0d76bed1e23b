import type { CodingTask } from '#contracts/http';
import { differingCodings } from '#core/coding';
import { type Actor, type CodedFields, maySettle } from '#core/domain';
import type { CodedClaim, CodingContent, StoredCoding, StoredSettlement } from '#platform/db';
import type { z } from 'zod';

type Task = z.input<typeof CodingTask>;

/** What a claim with its codings asks of somebody. */
export function partFor(actor: Actor, { state }: CodedClaim, codings: readonly StoredCoding[]): Task['part'] {
  if (state !== 'draft') return 'closed';
  const coders = codings.map(({ coderId }) => coderId);
  if (codings.length < 2) return coders.includes(actor.userId) ? 'waiting' : 'to_code';
  return maySettle(coders, actor.userId, actor.roles.has('lead')) ? 'to_settle' : 'waiting';
}

/** A claim as one person may see it: nothing that was coded, as long as they may yet code it. */
export function toWireTask(
  actor: Actor,
  claim: CodedClaim,
  codings: readonly StoredCoding[],
  settlement: StoredSettlement | null,
): Task {
  const part = partFor(actor, claim, codings);
  // One that was taken back before anybody coded it a second time may come again.
  const isHidden = codings.length < 2 && codings.every(({ coderId }) => coderId !== actor.userId);
  const [first, second] = codings;
  const { propositionId: _propositionId, retrospective: _retrospective, ...shown } = claim;
  return {
    ...shown,
    part,
    codings: isHidden ? null : codings.map((coding) => toWireCoding(coding, actor)),
    differs:
      isHidden || first === undefined || second === undefined
        ? []
        : differingCodings(comparable(first), comparable(second)),
    settlement:
      isHidden || settlement === null
        ? null
        : { ...settlement, settledAt: settlement.settledAt.toISOString() },
  };
}

function toWireCoding(coding: StoredCoding, actor: Actor): NonNullable<Task['codings']>[number] {
  const { coderId, codedAt, ...rest } = coding;
  return { ...rest, mine: coderId === actor.userId, codedAt: codedAt.toISOString() };
}

export function comparable(coding: CodingContent): CodedFields {
  const { probability, deadlineOn, deadlineBasis, negated, condition, conditionPropositionId } = coding;
  return { probability, deadlineOn, deadlineBasis, negated, condition, conditionPropositionId };
}
