import { Injectable } from '@nestjs/common';
import type { ModelReading } from '#contracts/http';
import type { JobPayload } from '#contracts/jobs';
import { type Actor, DomainError, DROP_REASONS, type ModelFault, type ReadingState } from '#core/domain';
import {
  checkModelAnswer,
  lexiconVersion,
  type CheckedAnswer,
  MODEL_ANSWER_SCHEMA,
  modelCandidates,
  type ModelRequest,
  parseModelText,
  planModelRequests,
} from '#core/extraction';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateVersionRepo,
  Database,
  getInstallation,
  modelReadingRepo,
  sourceRepo,
  type StoredModelReading,
  type Tx,
} from '#platform/db';
import { JobAdmin, Outbox, PermanentJobError } from '#platform/jobs';
import { LanguageModel, ModelFailure } from '#platform/llm';
import type { z } from 'zod';
import { metaOf, modelVersion, type TextDetails } from './read-text.js';

type Payload = JobPayload<'readWithModel'>;
type Wire = z.input<typeof ModelReading>;

/** Some 200,000 characters. A longer text is a book, and would keep a model busy for hours. */
const MAX_PARTS = 40;

interface Text extends TextDetails {
  readonly language: string;
  readonly syndicatedCopyOf: unknown;
  readonly snapshot: { readonly id: string; readonly text: string };
}

/**
 * The second reading of a text, by a language model where one is set up. Asked for with the text or later, carried out
 * by a job part by part; whatever becomes of it, the candidates of the rules stay as they are.
 */
