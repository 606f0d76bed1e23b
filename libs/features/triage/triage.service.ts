import { Injectable } from '@nestjs/common';
import type { AcceptCandidate } from '#contracts/http';
import {
  type Actor,
  type CalendarDate,
  checkOpening,
  DomainError,
  dueAt,
  needsSecondCoding,
  type RejectReason,
} from '#core/domain';
import { withoutDates } from '#core/coach';
import { lexiconVersion } from '#core/extraction';
import { makeQuoteAnchor, type QuoteAnchor } from '#core/text';
import { Clock } from '#platform/clock';
import {
  candidateEditRepo,
  claimantRepo,
  claimRepo,
  codingRepo,
  Database,
  getInstallation,
  type NewClaim,
  type NewCoding,
  type NewProposition,
  propositionRepo,
  type StoredCandidate,
  type StoredClaimant,
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
import { SimilarStatements } from './similar-statements.js';

type Acceptance = Omit<z.output<typeof AcceptCandidate>, 'alreadyHappened' | 'variantOfId'> & {
  readonly variantOfId?: string | null;
  readonly alreadyHappened?: boolean;
};

/** Turns candidates into claims on propositions, or puts them aside. */
@Injectable()
export class TriageService {
  private readonly similar = new SimilarStatements();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Makes a claim of a candidate, on a new proposition or one that is open already; where it needs a second coding, a draft
   * that nobody sees until it has it.
   * Throws DomainError CANDIDATE.*, CLAIMANT.*, PROPOSITION.*, VERSION.CHANGED.
   */
  async acceptCandidate(actor: Actor, id: string, input: Acceptance) {
    return this.database.withTransaction(async (tx) => {
      const at = this.clock.now();
      const candidate = await getUndecided(id, input.version, tx);
      const source = await getSource(candidate.sourceId, tx);
      const saidOn = requirePublicationDate(source);
      checkOpening({ ...input, saidOn });
      const claimant = await claimantRepo.ensure(input.claimant, input.claimantKind, at, tx);
      const isDraft = await waitsForSecond(claimant, tx);
      const proposition = await this.openOrJoin(actor, input, { at, isDraft }, tx);
      const claim = {
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
        retrospective:
          input.alreadyHappened === true || (proposition.dueAt !== null && proposition.dueAt <= at),
        anchors: await anchorsOf(candidate, source, tx),
        recordedById: actor.userId,
        at,
      };
      const claimId = await claimRepo.insert({ ...claim, state: isDraft ? 'draft' : 'active' }, tx);
      if (isDraft) await codingRepo.insert(firstCoding(actor, input, claim, proposition, claimId), tx);
      await decide(actor, candidate, { state: 'accepted', rejectReason: null, claimId }, at, tx);
      if (!isDraft)
        await this.outbox.enqueue(
          'matchProposition',
          { propositionId: proposition.id, version: proposition.version },
          tx,
        );
      return {
        claimId,
        propositionId: proposition.id,
        opened: !isDraft,
        candidate: await readWire(id, actor, tx),
      };
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
      return readWire(id, actor, tx);
    });
  }

  /** Open propositions that say nearly the same, best first. */
  async suggestPropositions(statement: string) {
    return this.database.withTransaction(async (tx) => {
      const found = await this.similar.find(statement, tx);
      const claims = await propositionRepo.countClaims(
        found.map(({ proposition }) => proposition.id),
        tx,
      );
      return {
        items: found.map(({ proposition, similarity, isVariant }) => ({
          id: proposition.id,
          statement: proposition.statement,
          kind: proposition.kind,
          window: proposition.window,
          windowStartOn: proposition.windowStartOn,
          deadlineOn: proposition.deadlineOn,
          criteria: proposition.criteria,
          sourceOfTruth: proposition.sourceOfTruth,
          topics: [...proposition.topics],
          family: proposition.family,
          similarity,
          isVariant,
          claims: claims.get(proposition.id) ?? 0,
        })),
      };
    });
  }

  private async openOrJoin(
    actor: Actor,
    input: Acceptance,
    { at, isDraft }: { readonly at: Date; readonly isDraft: boolean },
    tx: Tx,
  ): Promise<StoredProposition> {
    if (input.propositionId !== null) return lockOpen(input.propositionId, tx);
    const { zone } = await getInstallation(tx);
    const family = await this.familyOf(input, at, tx);
    const opening: NewProposition = {
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
      family,
      createdById: actor.userId,
      at,
    };
    return isDraft ? propositionRepo.insertDraft(opening, tx) : propositionRepo.insertOpen(opening, tx);
  }

  /**
   * The family named, or that of the open proposition this one differs from in nothing but the deadline; one that has none
   * gets one, named by what the two have in common. Throws DomainError PROPOSITION.*.
   */
  private async familyOf(input: Acceptance, at: Date, tx: Tx): Promise<string> {
    const variantOfId = input.variantOfId ?? null;
    if (variantOfId === null) return input.family;
    const other = await lockOpen(variantOfId, tx);
    if (other.family !== '') return other.family;
    const name = input.family === '' ? withoutDates(other.statement).slice(0, 120).trim() : input.family;
    await propositionRepo.joinFamily(other.id, name, at, tx);
    return name;
  }
}

/** Whether claims of this claimant, or of whom they stand for now, are coded twice before they open. */
async function waitsForSecond(claimant: StoredClaimant, tx: Tx): Promise<boolean> {
  const { secondCoding } = (await getInstallation(tx)).settings;
  if (secondCoding === 'off') return false;
  const root = (await claimantRepo.listMerges(tx)).get(claimant.id);
  const standsFor = root === undefined ? null : await claimantRepo.find(root, tx);
  return needsSecondCoding(secondCoding, (standsFor ?? claimant).kind);
}

/** What whoever accepts a claim reads of it; where it joins a statement, that statement's deadline is what they chose. */
function firstCoding(
  actor: Actor,
  input: Acceptance,
  claim: Omit<NewClaim, 'state'>,
  proposition: StoredProposition,
  claimId: string,
): NewCoding {
  const { windowStartOn, deadlineOn, precision, deadlineBasis } = proposition;
  return {
    claimId,
    ordinal: 1,
    coderId: actor.userId,
    probability: claim.probability,
    windowStartOn,
    deadlineOn,
    precision,
    deadlineBasis,
    deadlinePhrase: input.deadlinePhrase,
    negated: claim.negated,
    condition: claim.condition,
    conditionPropositionId: claim.conditionPropositionId,
    alreadyHappened: input.alreadyHappened === true,
    at: claim.at,
  };
}

/** Locked: a verdict that became final meanwhile would have been scored without this claim. */
async function lockOpen(id: string, tx: Tx): Promise<StoredProposition> {
  const known = await propositionRepo.lock(id, tx);
  if (known === null)
    throw new DomainError('PROPOSITION.NOT_FOUND', `There is no proposition ${id} to join.`);
  if (known.status !== 'open')
    throw new DomainError('PROPOSITION.CLOSED', 'This proposition has its verdict already; open a new one.');
  return known;
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
