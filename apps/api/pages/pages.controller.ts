import { BoardQuery, CorrectionsQuery, Id, MoveQuery, ProfileQuery } from '#contracts/http';
import { DomainError, type ErrorCode } from '#core/domain';
import { MEASURES } from '#core/scoring';
import { BoardReadingService, MoveService, ProfileService, PublishingService } from '#features/publishing';
import {
  BoardPage,
  ClaimPage,
  CorrectionsPage,
  MethodPage,
  MovePage,
  ProfilePage,
  type PublicInstallation,
} from '#ui/pages';
import { Controller, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactElement } from 'react';
import type { z } from 'zod';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { PageInstallation } from './page-installation.js';
import { renderPage, sendPage } from './render-page.js';

/** The public pages: the answers of the API, drawn. */
@Controller()
export class PagesController {
  constructor(
    private readonly publishing: PublishingService,
    private readonly boards: BoardReadingService,
    private readonly moves: MoveService,
    private readonly profiles: ProfileService,
    private readonly installation: PageInstallation,
  ) {}

  @Open(OPEN_ROUTES.boardPage)
  async board(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = await this.boards.getBoard(parseQuery(BoardQuery, query));
    const page = createElement(BoardPage, { data, installation: await this.installation.read() });
    return sendPage(request, reply, renderPage(page), { isPassing: data?.isBuilding === true });
  }

  @Open(OPEN_ROUTES.claimPage)
  async claim(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = await this.publishing.getClaim(requireId(id, 'CLAIM.NOT_FOUND'));
    return this.send(request, reply, (installation) => createElement(ClaimPage, { data, installation }));
  }

  @Open(OPEN_ROUTES.claimantPage)
  async claimant(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = parseQuery(ProfileQuery, query);
    const data = await this.profiles.getClaimant(requireId(id, 'CLAIMANT.NOT_FOUND'), asked);
    return this.send(request, reply, (installation) => createElement(ProfilePage, { data, installation }));
  }

  @Open(OPEN_ROUTES.outletPage)
  async outlet(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = parseQuery(ProfileQuery, query);
    const data = await this.profiles.getOutlet(requireId(id, 'OUTLET.NOT_FOUND'), asked);
    return this.send(request, reply, (installation) => createElement(ProfilePage, { data, installation }));
  }

  @Open(OPEN_ROUTES.claimantMovePage)
  async claimantMove(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const days = parseQuery(MoveQuery, query);
    const data = await this.moves.getMove('claimants', requireId(id, 'CLAIMANT.NOT_FOUND'), days);
    return this.send(request, reply, (installation) => createElement(MovePage, { data, installation }));
  }

  @Open(OPEN_ROUTES.outletMovePage)
  async outletMove(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const days = parseQuery(MoveQuery, query);
    const data = await this.moves.getMove('outlets', requireId(id, 'OUTLET.NOT_FOUND'), days);
    return this.send(request, reply, (installation) => createElement(MovePage, { data, installation }));
  }

  @Open(OPEN_ROUTES.methodPage)
  async method(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const data = { ...(await this.publishing.getMethod()), measures: MEASURES };
    return this.send(request, reply, (installation) => createElement(MethodPage, { data, installation }));
  }

  @Open(OPEN_ROUTES.correctionsPage)
  async corrections(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = await this.publishing.listCorrections(parseQuery(CorrectionsQuery, query));
    return this.send(request, reply, (installation) =>
      createElement(CorrectionsPage, { data, installation }),
    );
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    draw: (installation: PublicInstallation) => ReactElement,
  ) {
    return sendPage(request, reply, renderPage(draw(await this.installation.read())));
  }
}

function requireId(id: string, code: ErrorCode): string {
  if (!Id.safeParse(id).success) throw new DomainError(code, 'There is nothing at this address.');
  return id;
}

/** Throws DomainError INPUT.INVALID with what is wrong with each part of the address. */
function parseQuery<T extends z.ZodType>(schema: T, query: unknown): z.output<T> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new DomainError('INPUT.INVALID', 'Something in the address does not make sense here.', fields);
}
