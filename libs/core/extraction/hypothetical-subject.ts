import type { Token } from './nlp.js';
import { findSubject } from './verb-groups.js';

/**
 * "An attack would", "any vote would", "leaving would", "such a move would": the subject itself is the condition.
 *
 * @param modal token of the modal
 */
export function isHypotheticalSubject(
  tokens: readonly Token[],
  clause: { readonly from: number },
  modal: number,
): boolean {
  const subject = findSubject(tokens, modal, clause.from);
  if (subject === null) return isGerundSubject(tokens, clause.from, modal);
  const head = tokens[subject.head];
  const first = tokens[subject.from];
  if (head === undefined || first === undefined) return false;
  const isPlain =
    tokens[modal]?.lower !== 'would' && tokens[modal]?.lower !== '\u2019d' && tokens[modal]?.lower !== "'d";
  if (head.pos === 'PRON') return false;
  if (head.pos === 'PROPN') return !isPlain && isGerundSubject(tokens, clause.from, modal);
  if (MEASURE.test(head.lower)) return false;
  // "A new law will" is announced; "a direct invasion will" supposes one.
  if (isPlain)
    return /^(?:any|a|an)$/u.test(first.lower) && (EVENT.test(head.lower) || first.lower === 'any');
  return (
    /^(?:a|an|any|such|another|failure|use|doing|further|more)$/u.test(first.lower) ||
    tokens.slice(subject.from, subject.to).some((token) => token.pos === 'NOUN' && EVENT.test(token.lower)) ||
    isGerundSubject(tokens, clause.from, modal)
  );
}

const MEASURE = /^(?:figure|number|sum|amount|level|rate|share|half|third|quarter|couple|lot|majority|few)$/u;
const EVENT =
  /^(?:use|attack|invasion|war|conflict|strike|defeat|victory|failure|collapse|withdrawal|default|escalation|scenario|breakdown|blockade|devaluation|recession|crash|rupture|attempt|move|split|coup|ban|drop|rise|cut|hike|deal|agreement)$/u;

/** "Waging war on Taiwan would": the clause opens with a gerund. */
function isGerundSubject(tokens: readonly Token[], from: number, modal: number): boolean {
  let i = from;
  while (i < modal && /^(?:CCONJ|PUNCT|ADV)$/u.test(tokens[i]?.pos ?? '')) i += 1;
  const first = tokens[i];
  return (
    first !== undefined &&
    i < modal &&
    (first.pos === 'VERB' || first.pos === 'AUX') &&
    /ing$/u.test(first.lower)
  );
}
