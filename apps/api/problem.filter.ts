import { BadAddressPage, NotFoundPage } from '#ui/pages';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { PageInstallation } from './pages/page-installation.js';
import { renderPage } from './pages/render-page.js';
import { RouteTable } from './routing/route-table.js';
import { type Failure, toFailure, toFailureOfStatus, toProblem } from './to-problem.js';

/** Turns everything thrown on the way of a request into a problem document, or a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(
    private readonly routes: RouteTable,
    private readonly installation: PageInstallation,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // A handler that writes the answer itself may fail after it began; there is nothing left to say then.
    if (reply.sent) return;
    const found = this.withMethodNotAllowed(toFailure(thrown), request, reply);
    if (found.isFault) this.report(thrown, request.id);
    void reply.header('cache-control', 'no-store');
    if ((found.status === 404 || found.status === 400) && wantsPage(request)) {
      const installation = await this.installation.readOrGuess();
      const page =
        found.status === 404
          ? createElement(NotFoundPage, { installation })
          : createElement(BadAddressPage, { installation, fields: found.fields });
      void reply.status(found.status).type('text/html; charset=utf-8').send(renderPage(page));
      return;
    }
    if (found.status === 503 || found.status === 429) this.askToWait(reply);
    void reply
      .status(found.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(toProblem(found, request.id)));
  }

  private withMethodNotAllowed(found: Failure, request: FastifyRequest, reply: FastifyReply): Failure {
    if (found.code !== 'ROUTE.NOT_FOUND' || !request.is404) return found;
    const methods = this.routes.methodsAt(request.url);
    if (methods.length === 0) return found;
    void reply.header('allow', methods.join(', '));
    return toFailureOfStatus(405, '');
  }

  private askToWait(reply: FastifyReply): void {
    if (!reply.hasHeader('retry-after')) void reply.header('retry-after', '5');
  }

  private report(thrown: unknown, requestId: string): void {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    this.log.error(`request ${requestId}: ${error.message}`, error.stack);
  }
}

/** Whether a person in a browser asks: programs get the problem document. */
function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (/^\/(api|health)(\/|$|\?)/.test(request.url)) return false;
  return !(request.headers.accept?.includes('json') ?? false);
}
