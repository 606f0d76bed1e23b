import { DomainError } from '#core/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM_LIMIT = 16 * 1024;
/** Where a signature is over the bytes as they came. */
const SIGNED = '/api/v1/hooks/events/';
/** The page of a claimant's signed link works without JavaScript; its token is in no cookie that another page could use. */
const ANSWERS = '/answer/';
const bodies = new WeakMap<object, SignedBody>();

type Done = (error: Error | null, body?: unknown) => void;

/** The body of a signed request. Who has not signed it learns nothing of what we make of it: it is read on demand. */
export interface SignedBody {
  /** Byte by byte as they came. */
  readonly bytes: Buffer;
  /** The JSON in it. Throws what any other request with such a body is refused with. */
  read(): Promise<unknown>;
}

export function signedBodyOf(request: FastifyRequest): SignedBody {
  return bodies.get(request.raw) ?? { bytes: Buffer.alloc(0), read: () => Promise.resolve(undefined) };
}

/**
 * JSON, and nothing else: forms are accepted only to be ignored (one-click unsubscribe is posted as one), so that a
 * page elsewhere cannot make a browser send us anything we would read. The one form that is read carries its permission
 * in its address.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  const read = (request: FastifyRequest, body: Buffer, done: Done): void => {
    const text = decode(body);
    if (text === null) {
      done(
        new DomainError('TEXT.BAD_CHARSET', 'The request is not UTF-8. Convert the text and send it again.'),
      );
      return;
    }
    if (text === '') done(null, undefined);
    else void parseJson(request, text, done);
  };
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!request.url.startsWith(SIGNED)) {
      read(request, body, done);
      return;
    }
    bodies.set(request.raw, {
      bytes: body,
      read: () =>
        new Promise((resolve, reject) => {
          read(request, body, (error, value) => (error === null ? resolve(value) : reject(error)));
        }),
    });
    done(null, undefined);
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
