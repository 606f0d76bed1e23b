import { Injectable, Logger } from '@nestjs/common';
import {
  type MatchableEvent,
  MATCHER_VERSION,
  MEANING_REFERENCES,
  MEANING_VERSION,
  meaningOfEvent,
  meaningOfProposition,
  type MeaningScale,
  type MeaningVector,
  measureScale,
  type NearnessOf,
  nearnessOn,
} from '#core/matching';
import { EmbeddingModel, ModelFailure } from '#platform/llm';

/** Vectors kept: some six kilobytes each. */
const KEPT_AT_MOST = 4_000;
/** Texts asked for at once: those of a batch of events and of what its words found. */
const ASKED_AT_MOST = 300;
/** Propositions of one event: what comes after is no match by words either. */
const PAIRS_PER_EVENT = 8;
/** How long a server that failed is left alone; events are matched by words meanwhile. Doubled with each failure. */
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 15 * 60_000;

/** Texts whose vectors are wanted. */
export type WantedTexts = Set<string>;

/**
 * What an embedding model says of events and propositions, where one is set up. It is asked outside of transactions, for
 * texts gathered before; what it says is remembered, and looked up while matching. Where it says nothing, words decide.
 */
@Injectable()
export class EventMeaning {
  private readonly logger = new Logger(EventMeaning.name);
  private readonly vectors = new Map<string, MeaningVector>();
  private scale: (MeaningScale & { readonly dimensions: number }) | null = null;
  private failures = 0;
  private restUntilMs = 0;
  /** Milliseconds of a clock that only goes forward; tests set it. */
  elapsedMs = (): number => performance.now();

  constructor(private readonly model: EmbeddingModel) {}

  /** Whether there is a model that may be asked now. */
  get isReady(): boolean {
    return this.model.name !== null && this.elapsedMs() >= this.restUntilMs;
  }

  /** Written beside a match that nearness had a part in. */
  get matcherVersion(): string {
    return `${MATCHER_VERSION}+${MEANING_VERSION}/${this.model.name ?? ''}`;
  }

  /** For ranking: says nothing of any candidate, and notes whose texts would have to be known. */
  gather(event: MatchableEvent, wanted: WantedTexts): NearnessOf {
    let pairs = 0;
    return (proposition) => {
      const texts = [meaningOfEvent(event), meaningOfProposition(proposition)];
      const isRoom = texts.every((text) => text !== '') && wanted.size + 2 <= ASKED_AT_MOST;
      if (isRoom && pairs < PAIRS_PER_EVENT) for (const text of texts) wanted.add(text);
      pairs += 1;
      return null;
    };
  }

  /** For ranking: how near each candidate is, as far as its text and that of the event are known. */
  nearnessOf(event: MatchableEvent): NearnessOf {
    return (proposition) => {
      const a = this.vectors.get(meaningOfEvent(event));
      const b = this.vectors.get(meaningOfProposition(proposition));
      return this.scale === null || a === undefined || b === undefined ? null : nearnessOn(this.scale, a, b);
    };
  }

  /** Has the model read what is not known yet. Never throws: what cannot be had is done without. */
  async learn(wanted: WantedTexts): Promise<void> {
    if (!this.isReady || wanted.size === 0) return;
    try {
      this.scale ??= await this.measure();
      const lacking = [...wanted].filter((text) => !this.vectors.has(text));
      if (lacking.length > 0) this.keep(wanted, lacking, await this.model.embed(lacking));
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      this.rest(error);
    }
  }

  private keep(wanted: WantedTexts, lacking: readonly string[], vectors: readonly MeaningVector[]): void {
    // Meanwhile another call was answered badly: these may be of the model of before.
    const { scale } = this;
    if (scale === null) return;
    if (vectors.some(({ length }) => length !== scale.dimensions))
      throw new ModelFailure(
        'BAD_ANSWER',
        `The vectors had ${String(scale.dimensions)} numbers before and have ${String(vectors[0]?.length)} now.`,
      );
    const read = new Map(lacking.map((text, place) => [text, vectors[place]]));
    for (const text of wanted) {
      const vector = read.get(text) ?? this.vectors.get(text);
      // What is wanted now is kept longest.
      this.vectors.delete(text);
      if (vector !== undefined) this.vectors.set(text, vector);
    }
    for (const oldest of this.vectors.keys()) {
      if (this.vectors.size <= KEPT_AT_MOST) break;
      this.vectors.delete(oldest);
    }
    if (this.failures > 0) this.logger.log(`${String(this.model.name)} answers again.`);
    this.failures = 0;
  }

  private async measure(): Promise<MeaningScale & { readonly dimensions: number }> {
    const reports = MEANING_REFERENCES.map(({ report }) => report);
    const statements = MEANING_REFERENCES.map(({ statement }) => statement);
    const vectors = await this.model.embed([...reports, ...statements]);
    const scale = measureScale(vectors.slice(0, reports.length), vectors.slice(reports.length));
    if (scale === null)
      throw new ModelFailure(
        'BAD_ANSWER',
        'The model does not tell texts on one matter from texts on different ones.',
      );
    return { ...scale, dimensions: vectors[0]?.length ?? 0 };
  }

  private rest({ fault, message }: ModelFailure): void {
    const restMs = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.failures);
    this.failures += 1;
    this.restUntilMs = this.elapsedMs() + restMs;
    // It may be another model by now, whose vectors say nothing beside those of before.
    if (fault === 'BAD_ANSWER') {
      this.scale = null;
      this.vectors.clear();
    }
    this.logger.warn(
      `Events are matched by words alone for ${String(restMs / 60_000)} min: ${message} (${fault})`,
    );
  }
}
