import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '#core/domain';
import { type Candidate, lexiconVersion, readPassage, type TextMeta } from '#core/extraction';
import type { TextSpan } from '#core/text';
import { Clock } from '#platform/clock';
import {
  auditRepo,
  candidateEditRepo,
  candidateVersionRepo,
  Database,
  getInstallation,
  readCandidates,
  type StoredSource,
  type Tx,
} from '#platform/db';
import {
  changed,
  decide,
  getCandidate,
  getSource,
  getUndecided,
  readWire,
  type SourceWithText,
  toWire,
  type WireCandidate,
} from './candidate-desk.js';

/** A quote is words to be checked by, not a chapter. */
const LONGEST_QUOTE = 2_000;

/** Mends what was found: adds what was missed, puts together what says the same, cuts in two what says two things. */
@Injectable()
export class CandidateEditingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As they are now, for those who triage the same text. Throws DomainError SOURCE.NOT_FOUND. */
  async listCandidates(actor: Actor, sourceId: string): Promise<{ items: WireCandidate[] }> {
    const tx = this.database.direct;
    await getSource(sourceId, tx);
    const items = await readCandidates({ sourceId }, actor.userId, tx);
    return { items: items.map(toWire) };
  }

  /**
   * Adds a passage that everything missed; kept as such, to train the rules with.
   * Throws DomainError SOURCE.NOT_FOUND, CANDIDATE.BAD_SPAN, CANDIDATE.KNOWN.
   */
  async addCandidate(
    actor: Actor,
    sourceId: string,
    { start, end, quote }: TextSpan & { readonly quote: string },
  ): Promise<WireCandidate> {
    return this.database.withTransaction(async (tx) => {
      const source = await getSource(sourceId, tx);
      await candidateVersionRepo.lock(source.snapshot.id, tx);
      const { text } = source.snapshot;
      if (end > text.length || text.slice(start, end) !== quote)
        throw badSpan('These are not the words that stand there in the text.');
      const known = await readCandidates({ sourceId }, actor.userId, tx);
      const place = await this.read(source, { start, end }, tx);
      const same = known.find((one) => one.start === place.start && one.end === place.end);
      if (same !== undefined)
        throw new DomainError('CANDIDATE.KNOWN', 'This very passage is a candidate already.');
      const id = await this.insert(source, place, null, tx);
      await auditRepo.appendAudit(tx, {
        at: this.clock.now(),
        actor: actor.userId,
        action: 'candidate.added',
        subjectType: 'candidate',
        subjectId: id,
        payload: { start: place.start, end: place.end },
      });
      return readWire(id, actor, tx);
    });
  }

  /**
   * Puts a candidate to another one that says the same: its places become further quotes of that one's claim.
   * Throws DomainError CANDIDATE.*, VERSION.CHANGED.
   */
  async mergeCandidate(
    actor: Actor,
    id: string,
    { version, intoId }: { readonly version: number; readonly intoId: string },
  ): Promise<{ candidate: WireCandidate; into: WireCandidate }> {
    return this.database.withTransaction(async (tx) => {
      const seen = await getUndecided(id, version, tx);
      await candidateVersionRepo.lock(seen.snapshotId, tx);
      const candidate = await getUndecided(id, version, tx);
      const into = await getCandidate(intoId, tx);
      if (into.id === candidate.id || into.snapshotId !== candidate.snapshotId)
        throw notMergeable('Choose another candidate of the same text.');
      if (into.state !== 'pending')
        throw notMergeable(
          'The other candidate is decided. Take that back first, or reject this one as a duplicate.',
        );
      // Whoever has the other one open must see that it stands for more by now.
      await candidateEditRepo.touch(into.id, tx);
      const decision = { state: 'merged', rejectReason: null, claimId: null, mergedIntoId: into.id } as const;
      await decide(actor, candidate, decision, this.clock.now(), tx);
      return { candidate: await readWire(id, actor, tx), into: await readWire(into.id, actor, tx) };
    });
  }

  /**
   * Cuts a candidate in two at a place in its quote. Throws DomainError CANDIDATE.*, VERSION.CHANGED.
   *
   * @param at where the second part begins, in UTF-16 code units of the quote
   */
  async splitCandidate(
    actor: Actor,
    id: string,
    { version, at }: { readonly version: number; readonly at: number },
  ): Promise<{ candidate: WireCandidate; parts: WireCandidate[] }> {
    return this.database.withTransaction(async (tx) => {
      const seen = await getUndecided(id, version, tx);
      await candidateVersionRepo.lock(seen.snapshotId, tx);
      const candidate = await getUndecided(id, version, tx);
      const source = await getSource(candidate.sourceId, tx);
      if (source.snapshot.id !== candidate.snapshotId) throw changed();
      const cut = candidate.start + at;
      const spans = [
        { start: candidate.start, end: cut },
        { start: cut, end: candidate.end },
      ];
      const partIds: string[] = [];
      for (const span of spans)
        partIds.push(await this.insert(source, await this.read(source, span, tx), id, tx));
      const decision = { state: 'split', rejectReason: null, claimId: null } as const;
      await decide(actor, candidate, decision, this.clock.now(), tx);
      const parts: WireCandidate[] = [];
      for (const partId of partIds) parts.push(await readWire(partId, actor, tx));
      return { candidate: await readWire(id, actor, tx), parts };
    });
  }

  private async read(source: SourceWithText, span: TextSpan, tx: Tx): Promise<Candidate> {
    const { yardstick } = (await getInstallation(tx)).settings;
    if (span.end - span.start > LONGEST_QUOTE)
      throw badSpan(`A quote has at most ${String(LONGEST_QUOTE)} characters.`);
    const read =
      span.start < span.end ? readPassage(source.snapshot.text, metaOf(source), span, { yardstick }) : null;
    if (read === null || !/[\p{L}\p{N}]/u.test(read.quote)) throw badSpan('There are no words to be quoted.');
    return read;
  }

  private async insert(
    source: SourceWithText,
    candidate: Candidate,
    splitFromId: string | null,
    tx: Tx,
  ): Promise<string> {
    const lexicon = lexiconVersion((await getInstallation(tx)).settings.yardstick);
    const id = await candidateEditRepo.insert(
      source.snapshot.id,
      candidate,
      { lexicon, splitFromId, at: this.clock.now() },
      tx,
    );
    if (id === null)
      throw new DomainError('CANDIDATE.KNOWN', `Somebody has marked “${candidate.quote}” already.`);
    return id;
  }
}

function metaOf({ title, authors, outlet, publishedOn }: StoredSource): TextMeta {
  return {
    title,
    author: authors.join(' and '),
    ...(outlet === null ? {} : { outlet }),
    ...(publishedOn === null ? {} : { publishedOn }),
  };
}

function badSpan(message: string): DomainError {
  return new DomainError('CANDIDATE.BAD_SPAN', message);
}

function notMergeable(message: string): DomainError {
  return new DomainError('CANDIDATE.NOT_MERGEABLE', message);
}
