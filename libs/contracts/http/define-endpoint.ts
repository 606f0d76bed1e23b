import type { Role } from '#core/domain';
import type { z } from 'zod';

/**
 * Who may call an endpoint: everybody, everybody with a session, only the demo's visitors, or holders of any of the
 * listed roles. There is no default: an endpoint without access does not compile, a route without endpoint is refused.
 */
export type Access = 'public' | 'signed-in' | 'demo' | readonly Role[];

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** Status on success; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
}

export type EndpointParams<E extends Endpoint> = E['params'] extends z.ZodType
  ? z.output<E['params']>
  : unknown;
export type EndpointQuery<E extends Endpoint> = E['query'] extends z.ZodType ? z.output<E['query']> : unknown;
export type EndpointBody<E extends Endpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined;
export type EndpointResponse<E extends Endpoint> = z.input<E['response']>;

/** What a controller method gets: the parsed parts of the request. */
export interface EndpointInput<E extends Endpoint> {
  readonly params: EndpointParams<E>;
  readonly query: EndpointQuery<E>;
  readonly body: EndpointBody<E>;
}
