import { Injectable } from '@nestjs/common';
import { calendarDateIn } from '#core/domain';
import {
  type MatchableEvent,
  type MatchableProposition,
  createEventMatcher,
  type EventMatcher,
  MATCHER_VERSION,
} from '#core/matching';
import { Clock } from '#platform/clock';
import {
  Database,
  eventRepo,
  getInstallation,
  matchRepo,
  type NewMatch,
  propositionRepo,
  type StoredEvent,
  type StoredProposition,
  type Tx,
} from '#platform/db';

const CANDIDATES_AT_MOST = 500;
const WORDS_AT_MOST = 40;

/** Finds the propositions an event bears on, and the events that bear on a new proposition. It suggests, never decides. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async matchEvent(eventId: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const event = await eventRepo.find(eventId, tx);
      if (event === null) return;
      const words = wordsOf(`${event.title} ${event.summary}`);
      const propositions = await propositionRepo.listSharingWords(words, CANDIDATES_AT_MOST, tx);
      await this.suggest([event], propositions, tx);
      await eventRepo.markMatched(eventId, this.clock.now(), tx);
    });
  }

  async matchProposition(propositionId: string): Promise<void> {
    await this.database.withTransaction(async (tx) => {
      const proposition = await propositionRepo.find(propositionId, tx);
      if (proposition === null || proposition.status !== 'open') return;
      const words = wordsOf(`${proposition.statement} ${proposition.criteria}`);
      const events = await eventRepo.listSharingWords(words, CANDIDATES_AT_MOST, tx);
      await this.suggest(events, [proposition], tx);
    });
  }

  private async suggest(
    events: readonly StoredEvent[],
    propositions: readonly StoredProposition[],
    tx: Tx,
  ): Promise<void> {
    const { zone } = await getInstallation(tx);
    const firstClaimOn = await propositionRepo.firstClaimOn(
      propositions.map(({ id }) => id),
      tx,
    );
    const matchable = propositions.map((proposition): MatchableProposition => ({
      id: proposition.id,
      statement: proposition.statement,
      criteria: proposition.criteria,
      topics: proposition.topics,
      windowStartOn: proposition.windowStartOn,
      deadlineOn: proposition.deadlineOn,
      firstClaimOn: firstClaimOn.get(proposition.id) ?? null,
    }));
    const matcher = createEventMatcher(matchable);
    const matches = events.flatMap((event) => rank(event, matcher, zone));
    await matchRepo.suggestAll(matches, this.clock.now(), tx);
  }
}

function rank(event: StoredEvent, matcher: EventMatcher, zone: string): NewMatch[] {
  const matchable: MatchableEvent = {
    title: event.title,
    summary: event.summary,
    publishedOn: calendarDateIn(event.publishedAt, zone),
    occurredOn: event.occurredOn,
  };
  return matcher(matchable)
    .filter(({ strength }) => strength !== 'weak')
    .map(({ propositionId, score, strength, reasons, predatesClaim }) => ({
      eventId: event.id,
      propositionId,
      score,
      strength,
      reasons,
      predatesClaim,
      matcherVersion: MATCHER_VERSION,
    }));
}

/** Distinct words long enough to say something; PostgreSQL stems them and drops its stop words. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words)].slice(0, WORDS_AT_MOST);
}
