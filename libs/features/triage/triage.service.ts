import { Injectable } from '@nestjs/common';
import { AcceptCandidate, type Candidate } from '#contracts/http';
import {
  type Actor,
  type CalendarDate,
  checkOpening,
  DomainError,
  dueAt,
  type RejectReason,
} from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import { makeQuoteAnchor, textSimilarity } from '#core/text';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateRepo,
  claimantRepo,
  claimRepo,
  Database,
  getInstallation,
  propositionRepo,
  readCandidates,
  sourceRepo,
  type StoredCandidate,
  type StoredProposition,
  type Tx,
} from '#platform/db';
import { Outbox } from '#platform/jobs';
import type { z } from 'zod';
import { searchWords, wordOverlap } from './similar-statements.js';

type Acceptance = z.output<typeof AcceptCandidate>;
type WireCandidate = z.input<typeof Candidate>;

const SIMILAR_FROM = 0.35;
const SIMILAR_AT_MOST = 8;

interface Source {
  readonly id: string;
  readonly publishedOn: CalendarDate | null;
  readonly snapshot: { readonly text: string };
}

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
      const candidate = await this.getUndecided(id, input.version, tx);
      const source = await this.getSource(candidate.sourceId, tx);
      const saidOn = requirePublicationDate(source);
      checkOpening({ ...input, saidOn });
      const proposition = await this.openOrJoin(actor, input, at, tx);
      const claimant = await claimantRepo.ensure(input.claimant, input.claimantKind, at, tx);
      const anchors = [candidate, ...candidate.also].map(({ start, end }) =>
        makeQuoteAnchor(source.snapshot.text, start, end),
      );
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
      await this.decide(actor, candidate, { state: 'accepted', rejectReason: null, claimId }, at, tx);
      await this.outbox.enqueue(
        'matchProposition',
        { propositionId: proposition.id, version: proposition.version },
        tx,
      );
      return { claimId, propositionId: proposition.id, candidate: await this.readWire(id, tx) };
    });
  }

  /** Throws DomainError CANDIDATE.*, VERSION.CHANGED. */
  async rejectCandidate(
    actor: Actor,
    id: string,
    input: { version: number; reason: RejectReason },
  ): Promise<WireCandidate> {
    return this.database.withTransaction(async (tx) => {
      const candidate = await this.getUndecided(id, input.version, tx);
      const decision = { state: 'rejected', rejectReason: input.reason, claimId: null } as const;
      await this.decide(actor, candidate, decision, this.clock.now(), tx);
      return this.readWire(id, tx);
    });
  }

  /** Undoes a rejection. Throws DomainError CANDIDATE.*, VERSION.CHANGED. */
  async restoreCandidate(actor: Actor, id: string, input: { version: number }): Promise<WireCandidate> {
    return this.database.withTransaction(async (tx) => {
      const candidate = await candidateRepo.find(id, tx);
      if (candidate === null) throw noCandidate(id);
      if (candidate.state !== 'rejected')
        throw new DomainError(
          'CANDIDATE.ALREADY_DECIDED',
          `This candidate is ${candidate.state}, not rejected.`,
        );
      if (candidate.version !== input.version) throw changed();
      const decision = { state: 'pending', rejectReason: null, claimId: null } as const;
      await this.decide(actor, candidate, decision, this.clock.now(), tx);
      return this.readWire(id, tx);
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

  private async getUndecided(id: string, version: number, tx: Tx): Promise<StoredCandidate> {
    const candidate = await candidateRepo.find(id, tx);
    if (candidate === null) throw noCandidate(id);
    if (candidate.state !== 'pending')
      throw new DomainError(
        'CANDIDATE.ALREADY_DECIDED',
        `Somebody has already ${candidate.state} this candidate.`,
      );
    if (candidate.version !== version) throw changed();
    return candidate;
  }

  private async getSource(id: string, tx: Tx): Promise<Source> {
    const source = await sourceRepo.find(id, tx);
    if (source === null) throw new DomainError('SOURCE.NOT_FOUND', `There is no source ${id}.`);
    return source;
  }

  private async decide(
    actor: Actor,
    candidate: StoredCandidate,
    decision: Pick<StoredCandidate, 'state' | 'rejectReason' | 'claimId'>,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const { id, version, state } = candidate;
    const done = await candidateRepo.decide(id, version, state, { ...decision, by: actor.userId, at }, tx);
    if (!done) throw changed();
    await auditRepo.appendAudit(tx, {
      at,
      actor: actor.userId,
      action: `candidate.${decision.state}`,
      subjectType: 'candidate',
      subjectId: id,
      payload: { claimId: decision.claimId, rejectReason: decision.rejectReason },
    });
  }

  private async readWire(id: string, tx: Tx): Promise<WireCandidate> {
    const [candidate] = await readCandidates({ id }, tx);
    if (candidate === undefined) throw noCandidate(id);
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

function requirePublicationDate(source: Source): CalendarDate {
  if (source.publishedOn === null)
    throw new DomainError(
      'INPUT.INVALID',
      'The source has no publication date, so nobody can tell when this was said. Give the source its date first.',
      [{ path: 'publishedOn', message: 'missing on the source' }],
    );
  return source.publishedOn;
}

function noCandidate(id: string): DomainError {
  return new DomainError('CANDIDATE.NOT_FOUND', `There is no candidate ${id}.`);
}

function changed(): DomainError {
  return new DomainError(
    'VERSION.CHANGED',
    'Somebody changed this in the meantime. Look at it again and decide.',
  );
}
