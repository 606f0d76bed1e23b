import { DomainError } from '#core/domain';
import type { FastifyInstance } from 'fastify';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name (as URL has it) is this machine's own. */
export function isLoopbackName(hostname: string): boolean {
  return LOOPBACK.has(hostname.toLowerCase());
}

/** Whether a Host header names this service: the base address, or this machine's own names on any port. */
export function isOwnHost(host: string | undefined, baseUrl: string): boolean {
  if (host === undefined) return false;
  const given = host.toLowerCase();
  const own = new URL(baseUrl);
  if (given === own.host || given === own.hostname) return true;
  return isLoopbackName(given.replace(/:\d{1,5}$/, ''));
}

/**
 * Refuses requests under a foreign name: a web page whose own name was pointed at this machine (DNS rebinding) would
 * otherwise be "same origin" with us. Health checks come by address and tell nothing.
 */
export function checkHost(fastify: FastifyInstance, baseUrl: string): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isHealth = request.routeOptions.url?.startsWith('/health/') ?? false;
    if (isHealth || isOwnHost(request.headers.host, baseUrl)) {
      done();
      return;
    }
    done(
      new DomainError(
        'ACCESS.FORBIDDEN',
        `This service does not answer under the name of this request. It is reached at ${baseUrl}; set BASE_URL if that is wrong.`,
      ),
    );
  });
}
