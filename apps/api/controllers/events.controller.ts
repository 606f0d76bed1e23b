import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { EventsService } from '#features/events';
import { ReviewService } from '#features/review';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly review: ReviewService,
  ) {}

  @Endpoint(ENDPOINTS.listEvents)
  listEvents(@Input() { query }: In<E['listEvents']>) {
    return this.events.listEvents(query);
  }

  @Endpoint(ENDPOINTS.addEvent)
  addEvent(@CurrentActor() actor: Actor, @Input() { body }: In<E['addEvent']>) {
    return this.events.addEvent(actor, body);
  }

  @Endpoint(ENDPOINTS.importEvents)
  importEvents(@CurrentActor() actor: Actor, @Input() { body }: In<E['importEvents']>) {
    return this.events.importEvents(actor, body.csv);
  }

  @Endpoint(ENDPOINTS.decideMatch)
  decideMatch(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['decideMatch']>) {
    return this.events.decideMatch(actor, params.id, body.decision);
  }

  @Endpoint(ENDPOINTS.listPropositions)
  listPropositions(@Input() { query }: In<E['listPropositions']>) {
    return this.review.listPropositions(query);
  }
}
