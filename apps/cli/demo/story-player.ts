import { IntakeService } from '#features/intake';
import { EventsService, MatchingService } from '#features/events';
import { LeaseService, ReviewService } from '#features/review';
import { TriageService } from '#features/triage';
import { VerdictsService } from '#features/verdicts';
import type { Actor, CalendarDate } from '#core/domain';
import { EXTRACTOR_VERSION, LEXICON_VERSION } from '#core/extraction';
import { Clock } from '#platform/clock';
import {
  candidateRepo,
  Database,
  isInInbox,
  propositionRepo,
  sourceRepo,
  type StoredCandidate,
} from '#platform/db';
import type { INestApplicationContext } from '@nestjs/common';
import type { AcceptedLine, Corpus, StoryLine, VerdictLine } from './corpus.js';
import type { SamplePerson } from './sample-people.js';

export type Cast = Readonly<Record<SamplePerson['key'], Actor>>;

/** What curators of the demo have left for the visitor to triage. */
const LEFT_TO_TRIAGE = /^(08|11|12)-/;
const NOON = 'T12:00:00Z';

/**
 * Plays the sample corpus through the real services, day by day on the demo's clock: what a visitor finds came about as
 * their own data would.
 */
export class StoryPlayer {
  private readonly propositionIds = new Map<string, string>();
  private readonly database: Database;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly cast: Cast,
    private readonly corpus: Corpus,
  ) {
    this.database = app.get(Database);
  }

  async play(): Promise<void> {
    const events = splitEvents(this.corpus.eventsCsv);
    const acts = [
      ...this.corpus.texts.map(({ file, text }) => ({
        on: dateOf(file),
        rank: 0,
        act: () => this.takeIn(file, text),
      })),
      ...events.map(({ on, csv }) => ({ on, rank: 1, act: () => this.report(csv) })),
      ...this.corpus.verdicts.flatMap((line) =>
        line.reviewedOn === null ? [] : [{ on: line.reviewedOn, rank: 2, act: () => this.review(line) }],
      ),
    ].sort((a, b) => a.on.localeCompare(b.on) || a.rank - b.rank);
    let today = '';
    for (const { on, act } of acts) {
      if (on !== today) await this.beginDay(on);
      today = on;
      await act();
    }
  }

  private async beginDay(on: CalendarDate): Promise<void> {
    await this.app.get(Clock).setClock(new Date(`${on}${NOON}`));
    await this.app.get(VerdictsService).finaliseDue();
  }

  private async takeIn(file: string, text: string): Promise<void> {
    const intake = this.app.get(IntakeService);
    const { source } = await intake.addSource(this.cast.curator, { text }, { by: 'file', received: null });
    if (source.syndicatedCopyOf !== null) return;
    for (const line of this.corpus.story)
      if (line.file === file && !(line.decision === 'accept' && line.retrospective))
        await this.triage(source.id, line);
    if (LEFT_TO_TRIAGE.test(file)) return;
    for (const rest of await candidateRepo.listOfSource(source.id, this.database.direct))
      if (rest.state === 'pending') await this.reject(rest, 'NOT_A_PREDICTION');
  }

  private async triage(sourceId: string, line: StoryLine): Promise<void> {
    const candidate = await this.findOrAddCandidate(sourceId, line);
    if (line.decision === 'reject') {
      await this.reject(candidate, line.rejectReason);
      return;
    }
    const known = this.propositionIds.get(line.proposition) ?? null;
    const {
      file: _file,
      quote: _quote,
      decision: _decision,
      retrospective: _retrospective,
      proposition,
      conditionProposition,
      ...fields
    } = line;
    const { propositionId } = await this.app
      .get(TriageService)
      .acceptCandidate(this.cast.curator, candidate.id, {
        ...fields,
        version: candidate.version,
        propositionId: known,
        conditionPropositionId:
          conditionProposition === undefined ? null : (this.propositionIds.get(conditionProposition) ?? null),
      });
    this.propositionIds.set(proposition, propositionId);
    if (known === null) await this.app.get(MatchingService).matchProposition(propositionId);
  }

  private async reject(
    candidate: StoredCandidate,
    reason: 'NOT_A_PREDICTION' | 'TOO_VAGUE' | 'NOT_PUBLIC_INTEREST' | 'DUPLICATE' | 'WRONG_QUOTE',
  ): Promise<void> {
    const { id, version } = candidate;
    await this.app.get(TriageService).rejectCandidate(this.cast.curator, id, { version, reason });
  }

  /** The extractor's candidate for a scripted quote, or, where it saw none, one marked by hand. */
  private async findOrAddCandidate(sourceId: string, line: StoryLine): Promise<StoredCandidate> {
    const tx = this.database.direct;
    const source = await sourceRepo.find(sourceId, tx);
    if (source === null) throw new Error(`the source of ${line.file} is gone`);
    const start = source.snapshot.text.indexOf(line.quote);
    if (start < 0) throw new Error(`${line.file} does not hold the quote “${line.quote}”`);
    const span = { start, end: start + line.quote.length };
    const pending = (await candidateRepo.listOfSource(sourceId, tx)).filter(
      ({ state }) => state === 'pending',
    );
    const best = pending
      .map((candidate) => ({ candidate, share: overlap(candidate, span) }))
      .sort((a, b) => b.share - a.share)[0];
    if (best !== undefined && best.share >= 0.5) return best.candidate;
    const versions = { extractor: `${EXTRACTOR_VERSION}+hand`, lexicon: LEXICON_VERSION };
    await candidateRepo.insertAll(
      source.snapshot.id,
      versions,
      [byHand(line, span)],
      this.app.get(Clock).now(),
      tx,
    );
    const added = (await candidateRepo.listOfSource(sourceId, tx)).find(
      (candidate) =>
        candidate.state === 'pending' && candidate.start === span.start && candidate.end === span.end,
    );
    if (added === undefined) throw new Error(`${line.file}: the quote “${line.quote}” was decided before`);
    return added;
  }

  private async report(csv: string): Promise<void> {
    await this.app.get(EventsService).importEvents(this.cast.lead, csv);
    await this.app.get(MatchingService).sweep();
  }

  private async review(line: VerdictLine): Promise<void> {
    const propositionId = this.propositionIds.get(line.proposition);
    if (propositionId === undefined) throw new Error(`no accepted claim is on ${line.proposition}`);
    const scripted = line.reviews.length > 0 ? line.reviews : [{}, {}];
    const reviewers = [this.cast.first, this.cast.second];
    for (const [index, review] of scripted.entries()) {
      const reviewer = reviewers[index];
      if (reviewer !== undefined) await this.answer(reviewer, propositionId, line, review);
    }
  }

  private async answer(
    reviewer: Actor,
    propositionId: string,
    line: VerdictLine,
    review: VerdictLine['reviews'][number],
  ): Promise<void> {
    const reviews = this.app.get(ReviewService);
    await this.askIfEarly(reviewer, propositionId, line);
    const { leaseId } = await this.app.get(LeaseService).takeLease(reviewer, propositionId);
    const answer = review.answer ?? line.verdict;
    if (answer === null) throw new Error(`the reviews of ${line.proposition} have no answer`);
    const proposition = await propositionRepo.find(propositionId, this.database.direct);
    const now = this.app.get(Clock).now();
    const dueAt = proposition?.dueAt ?? null;
    const isDue = dueAt !== null && dueAt <= now;
    const occurredOn = review.occurredOn === undefined ? line.occurredOn : review.occurredOn;
    await reviews.submitReview(reviewer, propositionId, {
      leaseId,
      answer,
      voidReason: line.voidReason,
      occurredOn,
      impossibleNow: !isDue,
      evidence: line.evidence,
      confidence: 'high',
      searchNote: review.searchNote ?? line.searchNote,
      note: review.note ?? '',
    });
  }

  /** Before its deadline a proposition is asked for only when an event says so: the reviewer links it by hand. */
  private async askIfEarly(reviewer: Actor, propositionId: string, line: VerdictLine): Promise<void> {
    const now = this.app.get(Clock).now();
    const tx = this.database.direct;
    if (await isInInbox(reviewer, propositionId, now, tx)) return;
    const [evidence] = line.evidence;
    if (evidence === undefined) throw new Error(`${line.proposition} is settled early without evidence`);
    const event = {
      title: evidence.title,
      summary: evidence.note,
      url: evidence.url,
      publishedAt: evidence.publishedOn ?? line.occurredOn ?? now.toISOString(),
      occurredOn: line.occurredOn,
      feed: null,
    };
    const about = { propositionId, stance: evidence.stance };
    await this.app.get(EventsService).addEvent(this.cast.lead, event, about);
  }
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return Math.max(0, shared) / Math.min(a.end - a.start, b.end - b.start);
}

