import type { Actor } from '#core/domain';
import { AuthService } from '#platform/auth';
import { Config } from '#platform/config';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MaybeActor } from '../routing/current-actor.decorator.js';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { changesState } from '../routing/route.js';
import { Guessable, SignIn } from '../security/throttling.js';
import { toHeaders } from '../security/web-request.js';
import { toAuthProblem } from '../to-auth-problem.js';

const NOTHING = '{}';

/**
 * The paths of better-auth we serve, each by name: whatever else it can do (sign-up, deletion, linking) has no route.
 */
@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly config: Config,
  ) {}

  @SignIn()
  @Guessable()
  @Open(OPEN_ROUTES.signIn)
  signIn(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.forward(request, reply);
  }

  @Open(OPEN_ROUTES.signOut)
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.forward(request, reply);
  }

  /** Whether there is a session: who asks, or null. Everything else is in `GET /api/v1/me`. */
  @Open(OPEN_ROUTES.getSession)
  getSession(@MaybeActor() actor: Actor | null, @Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
    return JSON.stringify(actor === null ? null : { user: { id: actor.userId, name: actor.name } });
  }

  @Guessable()
  @Open(OPEN_ROUTES.changePassword)
  changePassword(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.forward(request, reply);
  }

  @Guessable()
  @Open(OPEN_ROUTES.verifySignInLink)
  verifySignInLink(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.forward(request, reply);
  }

  private async forward(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const answer = await this.auth.handle(this.toWebRequest(request));
    if (answer.status >= 400) throw await toAuthProblem(answer);
    void reply.status(answer.status);
    const location = answer.headers.get('location');
    if (location !== null) void reply.header('location', location);
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) void reply.removeHeader('set-cookie').header('set-cookie', cookies);
    // What better-auth says in its bodies includes the session's token, which no script is to see.
    return NOTHING;
  }

  private toWebRequest(request: FastifyRequest): Request {
    const headers = toHeaders(request);
    // The body was parsed and is written anew.
    for (const name of ['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'host'])
      headers.delete(name);
    if (!changesState(request.method)) {
      return new Request(new URL(request.url, this.config.baseUrl), { method: 'GET', headers });
    }
    // Our guard has checked the origin, on any name of this machine; better-auth knows the base address only.
    headers.set('origin', new URL(this.config.baseUrl).origin);
    headers.set('content-type', 'application/json');
    const body = JSON.stringify(request.body ?? {});
    return new Request(new URL(request.url, this.config.baseUrl), { method: request.method, headers, body });
  }
}
