import type { Token } from './nlp.js';
import { findVerbGroups } from './verb-groups.js';

/** How a sentence speaks: of what was, telling the reader what to do, or neither. */
export type Mood = 'past' | 'order' | 'other';

const OPENING = new Set(['PUNCT', 'CCONJ', 'SYM', 'NUM', 'X']);

/**
 * The mood of a sentence by its first finite verb.
 *
 * @example "Prices fell." is past, "(2) Call the bank first." an order, "Prices will fall." neither
 */
export function moodOf(tokens: readonly Token[]): Mood {
  const first = findVerbGroups(tokens).find(({ form }) => form !== 'infinitive' && form !== 'participle');
  if (first === undefined) return 'other';
  if (first.form === 'past') return 'past';
  const opening = tokens.findIndex(({ pos }) => !OPENING.has(pos));
  const verb = tokens[first.verb];
  return first.form === 'present' &&
    (opening === first.from || (opening === first.from - 1 && tokens[opening]?.pos === 'ADV')) &&
    verb?.pos === 'VERB' &&
    verb.lower === verb.lemma.toLowerCase()
    ? 'order'
    : 'other';
}
