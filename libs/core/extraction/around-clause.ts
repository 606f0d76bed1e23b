import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';
import { madeUp, printTokens } from './print-tokens.js';
import { isTimeNoun } from './split-lead.js';
import { findVerbGroups } from './verb-groups.js';

/** An opening phrase that says when or where; not a condition, a clause or a turn of speech. */
export function leadOf(lead: readonly Token[], condition: string | null): readonly Token[] {
  const bare = trimCommas(lead);
  if (bare.length === 0 || bare.length > (bare.some(isTimeNoun) ? 14 : 8)) return [];
  if (findVerbGroups(bare).some(({ form }) => form !== 'infinitive' && form !== 'participle')) return [];
  const first = bare[0]?.lower ?? '';
  if (
    /^(?:as|for|then|so|now|to|given|despite|like|unlike|beyond|besides|regardless|whatever|according|because|due|thanks|if|unless|with|even|still|again|eventually|finally|again|where|from|first|second|third|secondly|lastly)$/u.test(
      first,
    ) &&
    !(first === 'for' && bare.some(isTimeNoun)) &&
    !(first === 'from' && bare.some(isTimeNoun))
  )
    return first === 'eventually' ? bare : [];
  if (condition !== null && condition.toLowerCase().includes(printTokens(bare).toLowerCase())) return [];
  return bare;
}

function trimCommas(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && /^[,:;-]$/u.test(tokens[from]?.text ?? '')) from += 1;
  while (to > from && /^[,:;-]$/u.test(tokens[to - 1]?.text ?? '')) to -= 1;
  return tokens.slice(from, to);
}

/** The subject comes first; a phrase of time goes to the end where it cannot be taken for part of something else. */
export function withLead(
  lead: readonly Token[],
  core: readonly Token[],
  rest: readonly Token[],
  time: readonly Token[],
): readonly Token[] {
  if (lead.length === 0) return [...core, ...time];
  const isShort =
    rest.length <= 12 &&
    !rest.some(
      ({ lower, pos }) =>
        pos === 'AUX' || (/^(?:that|which|who|to|if|when|until)$/u.test(lower) && pos !== 'ADP'),
    );
  if (isShort && time.length === 0) return [...core, ...lead];
  const comma = lead.length > 3 ? madeUp(',', lead[lead.length - 1]?.end ?? 0, 'PUNCT') : [];
  return [...lead, ...comma, ...core, ...time];
}

const TIME_OPENER = wordSet('until till before after once when while');
const PRONOUN = wordSet('i we you he she it they this that one these those');

/** The clause of time that bounds the statement. What was denied until something happens, is claimed before it. */
export function timeClause(time: readonly Token[], isDenied: boolean): readonly Token[] {
  const bare = trimCommas(cleanTime(time));
  const first = bare[0];
  if (first === undefined || !TIME_OPENER.has(first.lower) || bare.length > 14) return [];
  const isBound = /^(?:until|till|before)$/u.test(first.lower);
  const groups = findVerbGroups(bare);
  if (
    !isBound &&
    (bare.some(({ lower }) => PRONOUN.has(lower)) || groups.some(({ form }) => form === 'past'))
  )
    return [];
  if (isBound && groups.some(({ form }) => form === 'past')) return [];
  const isUntil = first.lower === 'until' || first.lower === 'till';
  const word = isUntil && isDenied ? 'before' : first.lower;
  return [{ ...first, text: word, lower: word }, ...bare.slice(1)];
}

function cleanTime(time: readonly Token[]): readonly Token[] {
  const comma = time.findIndex(({ text }) => /^[,.;:\u2014\u2013]$/u.test(text));
  return comma > 2 ? time.slice(0, comma) : time.filter(({ text }) => !/^["\u201c\u201d]$/u.test(text));
}
