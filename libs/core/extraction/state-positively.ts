import { REPORTING_VERBS } from './clauses.js';
import type { Token } from './nlp.js';

const DROP = new Set([
  'likely',
  'probably',
  'possibly',
  'perhaps',
  'maybe',
  'certainly',
  'surely',
  'inevitably',
  'almost',
  'hardly',
  'scarcely',
  'never',
  'not',
  "n't",
  'n\u2019t',
  'presumably',
  'also',
  'then',
  'however',
  'therefore',
  'thus',
  'hence',
  'undoubtedly',
  'simply',
  'actually',
  'indeed',
  'eventually',
]);
const MODALS = new Set([
  'will',
  'would',
  'may',
  'might',
  'could',
  'shall',
  "'ll",
  '\u2019ll',
  'can',
  "'d",
  '\u2019d',
]);
const IRREGULAR: Readonly<Record<string, string>> = { be: 'is', have: 'has', do: 'does', go: 'goes' };
const PLURAL_SUBJECT = new Set([
  'they',
  'we',
  'you',
  'i',
  'these',
  'those',
  'most',
  'many',
  'both',
  'few',
  'others',
]);
const LEAD = new Set([
  'and',
  'but',
  'so',
  'or',
  'yet',
  'then',
  'that',
  'which',
  'however',
  ',',
  '-',
  '\u2013',
  '\u2014',
  'also',
  'thus',
  'hence',
  'nevertheless',
  'nonetheless',
  'still',
  'indeed',
  'finally',
  'moreover',
  'meanwhile',
  '"',
  '\u201c',
  '\u201d',
  "'",
  '\u2018',
  'therefore',
  ':',
  'because',
]);
/** "is likely to", "are expected to", "looks set to": hedge and link, replaced by the verb itself. */
const LINK_ADJECTIVES = new Set([
  'likely',
  'unlikely',
  'certain',
  'sure',
  'bound',
  'set',
  'poised',
  'due',
  'expected',
  'predicted',
  'projected',
  'forecast',
  'tipped',
  'going',
  'about',
  'doomed',
  'destined',
  'guaranteed',
  'scheduled',
  'slated',
  'improbable',
]);

function thirdPerson(base: string): string {
  const irregular = Object.hasOwn(IRREGULAR, base) ? IRREGULAR[base] : undefined;
  if (irregular !== undefined) return irregular;
  if (/(?:s|x|z|ch|sh|o)$/u.test(base)) return `${base}es`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** Whether the subject before `verb` is plural, judged by its head: the last noun before its first preposition. */
function isPlural(tokens: readonly Token[], verb: number): boolean {
  let from = verb;
  while (from > 0 && verb - from < 16 && !/^(?:PUNCT|SCONJ|VERB|AUX)$/u.test(tokens[from - 1]?.pos ?? ''))
    from -= 1;
  let head: Token | null = null;
  for (let i = from; i < verb; i += 1) {
    const token = tokens[i];
    if (token === undefined || (token.pos === 'ADP' && head !== null)) break;
    if (token.pos === 'CCONJ' && head !== null && token.lower === 'and' && i + 1 < verb) return true;
    if (PLURAL_SUBJECT.has(token.lower)) return true;
    if (['NOUN', 'PROPN', 'PRON'].includes(token.pos)) head = token;
  }
  if (head === null || head.pos === 'PRON') return false;
  if (head.pos === 'PROPN') return /[^s]s$/u.test(head.lower) && head.lower !== head.lemma;
  return (
    (head.lower !== head.lemma && /s$/u.test(head.lower)) || /(?:men|people|children)$/u.test(head.lower)
  );
}

/** Present-tense form of a base verb that agrees with the subject before it. */
function inPresent(tokens: readonly Token[], verb: number, group: number): string {
  const base = tokens[verb]?.lower ?? '';
  if (!isPlural(tokens, group)) return thirdPerson(base);
  return base === 'be' ? 'are' : base;
}

/**
 * Words a claim as a positive statement about the world: hedge, modal and negation taken out, the verb put in the
 * present ("NATO will hardly agree" becomes "NATO agrees"). A first wording for the analyst, not a parse.
 *
 * @param text the whole text
 * @param tokens the tokens of the clause itself, without its condition
 */
export function statePositively(text: string, all: readonly Token[]): string {
  const tokens = withoutAttribution(all);
  let from = 0;
  while (from < tokens.length && (LEAD.has(tokens[from]?.lower ?? '') || MARK.test(tokens[from]?.text ?? '')))
    from += 1;
  const words: { text: string; isTight: boolean }[] = [];
  const push = (word: string, token: Token): void => {
    const before = token.start - 1;
    // Footnote marks between tokens leave no blank behind.
    words.push({
      text: word,
      isTight:
        /^[,.;:!?%)\]\u201d]$/u.test(token.text) ||
        (words.length > 0 && /[^\s\])]/u.test(text.charAt(before))),
    });
  };
  let i = from;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token === undefined) break;
    const group = verbGroup(tokens, i);
    if (group !== null) {
      const verb = tokens[group.verb];
      for (const kept of group.kept) push(kept.text, kept);
      if (verb !== undefined) push(group.isBase ? inPresent(tokens, group.verb, i) : verb.text, verb);
      i = group.verb + 1;
      continue;
    }
    const skipped = hedgePhrase(tokens, i);
    if (skipped > 0) {
      i += skipped;
      continue;
    }
    const occurrence = happening(tokens, i);
    if (occurrence !== null) {
      push(isPlural(tokens, i) ? 'happen' : 'happens', token);
      i = occurrence;
      continue;
    }
    if (!DROP.has(token.lower) || (token.lower === 'not' && tokens[i + 1]?.lower === 'only'))
      push(positive(token), token);
    i += 1;
  }
  return finish(words);
}

