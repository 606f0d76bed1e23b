import { ENDPOINTS } from '#contracts/http';
import type { FastifyInstance } from 'fastify';
import { OPEN_ROUTES } from './open-routes.js';
import { API_PREFIX } from './route.js';

/** A route as Fastify has it. */
export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
}

/** Everything that was really registered with Fastify, whoever did it. */
export class RouteTable {
  readonly routes: RegisteredRoute[] = [];

  /** Listens to registrations; to be called before the first route. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) this.routes.push({ method: one, url });
    });
  }

  /** The methods that a path (with or without query) would take. */
  methodsAt(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '';
    const methods = this.routes
      .filter((route) => patternOf(route.url).test(path))
      .map(({ method }) => method);
    return [...new Set(methods)].sort();
  }

  /**
   * What is registered but neither in the contract nor on the short list, and what is promised but not registered. Both
   * must be empty before the service listens.
   */
  findDifferences(): { readonly unexpected: readonly string[]; readonly missing: readonly string[] } {
    const expected = expectedRoutes();
    const registered = new Set(this.routes.map(({ method, url }) => `${method} ${url}`));
    return {
      // Fastify adds a HEAD to every GET, with the same handler behind the same guards.
      unexpected: [...registered].filter((route) => !expected.has(route.replace(/^HEAD /, 'GET '))),
      missing: [...expected].filter((route) => !registered.has(route)),
    };
  }
}

/** Refuses to start with a route nobody described, or a promise nobody keeps. */
export function assertRoutesComplete(table: RouteTable): void {
  const { unexpected, missing } = table.findDifferences();
  const faults = [
    ...unexpected.map((route) => `${route} is neither in the contract nor in open-routes.ts`),
    ...missing.map((route) => `${route} is promised and has no handler`),
  ];
  if (faults.length > 0) throw new Error(`Routes do not fit the contract:\n  ${faults.join('\n  ')}`);
}

function expectedRoutes(): ReadonlySet<string> {
  const contract = Object.values(ENDPOINTS).map(({ method, path }) => `${method} ${API_PREFIX}${path}`);
  const open = Object.values(OPEN_ROUTES).map(({ method, url }) => `${method} ${url}`);
  return new Set([...contract, ...open]);
}

function patternOf(url: string): RegExp {
  const escaped = url.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`);
}
