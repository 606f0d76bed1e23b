import { z } from 'zod';
import { realNow } from '../clock/index.js';
import { ModelFailure } from './model-failure.js';

/** What came back over HTTP, body read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Which settings a message tells people to look at. */
export type SettingNames = 'LLM' | 'EMBEDDINGS';

const Fault = z.object({
  error: z.union([z.string(), z.object({ message: z.string() })]).optional(),
  message: z.string().optional(),
});

/** Judges an answer that is no success. `secret` is blanked in what the server says. */
export function judgeReply(reply: Reply, secret: string | null, names: SettingNames): ModelFailure {
  const { status, headers } = reply;
  if (status >= 300 && status < 400)
    return new ModelFailure(
      'REDIRECTED',
      `The server sends us elsewhere (${String(status)}, ${originOf(headers.get('location'))}). Nothing is sent there; set ${names}_URL to the address that is meant.`,
    );
  const said = withoutSecret(serverWords(reply.body), secret);
  const detail = said === '' ? `status ${String(status)}` : `status ${String(status)}: ${said}`;
  if (status === 429) return new ModelFailure('RATE_LIMITED', `The server asks to slow down (${detail}).`);
  if (status >= 500 || status === 408)
    return new ModelFailure('SERVER_ERROR', `The server is not well (${detail}).`);
  if (status === 401 || status === 403)
    return new ModelFailure(
      'NOT_ALLOWED',
      `The server does not let us in; look at ${names}_API_KEY (${detail}).`,
    );
  return new ModelFailure(
    'REFUSED',
    `The server refuses the request; look at ${names}_URL and ${names}_MODEL (${detail}).`,
  );
}

/** For how long the server asks to be left alone, in milliseconds; null where it does not say. */
export function retryAfterMs(headers: Headers): number | null {
  const inMs = headers.get('retry-after-ms');
  if (inMs !== null && /^\d{1,9}(?:\.\d+)?$/.test(inMs)) return Number(inMs);
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}(?:\.\d+)?$/.test(after)) return Number(after) * 1_000;
  const until = after === '' ? NaN : Date.parse(after);
  return Number.isNaN(until) ? null : Math.max(0, until - realNow().getTime());
}

/** What a server says of its trouble: one line of plain text, not too long. */
export function serverWords(body: string): string {
  const parsed = Fault.safeParse(parseJson(body));
  const { error, message } = parsed.success ? parsed.data : {};
  const said = typeof error === 'string' ? error : (error?.message ?? message);
  return (said ?? (/^\s*</.test(body) ? '' : body))
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function withoutSecret(text: string, secret: string | null): string {
  return secret === null ? text : text.replaceAll(secret, '[redacted]');
}

function originOf(location: string | null): string {
  if (location === null || !URL.canParse(location)) return 'to another path';
  const { protocol, host } = new URL(location);
  return `to ${protocol}//${host}`.slice(0, 120);
}
