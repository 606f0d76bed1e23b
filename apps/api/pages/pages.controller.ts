import { Id } from '#contracts/http';
import { DomainError, type ErrorCode } from '#core/domain';
import { PublishingService } from '#features/publishing';
import { BoardPage, ClaimantPage, ClaimPage } from '#ui/pages';
import { Controller, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { PageInstallation } from './page-installation.js';
import { renderPage, sendPage } from './render-page.js';

/** The public pages: the answers of the API, drawn. */
@Controller()
export class PagesController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly installation: PageInstallation,
  ) {}

  @Open(OPEN_ROUTES.boardPage)
  async board(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const data = await this.publishing.getBoard();
    const page = createElement(BoardPage, { data, installation: await this.installation.read() });
    return sendPage(request, reply, renderPage(page));
  }

  @Open(OPEN_ROUTES.claimPage)
  async claim(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = await this.publishing.getClaim(requireId(id, 'CLAIM.NOT_FOUND'));
    const page = createElement(ClaimPage, { data, installation: await this.installation.read() });
    return sendPage(request, reply, renderPage(page));
  }

  @Open(OPEN_ROUTES.claimantPage)
  async claimant(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = await this.publishing.getClaimant(requireId(id, 'CLAIMANT.NOT_FOUND'));
    const page = createElement(ClaimantPage, { data, installation: await this.installation.read() });
    return sendPage(request, reply, renderPage(page));
  }
}

function requireId(id: string, code: ErrorCode): string {
  if (!Id.safeParse(id).success) throw new DomainError(code, 'There is nothing at this address.');
  return id;
}
