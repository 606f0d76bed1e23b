import { shortForm } from './initials.js';
import type { ReadEvent, ReadProposition } from './read-pair.js';
import type { NameGroup, TextReading } from './read-text.js';
import type { TermWeigher } from './term-statistics.js';

/** How a pair compares; every number 0-1 but `mass`, which grows with the weight of what is shared. */
export interface PairFeatures {
  /** Share of the statement's weight that the event has: in its title, in either field. */
  readonly inTitle: number;
  readonly inEvent: number;
  /** Share of the title's weight that the proposition has, and of the whole event's. */
  readonly titleCovered: number;
  readonly eventCovered: number;
  /** Share of the statement's word pairs that the event has. */
  readonly pairs: number;
  /** Share of the statement's weight that lies in names and countries the event does not have. */
  readonly missingActors: number;
  /** Whether the first actor of the statement is in the title; 0.5: in the summary only, or the statement names none. */
  readonly subject: number;
  /** Actions: 1 shared, 0 the statement's are missing, 0.5 it has none. Numbers the same. */
  readonly action: number;
  readonly number: number;
  /** ln(1 + weight shared) / ln(1 + 40). */
  readonly mass: number;
  /** Weight of the rarest word of the statement that the event does not have, against the rarest of the statement. */
  readonly missingRarest: number;
}

/** A pair's features with what the reasons are written from. */
export interface ComparedPair {
  readonly features: PairFeatures;
  readonly actors: readonly string[];
  readonly missingActors: readonly string[];
  readonly actions: readonly string[];
  readonly negatedActions: readonly string[];
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  /** Share of the shared weight that lies in common terms, 0-1: how generic the match is. */
  readonly commonShare: number;
}

/** A term is common when it weighs less than this share of what a term never seen before would. */
const COMMON_BELOW = 0.55;

/** An event with less of the statement's weight than this is not looked at further. */
const SMALLEST_SHARE = 0.1;
/** Stands for zero where something is divided by it. */
const TINY = 1e-9;
/** "Moscow" stands for Russia, but not as surely as "Russia" does. */
const SEAT_SHARE = 0.6;

const totalWeight = (terms: Iterable<string>, weigh: TermWeigher): number => {
  let sum = 0;
  for (const term of terms) sum += weigh(term);
  return sum;
};

/**
 * Compares a pair. Linear in the proposition's length and the event's.
 *
 * @returns null where next to nothing of the statement is in the event
 */
export function comparePair(
  event: ReadEvent,
  proposition: ReadProposition,
  weigh: TermWeigher,
): ComparedPair | null {
  const { statement } = proposition;
  const found = findStatementTerms(event, proposition);
  const shared = weighShared(statement, found, weigh);
  const whole = Math.max(shared.whole, TINY);
  if (shared.inEvent < SMALLEST_SHARE * whole) return null;
  const inPairs = [...statement.pairs].filter(
    (pair) => event.title.pairs.has(pair) || event.summary.pairs.has(pair),
  );
  const missing = proposition.actors.filter((actor) => !isThere(actor, found, weigh));
  const missingTerms = new Set(missing.flatMap((actor) => actor.terms).filter((term) => !found.has(term)));
  const features: PairFeatures = {
    inTitle: shared.inTitle / whole,
    inEvent: shared.inEvent / whole,
    ...coverEvent(event, proposition, weigh),
    pairs: inPairs.length / Math.max(statement.pairs.size, 1),
    missingActors: totalWeight(missingTerms, weigh) / whole,
    subject: subjectPlace(proposition.actors[0], found, weigh),
    action: shareFound(statement, found, '!'),
    number: shareFound(statement, found, '#'),
    mass: Math.log(1 + shared.present) / Math.log(41),
    missingRarest: shared.rarestMissing / shared.rarest,
  };
  return {
    features,
    commonShare: shared.common / Math.max(shared.present, TINY),
    missingActors: missing.map((actor) => actor.label),
    ...sharedLabels(event, proposition, found, weigh),
  };
}

function weighShared(statement: TextReading, found: ReadonlyMap<string, Place>, weigh: TermWeigher) {
  const shared = { whole: 0, inTitle: 0, inEvent: 0, present: 0, common: 0, rarest: TINY, rarestMissing: 0 };
  const commonBelow = COMMON_BELOW * weigh('');
  for (const term of statement.terms.keys()) {
    const weight = weigh(term);
    const place = found.get(term);
    shared.whole += weight;
    shared.rarest = Math.max(shared.rarest, weight);
    if (place === undefined) shared.rarestMissing = Math.max(shared.rarestMissing, weight);
    else {
      shared.present += weight;
      shared.inEvent += weight * (place === 'seat' ? SEAT_SHARE : 1);
      if (place === 'title') shared.inTitle += weight;
      if (weight < commonBelow) shared.common += weight;
    }
  }
  return shared;
}

