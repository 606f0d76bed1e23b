import { Injectable } from '@nestjs/common';
import type { ENDPOINTS, EndpointBody, EndpointResponse } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  type Assignee,
  assignmentRepo,
  auditRepo,
  Database,
  hasConflict,
  isInInbox,
  roundRepo,
  snoozeRepo,
  type Tx,
  userRepo,
} from '#platform/db';
import { ensureRound, lockProposition } from './may-review.js';

type Endpoint = (typeof ENDPOINTS)['assignReviews'];
type Asking = EndpointBody<Endpoint>;
type Refusal = EndpointResponse<Endpoint>['refused'][number];

/** A lead asks a person or a group. Asked is not forced: whoever is asked finds it first in their inbox. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Each proposition by itself: one that somebody has a stake in does not hold up the others.
   * Throws DomainError ACCOUNT.NOT_FOUND, GROUP.NOT_FOUND, PROPOSITION.NOT_FOUND.
   */
  async assign(actor: Actor, asking: Asking): Promise<EndpointResponse<Endpoint>> {
    const tx = this.database.direct;
    const to = toAssignee(asking);
    const person = 'userId' in to ? await userRepo.findActor(to.userId, tx) : null;
    if ('userId' in to && person === null)
      throw new DomainError('ACCOUNT.NOT_FOUND', 'There is no such person, or the account is closed.');
    if ('groupId' in to && (await assignmentRepo.findGroup(to.groupId, tx)) === null)
      throw new DomainError('GROUP.NOT_FOUND', `There is no group ${to.groupId}.`);
    const assigned: string[] = [];
    const refused: Refusal[] = [];
    for (const propositionId of new Set(asking.propositionIds)) {
      const reason = await this.database.withTransaction((one) =>
        this.assignOne(actor, person, { propositionId, to, asking }, one),
      );
      if (reason === null) assigned.push(propositionId);
      else refused.push({ propositionId, reason });
    }
    return { assigned, refused };
  }

  /** Throws DomainError ASSIGNMENT.NOT_FOUND. */
  async withdraw(actor: Actor, id: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      if (!(await assignmentRepo.withdraw(id, at, tx)))
        throw new DomainError('ASSIGNMENT.NOT_FOUND', 'This was not assigned, or is no longer.');
      await this.audit(tx, actor, 'review.unassigned', id, {});
    });
    return {};
  }

  private async assignOne(
    actor: Actor,
    person: Actor | null,
    { propositionId, to, asking }: { propositionId: string; to: Assignee; asking: Asking },
    tx: Tx,
  ): Promise<Refusal['reason'] | null> {
    const at = this.clock.now();
    const proposition = await lockProposition(propositionId, tx);
    if (person === null) {
      const newest = await roundRepo.findNewest(propositionId, tx);
      if (proposition.status !== 'open' && newest?.state !== 'open') return 'not_needed';
    } else {
      if (await hasConflict(person.userId, propositionId, tx)) return 'conflict';
      // A lead who asks has a reason to: it is back, also where it was put off.
      await snoozeRepo.end(person.userId, propositionId, tx);
      if (!(await isInInbox(person, propositionId, at, tx))) return 'not_needed';
    }
    const round = await ensureRound(proposition, at, tx);
    const { note, dueOn } = asking;
    await assignmentRepo.set(
      { propositionId, roundId: round.id, to, note, dueOn, at, byId: actor.userId },
      tx,
    );
    await this.audit(tx, actor, 'review.assigned', propositionId, { roundId: round.id, ...to });
    return null;
  }

  private async audit(
    tx: Tx,
    actor: Actor,
    action: string,
    subjectId: string,
    payload: Record<string, string>,
  ): Promise<void> {
    const subjectType = action === 'review.assigned' ? 'proposition' : 'assignment';
    await auditRepo.appendAudit(tx, {
      at: this.clock.now(),
      actor: actor.userId,
      action,
      subjectType,
      subjectId,
      payload,
    });
  }
}

function toAssignee({ userId, groupId }: Asking): Assignee {
  if (userId !== null) return { userId };
  if (groupId !== null) return { groupId };
  throw new DomainError('INPUT.INVALID', 'Say whom to ask: a person or a group.');
}
