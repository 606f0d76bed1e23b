import { Injectable } from '@nestjs/common';
import type { Oversight } from '#contracts/http';
import { type Actor, type CalendarDate, DomainError, startOfDayIn } from '#core/domain';
import { Clock, realNow } from '#platform/clock';
import {
  assignmentRepo,
  auditRepo,
  Database,
  getInstallation,
  leaseRepo,
  propositionRepo,
  roundRepo,
  type SkipReason,
  skipRepo,
  snoozeRepo,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';

/** Not now, or not by me: what people put off until a day, and what they leave to others. */
@Injectable()
export class DeferralService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws DomainError INPUT.INVALID, PROPOSITION.NOT_FOUND. */
  async snooze(actor: Actor, propositionId: string, untilOn: CalendarDate): Promise<Record<string, never>> {
    const now = this.clock.now();
    await this.database.withTransaction(async (tx) => {
      await refuseUnknown(propositionId, tx);
      const { zone } = await getInstallation(tx);
      const untilAt = startOfDayIn(untilOn, zone);
      if (untilAt <= now)
        throw new DomainError('INPUT.INVALID', 'It can be put off until tomorrow at the earliest.', [
          { path: 'untilOn', message: 'must be a day to come' },
        ]);
      const { userId } = actor;
      await snoozeRepo.set({ userId, propositionId, untilOn, untilAt, at: now }, tx);
      await giveBackLease(actor, propositionId, tx);
    });
    return {};
  }

  async endSnooze(actor: Actor, propositionId: string): Promise<Record<string, never>> {
    await snoozeRepo.end(actor.userId, propositionId, this.database.direct);
    return {};
  }

  /** Throws DomainError PROPOSITION.NOT_FOUND. */
  async skip(
    actor: Actor,
    propositionId: string,
    why: { readonly reason: SkipReason; readonly note: string },
  ): Promise<Record<string, never>> {
    const at = this.clock.now();
    await this.database.withTransaction(async (tx) => {
      await refuseUnknown(propositionId, tx);
      const roundNumber = await numberOfRound(propositionId, tx);
      await skipRepo.set({ userId: actor.userId, propositionId, roundNumber, ...why, at }, tx);
      await giveBackLease(actor, propositionId, tx);
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'review.skipped',
        subjectType: 'proposition',
        subjectId: propositionId,
        // The note is free text and stays out of the chain.
        payload: { roundNumber, reason: why.reason },
      });
    });
    return {};
  }

  async endSkip(actor: Actor, propositionId: string): Promise<Record<string, never>> {
    await this.database.withTransaction(async (tx) => {
      const roundNumber = await numberOfRound(propositionId, tx);
      await skipRepo.takeBack(actor.userId, propositionId, roundNumber, tx);
    });
    return {};
  }

  /** Who was asked for what, what is put off until when, why reviews are left to others: for leads. */
  async getOversight(): Promise<z.input<typeof Oversight>> {
    const tx = this.database.direct;
    const skips = await skipRepo.listOfOpen(tx);
    const snoozes = await snoozeRepo.list(null, this.clock.now(), tx);
    return {
      assignments: await assignmentRepo.listStanding(tx),
      snoozes: snoozes.map(({ userId: _userId, ...snooze }) => snooze),
      skips: skips.map(({ skippedAt, ...skip }) => ({ ...skip, skippedAt: skippedAt.toISOString() })),
    };
  }
}

async function refuseUnknown(propositionId: string, tx: Tx): Promise<void> {
  if ((await propositionRepo.find(propositionId, tx)) === null)
    throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${propositionId}.`);
}

/** Of the round under way or, where none is, of the one that comes next: as the inbox counts. */
async function numberOfRound(propositionId: string, tx: Tx): Promise<number> {
  const round = await roundRepo.findNewest(propositionId, tx);
  if (round === null) return 1;
  return round.state === 'open' || round.state === 'split' ? round.number : round.number + 1;
}

async function giveBackLease(actor: Actor, propositionId: string, tx: Tx): Promise<void> {
  await leaseRepo.releaseAllOf(actor.userId, propositionId, realNow(), tx);
}
