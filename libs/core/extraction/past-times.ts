import type { Token } from './nlp.js';
import type { FoundDeadline } from './read-deadline.js';
import { findVerbGroups } from './verb-groups.js';

/** Tokens between a verb and the time that belongs to it. */
const REACH = 7;

/**
 * Whether a time without a year goes with a verb in the past ("took effect on Friday", "where it was in March"): it is
 * the last Friday, not the next.
 */
export function isOfPastVerb(tokens: readonly Token[], item: FoundDeadline): boolean {
  if (/\d{4}|\b(?:this|next|coming|tomorrow|tonight)\b/iu.test(item.deadline.phrase)) return false;
  const at = tokens.findIndex((token) => token.start >= item.start);
  if (at === -1) return false;
  const from = Math.max(0, at - REACH);
  const last = findVerbGroups(tokens, from, at).pop();
  if (last?.form !== 'past') return false;
  return !tokens.slice(last.to, at).some((token) => /^(?:that|[;:])$/u.test(token.lower));
}
