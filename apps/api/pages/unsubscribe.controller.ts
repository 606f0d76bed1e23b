import { DomainError } from '#core/domain';
import { NoticesService } from '#features/notices';
import { Controller, HttpCode, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { Guessable } from '../security/throttling.js';
import { PageInstallation } from './page-installation.js';
import { renderPage } from './render-page.js';
import { UnsubscribePage, type UnsubscribeState } from './unsubscribe-page.js';

/** The link at the end of every mail. */
@Controller()
export class UnsubscribeController {
  constructor(
    private readonly notices: NoticesService,
    private readonly installation: PageInstallation,
  ) {}

  @Open(OPEN_ROUTES.unsubscribePage)
  ask(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.show('asked', reply);
  }

  @Guessable()
  @HttpCode(200)
  @Open(OPEN_ROUTES.unsubscribeForm)
  async unsubscribe(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply) {
    try {
      await this.notices.unsubscribe(token);
      return await this.show('done', reply);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      void reply.status(404);
      return this.show('unknown', reply);
    }
  }

  private async show(state: UnsubscribeState, reply: FastifyReply): Promise<string> {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return renderPage(
      createElement(UnsubscribePage, { state, installation: await this.installation.readOrGuess() }),
    );
  }
}
