import type { RankedMatch } from './matchable.js';
import { compareIds } from './compare-pairs.js';

/** A match with the event it is of and the cluster that event belongs to. */
export interface ClusteredMatch extends RankedMatch {
  readonly eventId: string;
  readonly clusterId: string;
}

/**
 * One match for each cluster and proposition: the best; of equal ones the lowest event id, which is the oldest where
 * ids are UUIDv7. Ten outlets with one story are one report. Best first, independent of the order given.
 *
 * @example bestOfCluster([a at 0.7, b at 0.9]) // of one cluster and one proposition: [b]
 */
export function bestOfCluster(matches: readonly ClusteredMatch[]): ClusteredMatch[] {
  const best = new Map<string, ClusteredMatch>();
  for (const match of matches) {
    const key = JSON.stringify([match.clusterId, match.propositionId]);
    const other = best.get(key);
    if (other === undefined || compareMatches(match, other) < 0) best.set(key, match);
  }
  return [...best.values()].sort(compareMatches);
}

const compareMatches = (a: ClusteredMatch, b: ClusteredMatch): number =>
  b.score - a.score || compareIds(a.eventId, b.eventId) || compareIds(a.propositionId, b.propositionId);

/** Days a match keeps its full weight. */
const KNEE_DAYS = 3.5;

/**
 * The weight of a match in a list, by age: full for 3.5 days, then falling with the square of the age. For the order
 * of what waits only, never for its strength: an old report settles a proposition as well as a new one.
 * Source: Metaculus, in-the-news ranking (knee 3.5 days, exponent -2).
 *
 * @param score match score, 0-1
 * @param ageDays days since the event was published; below 0 counts as 0
 * @returns 0-1
 * @example agedScore(0.8, 7) // 0.2
 */
export function agedScore(score: number, ageDays: number): number {
  return ageDays <= KNEE_DAYS ? score : score * (KNEE_DAYS / ageDays) ** 2;
}
