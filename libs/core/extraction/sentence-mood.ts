import { REPORTING_VERBS } from './clauses.js';
import type { Token } from './nlp.js';
import { findVerbGroups } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

/** How a sentence speaks: of what was, telling the reader what to do, or neither. */
export type Mood = 'past' | 'order' | 'other';

const OPENING = new Set(['PUNCT', 'CCONJ', 'SYM', 'NUM', 'X']);

const isReport = (token: Token | undefined): boolean =>
  token !== undefined && REPORTING_VERBS.has(token.lemma.toLowerCase());

/**
 * The mood of a sentence by its first finite verb that is none of saying.
 *
 * @example "Prices fell." is past, "(2) Call the bank first." an order, "Prices will fall." neither
 */
export function moodOf(tokens: readonly Token[]): Mood {
  const finite = findVerbGroups(tokens).filter(({ form }) => form !== 'infinitive' && form !== 'participle');
  const [opening] = finite;
  if (opening === undefined) return 'other';
  // "She said that it would": what was said counts, where anything was.
  const told = finite.find(({ verb }) => !isReport(tokens[verb])) ?? opening;
  if (told.form === 'past') return 'past';
  return isOrder(tokens, opening) ? 'order' : 'other';
}

/** A base form at the head of the sentence, over marks and numbers, at most an adverb before it. */
function isOrder(tokens: readonly Token[], { form, from, verb: at }: VerbGroup): boolean {
  const first = tokens.findIndex(({ pos }) => !OPENING.has(pos));
  const verb = tokens[at];
  return (
    form === 'present' &&
    (first === from || (first === from - 1 && tokens[first]?.pos === 'ADV')) &&
    verb?.pos === 'VERB' &&
    verb.lower === verb.lemma.toLowerCase()
  );
}
