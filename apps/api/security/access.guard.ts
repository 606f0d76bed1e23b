import type { Access } from '#contracts/http';
import { type Actor, DomainError, hasAnyRole } from '#core/domain';
import { Config } from '#platform/config';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROUTE, type Route } from '../routing/route.js';
import { ActorFinder } from './actor-finder.js';
import { rememberActor } from './request-actor.js';

/**
 * The one place where access is decided. A handler without {@link Route} metadata is refused, so that a forgotten
 * decorator shuts a door instead of opening it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly actors: ActorFinder,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    if (route === undefined) throw new DomainError('ACCESS.FORBIDDEN', 'This is not allowed.');
    const http = context.switchToHttp();
    const actor = await this.findActor(
      route,
      http.getRequest<FastifyRequest>(),
      http.getResponse<FastifyReply>(),
    );
    const refusal = findRefusal(route.access, actor, this.config.mode === 'demo');
    if (refusal !== null) throw refusal;
    return true;
  }

  private async findActor(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<Actor | null> {
    // Pages are the same for everybody and cached: who reads them is not looked up.
    if (route.access === 'public' && route.endpoint === null && !route.url.startsWith('/api/')) return null;
    const found = await this.actors.find(request);
    if (found === null) return null;
    if (found.cookies.length > 0) void reply.header('set-cookie', [...found.cookies]);
    rememberActor(request, found.actor);
    return found.actor;
  }
}

/** Why somebody may not pass, or null. Pure: the route walk in the tests asks the same question. */
export function findRefusal(access: Access, actor: Actor | null, isDemo: boolean): DomainError | null {
  if (access === 'public') return null;
  if (access === 'demo') return isDemo ? null : new DomainError('DEMO.ONLY', 'This exists in the demo only.');
  if (actor === null) return new DomainError('ACCESS.NOT_SIGNED_IN', 'Sign in first.');
  if (access === 'signed-in' || hasAnyRole(actor, access)) return null;
  return new DomainError('ACCESS.FORBIDDEN', `This needs one of these roles: ${access.join(', ')}.`);
}
