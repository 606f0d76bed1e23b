import { Injectable } from '@nestjs/common';
import type { AcceptCandidate } from '#contracts/http';
import {
  type Actor,
  type CalendarDate,
  checkOpening,
  DomainError,
  dueAt,
  type RejectReason,
} from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import { makeQuoteAnchor, type QuoteAnchor, textSimilarity } from '#core/text';
import { Clock } from '#platform/clock';
import {
  candidateEditRepo,
  claimantRepo,
  claimRepo,
  Database,
  getInstallation,
  propositionRepo,
  type StoredCandidate,
  type StoredProposition,
  type StoredSource,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import {
  decide,
  getSource,
  getUndecided,
  readWire,
  type SourceWithText,
  type WireCandidate,
} from './candidate-desk.js';
import { searchWords, wordOverlap } from './similar-statements.js';

type Acceptance = z.output<typeof AcceptCandidate>;

const SIMILAR_FROM = 0.35;
const SIMILAR_AT_MOST = 8;

/** Turns candidates into claims on propositions, or puts them aside. */
@Injectable()
export class TriageService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Makes a claim of a candidate, on a new proposition or one that is open already.
   * Throws DomainError CANDIDATE.*, CLAIMANT.*, PROPOSITION.*, VERSION.CHANGED.
   */
  async acceptCandidate(actor: Actor, id: string, input: Acceptance) {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const candidate = await getUndecided(id, input.version, tx);
      const source = await getSource(candidate.sourceId, tx);
      const saidOn = requirePublicationDate(source);
      checkOpening({ ...input, saidOn });
      const proposition = await this.openOrJoin(actor, input, at, tx);
      const claimant = await claimantRepo.ensure(input.claimant, input.claimantKind, at, tx);
      const anchors = await anchorsOf(candidate, source, tx);
      const claimId = await claimRepo.insert(
        {
          propositionId: proposition.id,
          snapshotId: candidate.snapshotId,
          claimantId: claimant.id,
          role: input.role,
          probability: input.probability,
          lexiconVersion: await lexiconOf(candidate, input.probability, tx),
          negated: candidate.negated,
          condition: input.condition === '' ? null : input.condition,
          conditionPropositionId: input.conditionPropositionId,
          saidOn,
          retrospective: proposition.dueAt !== null && proposition.dueAt <= at,
          anchors,
          recordedById: actor.userId,
          at,
        },
        tx,
      );
      await decide(actor, candidate, { state: 'accepted', rejectReason: null, claimId }, at, tx);
      await this.outbox.enqueue(
        'matchProposition',
        { propositionId: proposition.id, version: proposition.version },
        tx,
      );
      return { claimId, propositionId: proposition.id, candidate: await readWire(id, tx) };
    });
  }

  /** Throws DomainError CANDIDATE.*, VERSION.CHANGED. */
  async rejectCandidate(
    actor: Actor,
    id: string,
    input: { version: number; reason: RejectReason },
  ): Promise<WireCandidate> {
    return this.database.withTransaction(async (tx) => {
      const candidate = await getUndecided(id, input.version, tx);
      const decision = { state: 'rejected', rejectReason: input.reason, claimId: null } as const;
      await decide(actor, candidate, decision, this.clock.now(), tx);
      return readWire(id, tx);
    });
  }

  /** Open propositions that say nearly the same, best first. */
  async suggestPropositions(statement: string) {
    const tx = this.database.direct;
    const near = await propositionRepo.listSharingWords(searchWords(statement), 50, tx);
    const scored = near
      .map((proposition) => ({
        proposition,
        similarity: Math.max(
          wordOverlap(statement, proposition.statement),
          textSimilarity(statement, proposition.statement),
        ),
      }))
      .filter(({ similarity }) => similarity >= SIMILAR_FROM)
      .sort((a, b) => b.similarity - a.similarity || a.proposition.id.localeCompare(b.proposition.id))
      .slice(0, SIMILAR_AT_MOST);
    const claims = await propositionRepo.countClaims(
      scored.map(({ proposition }) => proposition.id),
      tx,
    );
    return {
      items: scored.map(({ proposition, similarity }) => ({
        id: proposition.id,
        statement: proposition.statement,
        deadlineOn: proposition.deadlineOn,
        similarity,
        claims: claims.get(proposition.id) ?? 0,
      })),
    };
  }

  private async openOrJoin(actor: Actor, input: Acceptance, at: Date, tx: Tx): Promise<StoredProposition> {
    if (input.propositionId !== null) {
      // Locked: a verdict that became final meanwhile would have been scored without this claim.
      const known = await propositionRepo.lock(input.propositionId, tx);
      if (known === null)
        throw new DomainError(
          'PROPOSITION.NOT_FOUND',
          `There is no proposition ${input.propositionId} to join.`,
        );
      if (known.status !== 'open')
        throw new DomainError(
          'PROPOSITION.CLOSED',
          'This proposition has its verdict already; open a new one.',
        );
      return known;
    }
    const { zone } = await getInstallation(tx);
    const proposition = await propositionRepo.insertOpen(
      {
        statement: input.statement,
        kind: input.kind,
        window: input.window,
        windowStartOn: input.windowStartOn,
        deadlineOn: input.deadlineOn,
        zone,
        precision: input.deadlineOn === null ? null : (input.precision ?? 'day'),
        deadlineBasis: input.deadlineBasis,
        deadlinePhrase: input.deadlinePhrase,
        dueAt: input.deadlineOn === null ? null : dueAt(input.deadlineOn, zone),
        criteria: input.criteria,
        sourceOfTruth: input.sourceOfTruth,
        statusQuo: input.statusQuo,
        topics: input.topics,
        family: input.family,
        createdById: actor.userId,
        at,
      },
      tx,
    );
    return proposition;
  }
}

/** Where it is said: the quote first, then its repeats and all that was put together with it, each place once. */
async function anchorsOf(candidate: StoredCandidate, source: SourceWithText, tx: Tx): Promise<QuoteAnchor[]> {
  const merged = await candidateEditRepo.listMergedSpans(candidate.id, tx);
  const places = new Map(
    [candidate, ...candidate.also, ...merged].map((span) => [
      `${String(span.start)}:${String(span.end)}`,
      span,
    ]),
  );
  return [...places.values()].map(({ start, end }) => makeQuoteAnchor(source.snapshot.text, start, end));
}

/** A band taken over as it was read keeps the lexicon it was read with; one set by hand was chosen by today's yardstick. */
async function lexiconOf(
  { probability: read, lexiconVersion: readWith }: StoredCandidate,
  taken: Acceptance['probability'],
  tx: Tx,
): Promise<string> {
  const isAsRead =
    read !== null &&
    read.basis === taken.basis &&
    read.low === taken.low &&
    read.point === taken.point &&
    read.high === taken.high;
  if (isAsRead && readWith !== null) return readWith;
  return lexiconVersion((await getInstallation(tx)).settings.yardstick);
}

function requirePublicationDate(source: Pick<StoredSource, 'publishedOn'>): CalendarDate {
  if (source.publishedOn === null)
    throw new DomainError(
      'INPUT.INVALID',
      'The source has no publication date, so nobody can tell when this was said. Give the source its date first.',
      [{ path: 'publishedOn', message: 'missing on the source' }],
    );
  return source.publishedOn;
}
