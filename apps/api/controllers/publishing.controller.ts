import { ENDPOINTS } from '#contracts/http';
import { BoardReadingService, MoveService, ProfileService, PublishingService } from '#features/publishing';
import { Controller } from '@nestjs/common';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class PublishingController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly boards: BoardReadingService,
    private readonly moves: MoveService,
    private readonly profiles: ProfileService,
  ) {}

  @Endpoint(ENDPOINTS.getBoard)
  getBoard(@Input() { query }: In<E['getBoard']>) {
    return this.boards.getBoard(query);
  }

  @Endpoint(ENDPOINTS.getClaim)
  getClaim(@Input() { params }: In<E['getClaim']>) {
    return this.publishing.getClaim(params.id);
  }

  @Endpoint(ENDPOINTS.getClaimant)
  getClaimant(@Input() { params, query }: In<E['getClaimant']>) {
    return this.profiles.getClaimant(params.id, query);
  }

  @Endpoint(ENDPOINTS.getOutlet)
  getOutlet(@Input() { params, query }: In<E['getOutlet']>) {
    return this.profiles.getOutlet(params.id, query);
  }

  @Endpoint(ENDPOINTS.getClaimantMove)
  getClaimantMove(@Input() { params, query }: In<E['getClaimantMove']>) {
    return this.moves.getMove('claimants', params.id, query);
  }

  @Endpoint(ENDPOINTS.getOutletMove)
  getOutletMove(@Input() { params, query }: In<E['getOutletMove']>) {
    return this.moves.getMove('outlets', params.id, query);
  }

  @Endpoint(ENDPOINTS.getMethod)
  getMethod() {
    return this.publishing.getMethod();
  }
}
