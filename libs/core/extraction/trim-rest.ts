import { wordSet } from './word-set.js';
import { isFreeDash } from './find-focus.js';
import type { Token } from './nlp.js';
import { isFiniteGroup, isTimeNoun, splitLead } from './split-lead.js';
import { isNominal, startsPhrase } from './statement-body.js';
import { findVerbGroups } from './verb-groups.js';

const ENDS_AFTER_COMMA = wordSet(
  'which who whose whom where because since as for though although while whereas given so but yet nor if unless provided according said says rather including especially particularly compared against instead reflecting thanks due despite regardless even when once however whatever until then depending suggesting underscoring underlining legalizing legalising mostly mainly not about roughly just like unlike too respectively citing whenever wherever that possibly perhaps probably maybe presumably likely give',
);
const JOINERS = wordSet('and but so or');
const ENDS_ANYWHERE = wordSet('because although though whereas unless lest if provided given');

/**
 * What follows the verb, up to where the claim is complete: not the reason for it, the contrast, a loose relative clause,
 * an apposition, or a second clause.
 *
 * @param spoken tokens that come before it in the statement, for the length
 */
export function trimRest(rest: readonly Token[], spoken: number): readonly Token[] {
  const cut = cutRest(rest, spoken);
  const trimmed = [...cut, ...laterTime(rest, cut.length)];
  for (
    let last = trimmed[trimmed.length - 1];
    last !== undefined && isHanging(last, trimmed.length);
    last = trimmed[trimmed.length - 1]
  )
    trimmed.pop();
  return trimmed;
}

/** A phrase of time that ends what was cut off ("..., as a courtesy, by August") bounds the claim. */
function laterTime(rest: readonly Token[], from: number): readonly Token[] {
  const comma = rest.map(({ lower }) => lower).lastIndexOf(',');
  if (comma <= from || comma - from > 12 || rest.length - comma > 7) return [];
  const all = rest.slice(comma + 1);
  const last = all.slice(
    Math.max(
      0,
      all.findIndex(
        ({ pos, lower }) => pos !== 'ADV' && !/^(?:possibly|perhaps|probably|maybe|presumably)$/u.test(lower),
      ),
    ),
  );
  const isTime =
    /^(?:by|before|within|until|in|on|during|this|next)$/u.test(last[0]?.lower ?? '') &&
    last.some(isTimeNoun);
  return isTime && last.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX') && rest[from]?.lower === ','
    ? last
    : [];
}

const isHanging = ({ pos, lower }: Token, length: number): boolean =>
  pos === 'CCONJ' || (pos === 'PUNCT' && /^[,;:-]$/u.test(lower)) || (lower === 'just' && length > 1);

function cutRest(rest: readonly Token[], spoken: number): readonly Token[] {
  let inList = false;
  for (let i = 0; i < rest.length; i += 1) {
    const token = rest[i];
    if (token === undefined) break;
    if (token.text === ';' || token.text === ':' || (isFreeDash(rest, i) && !closesSoon(rest, i)))
      return rest.slice(0, i);
    if (
      i > 0 &&
      (token.text === '.' || token.text === '!' || token.text === '?') &&
      i < rest.length - 1 &&
      /^[\p{Lu}\d]/u.test(rest[i + 1]?.text ?? '')
    )
      return rest.slice(0, i);
    if (
      ENDS_ANYWHERE.has(token.lower) &&
      !/^(?:even|as|see|ask|know|wonder|tell)$/u.test(rest[i - 1]?.lower ?? '')
    )
      return rest.slice(0, i);
    if (i > 0 && token.lower === 'even' && /^(?:if|as|though|when)$/u.test(rest[i + 1]?.lower ?? ''))
      return rest.slice(0, i);
    if (
      i > 0 &&
      (token.lower === 'while' || token.lower === 'as') &&
      (startsClause(rest, i + 1) || rest[i - 1]?.lower === 'just') &&
      !rest
        .slice(0, i)
        .some(({ lower }) => lower === 'as' || lower === 'so' || lower === 'same' || lower === 'such')
    )
      return rest.slice(0, i);
    if (token.lower === ',' && isListComma(rest, i)) inList = true;
    else if (token.lower === ',' && !(inList && closesList(rest, i)) && endsAtComma(rest, i, spoken))
      return rest.slice(0, i);
    if (i > 0 && token.pos === 'CCONJ' && (startsOwnPredicate(rest, i + 1) || startsAfterLead(rest, i + 1)))
      return rest.slice(0, i);
    if (
      i > 0 &&
      JOINERS.has(token.lower) &&
      (startsClause(rest, i + 1) ||
        (/^(?:not|that|so|then|due|because|thus)$/u.test(rest[i + 1]?.lower ?? '') && token.lower !== 'or'))
    )
      return rest.slice(0, i);
  }
  return rest;
}

