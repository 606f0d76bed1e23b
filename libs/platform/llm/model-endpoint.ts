import type { ModelServerConfig } from '../config/index.js';
import { ModelFailure } from './model-failure.js';
import { judgeReply, type Reply, type SettingNames } from './model-reply.js';

/** Bounds of one request. */
export interface RequestBounds {
  readonly timeoutMs: number;
  readonly maxReplyBytes: number;
}

/** A server that speaks OpenAI's protocol, and how one request is made to it: bounded in time and size, to that address only. */
export class ModelEndpoint {
  constructor(
    private readonly settings: ModelServerConfig,
    /** What the settings are called that people are told to look at. */
    private readonly names: SettingNames,
  ) {}

  /** What came back, whatever its status; a failure, returned and not thrown, where nothing did. */
  async post(path: string, body: string, bounds: RequestBounds): Promise<Reply | ModelFailure> {
    const { url, apiKey } = this.settings;
    try {
      const response = await fetch(addressOf(url, path), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body,
        // The text and the key go to the address that was set, and to no other.
        redirect: 'manual',
        signal: AbortSignal.timeout(bounds.timeoutMs),
      });
      const read = await readBody(response, bounds.maxReplyBytes);
      return { status: response.status, headers: response.headers, body: read };
    } catch (error) {
      return error instanceof ModelFailure ? error : this.judgeNetworkError(error, bounds.timeoutMs);
    }
  }

  /** Why an answer is no success. */
  judge(reply: Reply): ModelFailure {
    return judgeReply(reply, this.settings.apiKey, this.names);
  }

  private judgeNetworkError(error: unknown, timeoutMs: number): ModelFailure {
    const { host } = new URL(this.settings.url);
    if (isNamed(error, 'TimeoutError')) {
      const message = `${host} took longer than ${String(timeoutMs)} ms (${this.names}_TIMEOUT_MS).`;
      return new ModelFailure('TIMED_OUT', message, { cause: error });
    }
    return new ModelFailure('UNREACHABLE', `${host} does not answer${causeOf(error)}.`, { cause: error });
  }
}

function addressOf(base: string, path: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname}${path}`;
  return url;
}

async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new ModelFailure(
        'ANSWER_TOO_LARGE',
        `The answer is larger than ${String(maxBytes / 1_000_000)} MB; it was not read.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

// By shape and not by class: what fetch throws may be of another realm.
function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}

/** The code behind fetch's own "fetch failed". */
function causeOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : null;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
  return typeof code === 'string' ? ` (${code})` : '';
}
