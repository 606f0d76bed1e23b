import type { ReadEvent, ReadProposition } from './read-pair.js';

/**
 * What a term is. `word`: a stem. `pair`: two neighbouring terms, "nord stream". `country`: "@ru". `action`: a family of
 * actions, "!recognise". `number`: "#5%". `initials`: the short form of a name, "uaw"; it meets the `word` of the same
 * spelling.
 */
export type IndexTermKind = 'word' | 'pair' | 'country' | 'action' | 'number' | 'initials';

/** One entry of an inverted index. */
export interface IndexTerm {
  /** At most 100 characters; unique within a reading; the same spelling means the same thing on both sides. */
  readonly term: string;
  readonly kind: IndexTermKind;
  /** How much the text is about it, above 0 and at most 1: more in a headline than below it. */
  readonly weight: number;
}

const IN_TITLE = 1;
const IN_SUMMARY = 0.5;
const IN_STATEMENT = 1;
/** "Moscow" may stand for Russia, initials for a name: worth a look, less than the thing itself. */
const IMPLIED = 0.3;
const LONGEST_TERM = 100;

/**
 * The terms by which a database finds the propositions of an event, or the events of a proposition: what both sides
 * have in common under the same `term`. A first score of a pair is the sum, over shared terms, of both weights times
 * the rarity of the term (`termWeigher`, or ln(1 + (N - n + 0.5) / (n + 0.5)) from the counts of the index itself);
 * the best 100 by it go to `rankMatches`; of our data, no pair that belongs together was behind the first 20. Pairs are rare and long: leave them out where room is short.
 * Deterministic: sorted by term. What a statement has is indexed; criteria and topics are not, they only weigh later.
 *
 * @example indexTerms(readProposition(p('Will Russia recognise Donetsk?')))
 *   // "!recognise" action 1, "!recognise donetsk" pair 1, "@ru" country 1, "@ru !recognise" pair 1, "donetsk" word 1
 */
export function indexTerms(read: ReadProposition | ReadEvent): readonly IndexTerm[] {
  const weights = new Map<string, IndexTerm>();
  const add = (term: string, kind: IndexTermKind, weight: number) => {
    if (term.length > LONGEST_TERM) return;
    const known = weights.get(term);
    if (known === undefined || known.weight < weight) weights.set(term, { term, kind, weight });
  };
  const addAll = (terms: Iterable<string>, weight: number) => {
    for (const term of terms) add(term, kindOf(term), weight);
  };
  const addPairs = (pairs: Iterable<string>, weight: number) => {
    for (const pair of pairs) add(pair, 'pair', weight);
  };
  if ('statement' in read) {
    addAll(read.statement.terms.keys(), IN_STATEMENT);
    addPairs(read.statement.pairs, IN_STATEMENT);
    for (const short of read.shortForms.keys()) add(short, 'initials', IMPLIED);
  } else {
    addAll(read.title.terms.keys(), IN_TITLE);
    addPairs(read.title.pairs, IN_TITLE);
    addAll(read.summary.terms.keys(), IN_SUMMARY);
    addPairs(read.summary.pairs, IN_SUMMARY);
    addAll(read.title.seats, IMPLIED);
    addAll(read.summary.seats, IMPLIED);
    for (const short of read.initials) add(short, 'initials', IMPLIED);
  }
  return [...weights.values()].sort((a, b) => (a.term < b.term ? -1 : 1));
}

function kindOf(term: string): IndexTermKind {
  if (term.startsWith('@')) return 'country';
  if (term.startsWith('!')) return 'action';
  return term.startsWith('#') ? 'number' : 'word';
}
