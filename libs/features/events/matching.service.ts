import { Injectable } from '@nestjs/common';
import {
  type MatchableEvent,
  MATCHER_VERSION,
  mergeMatches,
  type NearnessOf,
  type RankedMatch,
  rankMatches,
  type ReadProposition,
  termShares,
  type TermWeigher,
  wantedTerms,
} from '#core/matching';
import { Clock } from '#platform/clock';
import {
  Database,
  eventRepo,
  findCandidateEvents,
  findCandidatePropositions,
  getInstallation,
  matchIndexRepo,
  matchRepo,
  type NewMatch,
  type Tx,
} from '#platform/db';
import { EventMeaning, type WantedTexts } from './event-meaning.js';
import { type EventReading, MatchTexts, termsOfEvent } from './match-texts.js';
import { type ClusteredReading, putTogether } from './put-together.js';

/** Events matched in one transaction: what they have in common is looked up once. */
const EVENTS_AT_ONCE = 50;
/** What the ranker looks at: on the development half of news-claims all that an event was about is among the first 20. */
const PROPOSITIONS_PER_EVENT = 32;
const EVENTS_PER_PROPOSITION = 200;
const BATCH_MS = 60_000;
/** Batches another process may take from under us, before one is matched without having been prepared. */
const PREPARED_AT_MOST = 3;
/** The next sweep goes on where one ends. */
const SWEPT_AT_ONCE = 500;

