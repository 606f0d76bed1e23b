import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config, type ModelServerConfig } from '../config/index.js';
import { readCompletion } from './chat-reply.js';
import { ChatDialect, type Prompt } from './chat-request.js';
import { ModelEndpoint } from './model-endpoint.js';
import { ModelFailure } from './model-failure.js';
import { type Reply, retryAfterMs } from './model-reply.js';

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
  private readonly settings: ModelServerConfig | null;
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
    settings: ModelServerConfig,
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

  private async send(
    settings: ModelServerConfig,
    prompt: Prompt,
    seed: number,
    endAt: number,
  ): Promise<Reply> {
    const endpoint = new ModelEndpoint(settings, 'LLM');
    const bounds = { timeoutMs: settings.timeoutMs, maxReplyBytes: MAX_REPLY_BYTES };
    for (let attempt = 1; ;) {
      const written = this.dialect.write(settings.model, prompt, seed);
      const reply = await endpoint.post('/chat/completions', written, bounds);
      if (!(reply instanceof ModelFailure)) {
        if (reply.status >= 200 && reply.status < 300) return reply;
        // Each wish is given up once, so this ends.
        if (this.dialect.concede(reply)) continue;
      }
      const failure = reply instanceof ModelFailure ? reply : endpoint.judge(reply);
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
}
