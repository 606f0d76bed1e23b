import crypto from 'node:crypto';

type Policy = Readonly<Record<string, readonly string[]>>;

const STRICT: Policy = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  // Drawings carry computed positions in style attributes; they cannot load or run anything.
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'script-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

function write(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** For pages and everything else: nothing inline, nothing from elsewhere. */
export const PAGE_POLICY = write(STRICT);

/** For the web app: its own inline scripts by hash, style elements (Mantine makes them at run time), framed mails. */
export function buildAppPolicy(indexHtml: string): string {
  const hashes = [...indexHtml.matchAll(INLINE_SCRIPT)].map(([, script]) => hashOf(script ?? ''));
  return write({
    ...STRICT,
    'style-src': ["'self'", "'unsafe-inline'"],
    'script-src': ["'self'", ...hashes],
    'worker-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
  });
}

function hashOf(script: string): string {
  return `'sha256-${crypto.createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}
