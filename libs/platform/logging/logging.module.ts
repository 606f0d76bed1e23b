import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type DynamicModule, RequestMethod } from '@nestjs/common';
import { LoggerModule, type Params } from 'nestjs-pino';
import type { LoggerOptions } from 'pino';
import type { Config } from '../config/index.js';
import { CENSORED, REDACTED_PATHS, withoutTokens } from './redact.js';

const REQUEST_ID = /^[A-Za-z0-9_.:-]{8,80}$/;

/** How every process of Outturn writes its log: JSON lines on stdout, secrets blanked. */
export function loggerOptions(config: Pick<Config, 'logLevel'>): LoggerOptions {
  return {
    level: config.logLevel,
    base: null,
    redact: { paths: [...REDACTED_PATHS], censor: CENSORED },
  };
}

/** The id a request is followed by: the caller's, where it is a plain one, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Nest's logger on pino. `app.useLogger(app.get(PinoLogger))` makes Nest's own lines go there too. */
export const LoggingModule = {
  of(config: Pick<Config, 'logLevel'>): DynamicModule {
    const params: Params = {
      // The default of nestjs-pino matches only `/` on Fastify.
      forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
      pinoHttp: {
        ...loggerOptions(config),
        genReqId: (request, response) => {
          const id = requestId(request);
          response.setHeader('x-request-id', id);
          return id;
        },
        // Health checks and scrapes come every few seconds and say nothing.
        autoLogging: { ignore: (request) => /^\/(health|metrics)\b/.test(request.url ?? '') },
        customLogLevel: (_request, response, error) => {
          if (error !== undefined || response.statusCode >= 500) return 'error';
          return response.statusCode >= 400 ? 'warn' : 'info';
        },
        serializers: {
          req: (request: { id: unknown; method: string; url: string }) => ({
            id: request.id,
            method: request.method,
            url: withoutTokens(request.url),
          }),
          res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
        },
      },
    };
    return LoggerModule.forRoot(params);
  },
};
