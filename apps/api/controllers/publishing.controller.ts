import { ENDPOINTS } from '#contracts/http';
import { PublishingService } from '#features/publishing';
import { Controller } from '@nestjs/common';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';

type E = typeof ENDPOINTS;

@Controller()
export class PublishingController {
  constructor(private readonly publishing: PublishingService) {}

  @Endpoint(ENDPOINTS.getBoard)
  getBoard() {
    return this.publishing.getBoard();
  }

  @Endpoint(ENDPOINTS.getClaim)
  getClaim(@Input() { params }: In<E['getClaim']>) {
    return this.publishing.getClaim(params.id);
  }

  @Endpoint(ENDPOINTS.getClaimant)
  getClaimant(@Input() { params }: In<E['getClaimant']>) {
    return this.publishing.getClaimant(params.id);
  }
}
