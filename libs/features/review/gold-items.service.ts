import { Injectable } from '@nestjs/common';
import type { EndpointBody, reviewersEndpoints } from '#contracts/http';
import { type Actor, DomainError, isInsideWindow } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  goldItemRepo,
  propositionRepo,
  type StoredProposition,
  type Tx,
} from '#platform/db';

type Known = EndpointBody<typeof reviewersEndpoints.setGoldItem>;

/** Propositions whose answer a lead knew before they were put to reviewers, who do not learn which they are. */
@Injectable()
export class GoldItemsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The answer stands there for who noted it, and for all once a verdict is final: others may yet have to review it. */
  async list(actor: Actor) {
    const items = await goldItemRepo.list(this.database.direct);
    return {
      items: items.map(({ addedById, answer, occurredOn, addedAt, ...item }) => {
        const isShown = item.isDecided || addedById === actor.userId;
        return {
          ...item,
          answer: isShown ? answer : null,
          occurredOn: isShown ? occurredOn : null,
          addedAt: addedAt.toISOString(),
        };
      }),
    };
  }

  /** Throws DomainError GOLD.ALREADY_ASKED, REVIEW.DATE_*, PROPOSITION.NOT_FOUND. */
  async set(actor: Actor, propositionId: string, known: Known): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const proposition = await lockUnasked(propositionId, tx);
      checkKnown(known, proposition);
      await goldItemRepo.put({ ...known, propositionId, addedById: actor.userId }, at, tx);
      await audit(actor, 'gold.set', propositionId, at, tx);
    });
    return {};
  }

  /** Throws DomainError GOLD.NOT_FOUND, GOLD.ALREADY_ASKED, PROPOSITION.NOT_FOUND. */
  async remove(actor: Actor, propositionId: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      await lockUnasked(propositionId, tx);
      if (!(await goldItemRepo.remove(propositionId, tx)))
        throw new DomainError('GOLD.NOT_FOUND', 'No answer was noted for this proposition.');
      await audit(actor, 'gold.removed', propositionId, this.clock.now(), tx);
    });
    return {};
  }
}

async function lockUnasked(propositionId: string, tx: Tx): Promise<StoredProposition> {
  const proposition = await propositionRepo.lock(propositionId, tx);
  if (proposition === null)
    throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${propositionId}.`);
  if (await goldItemRepo.isAsked(propositionId, tx))
    throw new DomainError(
      'GOLD.ALREADY_ASKED',
      // Whether anybody has answered is not told: a lead may yet have to.
      'Reviewers have been asked this already; only what is noted before that tells how they did.',
    );
  return proposition;
}

function checkKnown({ answer, occurredOn }: Known, proposition: StoredProposition): void {
  const hasDay = answer === 'OCCURRED' && proposition.kind !== 'persistence';
  if (hasDay && occurredOn === null)
    throw new DomainError('REVIEW.DATE_MISSING', '“It occurred” needs the day on which it happened.', [
      { path: 'occurredOn', message: 'missing' },
    ]);
  if (occurredOn === null) return;
  if (!hasDay || !isInsideWindow(occurredOn, proposition))
    throw new DomainError(
      'REVIEW.DATE_OUTSIDE_WINDOW',
      'A day goes with “it occurred” only, and must lie inside the window.',
      [{ path: 'occurredOn', message: 'outside the window, or without an occurrence' }],
    );
}

async function audit(actor: Actor, action: string, propositionId: string, at: Date, tx: Tx): Promise<void> {
  await auditRepo.appendAudit(tx, {
    at,
    actor: actor.userId,
    action,
    subjectType: 'proposition',
    subjectId: propositionId,
  });
}
