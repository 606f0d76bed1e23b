import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { ClaimantsService } from '#features/claimants';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class ClaimantsController {
  constructor(private readonly claimants: ClaimantsService) {}

  @Endpoint(ENDPOINTS.listClaimants)
  listClaimants(@Input() { query }: In<E['listClaimants']>) {
    return this.claimants.list(query);
  }

  @Endpoint(ENDPOINTS.listAlikeClaimants)
  listAlikeClaimants() {
    return this.claimants.listAlike();
  }

  @Endpoint(ENDPOINTS.getClaimantEntry)
  getClaimantEntry(@Input() { params }: In<E['getClaimantEntry']>) {
    return this.claimants.get(params.id);
  }

  @Endpoint(ENDPOINTS.updateClaimant)
  updateClaimant(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['updateClaimant']>) {
    return this.claimants.update(actor, params.id, body);
  }

  @Endpoint(ENDPOINTS.addClaimantAlias)
  addClaimantAlias(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['addClaimantAlias']>) {
    return this.claimants.addAlias(actor, params.id, body.alias);
  }

  @Endpoint(ENDPOINTS.removeClaimantAlias)
  removeClaimantAlias(@CurrentActor() actor: Actor, @Input() { params }: In<E['removeClaimantAlias']>) {
    return this.claimants.removeAlias(actor, params.id, params.aliasId);
  }

  @Endpoint(ENDPOINTS.mergeClaimant)
  mergeClaimant(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['mergeClaimant']>) {
    return this.claimants.merge(actor, params.id, body.intoId, body.reason);
  }

  @Endpoint(ENDPOINTS.unmergeClaimant)
  unmergeClaimant(@CurrentActor() actor: Actor, @Input() { params, body }: In<E['unmergeClaimant']>) {
    return this.claimants.unmerge(actor, params.id, body.reason);
  }
}
