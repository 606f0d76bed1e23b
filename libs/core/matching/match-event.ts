import type { MatchableEvent, MatchableProposition, RankedMatch } from './matchable.js';
import { rankMatches } from './rank-matches.js';
import { readEvent, readProposition, type ReadEvent, type ReadProposition } from './read-pair.js';
import {
  buildTermStatistics,
  termWeigher,
  type TermStatistics,
  type TermWeigher,
} from './term-statistics.js';

/** Ranks propositions for one event, best first. */
export type EventMatcher = (event: MatchableEvent) => RankedMatch[];

/**
 * Reads the propositions once and returns the matcher for any number of events. Equal results to `matchEvent`, faster
 * from the second event on.
 *
 * @param propositions in any order: the order changes nothing
 * @param statistics document frequencies; without them, of the given propositions. Better: of all statements and events
 */
export function createEventMatcher(
  propositions: readonly MatchableProposition[],
  statistics: TermStatistics = buildTermStatistics(propositions.map(({ statement }) => statement)),
): EventMatcher {
  const weigh = rememberWeights(termWeigher(statistics));
  const read = propositions.map(readProposition);
  const byTerm = indexByTerm(read);
  return (event) => {
    const readOfEvent = readEvent(event);
    return rankMatches(readOfEvent, [...candidates(readOfEvent, byTerm, read)], weigh);
  };
}

/**
 * Which propositions an event may bear on, best first (equal scores by id); what is below the floor is left out.
 * A match only prompts: nothing is settled by it. Pure and total: no input throws. Linear in the size of its input
 * (texts beyond some thousand characters are cut).
 *
 * @param statistics document frequencies; without them, of the given propositions
 * @returns at most one match for each proposition given; [] for an event without words
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

function indexByTerm(read: readonly ReadProposition[]): ReadonlyMap<string, readonly number[]> {
  const byTerm = new Map<string, number[]>();
  read.forEach(({ statement, shortForms }, index) => {
    for (const term of new Set([...statement.terms.keys(), ...shortForms.keys()])) {
      const places = byTerm.get(term);
      if (places === undefined) byTerm.set(term, [index]);
      else places.push(index);
    }
  });
  return byTerm;
}

/** The propositions that share a term of their statement with the event. */
function candidates(
  { title, summary, initials }: ReadEvent,
  byTerm: ReadonlyMap<string, readonly number[]>,
  read: readonly ReadProposition[],
): ReadonlySet<ReadProposition> {
  const found = new Set<ReadProposition>();
  for (const terms of [title.terms.keys(), summary.terms.keys(), title.seats, summary.seats, initials]) {
    for (const term of terms) {
      for (const index of byTerm.get(term) ?? []) {
        const proposition = read[index];
        if (proposition !== undefined) found.add(proposition);
      }
    }
  }
  return found;
}

function rememberWeights(weigh: TermWeigher): TermWeigher {
  const known = new Map<string, number>();
  return (term) => {
    let weight = known.get(term);
    // Only so many are kept: a matcher may live as long as the process.
    if (weight === undefined && known.size < 200_000) known.set(term, (weight = weigh(term)));
    return weight ?? weigh(term);
  };
}
