import { compareIds } from './compare-pairs.js';
import { indexTerms } from './index-terms.js';
import type { ReadEvent, ReadProposition } from './read-pair.js';
import type { TermWeigher } from './term-statistics.js';
import { weighTerm } from './weigh-terms.js';

/** The propositions nearest to an event by their terms, at most so many; those that share no term are left out. */
export type NearestPropositions = (event: ReadEvent, atMost: number) => readonly ReadProposition[];

interface Postings {
  readonly places: number[];
  readonly weights: number[];
}

/** A statement of this many terms counts half of one without length: long ones share more with anything. */
const LONG = 16;

/**
 * An inverted index in memory, over the terms of `indexTerms`: what a database has on disk. The first score of a pair
 * is the sum over shared terms of both weights and the rarity of the term, less for long statements. The order of the
 * propositions changes nothing.
 */
export function createTermIndex(read: readonly ReadProposition[], weigh: TermWeigher): NearestPropositions {
  const byTerm = new Map<string, Postings>();
  const scale = new Float64Array(read.length);
  read.forEach((proposition, place) => {
    scale[place] = 1 / (LONG + proposition.statement.terms.size);
    for (const { term, weight } of indexTerms(proposition)) {
      const postings = byTerm.get(term) ?? { places: [], weights: [] };
      if (postings.places.length === 0) byTerm.set(term, postings);
      postings.places.push(place);
      postings.weights.push(weight);
    }
  });
  const sums = new Float64Array(read.length);
  return (event, atMost) => {
    const touched: number[] = [];
    for (const { term, weight, kind } of indexTerms(event)) {
      const postings = byTerm.get(term);
      if (postings === undefined) continue;
      const rarity = weight * weighTerm(term, kind === 'pair', weigh);
      for (let k = 0; k < postings.places.length; k += 1) {
        const place = postings.places[k] ?? 0;
        if (sums[place] === 0) touched.push(place);
        // Never 0, so that what was touched is known.
        sums[place] = (sums[place] ?? 0) + Math.max(rarity * (postings.weights[k] ?? 0), Number.MIN_VALUE);
      }
    }
    const scored = touched.map((place) => ({ place, score: (sums[place] ?? 0) * (scale[place] ?? 0) }));
    for (const place of touched) sums[place] = 0;
    return nearest(scored, atMost, read);
  };
}

function nearest(
  scored: { readonly place: number; readonly score: number }[],
  atMost: number,
  read: readonly ReadProposition[],
): readonly ReadProposition[] {
  const idOf = (place: number): string => read[place]?.source.id ?? '';
  return scored
    .sort((a, b) => b.score - a.score || compareIds(idOf(a.place), idOf(b.place)))
    .slice(0, atMost)
    .map(({ place }) => read[place])
    .filter((proposition) => proposition !== undefined);
}
