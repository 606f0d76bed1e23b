import { Controller, NotFoundException, Param, Redirect, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { isKnown } from './render-page.js';
import { type WebFile, WebFiles } from './web-files.js';

const YEAR_SECONDS = 31_536_000;

/** The web app and the style sheet of the pages. */
@Controller()
export class WebFilesController {
  constructor(private readonly files: WebFiles) {}

  @Open(OPEN_ROUTES.publicStyles)
  styles(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return send(this.files.publicStyles, request, reply);
  }

  /** Where browsers look for an icon on what is no page of ours: a feed, a document of JSON. */
  @Open(OPEN_ROUTES.favicon)
  @Redirect('/app/icon.svg', 302)
  favicon(): void {
    return;
  }

  @Open(OPEN_ROUTES.appRoot)
  root(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.sendApp('', request, reply);
  }

  @Open(OPEN_ROUTES.appFile)
  file(
    @Param('*') relative: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.sendApp(relative, request, reply);
  }

  /** A file that exists, or the app's start page: its router knows the address. A missing asset stays missing. */
  private sendApp(relative: string, request: FastifyRequest, reply: FastifyReply): Buffer | null {
    const file = this.files.find(relative) ?? (relative.startsWith('assets/') ? null : this.files.index);
    if (file === null) throw new NotFoundException();
    void reply.header('content-security-policy', this.files.appPolicy);
    return send(file, request, reply);
  }
}

function send(file: WebFile, request: FastifyRequest, reply: FastifyReply): Buffer | null {
  const life = file.isImmutable ? `public, max-age=${String(YEAR_SECONDS)}, immutable` : 'no-cache';
  void reply.header('etag', file.tag).header('cache-control', life).type(file.type);
  if (!isKnown(request, file.tag)) return file.body;
  void reply.status(304);
  return null;
}
