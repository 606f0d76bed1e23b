import { LRUCache } from 'lru-cache';
import { calendarDateIn } from '#core/domain';
import {
  canonicalAddress,
  indexTerms,
  MATCHER_VERSION,
  type MatchableProposition,
  readEvent,
  type ReadEvent,
  readProposition,
  type ReadProposition,
  type StoryReport,
  type TermWeigher,
  termWeigher,
} from '#core/matching';
import {
  type EventTerms,
  matchIndexRepo,
  propositionRepo,
  type StoredEvent,
  type StoredProposition,
  type TermCountHead,
  type Tx,
} from '#platform/db';

/** Propositions kept as read: some ten kilobytes each. */
const PROPOSITIONS_READ_AT_MOST = 10_000;
/** Events kept as read, whose text never changes: reports of one story come close upon another. */
const EVENTS_READ_AT_MOST = 2_000;
/** Words are counted anew when there are so many times as many texts, or as few. */
const GROWN = 1.5;
const DAY_MS = 86_400_000;

/** A proposition that has had many events lately is broad: one more has to say more. */
const RECENT_MS = 30 * DAY_MS;

/** An event as it is matched. */
export interface EventReading extends StoryReport {
  readonly id: string;
  readonly title: string;
  readonly clusterId: string | null;
}

/** Reads the texts that matching compares, each once, and weighs words by what the installation has read. */
export class MatchTexts {
  private readonly propositions: LRUCache<string, ReadProposition>;
  private readonly events = new LRUCache<string, ReadEvent>({ max: EVENTS_READ_AT_MOST });
  private weigher: { readonly id: string | null; readonly weigh: TermWeigher } = {
    id: null,
    weigh: termWeigher({ documents: 0, frequencies: [] }),
  };

  /** @param propositionsKept as read; what was asked for last is kept longest */
  constructor(propositionsKept = PROPOSITIONS_READ_AT_MOST) {
    this.propositions = new LRUCache({ max: propositionsKept });
  }

  /** How rare a word is; loaded anew when it was counted anew. */
  async weigh(tx: Tx): Promise<TermWeigher> {
    const newest = await matchIndexRepo.findNewestCount(tx);
    // After an upgrade the count of before speaks of other terms, until the sweep counts anew.
    if (newest?.matcherVersion === MATCHER_VERSION && newest.id !== this.weigher.id) {
      const counts = await matchIndexRepo.readCount(newest.id, tx);
      if (counts !== null) this.weigher = { id: newest.id, weigh: termWeigher(counts) };
    }
    return this.weigher.weigh;
  }

  /** Counts words where that was never done, or the texts have changed much since, or by anything for a day. */
  async recount(now: Date, tx: Tx): Promise<void> {
    const counts = await matchIndexRepo.findNewestCount(tx);
    const documents = await matchIndexRepo.countDocuments(tx);
    if (isOutdated(counts, documents, now)) await matchIndexRepo.countTerms(MATCHER_VERSION, now, tx);
  }

  /** Of these propositions the open ones, read; by id. */
  async readOpen(ids: readonly string[], now: Date, tx: Tx): Promise<Map<string, ReadProposition>> {
    const open = await propositionRepo.listMatchable(ids, new Date(now.getTime() - RECENT_MS), tx);
    const keyOf = (one: (typeof open)[number]): string =>
      `${one.id} ${String(one.version)} ${one.firstClaimOn ?? ''}`;
    // Held from here on: what is read below may push it out of what is kept.
    const kept = new Map(open.map((one) => [one.id, this.propositions.get(keyOf(one))]));
    const lacking = open.filter(({ id }) => kept.get(id) === undefined);
    const rows = await propositionRepo.findMany(
      lacking.map(({ id }) => id),
      tx,
    );
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const found = new Map<string, ReadProposition>();
    for (const one of open) {
      const row = rowOf.get(one.id);
      const fresh = row && readProposition(toMatchable(row, one.firstClaimOn));
      if (fresh !== undefined) this.propositions.set(keyOf(one), fresh);
      const read = kept.get(one.id) ?? fresh;
      if (read !== undefined) found.set(one.id, withRecentEvents(read, one.recentEvents));
    }
    return found;
  }

  /** Reads an event, its days in the zone of the installation. */
  readEvent(
    {
      id,
      title,
      summary,
      publishedAt,
      occurredOn,
      url,
      clusterId,
    }: StoredEvent & { readonly clusterId: string | null },
    zone: string,
  ): EventReading {
    const publishedOn = calendarDateIn(publishedAt, zone);
    const key = `${id} ${publishedOn}`;
    let read = this.events.get(key);
    if (read === undefined) {
      read = readEvent({ title, summary, publishedOn, occurredOn });
      this.events.set(key, read);
    }
    const address = url === null ? null : canonicalAddress(url);
    return { id, title, publishedAt, clusterId, address, read };
  }
}

function withRecentEvents(read: ReadProposition, recentEvents: number): ReadProposition {
  return recentEvents === 0 ? read : { ...read, source: { ...read.source, recentEvents } };
}

function isOutdated(counts: TermCountHead | null, documents: number, now: Date): boolean {
  if (counts?.matcherVersion !== MATCHER_VERSION) return documents > 0;
  if (documents > counts.documents * GROWN || documents * GROWN < counts.documents) return true;
  return documents !== counts.documents && now.getTime() - counts.countedAt.getTime() > DAY_MS;
}

/** What an event is found by: its words, and its address under a sign that no word has. */
export function termsOfEvent({ id, publishedAt, read, address }: EventReading): EventTerms {
  const terms = indexTerms(read).map(({ term, weight }) => ({ term, weight }));
  return {
    eventId: id,
    publishedAt,
    terms: address === null ? terms : [...terms, { term: addressTerm(address), weight: 1 }],
  };
}

export function addressTerm(address: string): string {
  return `=${address}`;
}

function toMatchable(
  { id, statement, criteria, topics, windowStartOn, deadlineOn }: StoredProposition,
  firstClaimOn: MatchableProposition['firstClaimOn'],
): MatchableProposition {
  return { id, statement, criteria, topics, windowStartOn, deadlineOn, firstClaimOn };
}
