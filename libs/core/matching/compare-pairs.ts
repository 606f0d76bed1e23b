import { compareDates } from './compare-dates.js';
import { findStatementTerms, type Place } from './find-terms.js';
import { describePair, type PairFeatures, weighEvent } from './pair-features.js';
import type { ReadEvent, ReadProposition } from './read-pair.js';
import { findRival, type Rival, toContender } from './rivals.js';
import { findSwap } from './swapped-roles.js';
import type { TermWeigher } from './term-statistics.js';

/** A proposition as it compares with an event, beside the other candidates. */
export interface ComparedPair {
  readonly features: PairFeatures;
  readonly proposition: ReadProposition;
  /** Where the event has each term of the statement. */
  readonly found: ReadonlyMap<string, Place>;
  readonly rival: Rival | null;
  /** What the report has the other way round ("sue: B, A"), or null. */
  readonly swapped: string | null;
  /** What the headline says is done, where nothing of what the statement says is done is in the report; or null. */
  readonly otherAction: string | null;
}

/** Only the best so many are looked at for rivals: what lies below is no match anyway. */
const CONTENDERS = 24;

/**
 * Compares an event with its candidates: features of each pair, then, among those closest to the event, whether
 * another statement of the same wording fits better. Reads no weights: what `npm run train:matching` learns from.
 * Candidates with next to nothing in common are left out. Independent of the order of the candidates.
 */
export function comparePairs(
  event: ReadEvent,
  candidates: readonly ReadProposition[],
  weigh: TermWeigher,
): readonly ComparedPair[] {
  const weighed = weighEvent(event, weigh);
  const pairs: ComparedPair[] = [];
  for (const proposition of candidates) {
    const found = findStatementTerms(event, proposition, weigh);
    const features = describePair(weighed, proposition, found, weigh);
    if (features === null) continue;
    pairs.push({
      features,
      proposition,
      found,
      rival: null,
      swapped: findSwap(event, proposition),
      otherAction: findOtherAction(event, features),
    });
  }
  pairs.sort(
    (a, b) => closeness(b) - closeness(a) || compareIds(a.proposition.source.id, b.proposition.source.id),
  );
  // A statement whose window the event is out of is no better place for it.
  const closest = pairs
    .slice(0, CONTENDERS)
    .map(({ proposition, found }) => toContender(proposition, found, weigh));
  const contenders = closest.filter(
    ({ proposition }) => compareDates(event.source, proposition.source).isInWindow,
  );
  return pairs.map((pair, place) => {
    const own = closest[place];
    return own === undefined ? pair : { ...pair, rival: findRival(own, contenders, weigh) };
  });
}

/**
 * "Will Gabon hold an election?" and a headline "Gabon's president dismisses army chief": the actor does something
 * else.
 */
function findOtherAction({ title }: ReadEvent, { action }: PairFeatures): string | null {
  if (action > 0) return null;
  for (const term of title.terms.keys()) if (term.startsWith('!')) return term.slice(1);
  return null;
}

/** A first order that needs no learning. */
const closeness = ({ features }: ComparedPair): number => features.inEvent + features.titleCovered;

/** The order of ids, where nothing else decides. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