function coverEvent(
  event: ReadEvent,
  { statement, criteria }: ReadProposition,
  weigh: TermWeigher,
): Pick<PairFeatures, 'titleCovered' | 'eventCovered'> {
  const isCovered = (term: string) => statement.terms.has(term) || criteria.terms.has(term);
  const sums = { title: TINY, summary: 0, titleCovered: 0, summaryCovered: 0 };
  for (const term of event.title.terms.keys()) {
    const weight = weigh(term);
    sums.title += weight;
    if (isCovered(term)) sums.titleCovered += weight;
  }
  for (const term of event.summary.terms.keys()) {
    if (event.title.terms.has(term)) continue;
    const weight = weigh(term);
    sums.summary += weight;
    if (isCovered(term)) sums.summaryCovered += weight;
  }
  return {
    titleCovered: sums.titleCovered / sums.title,
    eventCovered: (sums.titleCovered + sums.summaryCovered) / (sums.title + sums.summary),
  };
}

type Place = 'title' | 'summary' | 'seat';

/** Where the event has each term of the statement; a name also counts as found by its short form. */
function findStatementTerms(
  event: ReadEvent,
  { statement, actors, criteria }: ReadProposition,
): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const term of statement.terms.keys()) {
    if (event.title.terms.has(term)) found.set(term, 'title');
    else if (event.summary.terms.has(term)) found.set(term, 'summary');
    else if (event.title.seats.has(term) || event.summary.seats.has(term)) found.set(term, 'seat');
    else if (event.initials.has(term) && /^[a-z]{3,}$/u.test(term)) found.set(term, 'summary');
  }
  for (const actor of actors) {
    const short = shortForm(actor);
    if (short === null) continue;
    const isKnown = criteria.terms.has(short) || short.length >= 3;
    if (isKnown && event.title.terms.has(short)) actor.terms.forEach((term) => found.set(term, 'title'));
    else if (isKnown && event.summary.terms.has(short)) {
      actor.terms.filter((term) => !found.has(term)).forEach((term) => found.set(term, 'summary'));
    }
  }
  return found;
}

/** A name is there when enough of its weight is: "Harris" for "Kamala Harris", but not "court" for "Supreme Court". */
function isThere(actor: NameGroup, found: ReadonlyMap<string, Place>, weigh: TermWeigher): boolean {
  const there = actor.terms.filter((term) => found.has(term));
  return there.length > 0 && totalWeight(there, weigh) >= 0.4 * totalWeight(actor.terms, weigh);
}

function subjectPlace(
  subject: NameGroup | undefined,
  found: ReadonlyMap<string, Place>,
  weigh: TermWeigher,
): number {
  if (subject === undefined) return 0.5;
  if (!isThere(subject, found, weigh)) return 0;
  const places = subject.terms.map((term) => found.get(term));
  if (places.includes('title')) return 1;
  return 0.5;
}

function shareFound(statement: TextReading, found: ReadonlyMap<string, Place>, sign: string): number {
  const wanted = [...statement.terms.keys()].filter((term) => term.startsWith(sign));
  if (wanted.length === 0) return 0.5;
  return wanted.filter((term) => found.has(term)).length / wanted.length;
}

type SharedLabels = Pick<ComparedPair, 'actors' | 'actions' | 'negatedActions' | 'numbers' | 'words'>;

function sharedLabels(
  event: ReadEvent,
  { statement, actors }: ReadProposition,
  found: ReadonlyMap<string, Place>,
  weigh: TermWeigher,
): SharedLabels {
  const terms = [...found.keys()];
  const actions = terms.filter((term) => term.startsWith('!'));
  const isNegated = (term: string) =>
    (event.title.negated.has(term) || event.summary.negated.has(term)) !== statement.negated.has(term);
  const inActors = new Set(actors.flatMap((actor) => actor.terms));
  const label = (term: string) => statement.labels.get(term) ?? term;
  return {
    actors: actors.filter((actor) => isThere(actor, found, weigh)).map((actor) => actor.label),
    actions: actions.map((term) => term.slice(1)),
    negatedActions: actions.filter(isNegated).map((term) => term.slice(1)),
    numbers: terms.filter((term) => term.startsWith('#')).map(label),
    words: rarestFirst(
      terms.filter((term) => !/^[@!#]/u.test(term) && !inActors.has(term)),
      weigh,
    ).map(label),
  };
}

/** Cut to the rarest by whoever prints them; equal weights in the order of the alphabet. */
function rarestFirst(terms: readonly string[], weigh: TermWeigher): string[] {
  return [...terms].sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1));
}
