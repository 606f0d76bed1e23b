import { CLIENT_ADDRESS_HEADER } from '#platform/auth';
import type { FastifyRequest } from 'fastify';

/** A request's headers as the web standard has them, with the caller's address as we know it. */
export function toHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === CLIENT_ADDRESS_HEADER) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  return headers;
}
