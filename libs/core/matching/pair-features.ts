import type { ReadEvent, ReadProposition } from './read-pair.js';
import { nearness, type Place } from './find-terms.js';
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
  /** Share of the statement's weight in names and countries the event does not have; in rare words; in actions. */
  readonly missingActors: number;
  readonly missingWords: number;
  readonly missingActions: number;
  /** Whether the first actor of the statement is in the title; 0.5: in the summary only, or the statement names none. */
  readonly subject: number;
  /** Actions: 1 shared, 0 the statement's are missing, 0.5 it has none. Numbers the same. */
  readonly action: number;
  readonly number: number;
  /** How near the report's nearest number of the same unit is, 0-1; 0.5: the statement has no number. */
  readonly nearNumber: number;
  /** ln(1 + weight shared) / ln(1 + 40). */
  readonly mass: number;
  /** Weight of the rarest word of the statement that the event does not have, against the rarest of the statement. */
  readonly missingRarest: number;
  /** Weight of that word against a word never seen. */
  readonly missingRarity: number;
  /** 1: a country of the statement is missing and the title has another one; 0.5: its subject is below the title. */
  readonly otherCountry: number;
  /** Share of the shared weight that lies in common terms: how broad the match is. */
  readonly common: number;
  /** 1: all names of the statement are there; 0: none; 0.5: it has none. */
  readonly actorsThere: number;
}

/** A term is common when it weighs less than this share of what a term never seen before would. */
const COMMON_BELOW = 0.55;
/** An event with less of the statement's weight than this is not looked at further. */
const SMALLEST_SHARE = 0.1;
/** Stands for zero where something is divided by it. */
const TINY = 1e-9;
/** "Moscow" stands for Russia, but not as surely as "Russia" does. */
const IMPLIED_SHARE = 0.6;
/** Pairs with this much weight in common have `mass` 1. */
const MUCH = 40;

interface WeighedTerm {
  readonly term: string;
  readonly weight: number;
}

/** An event with its words weighed, once for all candidates. */
export interface WeighedEvent {
  readonly event: ReadEvent;
  readonly title: readonly WeighedTerm[];
  /** What the title does not say already. */
  readonly summary: readonly WeighedTerm[];
  /** Above 0. */
  readonly titleWeight: number;
  readonly summaryWeight: number;
}

export function weighEvent(event: ReadEvent, weigh: TermWeigher): WeighedEvent {
  const weighed = (term: string): WeighedTerm => ({ term, weight: weigh(term) });
  const title = [...event.title.terms.keys()].map(weighed);
  const summary = [...event.summary.terms.keys()].filter((term) => !event.title.terms.has(term)).map(weighed);
  const sum = (terms: readonly WeighedTerm[], from: number) =>
    terms.reduce((total, { weight }) => total + weight, from);
  return { event, title, summary, titleWeight: sum(title, TINY), summaryWeight: sum(summary, 0) };
}

/**
 * Describes a pair in numbers. Linear in the proposition's length and the event's.
 *
 * @param found where the event has each term of the statement
 * @returns null where next to nothing of the statement is in the event
 */
export function describePair(
  weighed: WeighedEvent,
  proposition: ReadProposition,
  found: ReadonlyMap<string, Place>,
  weigh: TermWeigher,
): PairFeatures | null {
  const { event } = weighed;
  const shared = weighShared(proposition.statement, found, weigh);
  const whole = Math.max(shared.whole, TINY);
  if (shared.inEvent < SMALLEST_SHARE * whole) return null;
  return {
    inTitle: shared.inTitle / whole,
    inEvent: shared.inEvent / whole,
    ...coverEvent(weighed, proposition),
    pairs: sharedPairs(event, proposition),
    ...weighMissing(proposition, found, weigh, whole),
    subject: subjectPlace(proposition.actors[0], found, weigh),
    action: shareFound(proposition.statement, found, '!'),
    number: shareFound(proposition.statement, found, '#'),
    nearNumber: nearestNumber(event, proposition),
    mass: Math.log(1 + shared.present) / Math.log(1 + MUCH),
    missingRarest: shared.rarestMissing / shared.rarest,
    missingRarity: shared.rarestMissing / weigh(''),
    otherCountry: otherCountry(event, proposition, found),
    common: shared.common / Math.max(shared.present, TINY),
  };
}