function byHand(line: StoryLine, span: { start: number; end: number }) {
  const accepted: AcceptedLine | null = line.decision === 'accept' ? line : null;
  return {
    ...span,
    quote: line.quote,
    also: [],
    claimant: accepted?.claimant ?? '',
    claimantRole: accepted?.role ?? ('author' as const),
    statement: accepted?.statement ?? line.quote,
    probability: accepted?.probability ?? null,
    negated: false,
    kind: 'change' as const,
    needsEdit: [],
    condition: accepted?.condition ?? null,
    deadline: null,
    tier: 'proposed' as const,
    cues: [{ code: 'by_hand', text: 'marked by hand' }],
    score: 1,
  };
}

/** `06-varrenback-2022-01-17.txt` was published on 2022-01-17. */
function dateOf(file: string): CalendarDate {
  const on = /(\d{4}-\d{2}-\d{2})\.txt$/.exec(file)?.[1];
  if (on === undefined) throw new Error(`the name of ${file} has no date`);
  return on;
}

/** Each event as a CSV of its own, with the day it was published. */
function splitEvents(csv: string): { on: CalendarDate; csv: string }[] {
  const [header = '', ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const on = /,(\d{4}-\d{2}-\d{2})T[\d:.]+Z,/.exec(line)?.[1];
    if (on === undefined) throw new Error(`no publication time in the event “${line}”`);
    return { on, csv: `${header}\n${line}\n` };
  });
}
