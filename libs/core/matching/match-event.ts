import type { MatchableEvent, MatchableProposition, RankedMatch } from './matchable.js';
import { rankMatches } from './rank-matches.js';
import { readEvent, readProposition } from './read-pair.js';
import { createTermIndex } from './term-index.js';
import { buildTermStatistics, termWeigher, type TermStatistics } from './term-statistics.js';

/** Ranks propositions for one event, best first. */
export type EventMatcher = (event: MatchableEvent) => RankedMatch[];

/** Propositions looked at closely for an event: none of our data that bears on it was behind the first 20. */
const CANDIDATES = 100;

/**
 * Reads the propositions once and returns the matcher for any number of events. Equal results to `matchEvent`, faster
 * from the second event on. Of many propositions only the nearest are compared.
 *
 * @param propositions in any order: the order changes nothing
 * @param statistics document frequencies; without them, of the given propositions. Better: of all statements and events
 */
export function createEventMatcher(
  propositions: readonly MatchableProposition[],
  statistics: TermStatistics = buildTermStatistics(propositions.map(({ statement }) => statement)),
): EventMatcher {
  const weigh = termWeigher(statistics);
  const read = propositions.map(readProposition);
  const nearest = createTermIndex(read, weigh);
  return (event) => {
    const readOfEvent = readEvent(event);
    return rankMatches(readOfEvent, nearest(readOfEvent, CANDIDATES), weigh);
  };
}

/**
 * Which propositions an event may bear on, best first (equal scores by id); what is below the floor is left out.
 * A match only prompts: nothing is settled by it. Pure and total: no input throws. Linear in the size of its input
 * (texts beyond some thousand characters are cut).
 *
 * @param statistics document frequencies; without them, of the given propositions
 * @returns at most one match for each proposition given; [] for an event without words; at most 100
 * @example matchEvent(event('Putin recognises Donetsk'), [p('Will Russia recognise Donetsk?'), p('Rain in Peru?')])
 *   // the first only
 */
export function matchEvent(
  event: MatchableEvent,
  propositions: readonly MatchableProposition[],
  statistics?: TermStatistics,
): RankedMatch[] {
  return createEventMatcher(propositions, statistics)(event);
}
