import { headlineTerms, isSameStory, STORY_HOURS, type TermWeigher } from '#core/matching';
import { type ClusteredEvent, eventClusterRepo, eventRepo, findCandidateEvents, type Tx } from '#platform/db';
import { addressTerm, type EventReading } from './match-texts.js';

/** Reports compared with one that came in. */
const RIVALS_AT_MOST = 6;
const RIVALS_PER_WORD = 60;
const HOUR_MS = 3_600_000;

/** An event in its cluster. */
export interface ClusteredReading extends EventReading {
  readonly clusterId: string;
}

/**
 * Puts each report to those of the same story that are there, or into a cluster of its own: one after the other, so that
 * reports that come in together find each other as well. Their terms must have been written. `read` reads what was there.
 */
export async function putTogether(
  events: readonly EventReading[],
  weigh: TermWeigher,
  read: (event: ClusteredEvent) => EventReading,
  tx: Tx,
): Promise<ClusteredReading[]> {
  await eventClusterRepo.hold(tx);
  const clusterOf = new Map<string, string>();
  const rivals = await findRivals(events, weigh, read, tx);
  const clustered = events.map((event): ClusteredReading => {
    const story = event.clusterId ?? storyOf(event, rivals.get(event.id) ?? [], clusterOf, weigh);
    const clusterId = story ?? eventClusterRepo.newId();
    clusterOf.set(event.id, clusterId);
    return { ...event, clusterId };
  });
  await eventClusterRepo.putReports(
    clustered.map(({ id, clusterId, title, publishedAt }) => ({
      eventId: id,
      clusterId,
      title,
      publishedAt,
    })),
    tx,
  );
  return clustered;
}

/** The cluster of the best rival that is of the same story; rivals come best first. */
function storyOf(
  event: EventReading,
  rivals: readonly EventReading[],
  clusterOf: ReadonlyMap<string, string>,
  weigh: TermWeigher,
): string | null {
  for (const rival of rivals) {
    const clusterId = rival.clusterId ?? clusterOf.get(rival.id) ?? null;
    if (clusterId !== null && isSameStory(event, rival, weigh) !== null) return clusterId;
  }
  return null;
}

/** Reports that could be of one story with each event, those of the same batch too. */
async function findRivals(
  events: readonly EventReading[],
  weigh: TermWeigher,
  read: (event: ClusteredEvent) => EventReading,
  tx: Tx,
): Promise<Map<string, EventReading[]>> {
  const times = events.map(({ publishedAt }) => publishedAt.getTime());
  const window = {
    from: new Date(Math.min(...times) - STORY_HOURS * HOUR_MS),
    to: new Date(Math.max(...times) + STORY_HOURS * HOUR_MS),
    perTerm: RIVALS_PER_WORD,
  };
  const wanted = events.map(({ read }, key) => ({ key, terms: headlineTerms(read, weigh) }));
  const addresses = events.flatMap(({ address }, key) =>
    address === null ? [] : [{ key, terms: [{ term: addressTerm(address), weight: 1 }] }],
  );
  const pairs = [
    ...(await findCandidateEvents(addresses, RIVALS_AT_MOST, tx)),
    ...(await findCandidateEvents(wanted, RIVALS_AT_MOST, tx, window)),
  ];
  const readings = new Map(events.map((event) => [event.id, event]));
  const others = new Set(pairs.map(({ id }) => id).filter((id) => !readings.has(id)));
  for (const row of await eventRepo.findMany([...others], tx)) readings.set(row.id, read(row));
  const rivals = new Map<string, EventReading[]>();
  for (const { key, id } of pairs) {
    const event = events[key] as EventReading;
    const rival = readings.get(id);
    if (rival === undefined || id === event.id) continue;
    const known = rivals.get(event.id);
    if (known === undefined) rivals.set(event.id, [rival]);
    else known.push(rival);
  }
  return rivals;
}
