import { Injectable } from '@nestjs/common';
import type {
  AddedDocument,
  EndpointQuery,
  SourceDetail,
  SourcePreview,
  SourceSummary,
} from '#contracts/http';
import type { intakeEndpoints } from '#contracts/http';
import { type Actor, DomainError, SOURCE_FIELDS, type Yardstick } from '#core/domain';
import { type Candidate, describeSource } from '#core/extraction';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateRepo,
  candidateVersionRepo,
  Database,
  getInstallation,
  type IntakeKind,
  type NewSnapshot,
  readCandidates,
  shownCandidate,
  sourceRepo,
  syndicatedCopyRepo,
  type StoredSource,
  type Tx,
} from '#platform/db';
import { ExtractionThread } from '#platform/threads';
import type { z } from 'zod';
import { CopySearch } from './copy-search.js';
import type { ReadText } from './document-reading.service.js';
import { ModelReadingService } from './model-reading.service.js';
import { metaOf, rulesVersion, type TextDetails } from './read-text.js';
import {
  NORMALISER_VERSION,
  type PreparedText,
  prepareText,
  type ReceivedDocument,
  type TextInput,
} from './text-intake.js';

type Summary = z.input<typeof SourceSummary>;
type Detail = z.input<typeof SourceDetail>;
type Counts = Summary['candidates'];
type Added = z.input<typeof AddedDocument>;
type Preview = z.input<typeof SourcePreview>;

/** Written in the transaction that stores a source, or finds it stored: both or neither. */
export type Alongside = (source: { id: string; created: boolean }, tx: Tx) => Promise<void>;

export interface Intake {
  readonly by: IntakeKind;
  readonly received: ReceivedDocument | null;
  readonly alongside?: Alongside;
}

const PASTED: Intake = { by: 'paste', received: null };
/** Of the text that is shown before it is taken in. */
const PREVIEW_CHARACTERS = 20_000;

