import type { Actor } from '#core/domain';
import { AuthService } from '#platform/auth';
import { Database, userRepo } from '#platform/db';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { toHeaders } from './web-request.js';

/** Who is behind a request's cookie, with the roles they hold now; deactivated people are nobody. */
@Injectable()
export class ActorFinder {
  constructor(
    private readonly auth: AuthService,
    private readonly database: Database,
  ) {}

  async find(request: FastifyRequest): Promise<{ actor: Actor; cookies: readonly string[] } | null> {
    const session = await this.auth.findSession(toHeaders(request));
    if (session === null) return null;
    const actor = await userRepo.findActor(session.userId, this.database.direct);
    return actor === null ? null : { actor, cookies: session.cookies };
  }
}
