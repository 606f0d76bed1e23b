import { Injectable } from '@nestjs/common';
import type { Lease, NextReview } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { Clock, realNow } from '#platform/clock';
import {
  Database,
  findHeldByOthers,
  getInstallation,
  type InboxFilter,
  isInInbox,
  leaseRepo,
  propositionRepo,
  readInboxPage,
  retestRepo,
  roundRepo,
  snoozeRepo,
  type StoredProposition,
  type StoredRound,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';
import { ensureRound, lockProposition, refuseConflict, refuseUnlessAsked } from './may-review.js';

type WireLease = z.input<typeof Lease>;

const MINUTE_MS = 60_000;
/** How many of the first items are tried at a time; so many people can take something at the same instant. */
const BATCH = 32;

/** Who works on what until when. A round gives out as many leases as it lacks answers. */
@Injectable()
export class LeaseService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes or renews the actor's lease on a proposition that is in their inbox, opening the round if need be. Whoever
   * opens what they had put off wants it back.
   * Throws DomainError REVIEW.NOT_NEEDED, REVIEW.TAKEN, REVIEW.CONFLICT_OF_INTEREST, PROPOSITION.NOT_FOUND.
   */
  async takeLease(actor: Actor, propositionId: string): Promise<WireLease> {
    // Who comes too late is told so without waiting for those who came in time.
    await refuseConflict(actor, propositionId, this.database.direct);
    await refuseFull(actor, propositionId, this.database.direct);
    return this.database.withTransaction(async (tx) => {
      const now = this.clock.now();
      const proposition = await lockProposition(propositionId, tx);
      await refuseFull(actor, propositionId, tx);
      await snoozeRepo.end(actor.userId, propositionId, tx);
      await refuseUnlessAsked(actor, propositionId, now, tx);
      const taken = await this.takeUnderLock(actor, proposition, now, tx);
      if ('lease' in taken) return taken.lease;
      throw takenByOthers(taken.until);
    });
  }

  /**
   * The first item of the actor's inbox that somebody is needed for, with a lease on it; where there is none, how much
   * others hold and until when. Whom somebody else comes before goes on to the next item.
   */
  async claimNext(actor: Actor, filter: InboxFilter): Promise<z.input<typeof NextReview>> {
    for (;;) {
      const attempt = await this.database.withTransaction((tx) => this.claimOnce(actor, filter, tx));
      if (attempt.kind === 'taken') return { lease: attempt.lease, held: { items: 0, until: null } };
      if (attempt.kind === 'none') return { lease: null, held: attempt.held };
    }
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

  private async claimOnce(actor: Actor, filter: InboxFilter, tx: Tx) {
    const times = { now: this.clock.now(), realNow: realNow() };
    const free = { ...filter, isFreeAt: times.realNow };
    const { items } = await readInboxPage(actor, times, free, { limit: BATCH }, tx);
    const ids = items.map((item) => item.propositionId);
    const [first] = ids;
    if (first === undefined) {
      const held = await findHeldByOthers(actor, times, filter, tx);
      return {
        kind: 'none' as const,
        held: { items: held.items, until: held.until?.toISOString() ?? null },
      };
    }
    // Where all are being taken at this instant, we wait for the first: only then one can say who has it.
    const chosen = (await propositionRepo.lockFirstFree(ids, tx)) ?? first;
    const proposition = await lockProposition(chosen, tx);
    if (!(await isInInbox(actor, chosen, times.now, tx, free))) return { kind: 'lost' as const };
    const taken = await this.takeUnderLock(actor, proposition, times.now, tx);
    return 'lease' in taken ? { kind: 'taken' as const, lease: taken.lease } : { kind: 'lost' as const };
  }

  private async takeUnderLock(
    actor: Actor,
    proposition: StoredProposition,
    now: Date,
    tx: Tx,
  ): Promise<{ lease: WireLease } | { until: Date | null }> {
    // What was answered before is opened beside its round, and takes nobody's place in it.
    const retest = await retestRepo.findOpen(actor.userId, proposition.id, tx);
    if (retest !== null) return writeLease(actor, proposition.id, retest.roundId, retest.id, tx);
    const round = await ensureRound(proposition, now, tx);
    const busy = await findBusy(actor, round, realNow(), tx);
    return busy ?? writeLease(actor, proposition.id, round.id, null, tx);
  }
}

async function writeLease(
  actor: Actor,
  propositionId: string,
  roundId: string,
  retestId: string | null,
  tx: Tx,
): Promise<{ lease: WireLease }> {
  const { settings } = await getInstallation(tx);
  const real = realNow();
  const lease = await leaseRepo.take(
    { propositionId, roundId, userId: actor.userId, retestId },
    real,
    new Date(real.getTime() + settings.leaseMinutes * MINUTE_MS),
    tx,
  );
  return { lease: { leaseId: lease.id, propositionId, expiresAt: lease.expiresAt.toISOString() } };
}

/** Where others hold all the round still wants: until when at the longest. */
async function findBusy(
  actor: Actor,
  round: StoredRound,
  real: Date,
  tx: Tx,
): Promise<{ until: Date | null } | null> {
  // A split is decided by leads, who may look at it together.
  if (round.state !== 'open') return null;
  const { isHeldByUser, others, until, answers } = await leaseRepo.readOccupation(
    round.id,
    actor.userId,
    real,
    tx,
  );
  return isHeldByUser || answers + others < round.answersWanted ? null : { until };
}

/** Throws DomainError REVIEW.TAKEN where others are at work on all the round under way still wants. */
async function refuseFull(actor: Actor, propositionId: string, tx: Tx): Promise<void> {
  const round = await roundRepo.findNewest(propositionId, tx);
  if (round === null) return;
  const busy = await findBusy(actor, round, realNow(), tx);
  // Without anybody at work all the answers are in, or the person has given theirs: that is told in other words.
  if (busy !== null && busy.until !== null) throw takenByOthers(busy.until);
}

function takenByOthers(until: Date | null): DomainError {
  return new DomainError(
    'REVIEW.TAKEN',
    `Others are at work on all that is needed here${untilWords(until)}. What you have typed is kept; take something else, or try again then.`,
  );
}

export function foreignLease(): DomainError {
  return new DomainError(
    'REVIEW.LEASE_FOREIGN',
    'This review was opened by somebody else. Open it yourself.',
  );
}

const untilWords = (until: Date | null): string =>
  until === null ? '' : ` until ${until.toISOString().slice(11, 16)} UTC at the latest`;
