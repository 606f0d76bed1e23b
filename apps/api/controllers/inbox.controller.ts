import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { AssignmentService, DeferralService, InboxService, LeaseService } from '#features/review';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly leases: LeaseService,
    private readonly deferrals: DeferralService,
    private readonly assignments: AssignmentService,
  ) {}

  @Endpoint(ENDPOINTS.listInbox)
  listInbox(@CurrentActor() actor: Actor, @Input() { query }: In<E['listInbox']>) {
    return this.inbox.listInbox(actor, query);
  }

  @Endpoint(ENDPOINTS.countInbox)
  async countInbox(@CurrentActor() actor: Actor, @Input() { query }: In<E['countInbox']>) {
    return { count: await this.inbox.countInbox(actor, query) };
  }

  @Endpoint(ENDPOINTS.listInboxChoices)
  listInboxChoices(@CurrentActor() actor: Actor) {
    return this.inbox.listChoices(actor);
  }

  @Endpoint(ENDPOINTS.claimNext)
  async claimNext(@CurrentActor() actor: Actor, @Input() { body }: In<E['claimNext']>) {
    const { except, ...asked } = body;
    return this.leases.claimNext(actor, { ...(await this.inbox.filterOf(asked)), except });
  }

  @Endpoint(ENDPOINTS.takeLease)
  takeLease(@CurrentActor() actor: Actor, @Input() { params }: In<E['takeLease']>) {
    return this.leases.takeLease(actor, params.id);
  }

  @Endpoint(ENDPOINTS.releaseLease)
  releaseLease(@CurrentActor() actor: Actor, @Input() { params }: In<E['releaseLease']>) {
    return this.leases.releaseLease(actor, params.id);
  }

  @Endpoint(ENDPOINTS.listInboxViews)
  listInboxViews(@CurrentActor() actor: Actor) {
    return this.inbox.listViews(actor);
  }

  @Endpoint(ENDPOINTS.saveInboxView)
  saveInboxView(@CurrentActor() actor: Actor, @Input() { body }: In<E['saveInboxView']>) {
    return this.inbox.saveView(actor, body);
  }

  @Endpoint(ENDPOINTS.dropInboxView)
  dropInboxView(@CurrentActor() actor: Actor, @Input() { params }: In<E['dropInboxView']>) {
    return this.inbox.dropView(actor, params.name);
  }

  @Endpoint(ENDPOINTS.snooze)
  snooze(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['snooze']>) {
    return this.deferrals.snooze(actor, params.id, body.untilOn);
  }

  @Endpoint(ENDPOINTS.endSnooze)
  endSnooze(@CurrentActor() actor: Actor, @Input() { params }: In<E['endSnooze']>) {
    return this.deferrals.endSnooze(actor, params.id);
  }

  @Endpoint(ENDPOINTS.skip)
  skip(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['skip']>) {
    return this.deferrals.skip(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.endSkip)
  endSkip(@CurrentActor() actor: Actor, @Input() { params }: In<E['endSkip']>) {
    return this.deferrals.endSkip(actor, params.id);
  }

  @Endpoint(ENDPOINTS.assignReviews)
  assignReviews(@CurrentActor() actor: Actor, @Input() { body }: In<E['assignReviews']>) {
    return this.assignments.assign(actor, body);
  }

  @Endpoint(ENDPOINTS.withdrawAssignment)
  withdrawAssignment(@CurrentActor() actor: Actor, @Input() { params }: In<E['withdrawAssignment']>) {
    return this.assignments.withdraw(actor, params.id);
  }

  @Endpoint(ENDPOINTS.getOversight)
  getOversight() {
    return this.deferrals.getOversight();
  }
}
