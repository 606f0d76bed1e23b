import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { EventsService, MatchFeedbackService } from '#features/events';
import { ReviewService } from '#features/review';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class EventsController {
  constructor(
    private readonly events: EventsService,
    private readonly feedback: MatchFeedbackService,
    private readonly review: ReviewService,
  ) {}

  @Endpoint(ENDPOINTS.listEvents)
  listEvents(@Input() { query }: In<E['listEvents']>) {
    return this.events.listEvents(query);
  }

  @Endpoint(ENDPOINTS.addEvent)
  addEvent(@CurrentActor() actor: Actor, @Input() { body }: In<E['addEvent']>) {
    const { about, ...event } = body;
    return this.events.addEvent(actor, event, about);
  }

  @Endpoint(ENDPOINTS.importEvents)
  importEvents(@CurrentActor() actor: Actor, @Input() { body }: In<E['importEvents']>) {
    return this.events.importEvents(actor, body.csv);
  }

  @Endpoint(ENDPOINTS.decideMatch)
  decideMatch(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['decideMatch']>) {
    return this.feedback.decideMatch(actor, params.id, { to: body.decision, stance: body.stance });
  }

  @Endpoint(ENDPOINTS.linkEvent)
  linkEvent(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['linkEvent']>) {
    return this.feedback.linkEvent(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.muteProposition)
  muteProposition(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['muteProposition']>) {
    return this.feedback.muteProposition(actor, params.id, body.muted);
  }

  @Endpoint(ENDPOINTS.muteFeed)
  muteFeed(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['muteFeed']>) {
    return this.feedback.muteFeed(actor, params.id, body.muted);
  }

  @Endpoint(ENDPOINTS.getMatchQuality)
  getMatchQuality() {
    return this.feedback.getMatchQuality();
  }

  @Endpoint(ENDPOINTS.listPropositions)
  listPropositions(@CurrentActor() actor: Actor, @Input() { query }: In<E['listPropositions']>) {
    return this.review.listPropositions(actor, query);
  }
}
