import type { DateComparison } from './compare-dates.js';
import type { ComparedPair } from './pair-features.js';

/** Names or words listed in one reason at most. */
const LISTED = 4;
/** From this share of common words on, the reasons say so. */
export const MOSTLY_COMMON = 0.75;

/**
 * The reasons of a match in plain words: what speaks for it first, what speaks against it after.
 *
 * @example ['same actors: Russia, Donetsk', 'same action: recognise', 'inside the window']
 */
export function explainMatch(pair: ComparedPair, dates: DateComparison): readonly string[] {
  const list = (items: readonly string[]) => [...new Set(items)].slice(0, LISTED).join(', ');
  const reasons: string[] = [];
  const say = (one: string, many: string, items: readonly string[]) => {
    const different = new Set(items).size;
    if (different > 0) reasons.push(`${different === 1 ? one : many}: ${list(items)}`);
  };
  say('same actor', 'same actors', pair.actors);
  say('same action', 'same actions', pair.actions);
  say('same number', 'same numbers', pair.numbers);
  say('same word', 'same words', pair.words);
  reasons.push(...dates.supporting);
  if (pair.negatedActions.length > 0) reasons.push(`one of the two says not: ${list(pair.negatedActions)}`);
  say('not in the report', 'not in the report', pair.missingActors);
  if (pair.commonShare >= MOSTLY_COMMON) reasons.push('mostly common words');
  reasons.push(...dates.opposing);
  return reasons;
}