/** "and by 2035 its chimney will be gone": a clause with an opening phrase. */
function startsAfterLead(rest: readonly Token[], from: number): boolean {
  if (rest[from]?.pos !== 'ADP') return false;
  const group = findVerbGroups(rest.slice(0, from + 16), from).find((found) => isFiniteGroup(rest, found));
  return group !== undefined && splitLead(rest, from, group.from) > from;
}

/** "and did not ask", "and so will X": a second predicate with a tense of its own. */
function startsOwnPredicate(rest: readonly Token[], from: number): boolean {
  let i = from;
  while (rest[i]?.pos === 'ADV') i += 1;
  const isThird =
    rest[i]?.pos === 'VERB' && /[^s]s$/u.test(rest[i]?.lower ?? '') && rest[i]?.lower !== rest[i]?.lemma;
  if (isThird) return true;
  return (
    /^(?:did|does|do|is|are|has|was|were|will|would)$/u.test(rest[i]?.lower ?? '') &&
    (rest[i]?.pos === 'AUX' || rest[i]?.pos === 'VERB') &&
    !(i === from && /^(?:will|would)$/u.test(rest[i]?.lower ?? ''))
  );
}

const closesSoon = (rest: readonly Token[], at: number): boolean =>
  rest.slice(at + 1, at + 8).some((_, k) => isFreeDash(rest, at + 1 + k)) && rest.length > at + 8;

function endsAtComma(rest: readonly Token[], comma: number, spoken: number): boolean {
  const next = rest[comma + 1];
  if (next === undefined) return true;
  if (next.lower === 'not' && rest[comma + 2]?.lower === 'only') return false;
  if (isDateComma(rest, comma)) return false;
  if (
    rest[comma - 1]?.pos === 'ADJ' &&
    (next.pos === 'ADJ' || (next.pos === 'VERB' && /(?:ed|ing)$/u.test(next.lower))) &&
    isNominal(rest[comma + 2])
  )
    return false;
  if (/^(?:possibly|perhaps|probably|maybe|presumably)$/u.test(next.lower)) return true;
  if (ENDS_AFTER_COMMA.has(next.lower) || next.pos === 'AUX') return true;
  if (next.pos === 'CCONJ') {
    const after = rest[comma + 2];
    return (
      startsClause(rest, comma + 2) ||
      after?.pos === 'ADV' ||
      after?.pos === 'VERB' ||
      after?.pos === 'AUX' ||
      after?.pos === 'ADP' ||
      startsPhrase(after) ||
      /^(?:that|which|not)$/u.test(after?.lower ?? '')
    );
  }
  if (next.pos === 'VERB' && /(?:ing|ed)$/u.test(next.lower))
    return spoken + comma > 12 || hasCommaAfter(rest, comma + 1);
  if (next.pos === 'ADP') return spoken + comma > 14;
  // An apposition, or a clause without a conjunction.
  return startsPhrase(next) || next.pos === 'PRON';
}

/** "on September 24, 2023" */
const isDateComma = (rest: readonly Token[], comma: number): boolean =>
  rest[comma - 1]?.pos === 'NUM' && /^(?:1[5-9]|20|21)\d\d$/u.test(rest[comma + 1]?.lower ?? '');

