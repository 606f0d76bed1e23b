import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { PublishingService } from '#features/publishing';
import { ReviewService } from '#features/review';
import { AnswersService, DisputesService, ThreadService } from '#features/verdicts';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class DisputesController {
  constructor(
    private readonly disputes: DisputesService,
    private readonly threads: ThreadService,
    private readonly answers: AnswersService,
    private readonly review: ReviewService,
    private readonly publishing: PublishingService,
  ) {}

  @Endpoint(ENDPOINTS.listDisputes)
  listDisputes(@Input() { query }: In<E['listDisputes']>) {
    return this.disputes.list(query);
  }

  @Endpoint(ENDPOINTS.raiseDispute)
  async raiseDispute(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['raiseDispute']>) {
    await this.disputes.raise(actor, params.id, body);
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.withdrawDispute)
  async withdrawDispute(@CurrentActor() actor: Actor, @Input() { params }: In<E['withdrawDispute']>) {
    return this.review.getProposition(actor, await this.disputes.withdraw(actor, params.id));
  }

  @Endpoint(ENDPOINTS.resolveDisputes)
  async resolveDisputes(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['resolveDisputes']>) {
    await this.disputes.resolve(actor, params.id, body);
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.nameDisagreement)
  async nameDisagreement(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['nameDisagreement']>) {
    await this.threads.nameDisagreement(actor, params.id, body.cause);
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.addThreadEntry)
  async addThreadEntry(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['addThreadEntry']>) {
    await this.threads.addEntry(actor, params.id, body);
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.clarify)
  async clarify(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['clarify']>) {
    await this.threads.clarify(actor, params.id, body);
    return this.review.getProposition(actor, params.id);
  }

  @Endpoint(ENDPOINTS.hideThreadEntry)
  async hideThreadEntry(@CurrentActor() actor: Actor, @Input() { params }: In<E['hideThreadEntry']>) {
    return this.review.getProposition(actor, await this.threads.hideEntry(actor, params.id));
  }

  @Endpoint(ENDPOINTS.hideAnswer)
  async hideAnswer(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['hideAnswer']>) {
    return this.review.getProposition(actor, await this.answers.hide(actor, params.id, body.reason));
  }

  @Endpoint(ENDPOINTS.listClaimantAddresses)
  listClaimantAddresses(@Input() { params }: In<E['listClaimantAddresses']>) {
    return this.answers.listAddresses(params.id);
  }

  @Endpoint(ENDPOINTS.setClaimantAddress)
  async setClaimantAddress(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: In<E['setClaimantAddress']>,
  ) {
    await this.answers.setAddress(actor, params.id, body.email);
    return {};
  }

  @Endpoint(ENDPOINTS.listCorrections)
  listCorrections(@Input() { query }: In<E['listCorrections']>) {
    return this.publishing.listCorrections(query);
  }
}
