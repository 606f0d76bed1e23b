import { ENDPOINTS } from '#contracts/http';
import type { Actor } from '#core/domain';
import { MailAdminService, NoticesService } from '#features/notices';
import { Controller } from '@nestjs/common';
import { CurrentActor } from '../routing/current-actor.decorator.js';
import { Endpoint, type In, Input } from '../routing/endpoint.decorator.js';
import { Guessable } from '../security/throttling.js';

type E = typeof ENDPOINTS;

@Controller()
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly mail: MailAdminService,
  ) {}

  @Endpoint(ENDPOINTS.listMail)
  listMail(@Input() { query }: In<E['listMail']>) {
    return this.mail.listMail(query);
  }

  @Endpoint(ENDPOINTS.getMail)
  getMail(@Input() { params }: In<E['getMail']>) {
    return this.mail.getMail(params.id);
  }

  @Endpoint(ENDPOINTS.getMailReport)
  getMailReport() {
    return this.mail.getReport();
  }

  @Endpoint(ENDPOINTS.retryMail)
  retryMail(@CurrentActor() actor: Actor, @Input() { params }: In<E['retryMail']>) {
    return this.mail.retry(actor, params.id);
  }

  @Endpoint(ENDPOINTS.liftSuppression)
  liftSuppression(@CurrentActor() actor: Actor, @Input() { params }: In<E['liftSuppression']>) {
    return this.mail.liftSuppression(actor, params.id);
  }

  @Endpoint(ENDPOINTS.sendTestDigest)
  sendTestDigest(@CurrentActor() actor: Actor) {
    return this.notices.sendTestDigest(actor);
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