/** Takes texts in: snapshot, metadata, candidates, in one transaction. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readings: ModelReadingService,
    private readonly thread: ExtractionThread,
    private readonly copies: CopySearch,
  ) {}

  /**
   * Stores a text and what the extractor finds in it. The very same text again opens the source that holds it; a
   * near-identical one is stored as a syndicated copy, linked and not extracted.
   * Throws DomainError TEXT.*.
   */
  async addSource(
    actor: Pick<Actor, 'userId'>,
    input: TextInput,
    { by, received, alongside = () => Promise.resolve() }: Intake = PASTED,
  ): Promise<Added> {
    const prepared = prepareText(input, received);
    const { yardstick } = (await getInstallation(this.database.direct)).settings;
    const candidates = prepared.language.startsWith('en') ? await this.extract(prepared, yardstick) : [];
    const rest = { origins: prepared.origins, notes: describeSource(prepared.text) };
    return this.database.withTransaction(
      async (tx) => {
        await sourceRepo.lockText(prepared.textSha256, tx);
        const known = await sourceRepo.findByText(prepared.textSha256, tx);
        if (known !== null) {
          await alongside({ id: known, created: false }, tx);
          return { ...rest, source: await this.readSummary(known, tx), created: false };
        }
        const at = this.clock.now();
        const original = await this.copies.findOriginal(prepared, tx);
        const { sourceId, snapshotId } = await sourceRepo.insert(
          { ...prepared, intakeKind: by, createdById: actor.userId, at },
          toSnapshot(prepared, received),
          tx,
        );
        if (original !== null)
          await syndicatedCopyRepo.link(sourceId, original.id, original.similarity, at, tx);
        else {
          await candidateRepo.insertAll(snapshotId, rulesVersion(yardstick), candidates, at, tx);
          const snapshot = { id: snapshotId, text: prepared.text };
          await this.readings.request({ ...prepared, syndicatedCopyOf: null, snapshot }, at, tx);
        }
        await alongside({ id: sourceId, created: true }, tx);
        await auditRepo.appendAudit(tx, {
          at,
          actor: actor.userId,
          action: 'source.added',
          subjectType: 'source',
          subjectId: sourceId,
          payload: { textSha256: prepared.textSha256, copyOf: original?.id ?? null },
        });
        return { ...rest, source: await this.readSummary(sourceId, tx), created: true };
      },
      { timeoutMs: 60_000 },
    );
  }

  /** What adding a text would come to; stores nothing. Throws DomainError TEXT.*. */
  async preview(input: TextInput, read: ReadText | null): Promise<Preview> {
    const prepared = prepareText(input, read?.received);
    const tx = this.database.direct;
    const knownId = await sourceRepo.findByText(prepared.textSha256, tx);
    const known = knownId === null ? null : await sourceRepo.find(knownId, tx);
    const { address } = prepared;
    const sameAddress =
      known !== null || address === null ? null : await sourceRepo.findByAddress(address, tx);
    const original =
      known === null && sameAddress === null ? await this.copies.findOriginal(prepared, tx) : null;
    const copied = original === null ? null : await sourceRepo.find(original.id, tx);
    const { title, authors, outlet, publishedOn, language, origins } = prepared;
    return {
      kind: read?.kind ?? 'text',
      title,
      authors: [...authors],
      outlet,
      publishedOn,
      address,
      language,
      origins,
      text: prepared.text.slice(0, PREVIEW_CHARACTERS),
      characters: prepared.text.length,
      notes: describeSource(prepared.text),
      known: known && { id: known.id, title: known.title },
      sameAddress,
      copyOf: original && copied && { id: copied.id, title: copied.title, similarity: original.similarity },
    };
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
    return this.database.withTransaction(
      async (tx) => {
        const at = this.clock.now();
        const source = await sourceRepo.find(id, tx);
        if (source === null) throw noSource(id);
        await sourceRepo.updateMetadata(id, corrected(source, metadata), at, tx);
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

  /** As the reader may see it; to nobody, what waits for a second coding is hidden. Throws DomainError SOURCE.NOT_FOUND. */
  async getSource(id: string, reader: Actor | null = null): Promise<Detail> {
    const tx = this.database.direct;
    const source = await sourceRepo.find(id, tx);
    if (source === null) throw noSource(id);
    const counts = await candidateRepo.countByState([id], tx);
    const candidates = await readCandidates({ sourceId: id }, reader?.userId ?? null, tx);
    const copy = await syndicatedCopyRepo.find(id, tx);
    return {
      ...toSummary(source, counts),
      language: source.language,
      origins: source.origins,
      copy: copy && {
        original: copy.original,
        similarity: copy.similarity,
        isDismissed: copy.dismissedAt !== null,
      },
      lastSeen:
        source.lastSeenId === null || source.lastSeenAt === null
          ? null
          : { snapshotId: source.lastSeenId, at: source.lastSeenAt.toISOString() },
      notes: describeSource(source.snapshot.text),
      snapshot: { ...source.snapshot, takenAt: source.snapshot.takenAt.toISOString() },
      candidateList: candidates.map(shownCandidate),
      ...(await this.readings.describe(source)),
    };
  }

  /** Reads the undecided candidates anew; of a text that is not read for predictions they go. */
  async readAnew(id: string, at: Date, tx: Tx): Promise<void> {
    const source = await sourceRepo.find(id, tx);
    if (source === null || source.syndicatedCopyOf !== null) return;
    await candidateVersionRepo.lock(source.snapshot.id, tx);
    if (!source.language.startsWith('en')) {
      await candidateVersionRepo.removePending(source.snapshot.id, tx);
      return;
    }
    const { yardstick } = (await getInstallation(tx)).settings;
    const candidates = await this.extract({ ...source, text: source.snapshot.text }, yardstick);
    await candidateVersionRepo.write(source.snapshot.id, rulesVersion(yardstick), candidates, at, tx);
    await this.readings.readAnew(source, at, tx);
  }

  /** Has a language model read a text that was not to be read before, where there is one. */
  async requestModel(id: string, at: Date, tx: Tx): Promise<void> {
    const source = await sourceRepo.find(id, tx);
    if (source !== null) await this.readings.request(source, at, tx);
  }

  private extract(
    prepared: TextDetails & { readonly text: string },
    yardstick: Yardstick,
  ): Promise<Candidate[]> {
    return this.thread.extract({ text: prepared.text, meta: metaOf(prepared), options: { yardstick } });
  }

  async readSummary(id: string, tx: Tx): Promise<Summary> {
    const source = await sourceRepo.find(id, tx);
    if (source === null) throw noSource(id);
    return toSummary(source, await candidateRepo.countByState([id], tx));
  }
}

/** What a person changes is from then on what a person said. */
function corrected(source: StoredSource, given: z.output<typeof intakeEndpoints.updateSource.body>) {
  const { language = source.language, ...rest } = given;
  const metadata = { ...rest, language, outlet: rest.outlet === '' ? null : rest.outlet };
  const changed = SOURCE_FIELDS.filter(
    (field) => JSON.stringify(metadata[field]) !== JSON.stringify(source[field]),
  );
  const typed = Object.fromEntries(changed.map((field) => [field, 'typed']));
  return { ...metadata, origins: { ...source.origins, ...typed } };
}

export function toSnapshot(prepared: PreparedText, received: ReceivedDocument | null): NewSnapshot {
  return {
    rawBytes: prepared.rawBytes,
    rawSha256: prepared.rawSha256,
    mediaType: received?.mediaType ?? 'text/plain',
    charset: received?.charset ?? null,
    text: prepared.text,
    textSha256: prepared.textSha256,
    normaliserVersion: NORMALISER_VERSION,
  };
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
    differs: source.differs,
  };
}

export function noSource(id: string): DomainError {
  return new DomainError('SOURCE.NOT_FOUND', `There is no source ${id}.`);
}
