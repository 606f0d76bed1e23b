import { DomainError } from '#core/domain';
import { Config } from '#platform/config';
import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { changesState, ROUTE, type Route } from '../routing/route.js';

/**
 * Refuses state-changing requests that do not come from our own pages: SameSite cookies alone let sibling domains and
 * old browsers through. A browser always sends Origin with these, so a request without is no browser's.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  private readonly ownOrigin: string;

  constructor(config: Config) {
    this.ownOrigin = new URL(config.baseUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    if (!changesState(request.method) || route?.caller === 'anywhere') return true;
    if (!this.isSameOrigin(request))
      throw new DomainError(
        'ACCESS.FORBIDDEN',
        `This request does not come from this service's own pages (${this.ownOrigin}); nothing was changed.`,
      );
    if (!isJsonOrEmpty(request)) throw new UnsupportedMediaTypeException();
    return true;
  }

  private isSameOrigin(request: FastifyRequest): boolean {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (site !== undefined && site !== 'same-origin') return false;
    if (origin === undefined) return site === 'same-origin';
    // The Host header was checked before; on another loopback name it is still us.
    return origin === this.ownOrigin || origin === `${request.protocol}://${request.headers.host ?? ''}`;
  }
}

/** Forms can post text/plain and form data across sites without asking; JSON they cannot. */
function isJsonOrEmpty(request: FastifyRequest): boolean {
  const type = request.headers['content-type'];
  if (type === undefined) return request.body === undefined || request.body === null;
  return /^application\/json\s*(;|$)/i.test(type);
}
