import { Injectable } from '@nestjs/common';
import type { MatchQuality } from '#contracts/http';
import { type Actor, canMove, DomainError, type MatchState, type Stance } from '#core/domain';
import { MATCH_THRESHOLDS } from '#core/matching';
import { wilsonInterval } from '#core/scoring';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  type DecidedMatches,
  eventRepo,
  feedRepo,
  listFeedQuality,
  listScoreQuality,
  matchIndexRepo,
  type MatchDecision,
  matchRepo,
  propositionRepo,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { linkEvent } from './link-event.js';
import { toWireMatch, type WireMatch } from './wire-match.js';

/** What people say of matches: confirmed, rejected, linked by hand, not wanted at all; and what that says of matching. */
@Injectable()
export class MatchFeedbackService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Decided again with another stance, a match takes that one. Throws DomainError MATCH.NOT_FOUND, MATCH.REJECTED. */
  async decideMatch(actor: Actor, id: string, decision: MatchDecision): Promise<WireMatch> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const match = await matchRepo.find(id, tx);
      if (match === null) throw new DomainError('MATCH.NOT_FOUND', `There is no match ${id}.`);
      const isSame = match.state === decision.to && (decision.stance ?? match.stance) === match.stance;
      if (isSame) return toWireMatch(match);
      const from = (['suggested', 'confirmed', 'rejected'] as const satisfies MatchState[]).filter(
        (state) => state === decision.to || canMove('match', state, decision.to),
      );
      if (!(await matchRepo.decide(id, from, decision, actor.userId, at, tx)))
        throw new DomainError('MATCH.REJECTED', 'This pair was rejected; a rejected pair does not return.');
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: `match.${decision.to}`,
        subjectType: 'match',
        subjectId: id,
        payload: { eventId: match.eventId, propositionId: match.propositionId, stance: decision.stance },
      });
      return toWireMatch({ ...match, state: decision.to, stance: decision.stance });
    });
  }

  /** Throws DomainError EVENT.NOT_FOUND, PROPOSITION.NOT_FOUND, MATCH.REJECTED. */
  async linkEvent(
    actor: Actor,
    eventId: string,
    about: { readonly propositionId: string; readonly stance: Stance },
  ): Promise<WireMatch> {
    return this.database.withTransaction(async (tx) => {
      if ((await eventRepo.find(eventId, tx)) === null)
        throw new DomainError('EVENT.NOT_FOUND', `There is no event ${eventId}.`);
      return toWireMatch(await linkEvent(actor, { eventId, ...about }, this.clock.now(), tx));
    });
  }

  /** A muted proposition is found by no event; unmuted, it is matched with those there are. */
  async muteProposition(actor: Actor, id: string, muted: boolean): Promise<{ muted: boolean }> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      if ((await propositionRepo.find(id, tx)) === null)
        throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${id}.`);
      const version = await propositionRepo.muteEvents(id, muted ? at : null, tx);
      if (version === null) return { muted };
      if (muted) await matchIndexRepo.removePropositions([id], tx);
      else await this.outbox.enqueue('matchProposition', { propositionId: id, version }, tx);
      await this.audit(actor, muted ? 'proposition.muted' : 'proposition.unmuted', ['proposition', id], tx);
      return { muted };
    });
  }

  /** Events of a muted feed are kept and not matched. */
  async muteFeed(actor: Actor, id: string, muted: boolean): Promise<{ muted: boolean }> {
    return this.database.withTransaction(async (tx) => {
      const isThere = await feedRepo.mute(id, muted ? this.clock.now() : null, tx);
      if (!isThere) throw new DomainError('FEED.NOT_FOUND', `There is no feed ${id}.`);
      await this.audit(actor, muted ? 'feed.muted' : 'feed.unmuted', ['feed', id], tx);
      return { muted };
    });
  }

  async getMatchQuality(): Promise<z.input<typeof MatchQuality>> {
    const tx = this.database.direct;
    const [feeds, scores] = [await listFeedQuality(null, tx), await listScoreQuality(tx)];
    return {
      suggestFrom: MATCH_THRESHOLDS.suggest,
      strongFrom: MATCH_THRESHOLDS.strong,
      scores: scores.map(({ from, ...counts }) => ({ from, ...withPrecision(counts) })),
      feeds: feeds.map(({ id, title, muted, events, ...counts }) => ({
        id,
        title,
        muted,
        events,
        ...withPrecision(counts),
      })),
    };
  }

  private async audit(
    actor: Actor,
    action: string,
    [subjectType, subjectId]: readonly [string, string],
    tx: Tx,
  ): Promise<void> {
    const entry = { at: this.clock.now(), actor: actor.userId, action, subjectType, subjectId };
    await auditRepo.appendAudit(tx, { ...entry, payload: {} });
  }
}

function withPrecision(counts: DecidedMatches) {
  const decided = counts.confirmed + counts.rejected;
  const interval = wilsonInterval(counts.confirmed, decided);
  const precision = interval === null ? null : { share: counts.confirmed / decided, ...interval };
  return { ...counts, precision };
}
