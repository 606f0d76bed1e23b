import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { CopiesService, ReanchoringService, RefetchService } from '#features/intake';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class SourceTextsController {
  constructor(
    private readonly copies: CopiesService,
    private readonly refetching: RefetchService,
    private readonly reanchoring: ReanchoringService,
  ) {}

  @Endpoint(ENDPOINTS.dismissCopy)
  dismissCopy(@CurrentActor() actor: Actor, @Input() { params }: In<E['dismissCopy']>) {
    return this.copies.dismiss(actor, params.id);
  }

  @Endpoint(ENDPOINTS.restoreCopy)
  restoreCopy(@CurrentActor() actor: Actor, @Input() { params }: In<E['restoreCopy']>) {
    return this.copies.restore(actor, params.id);
  }

  @Endpoint(ENDPOINTS.fetchAgain)
  fetchAgain(@CurrentActor() actor: Actor, @Input() { params }: In<E['fetchAgain']>) {
    return this.refetching.fetchAgain(actor, params.id);
  }

  @Endpoint(ENDPOINTS.listLaterQuotes)
  listLaterQuotes(@Input() { params }: In<E['listLaterQuotes']>) {
    return this.reanchoring.listQuotes(params.id);
  }

  @Endpoint(ENDPOINTS.placeQuote)
  placeQuote(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['placeQuote']>) {
    return this.reanchoring.placeQuote(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.getSnapshot)
  getSnapshot(@Input() { params }: In<E['getSnapshot']>) {
    return this.refetching.getSnapshot(params.id);
  }
}
