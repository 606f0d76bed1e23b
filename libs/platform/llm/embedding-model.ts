import { Injectable } from '@nestjs/common';
import { Config, type ModelServerConfig } from '../config/index.js';
import { readEmbeddings } from './embedding-reply.js';
import { ModelEndpoint } from './model-endpoint.js';
import { ModelFailure } from './model-failure.js';

/** What the smallest of the usual servers take at once. */
const TEXTS_AT_ONCE = 32;
/** That many vectors of some thousand numbers, written out. */
const MAX_REPLY_BYTES = 8_000_000;

/** A model behind an address that speaks the embeddings of OpenAI. The only thing that ever calls it. */
@Injectable()
export class EmbeddingModel {
  private readonly settings: ModelServerConfig | null;

  constructor(config: Pick<Config, 'embeddings'>) {
    this.settings = config.embeddings;
  }

  /** The model's name; null where none is set up. */
  get name(): string | null {
    return this.settings?.model ?? null;
  }

  /**
   * A vector for each text, in order, some dozens of texts a request. All requests together take no longer than the
   * time of the settings, and none is tried twice: somebody waits. Throws a ModelFailure, and then gives no vector.
   */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (this.settings === null)
      throw new ModelFailure(
        'NOT_CONFIGURED',
        'No embedding model is set up: EMBEDDINGS_URL and EMBEDDINGS_MODEL.',
      );
    const endAt = performance.now() + this.settings.timeoutMs;
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE)
      vectors.push(...(await this.request(this.settings, texts.slice(from, from + TEXTS_AT_ONCE), endAt)));
    if (vectors.some(({ length }) => length !== vectors[0]?.length))
      throw new ModelFailure('BAD_ANSWER', 'The vectors of one request are longer than those of the next.');
    return vectors;
  }

  private async request(
    settings: ModelServerConfig,
    input: readonly string[],
    endAt: number,
  ): Promise<Float32Array[]> {
    const endpoint = new ModelEndpoint(settings, 'EMBEDDINGS');
    const leftMs = Math.ceil(endAt - performance.now());
    if (leftMs <= 0)
      throw new ModelFailure(
        'TIMED_OUT',
        `All texts together took longer than ${String(settings.timeoutMs)} ms (EMBEDDINGS_TIMEOUT_MS).`,
      );
    const body = JSON.stringify({ model: settings.model, input, encoding_format: 'float' });
    const reply = await endpoint.post('/embeddings', body, {
      timeoutMs: leftMs,
      maxReplyBytes: MAX_REPLY_BYTES,
    });
    if (reply instanceof ModelFailure) throw reply;
    if (reply.status < 200 || reply.status >= 300) throw endpoint.judge(reply);
    return readEmbeddings(reply.body, input.length);
  }
}
