import { Injectable } from '@nestjs/common';
import type { EndpointQuery, EventReport, eventsEndpoints } from '#contracts/http';
import type { Actor, Stance } from '#core/domain';
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
import { linkEvent } from './link-event.js';
import { toNewEvent } from './to-new-event.js';
import { toWireMatch } from './wire-match.js';

type WireEvent = z.input<typeof EventReport>;

/** Takes events in, by hand and by CSV. */
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

  /**
   * Records an event, with the proposition it is about where somebody says so; the same one again is found, not doubled.
   * Matching follows in the background. Throws DomainError PROPOSITION.NOT_FOUND, MATCH.REJECTED.
   */
  async addEvent(
    actor: Actor,
    input: ParsedEvent,
    about: { readonly propositionId: string; readonly stance: Stance } | null = null,
  ): Promise<{ event: WireEvent; created: boolean }> {
    return this.database.withTransaction(async (tx) => {
      const { zone } = await getInstallation(tx);
      const { id, created } = await this.store(actor, toNewEvent(input, zone), 'manual', tx);
      if (about !== null) await linkEvent(actor, { eventId: id, ...about }, this.clock.now(), tx);
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
