import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config, type LlmConfig } from '../config/index.js';
import { judgeReply, readCompletion, type Reply, retryAfterMs } from './chat-reply.js';
import { ChatDialect, type Prompt } from './chat-request.js';
import { ModelFailure } from './model-failure.js';

/** An answer about some pages of text is a few thousand characters; a server that sends more than this is not well. */
const MAX_REPLY_BYTES = 2_000_000;
/** Tries of one request; what lasts longer is for the job to try again. */
const TRIES = 3;
const FIRST_WAIT_MS = 500;
/** A longer wait than this is not sat out. */
const MAX_WAIT_MS = 30_000;
/** A job may take five minutes. */
const BUDGET_MS = 280_000;

/** A model behind an address that speaks the chat completions of OpenAI. The only thing that ever calls it. */
@Injectable()
export class LanguageModel {
  private readonly settings: LlmConfig | null;
  private readonly dialect = new ChatDialect();

  constructor(
    config: Pick<Config, 'llm'>,
    private readonly firstWaitMs = FIRST_WAIT_MS,
  ) {
    this.settings = config.llm;
  }

  /** The model's name; null where none is set up. */
  get name(): string | null {
    return this.settings?.model ?? null;
  }

  /**
   * Asks once; again where the server is busy, unwell or away, and once more, with another seed, where the answer makes
   * no sense. Throws a ModelFailure.
   *
   * @param read makes something of what the model wrote; null where nothing can be made of it
   */
  async ask<T>(prompt: Prompt, read: (written: string) => T | null): Promise<T> {
    if (this.settings === null)
      throw new ModelFailure('NOT_CONFIGURED', 'No language model is set up: LLM_URL and LLM_MODEL.');
    const endAt = performance.now() + BUDGET_MS;
    const first = await this.tryToRead(this.settings, prompt, read, 1, endAt);
    if (!(first instanceof ModelFailure)) return first;
    const second = await this.tryToRead(this.settings, prompt, read, 2, endAt);
    if (second instanceof ModelFailure) throw second;
    return second;
  }

  /** What was read, or, returned and not thrown, why the answer made no sense. */
  private async tryToRead<T>(
    settings: LlmConfig,
    prompt: Prompt,
    read: (written: string) => T | null,
    seed: number,
    endAt: number,
  ): Promise<T | ModelFailure> {
    const reply = await this.send(settings, prompt, seed, endAt);
    try {
      const value = read(readCompletion(reply.body));
      return value ?? new ModelFailure('BAD_ANSWER', 'The model did not answer in the agreed form.');
    } catch (error) {
      if (error instanceof ModelFailure) return error;
      throw error;
    }
  }

  private async send(settings: LlmConfig, prompt: Prompt, seed: number, endAt: number): Promise<Reply> {
    for (let attempt = 1; ;) {
      const reply = await this.post(settings, this.dialect.write(settings.model, prompt, seed));
      if (!(reply instanceof ModelFailure)) {
        if (reply.status >= 200 && reply.status < 300) return reply;
        // Each wish is given up once, so this ends.
        if (this.dialect.concede(reply)) continue;
      }
      const failure = reply instanceof ModelFailure ? reply : judgeReply(reply, settings.apiKey);
      const asked = reply instanceof ModelFailure ? null : retryAfterMs(reply.headers);
      const waitMs = asked ?? this.firstWaitMs * 2 ** (attempt - 1);
      const isLate = performance.now() + waitMs + settings.timeoutMs > endAt;
      // A model that needed all its time once will need it again.
      const isWorthIt = failure.isPassing && failure.fault !== 'TIMED_OUT';
      if (!isWorthIt || attempt === TRIES || waitMs > MAX_WAIT_MS || isLate) throw failure;
      await sleep(waitMs);
      attempt += 1;
    }
  }

  private async post({ url, apiKey, timeoutMs }: LlmConfig, body: string): Promise<Reply | ModelFailure> {
    try {
      const response = await fetch(completionsUrl(url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body,
        // The text and the key go to the address that was set, and to no other.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, headers: response.headers, body: await readBody(response) };
    } catch (error) {
      if (error instanceof ModelFailure) return error;
      return judgeNetworkError(error, url, timeoutMs);
    }
  }
}

function completionsUrl(base: string): URL {
  const url = new URL(base);
  url.pathname = `${url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname}/chat/completions`;
  return url;
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_REPLY_BYTES)
      throw new ModelFailure('ANSWER_TOO_LARGE', 'The answer is larger than 2 MB; it was not read.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function judgeNetworkError(error: unknown, url: string, timeoutMs: number): ModelFailure {
  const { host } = new URL(url);
  if (isNamed(error, 'TimeoutError')) {
    const message = `${host} took longer than ${String(timeoutMs)} ms (LLM_TIMEOUT_MS).`;
    return new ModelFailure('TIMED_OUT', message, { cause: error });
  }
  return new ModelFailure('UNREACHABLE', `${host} does not answer${causeOf(error)}.`, { cause: error });
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