const hasCommaAfter = (rest: readonly Token[], from: number): boolean =>
  rest.slice(from, from + 25).some(({ lower }) => lower === ',');

/** ", and possibly even Xi's tenure": the last item of a list that a comma opened. */
function closesList(rest: readonly Token[], comma: number): boolean {
  if (!/^(?:and|or)$/u.test(rest[comma + 1]?.lower ?? '') || startsClause(rest, comma + 2)) return false;
  let i = comma + 2;
  while (rest[i]?.pos === 'ADV') i += 1;
  return startsPhrase(rest[i]);
}

/** Whether a comma parts items of a list: an "and" or "or" follows before anything like a clause. */
export function isListComma(tokens: readonly Token[], comma: number): boolean {
  const before = tokens[comma - 1];
  if (isBareList(tokens, comma)) return true;
  for (let i = comma + 1; i < Math.min(tokens.length, comma + 14); i += 1) {
    const token = tokens[i];
    if (token === undefined || token.pos === 'AUX' || /^(?:which|who|that|;|:)$/u.test(token.lower))
      return false;
    if (token.pos === 'VERB' && !token.lower.endsWith('ing')) return false;
    if (token.lower !== 'and' && token.lower !== 'or') continue;
    const afterAnd =
      tokens[i + 1]?.pos === 'ADV'
        ? tokens[i + 2]?.pos === 'ADV'
          ? tokens[i + 3]
          : tokens[i + 2]
        : tokens[i + 1];
    const isClosing = afterAnd !== undefined && !startsClause(tokens, i + 1);
    return (
      isClosing &&
      i > comma + 1 &&
      before !== undefined &&
      (isNominal(before) || before.pos === 'ADJ') &&
      sameKind(before, afterAnd)
    );
  }
  return false;
}

/** "hatred, racism, aggression": short items without "and". */
function isBareList(tokens: readonly Token[], comma: number): boolean {
  const next = tokens.findIndex(({ lower }, i) => i > comma && lower === ',');
  const previous = tokens
    .slice(0, comma)
    .map(({ lower }) => lower)
    .lastIndexOf(',');
  const item = (from: number, to: number): boolean => {
    const words = tokens.slice(from, to);
    return (
      words.length > 0 &&
      words.length <= 2 &&
      words.every(({ pos }) => pos === 'NOUN' || pos === 'ADJ' || pos === 'ADV') &&
      words[words.length - 1]?.pos === 'NOUN'
    );
  };
  if (next !== -1 && next - comma <= 3) return item(comma + 1, next);
  return (
    next === -1 &&
    previous !== -1 &&
    comma - previous <= 3 &&
    item(previous + 1, comma) &&
    item(comma + 1, tokens.length)
  );
}

function sameKind(a: Token, b: Token): boolean {
  if (isNominal(a)) return startsPhrase(b) || b.pos === 'VERB';
  return b.pos === a.pos || b.pos === 'ADV';
}

/** A subject and a finite verb within a few words: another clause. */
export function startsClause(tokens: readonly Token[], from: number): boolean {
  let hasSubject = false;
  for (let i = from; i < Math.min(tokens.length, from + 9); i += 1) {
    const token = tokens[i];
    if (token === undefined || /^[,;:]$/u.test(token.lower) || token.lower === 'to') return false;
    if (hasSubject && (token.pos === 'AUX' || (token.pos === 'VERB' && !/(?:ing|ed)$/u.test(token.lower))))
      return true;
    // "and the road that leads there": the verb is the relative's.
    if (hasSubject && /^(?:that|which|who)$/u.test(token.lower)) return false;
    if (isNominal(token) || /^(?:this|that|these|those)$/u.test(token.lower)) hasSubject = true;
    else if (!['DET', 'ADJ', 'ADV', 'ADP', 'PART', 'NUM', 'SYM', 'PUNCT'].includes(token.pos)) return false;
  }
  return false;
}
