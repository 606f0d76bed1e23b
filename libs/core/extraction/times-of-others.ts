import { wordSet } from './word-set.js';
import { addDays } from '#core/domain';
import type { CalendarDate } from '#core/domain';
import type { ClauseDraft } from './clause-drafts.js';
import type { TextSpan } from '#core/text';
import type { Token } from './nlp.js';
import type { FoundDeadline } from './read-deadline.js';
import { findVerbGroups } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

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
  if (/\d{4}|^(?:inside|within)\b|\b(?:next|coming|tomorrow|tonight)\b/iu.test(item.deadline.phrase))
    return false;
  const at = tokenFrom(tokens, item.start);
  if (at === tokens.length) return false;
  // The auxiliary of a verb may stand further off.
  const last = findVerbGroups(tokens, Math.max(0, at - REACH - 3), at).at(-1);
  if (last === undefined || last.verb < at - REACH) return false;
  const between = tokens.slice(last.to, at);
  if (between.some((token) => /^(?:that|[;:])$/u.test(token.lower))) return false;
  if (RUNNING.test(item.deadline.phrase)) return isTold(tokens, last, between);
  if (/^(?:later )?today$/iu.test(item.deadline.phrase) && PLANS.test(tokens[last.verb]?.lower ?? ''))
    return false;
  return last.form === 'past' && !isSeen(tokens, last.from, at);
}

/** "This week" goes with what has been as well as with what is to come. */
const RUNNING = /\bthis\b/iu;
const PLANS =
  /^(?:expect|plan|schedul|project|forecast|intend|mean|due|predict|slat|set|want|hop|saw|see|peg|put|estimat)/u;

/** "Polled twenty analysts this week", "I have been asked this week"; not "expected this week", "agreed to meet this week". */
function isTold(tokens: readonly Token[], last: VerbGroup, between: readonly Token[]): boolean {
  if (last.form !== 'past' && last.form !== 'perfect') return false;
  if (PLANS.test(tokens[last.verb]?.lower ?? '')) return false;
  return !between.some((token) => /^(?:to|and|but|or|,)$/u.test(token.lower));
}

const SEES = wordSet('see have get find want leave keep expect watch hear');

/** "To see a deal signed before May": a participle that looks like a past form. */
function isSeen(tokens: readonly Token[], verb: number, at: number): boolean {
  return verb < at && tokens.slice(Math.max(0, verb - 6), verb).some((token) => SEES.has(token.lower));
}

/** A date in brackets cites a source. */
export function isInBrackets(text: string, at: number, sentence: TextSpan): boolean {
  const before = text.slice(sentence.start, at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

const MEASURE =
  /[,(\u2013\u2014]\s?(?:at |up |down |from |of )?[-+\u2212]?\d[\d.,]*\s?(?:%|per ?cent|percent|points?|bp|\p{L}{1,8})?\s$/u;

/** "The jobless rate, at 4.1% in May, will ...", "(11% in Q1)": when something was measured. */
export function isOfMeasure(text: string, item: FoundDeadline): boolean {
  if (!/^[,)\u2013\u2014]/u.test(text.slice(item.end, item.end + 1))) return false;
  if (/\d{4}|\b(?:by|next|coming)\b/iu.test(item.deadline.phrase)) return false;
  return MEASURE.test(text.slice(Math.max(0, item.start - 30), item.start));
}

/** A day without a year that has only just been: so far off its next turn comes. */
const JUST_OVER_DAYS = 300;

/** "The line of 26 September", said in October, is not the one of next year. */
export function isJustOver({ deadline }: FoundDeadline, publishedOn: CalendarDate | null): boolean {
  const { deadlineOn, precision, phrase } = deadline;
  if (publishedOn === null || deadlineOn === null || precision !== 'day') return false;
  if (!/\d/u.test(phrase) || /\d{4}|\b(?:by|until|till|before|next|in|within)\b/iu.test(phrase)) return false;
  return deadlineOn > addDays(publishedOn, JUST_OVER_DAYS);
}

const RELATIVE = wordSet('which whose who whom where');

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
    if (i > from && RELATIVE.has(word)) aside = i;
    else if (word === ',' && /^(?:AUX|VERB)$/u.test(tokens[i + 1]?.pos ?? '')) aside = 0;
    found.push(aside);
  }
  return found;
}
