import type { ExecutionContext } from '@nestjs/common';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

/** Requests a minute, by address; tests that walk all routes raise them. */
export interface RequestLimits {
  readonly generalPerMinute: number;
  /** Links, invitations, password forms: what can be guessed. */
  readonly guessablePerMinute: number;
  /** Sign-ins to one account in a quarter of an hour, from wherever. */
  readonly signInsPerAccount: number;
}

export const DEFAULT_LIMITS: RequestLimits = {
  // A newsroom shares one address; a person clicking fast makes 200.
  generalPerMinute: 2_000,
  guessablePerMinute: 30,
  signInsPerAccount: 10,
};

const MINUTE_MS = 60_000;
const GUESSABLE = Symbol('outturn:guessable');
const SIGN_IN = Symbol('outturn:sign-in');

const has = (key: symbol) => (context: ExecutionContext) => Reflect.hasMetadata(key, context.getHandler());
const without = (key: symbol) => (context: ExecutionContext) => !has(key)(context);

function mark(key: symbol): MethodDecorator {
  return (_target, _key, descriptor) => {
    Reflect.defineMetadata(key, true, descriptor.value as object);
  };
}

/** Marks a handler whose secret could be guessed by trying. */
export const Guessable = (): MethodDecorator => mark(GUESSABLE);

/** Marks the handler that takes an e-mail address and a password. */
export const SignIn = (): MethodDecorator => mark(SIGN_IN);

export function buildThrottling(limits: RequestLimits): ThrottlerModuleOptions {
  return {
    throttlers: [
      { name: 'general', ttl: MINUTE_MS, limit: limits.generalPerMinute },
      { name: 'guessable', ttl: MINUTE_MS, limit: limits.guessablePerMinute, skipIf: without(GUESSABLE) },
      {
        name: 'account',
        ttl: 15 * MINUTE_MS,
        limit: limits.signInsPerAccount,
        skipIf: without(SIGN_IN),
        getTracker: (request) => accountOf(request as FastifyRequest),
      },
    ],
    // One count for all routes: a limit a route would let a crawler have dozens of them.
    generateKey: (_context, tracker, name) => `${name}:${tracker}`,
    setHeaders: false,
  };
}

/** Guesses on one account count together, whatever addresses they come from. */
function accountOf(request: FastifyRequest): string {
  const body: unknown = request.body;
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 320) : '';
}
