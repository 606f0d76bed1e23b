import type { ClauseDraft } from './clause-drafts.js';
import type { Token } from './nlp.js';
import type { FoundDeadline } from './read-deadline.js';
import { findVerbGroups } from './verb-groups.js';

/** The index of the first token that begins at an offset or after it. */
function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Tokens between a verb and the time that belongs to it. */
const REACH = 7;

/**
 * Whether a time without a year goes with a verb in the past ("opened on Friday", "than it stood in March"): it is
 * the last Friday, not the next.
 */
export function isOfPastVerb(tokens: readonly Token[], item: FoundDeadline): boolean {
  if (/\d{4}|\b(?:this|next|coming|tomorrow|tonight)\b/iu.test(item.deadline.phrase)) return false;
  const at = tokenFrom(tokens, item.start);
  if (at === tokens.length) return false;
  const from = Math.max(0, at - REACH);
  const last = findVerbGroups(tokens, from, at).pop();
  if (last?.form !== 'past') return false;
  return !tokens.slice(last.to, at).some((token) => /^(?:that|[;:])$/u.test(token.lower));
}

const RELATIVE = /^(?:which|whose|who|whom|where)$/u;

/**
 * Of the times in a clause those that are the claim's own: not what a relative clause says that the claim is not in
 * ("will dry up, in a valley whose people number a million by 2050"), and, of a claim in one, its own before the rest
 * ("an election in May, which means that by April nobody will sign").
 */
export function besideAnchor(
  tokens: readonly Token[],
  { clause, reasons }: ClauseDraft,
  items: readonly FoundDeadline[],
): readonly FoundDeadline[] {
  if (items.length === 0) return items;
  const asides = asidesFrom(tokens, clause.from, Math.max(reasons.anchor, indexAt(tokens, items)));
  const ofAnchor = asides[reasons.anchor - clause.from] ?? 0;
  const asideOf = (item: FoundDeadline): number => asides[indexAt(tokens, [item]) - clause.from] ?? 0;
  const near = items.filter((item) => asideOf(item) === ofAnchor);
  return near.length > 0 ? near : items.filter((item) => asideOf(item) === 0);
}

/** The token that the last of the times begins with. */
function indexAt(tokens: readonly Token[], items: readonly FoundDeadline[]): number {
  const start = items[items.length - 1]?.start ?? 0;
  return Math.min(tokenFrom(tokens, start), tokens.length - 1);
}

/** For each token which relative clause it stands in, by the index of its pronoun; 0 for none. */
function asidesFrom(tokens: readonly Token[], from: number, to: number): number[] {
  const found: number[] = [];
  let aside = 0;
  for (let i = from; i <= to; i += 1) {
    const word = tokens[i]?.lower ?? '';
    // The pronoun that a clause opens with belongs to it; a comma with a verb after it ends an aside: ", will be ignored".
    if (i > from && RELATIVE.test(word)) aside = i;
    else if (word === ',' && /^(?:AUX|VERB)$/u.test(tokens[i + 1]?.pos ?? '')) aside = 0;
    found.push(aside);
  }
  return found;
}
