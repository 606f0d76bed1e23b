import type { Endpoint as Contract, EndpointInput, EndpointResponse } from '#contracts/http';
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OpenRoute } from './open-routes.js';
import { parseInput } from './parse-input.js';
import { ResponseInterceptor } from './response.interceptor.js';
import { API_PREFIX, ROUTE, type Route } from './route.js';

/** Where the secret in the path, or a signature, is the permission. */
const FROM_ANYWHERE = /^\/(?:unsubscribe|hooks\/events)\//;

type Handler<E extends Contract> = (...args: never[]) => Promise<EndpointResponse<E>> | EndpointResponse<E>;

function map(route: Route): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: route.url, method: RequestMethod[route.method] }),
    SetMetadata(ROUTE, route),
  );
}

/**
 * Serves an entry of the contract: method, path, status and who may call come from there, and what the method returns
 * must be what the contract answers (checked by the compiler here, and by the response schema at run time).
 */
export function Endpoint<const E extends Contract>(endpoint: E) {
  const route: Route = {
    method: endpoint.method,
    url: API_PREFIX + endpoint.path,
    access: endpoint.access,
    caller: FROM_ANYWHERE.test(endpoint.path) ? 'anywhere' : 'same-origin',
    endpoint,
  };
  const decorate = applyDecorators(
    map(route),
    HttpCode(endpoint.status ?? 200),
    UseInterceptors(ResponseInterceptor),
  );
  return <T extends Handler<E>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    decorate(target, key, descriptor);
  };
}

/** Serves one of the few routes outside the contract. */
export function Open(open: OpenRoute): MethodDecorator {
  const { method, url, access, caller = 'same-origin' } = open;
  return map({ method, url, access, caller, endpoint: null });
}

/** The parsed parts of the request, of the endpoint the method serves. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
  if (route === undefined || route.endpoint === null)
    throw new Error('@Input() stands on a method without @Endpoint()');
  return parseInput(route.endpoint, context.switchToHttp().getRequest<FastifyRequest>());
});

/** The type of a parameter under `@Input()`: `In<typeof ENDPOINTS.getClaim>`. */
export type In<E extends Contract> = EndpointInput<E>;
