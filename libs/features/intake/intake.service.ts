import { Injectable } from '@nestjs/common';
import type { EndpointQuery, SourceDetail, SourceSummary } from '#contracts/http';
import type { intakeEndpoints } from '#contracts/http';
import { type Actor, DomainError } from '#core/domain';
import { EXTRACTOR_VERSION, extractCandidates, LEXICON_VERSION, looksEnglish } from '#core/extraction';
import { SYNDICATED_SIMILARITY, textSimilarity } from '#core/text';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateRepo,
  Database,
  sourceRepo,
  type StoredCandidate,
  type StoredSource,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';
import { NORMALISER_VERSION, type PreparedText, prepareText, type TextInput } from './text-intake.js';

type Summary = z.input<typeof SourceSummary>;
type Detail = z.input<typeof SourceDetail>;
type Counts = Summary['candidates'];

/** Texts further apart than this are not compared for being copies. */
const COPY_WINDOW_DAYS = 30;
const COPY_COMPARISONS = 200;
const VERSIONS = { extractor: EXTRACTOR_VERSION, lexicon: LEXICON_VERSION };

/** Takes texts in: snapshot, metadata, candidates, in one transaction. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a text and what the extractor finds in it. The very same text again opens the source that holds it; a
   * near-identical one is stored as a syndicated copy, linked and not extracted.
   * Throws DomainError TEXT.*.
   */
  async addSource(
    actor: Actor,
    input: TextInput,
    intakeKind: 'paste' | 'file' | 'cli' | 'api' = 'paste',
  ): Promise<{ source: Summary; created: boolean }> {
    const prepared = prepareText(input);
    const language = input.language ?? (looksEnglish(prepared.text) ? 'en' : 'und');
    const candidates = language.startsWith('en') ? extract(prepared) : [];
    return this.database.withTransaction(
      async (tx) => {
        await sourceRepo.lockText(prepared.textSha256, tx);
        const known = await sourceRepo.findByText(prepared.textSha256, tx);
        if (known !== null) return { source: await this.readSummary(known, tx), created: false };
        const at = this.clock.now();
        const original = await findOriginal(prepared, tx);
        const { sourceId, snapshotId } = await sourceRepo.insert(
          { ...prepared, language, intakeKind, createdById: actor.userId, at },
          {
            rawBytes: prepared.rawBytes,
            rawSha256: prepared.rawSha256,
            mediaType: 'text/plain',
            text: prepared.text,
            textSha256: prepared.textSha256,
            normaliserVersion: NORMALISER_VERSION,
          },
          tx,
        );
        if (original !== null) await sourceRepo.linkCopy(sourceId, original.id, original.similarity, at, tx);
        else {
          await candidateRepo.insertAll(snapshotId, VERSIONS, candidates, at, tx);
        }
        await auditRepo.appendAudit(tx, {
          at,
          actor: actor.userId,
          action: 'source.added',
          subjectType: 'source',
          subjectId: sourceId,
          payload: { textSha256: prepared.textSha256, copyOf: original?.id ?? null },
        });
        return { source: await this.readSummary(sourceId, tx), created: true };
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
    const candidates = await candidateRepo.listOfSource(id, tx);
    return {
      ...toSummary(source, counts),
      language: source.language,
      snapshot: { ...source.snapshot, takenAt: source.snapshot.takenAt.toISOString() },
      candidateList: candidates.map(toWireCandidate),
    };
  }

  private async readAnew(id: string, at: Date, tx: Tx): Promise<void> {
    const source = await sourceRepo.find(id, tx);
    if (source === null || source.syndicatedCopyOf !== null || !source.language.startsWith('en')) return;
    const candidates = extract({ ...source, text: source.snapshot.text });
    await candidateRepo.refreshPending(source.snapshot.id, VERSIONS, candidates, at, tx);
  }

  private async readSummary(id: string, tx: Tx): Promise<Summary> {
    const source = await sourceRepo.find(id, tx);
    if (source === null) throw noSource(id);
    return toSummary(source, await candidateRepo.countByState([id], tx));
  }
}

function extract(prepared: Pick<PreparedText, 'text' | 'title' | 'authors' | 'outlet' | 'publishedOn'>) {
  return extractCandidates(prepared.text, {
    title: prepared.title,
    author: prepared.authors.join(' and '),
    ...(prepared.outlet === null ? {} : { outlet: prepared.outlet }),
    ...(prepared.publishedOn === null ? {} : { publishedOn: prepared.publishedOn }),
  });
}

async function findOriginal(
  prepared: PreparedText,
  tx: Tx,
): Promise<{ id: string; similarity: number } | null> {
  const near = await sourceRepo.listTextsNear(prepared.publishedOn, COPY_WINDOW_DAYS, COPY_COMPARISONS, tx);
  let best: { id: string; similarity: number } | null = null;
  for (const { id, text } of near) {
    const similarity = textSimilarity(prepared.text, text);
    if (similarity >= SYNDICATED_SIMILARITY && similarity > (best?.similarity ?? 0))
      best = { id, similarity };
  }
  return best;
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

function toWireCandidate(candidate: StoredCandidate): Detail['candidateList'][number] {
  const { also: _also, snapshotId: _snapshotId, cues, ...rest } = candidate;
  return { ...rest, cues: [...cues] };
}

function noSource(id: string): DomainError {
  return new DomainError('SOURCE.NOT_FOUND', `There is no source ${id}.`);
}
