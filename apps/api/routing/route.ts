import type { Access, Endpoint } from '#contracts/http';

/**
 * Where a state-changing request must come from. `same-origin`: from our own pages. `anywhere`: the secret in the path
 * is the permission (one-click unsubscribe is posted by mail providers).
 */
export type Caller = 'same-origin' | 'anywhere';

/** What the guards know of a route; a handler without it is refused. */
export interface Route {
  readonly method: Endpoint['method'];
  /** As Fastify registers it. */
  readonly url: string;
  readonly access: Access;
  readonly caller: Caller;
  /** Null for the few routes outside the contract. */
  readonly endpoint: Endpoint | null;
}

/** Metadata key under which a handler carries its {@link Route}. */
export const ROUTE = Symbol('outturn:route');

export const API_PREFIX = '/api/v1';

/** Whether a method may change something; the others are answered without asking where they come from. */
export function changesState(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
