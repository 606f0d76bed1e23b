import { DomainError } from '#core/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM_LIMIT = 16 * 1024;
/** Where a signature is over the bytes as they came. */
const SIGNED = '/api/v1/hooks/events/';
/** The page of a claimant's signed link works without JavaScript; its token is in no cookie that another page could use. */
const ANSWERS = '/answer/';
const bodies = new WeakMap<object, Buffer>();

/** The body of a signed request, byte by byte. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return bodies.get(request.raw) ?? Buffer.alloc(0);
}

/**
 * JSON, and nothing else: forms are accepted only to be ignored (one-click unsubscribe is posted as one), so that a
 * page elsewhere cannot make a browser send us anything we would read. The one form that is read carries its permission
 * in its address.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const text = decode(body);
    if (text === null) {
      done(
        new DomainError('TEXT.BAD_CHARSET', 'The request is not UTF-8. Convert the text and send it again.'),
      );
      return;
    }
    if (request.url.startsWith(SIGNED)) bodies.set(request.raw, body);
    if (text === '') {
      done(null, undefined);
      return;
    }
    void parseJson(request, text, done);
  });
  fastify.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'multipart/form-data'],
    { parseAs: 'buffer', bodyLimit: FORM_LIMIT },
    (request, body: Buffer, done) => {
      done(null, request.url.startsWith(ANSWERS) ? readForm(body) : undefined);
    },
  );
}

function readForm(body: Buffer): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(decode(body) ?? ''));
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}
