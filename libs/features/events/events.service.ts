import { Injectable } from '@nestjs/common';
import type { EndpointQuery, EventReport, eventsEndpoints, Match } from '#contracts/http';
import { type Actor, canMove, DomainError, type MatchState } from '#core/domain';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  Database,
  eventRepo,
  getInstallation,
  matchRepo,
  type NewEvent,
  type StoredEvent,
  type StoredMatch,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { announceEvents } from './announce-events.js';
import { type ParsedEvent, parseEventCsv } from './event-csv.js';
import { toNewEvent } from './to-new-event.js';

type WireEvent = z.input<typeof EventReport>;
type WireMatch = z.input<typeof Match>;

/** Takes events in, by hand and by CSV, and keeps what people say of their matches. */
@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async listEvents(query: EndpointQuery<typeof eventsEndpoints.listEvents>) {
    const tx = this.database.direct;
    const page = await eventRepo.list(query, tx);
    const matches = await matchRepo.listOfEvents(
      page.items.map((event) => event.id),
      tx,
    );
    return { items: page.items.map((event) => toWireEvent(event, matches)), nextCursor: page.nextCursor };
  }

  /** Records an event; the same one again is found, not doubled. Matching follows in the background. */
  async addEvent(actor: Actor, input: ParsedEvent): Promise<{ event: WireEvent; created: boolean }> {
    return this.database.withTransaction(async (tx) => {
      const { zone } = await getInstallation(tx);
      const { id, created } = await this.store(actor, toNewEvent(input, zone), 'manual', tx);
      const event = await eventRepo.find(id, tx);
      if (event === null) throw new Error('an event was stored and is not there');
      return { event: toWireEvent(event, await matchRepo.listOfEvents([id], tx)), created };
    });
  }

  /** All rows or none. Throws DomainError EVENT.*. */
  async importEvents(actor: Actor, csv: string): Promise<{ created: number; existing: number }> {
    const events = parseEventCsv(csv);
    return this.database.withTransaction(
      async (tx) => {
        const { zone } = await getInstallation(tx);
        let created = 0;
        for (const event of events) {
          const stored = await this.store(actor, toNewEvent(event, zone), 'csv', tx);
          if (stored.created) created += 1;
        }
        return { created, existing: events.length - created };
      },
      { timeoutMs: 60_000 },
    );
  }

  /** Throws DomainError MATCH.NOT_FOUND, MATCH.REJECTED. */
  async decideMatch(actor: Actor, id: string, decision: 'confirmed' | 'rejected'): Promise<WireMatch> {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const match = await matchRepo.find(id, tx);
      if (match === null) throw new DomainError('MATCH.NOT_FOUND', `There is no match ${id}.`);
      if (match.state === decision) return toWireMatch(match);
      const from = (['suggested', 'confirmed', 'rejected'] as const satisfies MatchState[]).filter((state) =>
        canMove('match', state, decision),
      );
      if (!(await matchRepo.decide(id, from, decision, actor.userId, at, tx)))
        throw new DomainError('MATCH.REJECTED', 'This pair was rejected; a rejected pair does not return.');
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: `match.${decision}`,
        subjectType: 'match',
        subjectId: id,
        payload: { eventId: match.eventId, propositionId: match.propositionId },
      });
      return toWireMatch({ ...match, state: decision });
    });
  }

  private async store(actor: Actor, event: NewEvent, kind: 'manual' | 'csv', tx: Tx) {
    const at = this.clock.now();
    const stored = await eventRepo.ensure(event, kind, actor.userId, at, tx);
    if (!stored.created) return stored;
    await announceEvents([stored.id], this.outbox, tx);
    await auditRepo.appendAudit(tx, {
      at,
      actor: actor.userId,
      action: 'event.recorded',
      subjectType: 'event',
      subjectId: stored.id,
      payload: { kind },
    });
    return stored;
  }
}

function toWireEvent(event: StoredEvent, matches: readonly StoredMatch[]): WireEvent {
  return {
    ...event,
    publishedAt: event.publishedAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    matches: matches.filter((match) => match.eventId === event.id).map(toWireMatch),
  };
}

function toWireMatch(match: StoredMatch): WireMatch {
  const { id, eventId, propositionId, statement, deadlineOn, score, strength, reasons, state } = match;
  return { id, eventId, propositionId, statement, deadlineOn, score, strength, reasons, state };
}