@Injectable()
export class ModelReadingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly jobs: JobAdmin,
    private readonly model: LanguageModel,
  ) {}

  /** Whether a model is set up and reads texts like this one. */
  canRead(text: Pick<Text, 'language' | 'syndicatedCopyOf'>): boolean {
    return this.model.name !== null && text.language.startsWith('en') && text.syndicatedCopyOf === null;
  }

  /** Asks for a reading of a new text, in the transaction that stores it; does nothing where no model is set up. */
  async request(text: Text, at: Date, tx: Tx): Promise<void> {
    const model = this.model.name;
    if (model === null || !this.canRead(text)) return;
    const parts = planModelRequests(text.snapshot.text, metaOf(text)).length;
    if (parts === 0) return;
    const reading = await modelReadingRepo.insert(
      {
        snapshotId: text.snapshot.id,
        extractorVersion: modelVersion(model),
        model,
        parts,
        at,
      },
      tx,
    );
    await this.outbox.enqueue('readWithModel', { readingId: reading.id, round: 1, part: 1 }, tx);
  }

  /**
   * Asks again where a reading failed, and for the first time where there is none by the model that is set up now.
   * Throws DomainError SOURCE.NOT_FOUND, MODEL.NOT_AVAILABLE, MODEL.ALREADY_ASKED.
   */
  async ask(actor: Actor, sourceId: string): Promise<Wire> {
    await this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const text = await getText(sourceId, tx);
      const model = this.model.name;
      if (model === null || !this.canRead(text)) throw notAvailable(model);
      const extractor = modelVersion(model);
      // Two who ask at once: the second waits here and then finds the reading of the first.
      await candidateVersionRepo.lock(text.snapshot.id, tx);
      const known = await modelReadingRepo.findVersion(text.snapshot.id, extractor, tx);
      if (known === null) await this.request(text, at, tx);
      else await this.askOnceMore(known, text, at, tx);
      await auditRepo.appendAudit(tx, {
        at,
        actor: actor.userId,
        action: 'source.model-asked',
        subjectType: 'source',
        subjectId: sourceId,
        payload: { extractorVersion: extractor },
      });
    });
    const { modelReading } = await this.describe(await getText(sourceId, this.database.direct));
    if (modelReading === null)
      throw new DomainError('MODEL.NOT_AVAILABLE', 'This text has no sentences to read.');
    return modelReading;
  }

  /** The job: asks the model for one part and stores what passes the checks; the last part makes candidates. */
  async readPart({ readingId, round, part }: Payload): Promise<void> {
    const reading = await modelReadingRepo.find(readingId, this.database.direct);
    // Carried out before, or asked for anew since: nothing is left to do.
    if (reading === null || reading.round !== round || reading.partsDone !== part - 1) return;
    const text = await getText(reading.sourceId, this.database.direct);
    let answer: CheckedAnswer;
    try {
      answer = await this.askFor(reading, text, part);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      const failure = { round, part, fault: error.fault, detail: error.message };
      await modelReadingRepo.noteFault(readingId, failure, this.database.direct);
      if (error.isPassing) throw error;
      throw new PermanentJobError(error.message, { cause: error });
    }
    await this.database.withTransaction((tx) => this.store(reading, part, answer, tx), { timeoutMs: 60_000 });
  }

  /** Makes the candidates of a finished reading anew, after the source's date or author was corrected. */
  async readAnew(text: Text, at: Date, tx: Tx): Promise<void> {
    const reading = await modelReadingRepo.findFinished(text.snapshot.id, tx);
    if (reading !== null) await this.writeCandidates(reading, text, at, tx);
  }

  /** The newest reading of a text, null where none was asked for, and whether it can be asked for now. */
  async describe(text: Text): Promise<{ modelReading: Wire | null; canAskModel: boolean }> {
    const reading = await modelReadingRepo.findNewest(text.snapshot.id, this.database.direct);
    const canRead = this.canRead(text);
    if (reading === null) return { modelReading: null, canAskModel: canRead };
    const { state, fault } = await this.stateOf(reading);
    const { model, partsDone, parts, findings, dropped } = reading;
    return {
      modelReading: {
        state,
        model,
        partsDone,
        parts,
        found: findings.length,
        dropped: DROP_REASONS.flatMap((reason) => ({ reason, count: dropped[reason] ?? 0 })).filter(
          ({ count }) => count > 0,
        ),
        fault: fault === null ? null : { code: fault, detail: reading.faultDetail },
        requestedAt: reading.requestedAt.toISOString(),
        finishedAt: reading.finishedAt?.toISOString() ?? null,
      },
      canAskModel: canRead && (state === 'failed' || model !== this.model.name),
    };
  }

  private async askOnceMore(reading: StoredModelReading, text: Text, at: Date, tx: Tx): Promise<void> {
    const { state } = await this.stateOf(reading, tx);
    const partsNow = planModelRequests(text.snapshot.text, metaOf(text)).length;
    if (state !== 'failed' || !(await modelReadingRepo.askAgain(reading, partsNow, at, tx)))
      throw new DomainError(
        'MODEL.ALREADY_ASKED',
        state === 'finished'
          ? `${reading.model} has read this text already.`
          : `${reading.model} has been asked already; its answer is awaited.`,
      );
    const part = partsNow === reading.parts ? reading.partsDone + 1 : 1;
    const payload = { readingId: reading.id, round: reading.round + 1, part };
    await this.outbox.enqueue('readWithModel', payload, tx);
  }

  private async askFor(reading: StoredModelReading, text: Text, part: number): Promise<CheckedAnswer> {
    const model = this.model.name;
    if (model === null || modelVersion(model) !== reading.extractorVersion)
      throw new ModelFailure(
        'NOT_CONFIGURED',
        `${reading.model} is not the model that is set up (LLM_MODEL).`,
      );
    if (reading.parts > MAX_PARTS)
      throw new ModelFailure(
        'TEXT_TOO_LONG',
        `The text has ${String(reading.parts)} parts; at most ${String(MAX_PARTS)} are read.`,
      );
    const requests = planModelRequests(text.snapshot.text, metaOf(text));
    const request = requests[part - 1];
    if (request === undefined || requests.length !== reading.parts)
      throw new ModelFailure('BROKEN_OFF', 'The text is cut into other parts by this version. Ask again.');
    return this.model.ask(toPrompt(request), (written) =>
      checkModelAnswer(text.snapshot.text, request, parseModelText(written)),
    );
  }

  private async store(
    reading: StoredModelReading,
    part: number,
    answer: CheckedAnswer,
    tx: Tx,
  ): Promise<void> {
    const { id, round, parts, sourceId, snapshotId } = reading;
    if (!(await modelReadingRepo.addPart(id, { round, part, ...answer }, tx))) return;
    if (part < parts) {
      await this.outbox.enqueue('readWithModel', { readingId: id, round, part: part + 1 }, tx);
      return;
    }
    const at = this.clock.now();
    await candidateVersionRepo.lock(snapshotId, tx);
    await modelReadingRepo.finish(id, at, tx);
    const finished = await modelReadingRepo.find(id, tx);
    // Read again under the lock: somebody may have corrected the date while the model was thinking.
    if (finished !== null) await this.writeCandidates(finished, await getText(sourceId, tx), at, tx);
  }

  private async writeCandidates(
    { snapshotId, model, extractorVersion, findings }: StoredModelReading,
    text: Text,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const { yardstick } = (await getInstallation(tx)).settings;
    const candidates = modelCandidates(text.snapshot.text, metaOf(text), findings, model, { yardstick });
    const lexicon = lexiconVersion(yardstick);
    const version = { origin: 'model', extractor: extractorVersion, lexicon } as const;
    await candidateVersionRepo.write(snapshotId, version, candidates, at, tx);
  }

  /** Whether it is over is asked of the job: a worker that dies writes nothing down. */
  private async stateOf(
    reading: StoredModelReading,
    tx?: Tx,
  ): Promise<{ state: ReadingState; fault: ModelFault | null }> {
    if (reading.finishedAt !== null) return { state: 'finished', fault: null };
    const { id, round, partsDone, fault } = reading;
    const part = partsDone + 1;
    const job = await this.jobs.find('readWithModel', { readingId: id, round, part }, tx);
    if (job?.state === 'failed') return { state: 'failed', fault: fault ?? 'BROKEN_OFF' };
    return { state: 'waiting', fault };
  }
}

function toPrompt({ instructions, data }: ModelRequest) {
  return { instructions, data, answer: MODEL_ANSWER_SCHEMA };
}

async function getText(sourceId: string, tx: Tx): Promise<Text> {
  const text = await sourceRepo.find(sourceId, tx);
  if (text === null) throw new DomainError('SOURCE.NOT_FOUND', `There is no source ${sourceId}.`);
  return text;
}

function notAvailable(model: string | null): DomainError {
  return new DomainError(
    'MODEL.NOT_AVAILABLE',
    model === null
      ? 'No language model is set up here. Whoever runs this installation can set LLM_URL and LLM_MODEL.'
      : 'Only English texts that are no copies of others are read by the model.',
  );
}