const totalWeight = (terms: Iterable<string>, weigh: TermWeigher): number => {
  let sum = 0;
  for (const term of terms) sum += weigh(term);
  return sum;
};

function sharedPairs({ title, summary }: ReadEvent, { statement }: ReadProposition): number {
  let shared = 0;
  for (const pair of statement.pairs) if (title.pairs.has(pair) || summary.pairs.has(pair)) shared += 1;
  return shared / Math.max(statement.pairs.size, 1);
}

function weighMissing(
  { statement, actors }: ReadProposition,
  found: ReadonlyMap<string, Place>,
  weigh: TermWeigher,
  whole: number,
): Pick<PairFeatures, 'missingActors' | 'missingWords' | 'missingActions' | 'actorsThere'> {
  const missing = actors.filter((actor) => !isThere(actor, found, weigh));
  const missingNames = new Set(missing.flatMap((actor) => actor.terms).filter((term) => !found.has(term)));
  const specific = COMMON_BELOW * weigh('');
  let words = 0;
  let actions = 0;
  for (const term of statement.terms.keys()) {
    if (found.has(term) || missingNames.has(term)) continue;
    const weight = weigh(term);
    if (term.startsWith('!')) actions += weight;
    else if (weight >= specific && !term.startsWith('#')) words += weight;
  }
  return {
    missingActors: totalWeight(missingNames, weigh) / whole,
    missingWords: words / whole,
    missingActions: actions / whole,
    actorsThere: actors.length === 0 ? 0.5 : 1 - missing.length / actors.length,
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
      shared.inEvent += weight * (place === 'implied' ? IMPLIED_SHARE : 1);
      if (place === 'title') shared.inTitle += weight;
      if (weight < commonBelow) shared.common += weight;
    }
  }
  return shared;
}

function coverEvent(
  event: WeighedEvent,
  { statement, criteria }: ReadProposition,
): Pick<PairFeatures, 'titleCovered' | 'eventCovered'> {
  const title = coveredOf(event.title, statement, criteria);
  const summary = coveredOf(event.summary, statement, criteria);
  return {
    titleCovered: title / event.titleWeight,
    eventCovered: (title + summary) / (event.titleWeight + event.summaryWeight),
  };
}

function coveredOf(terms: readonly WeighedTerm[], statement: TextReading, criteria: TextReading): number {
  let sum = 0;
  for (const { term, weight } of terms)
    if (statement.terms.has(term) || criteria.terms.has(term)) sum += weight;
  return sum;
}

function nearestNumber(event: ReadEvent, { statement }: ReadProposition): number {
  const wanted = [...statement.quantities.values()];
  return wanted.length === 0 ? 0.5 : Math.max(...wanted.map((quantity) => nearness(quantity, event)));
}

/** 1: a country of the statement is not in the report, and the title has another; 0.5: it is only below the title. */
function otherCountry(
  { title }: ReadEvent,
  { statement, actors }: ReadProposition,
  found: ReadonlyMap<string, Place>,
) {
  const isCountry = (term: string) => term.startsWith('@');
  if (![...title.terms.keys()].some((term) => isCountry(term) && !statement.terms.has(term))) return 0;
  if ([...statement.terms.keys()].some((term) => isCountry(term) && !found.has(term))) return 1;
  const subject = actors[0]?.terms[0] ?? '';
  return isCountry(subject) && found.get(subject) === 'summary' ? 0.5 : 0;
}

/** A name is there when enough of its weight is: "Harris" for "Kamala Harris", but not "court" for "Supreme Court". */
export function isThere(actor: NameGroup, found: ReadonlyMap<string, Place>, weigh: TermWeigher): boolean {
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
  const sum = wanted.reduce((total, term) => {
    const place = found.get(term);
    return total + (place === undefined ? 0 : place === 'implied' ? IMPLIED_SHARE : 1);
  }, 0);
  return sum / wanted.length;
}
