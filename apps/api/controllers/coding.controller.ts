import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { CodingService } from '#features/triage';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

/** Second codings of claims, each without sight of the first. */
@Controller()
export class CodingController {
  constructor(private readonly codings: CodingService) {}

  @Endpoint(ENDPOINTS.listCodingQueue)
  listCodingQueue(@CurrentActor() actor: Actor) {
    return this.codings.listQueue(actor);
  }

  @Endpoint(ENDPOINTS.getCodingAgreement)
  getCodingAgreement() {
    return this.codings.getAgreement();
  }

  @Endpoint(ENDPOINTS.getCodingTask)
  getCodingTask(@CurrentActor() actor: Actor, @Input() { params }: In<E['getCodingTask']>) {
    return this.codings.getTask(actor, params.id);
  }

  @Endpoint(ENDPOINTS.submitCoding)
  submitCoding(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['submitCoding']>) {
    return this.codings.submit(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.settleCodings)
  settleCodings(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['settleCodings']>) {
    return this.codings.settle(actor, params.id, body);
  }
}
