import { readText } from './read-text.js';
import { GENERIC_STEMS } from './word-lists.js';

/**
 * In how many texts each term occurs. Plain data: survives JSON. Build it over what the installation has read (events
 * and statements together), store it, hand it to every match until it is built anew.
 */
export interface TermStatistics {
  readonly documents: number;
  /** Sorted by term; terms of one text only are left out, and read as 1. */
  readonly frequencies: readonly (readonly [term: string, documents: number])[];
}

/** Characters read of a text. */
const LONGEST_TEXT = 20_000;

/**
 * Counts in how many of the texts each term occurs. Independent of their order; linear in their length; never throws.
 *
 * @param texts statements, titles with summaries; any string
 * @example buildTermStatistics(['Russia invades', 'Russia waits']).frequencies // [['@ru', 2]]
 */
export function buildTermStatistics(texts: readonly string[]): TermStatistics {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of readText(text, LONGEST_TEXT).terms.keys())
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const frequencies = [...counts].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return { documents: texts.length, frequencies };
}

/**
 * Stands behind every statistics as if so many more texts had been read, so that a handful of propositions still
 * tells "president" from "Donetsk".
 */
const BACKGROUND_DOCUMENTS = 300;
const BACKGROUND_GENERIC = 45;
const BACKGROUND_COUNTRY = 6;
const BACKGROUND_ACTION = 12;
const BACKGROUND_NUMBER = 10;

/** Weight of a term: rare is high. Same on the same statistics, whatever the order of its texts. */
export type TermWeigher = (term: string) => number;

/**
 * BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)), over statistics and background together.
 * Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework (2009), with Lucene's "1 +".
 *
 * @returns weigher with values from 0 to about ln(2N)
 * @example termWeigher({ documents: 0, frequencies: [] })('donetsk') // 5.30, N = 300, n = 1
 */
export function termWeigher(statistics: TermStatistics): TermWeigher {
  const counts = new Map(statistics.frequencies);
  const total = Math.max(0, statistics.documents) + BACKGROUND_DOCUMENTS;
  return remember((term) => {
    const seen = Math.max(1, counts.get(term) ?? 1) + backgroundCount(term);
    return Math.log(1 + Math.max(0, total - seen + 0.5) / (seen + 0.5));
  });
}

function backgroundCount(term: string): number {
  if (term.startsWith('@')) return BACKGROUND_COUNTRY;
  if (term.startsWith('!')) return BACKGROUND_ACTION;
  if (term.startsWith('#')) return BACKGROUND_NUMBER;
  return GENERIC_STEMS.has(term) ? BACKGROUND_GENERIC : 0;
}

/** Only so many are kept: a weigher may live as long as the process. */
const REMEMBERED_AT_MOST = 200_000;

function remember(weigh: TermWeigher): TermWeigher {
  const known = new Map<string, number>();
  return (term) => {
    let weight = known.get(term);
    if (weight === undefined) {
      weight = weigh(term);
      if (known.size < REMEMBERED_AT_MOST) known.set(term, weight);
    }
    return weight;
  };
}
