import type { Actor } from '#core/domain';
import { DomainError } from '#core/domain';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../security/request-actor.js';

/** The signed-in person; the access guard has seen to it that there is one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor === null) throw new DomainError('ACCESS.NOT_SIGNED_IN', 'Sign in first.');
  return actor;
});

/** The signed-in person, or null: for what everybody may ask. */
export const MaybeActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