/** A quotation mark, bullet or dash that opens a clause without being part of what it says. */
const MARK = /^["\u201c\u201d\u2018\u2022\u2013\u2014*-]$/u;
const ATTRIBUTION_TOKENS = 8;

/** '"Kyiv will fall," he says' without the mark and who says it; what is said before stays. */
function withoutAttribution(tokens: readonly Token[]): readonly Token[] {
  const closing = tokens.findIndex(
    (token, i) => i > 2 && /^["\u201d]$/u.test(token.text) && isFollowedBySaying(tokens, i + 1),
  );
  if (closing < 0) return tokens;
  const end = /^[,.]$/u.test(tokens[closing - 1]?.text ?? '') ? closing - 1 : closing;
  return tokens.slice(0, end);
}

/** Whether nothing but a short "he says", "said the minister" comes after. */
function isFollowedBySaying(tokens: readonly Token[], from: number): boolean {
  const rest = tokens.slice(from);
  return (
    rest.length > 0 &&
    rest.length <= ATTRIBUTION_TOKENS &&
    rest.some(({ lemma, pos }) => pos === 'VERB' && REPORTING_VERBS.has(lemma))
  );
}

/** Length of a hedge that is more than one word: "by no means", "most probably", "very likely", "may well". */
function hedgePhrase(tokens: readonly Token[], i: number): number {
  const [a, b, c] = [tokens[i]?.lower ?? '', tokens[i + 1]?.lower ?? '', tokens[i + 2]?.lower ?? ''];
  if (a === 'by' && b === 'no' && c === 'means') return 3;
  if (['most', 'very', 'highly', 'quite', 'rather'].includes(a) && DROP.has(b) && b !== 'not') return 2;
  return 0;
}

const HEDGE_ADJECTIVES = new Set([
  'likely',
  'unlikely',
  'improbable',
  'probable',
  'inevitable',
  'doubtful',
  'possible',
  'impossible',
]);

/** "X remains very unlikely" says that X happens, at a probability: the index after it, or null. */
function happening(tokens: readonly Token[], i: number): number | null {
  if (!['be', 'remain', 'seem', 'look', 'appear'].includes(tokens[i]?.lemma ?? '')) return null;
  let j = i + 1;
  while (
    j < i + 5 &&
    (tokens[j]?.pos === 'ADV' || tokens[j]?.pos === 'PART') &&
    !HEDGE_ADJECTIVES.has(tokens[j]?.lower ?? '')
  )
    j += 1;
  const next = tokens[j + 1]?.lower ?? '';
  return HEDGE_ADJECTIVES.has(tokens[j]?.lower ?? '') &&
    next !== 'to' &&
    next !== 'that' &&
    tokens[j + 1]?.pos !== 'NOUN'
    ? j + 1
    : null;
}

/** "Nobody" and "no deny as much as "not": the statement speaks of somebody, of some. */
function positive(token: Token): string {
  if (token.lower === 'nobody' || token.lower === 'none')
    return token.text === token.lower ? 'somebody' : 'Somebody';
  if (token.lower === 'nothing') return 'something';
  if (token.lower === 'no') return token.text === token.lower ? 'some' : 'Some';
  return token.text;
}

function verbGroup(
  tokens: readonly Token[],
  i: number,
): { verb: number; kept: Token[]; isBase: boolean } | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const kept: Token[] = [];
  if (token.pos === 'AUX' && (MODALS.has(token.lower) || token.lemma === 'will' || token.lower === 'wo')) {
    for (let j = i + 1; j < Math.min(tokens.length, i + 7); j += 1) {
      const next = tokens[j];
      if (next === undefined) return null;
      if (next.pos === 'VERB' || next.pos === 'AUX')
        return { verb: j, kept, isBase: next.lower === next.lemma };
      if (!DROP.has(next.lower) && next.pos !== 'ADV' && next.pos !== 'PART') return null;
      if (!DROP.has(next.lower)) kept.push(next);
    }
    return null;
  }
  if (
    !['be', 'remain', 'seem', 'look', 'appear'].includes(token.lemma) &&
    token.lower !== '\u2019s' &&
    token.lower !== "'s"
  )
    return null;
  for (let j = i + 1; j < Math.min(tokens.length - 1, i + 6); j += 1) {
    const next = tokens[j];
    if (next === undefined) return null;
    if (LINK_ADJECTIVES.has(next.lower) && tokens[j + 1]?.lower === 'to') {
      const verb = tokens[j + 2];
      return verb === undefined || (verb.pos !== 'VERB' && verb.pos !== 'AUX')
        ? null
        : { verb: j + 2, kept, isBase: verb.lower === verb.lemma };
    }
    if (next.pos !== 'ADV' && next.pos !== 'PART' && !DROP.has(next.lower)) return null;
  }
  return null;
}

function finish(words: readonly { text: string; isTight: boolean }[]): string {
  let out = '';
  for (const word of words)
    out += (word.isTight || out === '' || /[(\u201c"\u2018[]$/u.test(out) ? '' : ' ') + word.text;
  const clean = out.replace(/\s+/gu, ' ').replace(/^[\s,;:.\u2026-]+|[\s,;:.\u2026\u2014\u2013-]+$/gu, '');
  return clean === '' ? '' : clean.charAt(0).toUpperCase() + clean.slice(1);
}
