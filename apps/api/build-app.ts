import 'reflect-metadata';
import { PinoLogger, requestId } from '#platform/logging';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { AppOptions } from './app-options.js';
import { AppModule } from './app.module.js';
import { registerBodyParsers } from './body-parsers.js';
import { QuietLogger } from './quiet-logger.js';
import { assertRoutesComplete, RouteTable } from './routing/route-table.js';
import { PAGE_POLICY } from './security/headers.js';
import { checkHost, isLoopbackName } from './security/host-check.js';
import { BODY_LIMIT, toFailure, toProblem } from './to-problem.js';

/** Proxies stand on the same machine or in the same private network. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];
/** Unsubscribe tokens are the longest thing in a path. */
const MAX_PATH_PARAMETER = 500;
const REQUEST_PATIENCE_MS = 60_000;

/** The HTTP process, complete and checked, not listening yet. */
export async function buildApp(options: AppOptions): Promise<NestFastifyApplication> {
  const routes = new RouteTable();
  const adapter = createAdapter(options);
  routes.watch(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(options, routes), adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  try {
    app.useLogger(new QuietLogger(app.get(PinoLogger)));
    await addProtections(app, options.config.baseUrl);
    await app.init();
    await adapter.getInstance().ready();
    assertRoutesComplete(routes);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

function createAdapter({ config }: AppOptions): FastifyAdapter {
  const isBehindProxy = !isLoopbackName(new URL(config.baseUrl).hostname);
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_PATIENCE_MS,
    // A caller on this machine could claim any address for itself.
    trustProxy: isBehindProxy ? PROXIES : false,
    routerOptions: { maxParamLength: MAX_PATH_PARAMETER },
    forceCloseConnections: 'idle',
    genReqId: followId,
    // What the router refuses before any hook: broken escapes, endless parameters.
    frameworkErrors: sendProblem,
  });
}

async function addProtections(app: NestFastifyApplication, baseUrl: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const isHttps = baseUrl.startsWith('https:');
  registerBodyParsers(fastify);
  await fastify.register(helmet, {
    // Written by ourselves below: the web app has one of its own.
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  await fastify.register(compress, { threshold: 1_024, encodings: ['gzip', 'deflate'] });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('content-security-policy', PAGE_POLICY).header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    // Answers of the API are somebody's; only what says otherwise may be kept.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  checkHost(fastify, baseUrl);
}

/** One id for the log, the answer's header and the problem document. */
function followId(raw: IncomingMessage): string {
  const id = requestId(raw);
  raw.headers['x-request-id'] = id;
  return id;
}

function sendProblem(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const failure = toFailure(error);
  void reply
    .status(failure.status)
    .header('content-security-policy', PAGE_POLICY)
    .header('x-content-type-options', 'nosniff')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(toProblem(failure, request.id)));
}
