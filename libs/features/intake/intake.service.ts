import { Injectable } from '@nestjs/common';
import type { EndpointQuery, SourceDetail, SourceSummary } from '#contracts/http';
import type { intakeEndpoints } from '#contracts/http';
import { type Actor, DomainError, type Yardstick } from '#core/domain';
import { type Candidate, describeSource, readLanguage, type SourceNote } from '#core/extraction';
import { findCopies, fingerprintText, readableText } from '#core/text';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateRepo,
  candidateVersionRepo,
  Database,
  getInstallation,
  type ReadCandidate,
  readCandidates,
  sourceRepo,
  type StoredSource,
  type Tx,
} from '#platform/db';
import { ExtractionThread } from '#platform/threads';
import type { z } from 'zod';
import { ModelReadingService } from './model-reading.service.js';
import { metaOf, rulesVersion, type TextDetails } from './read-text.js';
import {
  NORMALISER_VERSION,
  type OriginalBytes,
  type PreparedText,
  prepareText,
  type TextInput,
} from './text-intake.js';

type Summary = z.input<typeof SourceSummary>;
type Detail = z.input<typeof SourceDetail>;
type Counts = Summary['candidates'];

/** Texts further apart than this are not compared for being copies. */
const COPY_WINDOW_DAYS = 30;
const COPY_COMPARISONS = 200;

/** Takes texts in: snapshot, metadata, candidates, in one transaction. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readings: ModelReadingService,
    private readonly thread: ExtractionThread,
  ) {}

  /**
   * Stores a text and what the extractor finds in it. The very same text again opens the source that holds it; a
   * near-identical one is stored as a syndicated copy, linked and not extracted.
   * Throws DomainError TEXT.*.
   */
  async addSource(
    actor: Actor,
    input: TextInput,
    intakeKind: 'paste' | 'file' | 'url' | 'cli' | 'api' = 'paste',
    received: OriginalBytes | null = null,
  ): Promise<{ source: Summary; created: boolean; notes: SourceNote[] }> {
    const prepared = prepareText(input, received?.bytes);
    const language = input.language ?? languageOf(prepared.text);
    const { yardstick } = (await getInstallation(this.database.direct)).settings;
    const candidates = language.startsWith('en') ? await this.extract(prepared, yardstick) : [];
    const notes = describeSource(prepared.text);
    return this.database.withTransaction(
      async (tx) => {
        await sourceRepo.lockText(prepared.textSha256, tx);
        const known = await sourceRepo.findByText(prepared.textSha256, tx);
        if (known !== null) return { source: await this.readSummary(known, tx), created: false, notes };
        const at = this.clock.now();
        const original = await findOriginal(prepared, tx);
        const { sourceId, snapshotId } = await sourceRepo.insert(
          { ...prepared, language, intakeKind, createdById: actor.userId, at },
          {
            rawBytes: prepared.rawBytes,
            rawSha256: prepared.rawSha256,
            mediaType: received?.mediaType ?? 'text/plain',
            charset: received?.charset ?? null,
            text: prepared.text,
            textSha256: prepared.textSha256,
            normaliserVersion: NORMALISER_VERSION,
          },
          tx,
        );
        if (original !== null) await sourceRepo.linkCopy(sourceId, original.id, original.similarity, at, tx);
        else {
          await candidateRepo.insertAll(snapshotId, rulesVersion(yardstick), candidates, at, tx);
          const snapshot = { id: snapshotId, text: prepared.text };
          await this.readings.request({ ...prepared, language, syndicatedCopyOf: null, snapshot }, at, tx);
        }
        await auditRepo.appendAudit(tx, {
          at,
          actor: actor.userId,
          action: 'source.added',
          subjectType: 'source',
          subjectId: sourceId,
          payload: { textSha256: prepared.textSha256, copyOf: original?.id ?? null },
        });
        return { source: await this.readSummary(sourceId, tx), created: true, notes };
      },
      { timeoutMs: 60_000 },
    );
  }

  async listSources(query: EndpointQuery<typeof intakeEndpoints.listSources>) {
    const tx = this.database.direct;
    const page = await sourceRepo.list(query, tx);
    const counts = await candidateRepo.countByState(
      page.items.map((source) => source.id),
      tx,
    );
    return { items: page.items.map((source) => toSummary(source, counts)), nextCursor: page.nextCursor };
  }

  /**
   * Corrects metadata, and reads the undecided candidates anew: dates in a text hang on when it was published, "I" on who
   * wrote it. Throws DomainError SOURCE.NOT_FOUND.
   */
  async updateSource(
    actor: Actor,
    id: string,
    metadata: z.output<typeof intakeEndpoints.updateSource.body>,
  ): Promise<Summary> {
    const outlet = metadata.outlet === '' ? null : metadata.outlet;
    return this.database.withTransaction(
      async (tx) => {
        const at = this.clock.now();
        if (!(await sourceRepo.updateMetadata(id, { ...metadata, outlet }, at, tx))) throw noSource(id);
        await this.readAnew(id, at, tx);
        await auditRepo.appendAudit(tx, {
          at,
          actor: actor.userId,
          action: 'source.corrected',
          subjectType: 'source',
          subjectId: id,
          payload: { publishedOn: metadata.publishedOn },
        });
        return this.readSummary(id, tx);
      },
      { timeoutMs: 60_000 },
    );
  }

  /** Throws DomainError SOURCE.NOT_FOUND. */
  async getSource(id: string): Promise<Detail> {
    const tx = this.database.direct;
    const source = await sourceRepo.find(id, tx);
    if (source === null) throw noSource(id);
    const counts = await candidateRepo.countByState([id], tx);
    const candidates = await readCandidates({ sourceId: id }, tx);
    return {
      ...toSummary(source, counts),
      language: source.language,
      notes: describeSource(source.snapshot.text),
      snapshot: { ...source.snapshot, takenAt: source.snapshot.takenAt.toISOString() },
      candidateList: candidates.map(toWireCandidate),
      ...(await this.readings.describe(source)),
    };
  }

  private async readAnew(id: string, at: Date, tx: Tx): Promise<void> {
    const source = await sourceRepo.find(id, tx);
    if (source === null || source.syndicatedCopyOf !== null || !source.language.startsWith('en')) return;
    await candidateVersionRepo.lock(source.snapshot.id, tx);
    const { yardstick } = (await getInstallation(tx)).settings;
    const candidates = await this.extract({ ...source, text: source.snapshot.text }, yardstick);
    await candidateVersionRepo.write(source.snapshot.id, rulesVersion(yardstick), candidates, at, tx);
    await this.readings.readAnew(source, at, tx);
  }

  private extract(
    prepared: TextDetails & { readonly text: string },
    yardstick: Yardstick,
  ): Promise<Candidate[]> {
    return this.thread.extract({ text: prepared.text, meta: metaOf(prepared), options: { yardstick } });
  }

  private async readSummary(id: string, tx: Tx): Promise<Summary> {
    const source = await sourceRepo.find(id, tx);
    if (source === null) throw noSource(id);
    return toSummary(source, await candidateRepo.countByState([id], tx));
  }
}

