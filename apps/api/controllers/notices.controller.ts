import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { NoticesService } from '#features/notices';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';
import { Guessable } from '../security/throttling.js';

type E = typeof ENDPOINTS;

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Endpoint(ENDPOINTS.listMail)
  listMail(@Input() { query }: In<E['listMail']>) {
    return this.notices.listMail(query);
  }

  @Endpoint(ENDPOINTS.getMail)
  getMail(@Input() { params }: In<E['getMail']>) {
    return this.notices.getMail(params.id);
  }

  @Endpoint(ENDPOINTS.previewDigest)
  previewDigest(@CurrentActor() actor: Actor) {
    return this.notices.previewDigest(actor);
  }

  @Guessable()
  @Endpoint(ENDPOINTS.unsubscribe)
  async unsubscribe(@Input() { params }: In<E['unsubscribe']>) {
    await this.notices.unsubscribe(params.token);
    return {};
  }
}
