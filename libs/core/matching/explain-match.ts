import type { DateComparison } from './compare-dates.js';
import type { ComparedPair } from './compare-pairs.js';
import { isThere } from './pair-features.js';
import type { ReadEvent } from './read-pair.js';
import type { TermWeigher } from './term-statistics.js';

/** Names or words listed in one reason at most. */
const LISTED = 4;
/** From this share of common words on, the reasons say so. */
export const MOSTLY_COMMON = 0.75;
/** A weaker rival is not worth a word. */
const WORTH_SAYING = 0.25;

/**
 * The reasons of a match in plain words: what speaks for it first, what speaks against it after.
 *
 * @param dates what the dates of the pair say, and whatever else was looked at beside its words
 * @example ['same actors: Russia, Donetsk', 'same action: recognise', 'inside the window']
 */
export function explainMatch(
  pair: ComparedPair,
  event: ReadEvent,
  dates: Pick<DateComparison, 'supporting' | 'opposing'>,
  weigh: TermWeigher,
): readonly string[] {
  const labels = sharedLabels(pair, event, weigh);
  const list = (items: readonly string[]) => [...new Set(items)].slice(0, LISTED).join(', ');
  const reasons: string[] = [];
  const say = (one: string, many: string, items: readonly string[]) => {
    const different = new Set(items).size;
    if (different > 0) reasons.push(`${different === 1 ? one : many}: ${list(items)}`);
  };
  say('same actor', 'same actors', labels.actors);
  say('same action', 'same actions', labels.actions);
  say('same number', 'same numbers', labels.numbers);
  say('same word', 'same words', labels.words);
  say('on the same question', 'on the same question', labels.relatedActions);
  reasons.push(...dates.supporting);
  if (labels.negatedActions.length > 0)
    reasons.push(`one of the two says not: ${list(labels.negatedActions)}`);
  if (pair.swapped !== null) reasons.push(`the other way round in the report: ${pair.swapped}`);
  say('not in the report', 'not in the report', labels.missingActors);
  if (pair.otherAction !== null) reasons.push(`the headline is about another action: ${pair.otherAction}`);
  if (pair.rival !== null && pair.rival.strength >= WORTH_SAYING)
    reasons.push(`another statement fits better: ${pair.rival.instead}`);
  if (pair.features.common >= MOSTLY_COMMON) reasons.push('mostly common words');
  reasons.push(...dates.opposing);
  return reasons;
}

function sharedLabels({ proposition, found }: ComparedPair, event: ReadEvent, weigh: TermWeigher) {
  const { statement, actors } = proposition;
  const terms = [...found.keys()];
  const isSame = (term: string) => found.get(term) !== 'implied';
  const actions = terms.filter((term) => term.startsWith('!'));
  const isNegated = (term: string) =>
    (event.title.negated.has(term) || event.summary.negated.has(term)) !== statement.negated.has(term);
  const inActors = new Set(actors.flatMap((actor) => actor.terms));
  const label = (term: string) => statement.labels.get(term) ?? term;
  return {
    actors: actors.filter((actor) => isThere(actor, found, weigh)).map((actor) => actor.label),
    missingActors: actors.filter((actor) => !isThere(actor, found, weigh)).map((actor) => actor.label),
    actions: actions.filter(isSame).map((term) => term.slice(1)),
    relatedActions: actions.filter((term) => !isSame(term)).map((term) => term.slice(1)),
    negatedActions: actions.filter((term) => isSame(term) && isNegated(term)).map((term) => term.slice(1)),
    numbers: terms.filter((term) => term.startsWith('#') && isSame(term)).map(label),
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