/** The language of a text, 'en' where there is English to read in it, 'und' where it cannot be told. */
function languageOf(text: string): string {
  const { isEnglish, language } = readLanguage(readableText(text).text);
  return isEnglish ? 'en' : (language ?? 'und');
}

/** The stored text that this one is a copy of, by the rule of `outturn dedupe`. */
async function findOriginal(
  prepared: PreparedText,
  tx: Tx,
): Promise<{ id: string; similarity: number } | null> {
  const near = await sourceRepo.listTextsNear(prepared.publishedOn, COPY_WINDOW_DAYS, COPY_COMPARISONS, tx);
  const prints = [prepared, ...near].map(({ text }) => fingerprintText(text));
  const [best] = findCopies(prints, 0).sort((x, y) => y.similarity - x.similarity);
  const original = best === undefined ? undefined : near[best.b - 1];
  return best === undefined || original === undefined
    ? null
    : { id: original.id, similarity: best.similarity };
}

function toSummary(source: StoredSource, counts: ReadonlyMap<string, Counts>): Summary {
  return {
    id: source.id,
    title: source.title,
    outlet: source.outlet,
    authors: [...source.authors],
    publishedOn: source.publishedOn,
    address: source.address,
    addedAt: source.addedAt.toISOString(),
    candidates: counts.get(source.id) ?? { pending: 0, accepted: 0, rejected: 0 },
    syndicatedCopyOf: source.syndicatedCopyOf,
  };
}

function toWireCandidate(candidate: ReadCandidate): Detail['candidateList'][number] {
  const {
    also: _also,
    snapshotId: _snapshotId,
    lexiconVersion: _lexiconVersion,
    cues,
    needsEdit,
    ...rest
  } = candidate;
  return { ...rest, cues: [...cues], needsEdit: [...needsEdit] };
}

function noSource(id: string): DomainError {
  return new DomainError('SOURCE.NOT_FOUND', `There is no source ${id}.`);
}
