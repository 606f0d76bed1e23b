import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { ROUTE, type Route } from './route.js';

/**
 * Lets out what the contract says and nothing else: unknown fields are dropped, and an answer that breaks the contract
 * is our fault (500), never the client's puzzle.
 */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const route = Reflect.getMetadata(ROUTE, context.getHandler()) as Route | undefined;
    const schema = route?.endpoint?.response;
    if (schema === undefined) return next.handle();
    return next.handle().pipe(
      map((value) => {
        const parsed = schema.safeParse(value ?? null);
        if (parsed.success) return parsed.data ?? this.sayNull(context);
        throw new Error(`The answer breaks the contract: ${parsed.error.message}`);
      }),
    );
  }

  /** Nest sends nothing at all for null; the contract says `null`. */
  private sayNull(context: ExecutionContext): string {
    void context.switchToHttp().getResponse<FastifyReply>().type('application/json; charset=utf-8');
    return 'null';
  }
}
