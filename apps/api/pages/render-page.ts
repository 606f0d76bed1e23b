import type { FastifyReply, FastifyRequest } from 'fastify';
import crypto from 'node:crypto';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A whole HTML document. React escapes every text and attribute; pages use no raw HTML. */
export function renderPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}

/** Weak: compression changes the bytes, not what they say. */
export function weakTagOf(body: string | Buffer): string {
  return `W/"${crypto.createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Whether the caller has this version already. */
export function isKnown(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  return (
    known === '*' ||
    known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''))
  );
}

/**
 * Sends a page that is the same for everybody: shared caches keep it a minute, browsers ask each time, so that a
 * verdict shows at once to whoever entered it. One that is `isPassing` (something is being computed) is not kept.
 */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  html: string,
  { isPassing = false }: { readonly isPassing?: boolean } = {},
): string | null {
  const tag = weakTagOf(html);
  const caching = isPassing ? 'no-store' : 'public, max-age=0, s-maxage=60, must-revalidate';
  void reply.header('etag', tag).header('cache-control', caching).type('text/html; charset=utf-8');
  if (!isKnown(request, tag)) return html;
  void reply.status(304);
  return null;
}