/** Finds the propositions events bear on, and the events that bear on a new proposition. It suggests, never decides. */
@Injectable()
export class MatchingService {
  private readonly texts = new MatchTexts();
  /** Events whose meaning is being asked for: another call of this process takes others. */
  private readonly inPreparation = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly meaning: EventMeaning,
  ) {}

  /** Matches an event and others that wait with it; nothing where it was among those of an earlier call. */
  async matchEvent(eventId: string): Promise<void> {
    if (!(await eventRepo.isMatched(eventId, this.database.direct))) await this.matchWaiting();
  }

  /** Matches the events that have waited longest. Returns how many. */
  async matchWaiting(): Promise<number> {
    for (let round = 1; this.meaning.isReady && round <= PREPARED_AT_MOST; round += 1) {
      const wanted: WantedTexts = new Set();
      const ids = await this.findWaiting(wanted);
      if (ids.length === 0) break;
      for (const id of ids) this.inPreparation.add(id);
      try {
        await this.meaning.learn(wanted);
        const matched = await this.matchBatch(ids);
        if (matched > 0) return matched;
      } finally {
        for (const id of ids) this.inPreparation.delete(id);
      }
    }
    return this.matchBatch(null);
  }

  /** @param among events to be matched, or null for those that have waited longest */
  private async matchBatch(among: readonly string[] | null): Promise<number> {
    return this.database.withTransaction(
      async (tx) => {
        await matchIndexRepo.holdForEvents(tx);
        const except = among === null ? [...this.inPreparation] : [];
        const waiting = await eventRepo.takeUnmatched(EVENTS_AT_ONCE, { among, except }, tx);
        if (waiting.length === 0) return 0;
        const { zone } = await getInstallation(tx);
        const weigh = await this.texts.weigh(tx);
        const events = waiting.map((event) => this.texts.readEvent(event, zone));
        await matchIndexRepo.ensureEventTerms(events.map(termsOfEvent), tx);
        const ranked = await this.rankPropositions(
          events.filter((_, place) => waiting[place]?.isMuted === false),
          weigh,
          (event) => this.meaning.nearnessOf(event),
          tx,
        );
        // Last, and held until the end: others rank meanwhile.
        const clustered = await putTogether(events, weigh, (event) => this.texts.readEvent(event, zone), tx);
        await this.suggest(
          clustered.flatMap((event) => this.toNewMatches(event, ranked.get(event.id) ?? [])),
          tx,
        );
        await eventRepo.markMatched(
          events.map(({ id }) => id),
          this.clock.now(),
          tx,
        );
        return events.length;
      },
      { timeoutMs: BATCH_MS },
    );
  }

  /**
   * Events that have waited longest and are not being prepared. What an embedding model would have to read to rank what
   * their words find is added to `wanted`; nothing stays locked.
   */
  private async findWaiting(wanted: WantedTexts): Promise<readonly string[]> {
    return this.database.withTransaction(
      async (tx) => {
        const waiting = await eventRepo.takeUnmatched(
          EVENTS_AT_ONCE,
          { among: null, except: [...this.inPreparation] },
          tx,
        );
        const { zone } = await getInstallation(tx);
        await this.rankPropositions(
          waiting.filter(({ isMuted }) => !isMuted).map((event) => this.texts.readEvent(event, zone)),
          await this.texts.weigh(tx),
          (event) => this.meaning.gather(event, wanted),
          tx,
        );
        return waiting.map(({ id }) => id);
      },
      { timeoutMs: BATCH_MS },
    );
  }

  /** Makes an open proposition known to later events, and matches it with those there are. */
  async matchProposition(propositionId: string): Promise<void> {
    if (this.meaning.isReady) await this.prepareProposition(propositionId);
    await this.database.withTransaction(
      async (tx) => {
        await matchIndexRepo.holdForProposition(tx);
        const read = (await this.texts.readOpen([propositionId], this.clock.now(), tx)).get(propositionId);
        if (read === undefined) return;
        const weigh = await this.texts.weigh(tx);
        const at = this.clock.now();
        await matchIndexRepo.replacePropositionTerms(
          [{ propositionId, terms: termShares(read, weigh) }],
          MATCHER_VERSION,
          at,
          tx,
        );
        const found = await this.findEvents(read, weigh, tx);
        await this.suggest(
          found.flatMap((event) => {
            const nearnessOf = this.meaning.nearnessOf(event.read.source);
            return this.toNewMatches(event, rankMatches(event.read, [read], weigh, nearnessOf));
          }),
          tx,
        );
      },
      { timeoutMs: BATCH_MS },
    );
  }

  /** Has the embedding model read a proposition and what it might be matched with. */
  private async prepareProposition(propositionId: string): Promise<void> {
    const wanted: WantedTexts = new Set();
    await this.database.withTransaction(
      async (tx) => {
        const read = (await this.texts.readOpen([propositionId], this.clock.now(), tx)).get(propositionId);
        if (read === undefined) return;
        const weigh = await this.texts.weigh(tx);
        for (const event of await this.findEvents(read, weigh, tx))
          rankMatches(event.read, [read], weigh, this.meaning.gather(event.read.source, wanted));
      },
      { timeoutMs: BATCH_MS },
    );
    await this.meaning.learn(wanted);
  }

  /**
   * What was missed or is out of date: words are counted anew, propositions without terms (or with those of another
   * matcher) get theirs, closed ones lose them, events that wait are matched.
   */
  async sweep(): Promise<void> {
    await this.database.withTransaction((tx) => this.texts.recount(this.clock.now(), tx), {
      timeoutMs: BATCH_MS,
    });
    const direct = this.database.direct;
    const unindexed = await matchIndexRepo.listUnindexed(MATCHER_VERSION, SWEPT_AT_ONCE, direct);
    for (const id of unindexed) await this.matchProposition(id);
    const closed = await matchIndexRepo.listClosed(SWEPT_AT_ONCE, direct);
    if (closed.length > 0)
      await this.database.withTransaction((tx) => matchIndexRepo.removePropositions(closed, tx));
    for (let done = 0; done < SWEPT_AT_ONCE;) {
      const matched = await this.matchWaiting();
      if (matched === 0) break;
      done += matched;
    }
  }

  /** Candidates from the index, ranked; by event. */
  private async rankPropositions(
    events: readonly EventReading[],
    weigh: TermWeigher,
    nearnessFor: (event: MatchableEvent) => NearnessOf,
    tx: Tx,
  ): Promise<Map<string, readonly RankedMatch[]>> {
    const wanted = events.map(({ read }, key) => ({ key, terms: wantedTerms(read, weigh) }));
    const pairs = await findCandidatePropositions(wanted, PROPOSITIONS_PER_EVENT, tx);
    const ids = [...new Set(pairs.map(({ id }) => id))];
    const propositions = await this.texts.readOpen(ids, this.clock.now(), tx);
    const candidates = events.map((): ReadProposition[] => []);
    for (const { key, id } of pairs) {
      const proposition = propositions.get(id);
      if (proposition !== undefined) candidates[key]?.push(proposition);
    }
    return new Map(
      events.map(({ id, read }, key) => [
        id,
        rankMatches(read, candidates[key] ?? [], weigh, nearnessFor(read.source)),
      ]),
    );
  }

  /** Events that were matched before: those that were not will find the proposition by themselves. */
  private async findEvents(
    proposition: ReadProposition,
    weigh: TermWeigher,
    tx: Tx,
  ): Promise<ClusteredReading[]> {
    const { zone } = await getInstallation(tx);
    const pairs = await findCandidateEvents(
      [{ key: 0, terms: wantedTerms(proposition, weigh) }],
      EVENTS_PER_PROPOSITION,
      tx,
    );
    const events = await eventRepo.findMany(
      pairs.map(({ id }) => id),
      tx,
    );
    return events.flatMap((event) => {
      const { clusterId } = event;
      return clusterId === null ? [] : [{ ...this.texts.readEvent(event, zone), clusterId }];
    });
  }

  private async suggest(found: readonly FoundMatch[], tx: Tx): Promise<void> {
    if (found.length === 0) return;
    const known = await matchRepo.listOfClusters(
      [...new Set(found.map(({ clusterId }) => clusterId))],
      [...new Set(found.map(({ propositionId }) => propositionId))],
      tx,
    );
    const { fresh, better } = mergeMatches(found, known);
    await matchRepo.suggestAll(
      fresh.map(({ match }) => match),
      this.clock.now(),
      tx,
    );
    for (const { id, by } of better) await matchRepo.strengthen(id, by.match, tx);
  }

  private toNewMatches({ id, clusterId }: ClusteredReading, ranked: readonly RankedMatch[]): FoundMatch[] {
    return ranked
      .filter(({ strength }) => strength !== 'weak')
      .map(({ propositionId, isByMeaning, ...match }) => ({
        clusterId,
        propositionId,
        score: match.score,
        strength: match.strength,
        match: {
          ...match,
          eventId: id,
          propositionId,
          matcherVersion: isByMeaning ? this.meaning.matcherVersion : MATCHER_VERSION,
        },
      }));
  }
}

interface FoundMatch {
  readonly clusterId: string;
  readonly propositionId: string;
  readonly score: number;
  readonly strength: NewMatch['strength'];
  readonly match: NewMatch;
}
