import { buildOpenApi, ENDPOINTS } from '#contracts/http';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Open } from './routing/endpoint.decorator.js';
import { OPEN_ROUTES } from './routing/open-routes.js';

/** Nest token of the version in package.json. */
export const VERSION = Symbol('outturn:version');

/** The contract as a document, for people and generators. */
@Controller()
export class OpenApiController {
  private readonly document: string;

  constructor(@Inject(VERSION) version: string) {
    this.document = JSON.stringify(buildOpenApi(ENDPOINTS, version));
  }

  @Open(OPEN_ROUTES.openApi)
  get(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('application/json').header('cache-control', 'public, max-age=300');
    return this.document;
  }
}
