import { indexTerms } from './index-terms.js';
import type { ReadEvent, ReadProposition } from './read-pair.js';
import type { TermWeigher } from './term-statistics.js';

/** A term and what finding it is worth, above 0. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/**
 * The words of a text that tell most: with so many, all that an event of the development half of news-claims was about is
 * among the first 20 found. Pairs of words find what words do not that stand in more statements than are looked at.
 */
const WORDS_WANTED = 24;
const PAIRS_WANTED = 8;
/** Two reports of one story have the rarest words of their headlines in common. */
const HEADLINE_WANTED = 10;
/** Words next to each other are found twice over: alone and as a pair. */
const PAIR_WORTH = 0.5;

/**
 * How rare an index term is. Pairs are not counted in texts: as rare as the rarer half, and half again what both say
 * alone.
 */
export function weighTerm(term: string, isPair: boolean, weigh: TermWeigher): number {
  if (!isPair) return weigh(term);
  const cut = term.indexOf(' ', 1);
  return PAIR_WORTH * Math.max(weigh(term.slice(0, cut)), weigh(term.slice(cut + 1)));
}

/** What is looked for in an index to find the counterparts of a text: the terms worth most, best first. */
export function wantedTerms(read: ReadEvent | ReadProposition, weigh: TermWeigher): readonly WeightedTerm[] {
  const terms = weightedTerms(read, weigh);
  return [
    ...terms.filter(({ isPair }) => !isPair).slice(0, WORDS_WANTED),
    ...terms.filter(({ isPair }) => isPair).slice(0, PAIRS_WANTED),
  ];
}

/** What is looked for to find other reports of a story. */
export function headlineTerms({ title }: ReadEvent, weigh: TermWeigher): readonly WeightedTerm[] {
  const terms = [...title.terms.keys()].map((term) => ({ term, weight: weigh(term) }));
  return terms.sort(byWeight).slice(0, HEADLINE_WANTED);
}

/** Every term of a statement with the share of its weight that lies in it; the shares sum to 1. */
export function termShares(
  read: ReadProposition,
  weigh: TermWeigher,
): readonly { readonly term: string; readonly share: number }[] {
  const terms = weightedTerms(read, weigh);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return terms.map(({ term, weight }) => ({ term, share: weight / total }));
}

function weightedTerms(read: ReadEvent | ReadProposition, weigh: TermWeigher) {
  return indexTerms(read)
    .map(({ term, kind, weight }) => {
      const isPair = kind === 'pair';
      return { term, isPair, weight: weight * weighTerm(term, isPair, weigh) };
    })
    .filter(({ weight }) => weight > 0)
    .sort(byWeight);
}

function byWeight(a: WeightedTerm, b: WeightedTerm): number {
  return b.weight - a.weight || (a.term < b.term ? -1 : 1);
}
