import { wordSet } from './word-set.js';
import { isPluralPhrase } from './agreement.js';
import { DEGREES, HEDGE_ADVERBS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { reworded } from './print-tokens.js';
import { present, sayInPresent } from './say-in-present.js';
import { articleFor } from './take-out-denial.js';
import { findSubject, findVerbGroups, isNegation } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

const TAMED = new Set(['will', 'would', 'shall', 'may', 'might', 'could']);
const OPEN = new Set(['may', 'might', 'could']);

/**
 * The inner clauses of a statement ("a law that would ban it", "events that may lead to war") without future and hedge:
 * "will" and "would" become the present, "may" and "might" become "can". What they deny stays denied.
 */
export function tameModals(tokens: readonly Token[]): readonly Token[] {
  const groups = findVerbGroups(tokens).filter(({ modal }) => modal !== null && TAMED.has(modal));
  if (groups.length === 0) return tokens;
  const out: Token[] = [];
  let at = 0;
  for (const group of groups) {
    out.push(...tokens.slice(at, group.from), ...tamed(tokens, group));
    at = group.to;
  }
  return [...out, ...tokens.slice(at)];
}

function tamed(tokens: readonly Token[], group: VerbGroup): Token[] {
  const first = tokens[group.from];
  if (first === undefined) return [];
  if (group.modal !== null && OPEN.has(group.modal))
    return tokens
      .slice(group.from, group.to)
      .filter(({ lower }) => !HEDGE_ADVERBS.has(lower))
      .map((token) => (token === first ? reworded(first, 'can', 'AUX') : token));
  const plural = isPluralBefore(tokens, group.from);
  const said = sayInPresent(tokens, group, plural);
  if (!group.isNegated) return said;
  const verb = said[said.length - 1];
  const isBe =
    /^(?:is|are)$/u.test(said[0]?.lower ?? '') ||
    (said.length > 1 && /^(?:has|have)$/u.test(said[0]?.lower ?? ''));
  if (isBe && said[0] !== undefined) return [said[0], reworded(first, 'not', 'PART'), ...said.slice(1)];
  const base = tokens[group.verb];
  if (verb === undefined || base === undefined) return said;
  return [
    reworded(first, plural ? 'do' : 'does', 'AUX'),
    reworded(first, 'not', 'PART'),
    ...said.slice(0, -1),
    base,
  ];
}

/** Whether what comes before a verb of an inner clause is plural: the noun before "that" or "which", else its subject. */
function isPluralBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i -= 1) {
    if (!/^(?:that|which|who)$/u.test(tokens[i]?.lower ?? '')) continue;
    const noun = tokens[tokens[i - 1]?.lower === ',' ? i - 2 : i - 1];
    const between = tokens.slice(i + 1, at);
    if (between.every(({ pos }) => pos === 'ADV')) return noun !== undefined && isPluralPhrase([noun]);
  }
  const subject = findSubject(tokens, at);
  return subject !== null && isPluralPhrase(tokens.slice(subject.from, subject.to));
}

const HEDGING_ADJECTIVE = wordSet(
  'likely unlikely possible probable potential presumed supposed expected eventual prospective',
);

/** Leaves out hedges that stand inside a phrase: "probably", "a possible recession"; the article is mended. */
export function withoutHedges(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const before = kept[kept.length - 1];
    if (HEDGE_ADVERBS.has(token.lower) && token.pos !== 'NOUN' && !isPredicative(tokens, i)) {
      if (
        before !== undefined &&
        DEGREES.has(before.lower) &&
        before.lower !== 'not' &&
        before.lower !== 'more'
      )
        kept.pop();
      return;
    }
    // ", probably by the end of March": without the hedge no comma, either.
    if (before?.lower === ',' && HEDGE_ADVERBS.has(tokens[i - 1]?.lower ?? '') && token.pos === 'ADP')
      kept.pop();
    if (
      HEDGING_ADJECTIVE.has(token.lower) &&
      next?.pos === 'NOUN' &&
      !/^(?:most|more|less|least)$/u.test(before?.lower ?? '')
    )
      return;
    if (before !== undefined && tokens[i - 1] !== before && (before.lower === 'a' || before.lower === 'an'))
      kept[kept.length - 1] = reworded(before, articleFor(token.text), 'DET');
    kept.push(token);
  });
  return kept;
}

/** "than is likely", "as likely as": the word is what is spoken of. */
function isPredicative(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.pos === 'ADJ' &&
    tokens[i + 1]?.pos !== 'NOUN' &&
    (tokens[i - 1]?.pos === 'AUX' ||
      /^(?:become|remain|seem|look|appear|grow)/u.test(tokens[i - 1]?.lemma ?? '') ||
      tokens[i + 1]?.lower === 'to')
  );
}

const JOINS = new Set(['and', 'or', 'but', ',', 'then']);

/**
 * Verbs that share the modal or the "to" of the first: "will close the plant and move its work" closes and moves.
 *
 * @param rest what follows the first verb
 * @returns the rest with those verbs in the present, and whether there were any
 */
export function inflectJoined(
  rest: readonly Token[],
  isPlural: boolean,
): { tokens: readonly Token[]; isJoined: boolean } {
  let isJoined = false;
  const out: (Token | null)[] = [...rest];
  for (let i = 0; i < rest.length - 1; i += 1) {
    const token = rest[i];
    if (token === undefined) break;
    // An inner infinitive has joined verbs of its own: "allow it to stand and fall".
    if (token.lower === 'to' && token.pos === 'PART') break;
    if (/^(?:that|which|who|help|let|make|whether|how|what)$/u.test(token.lower) && i > 0) break;
    if (!JOINS.has(token.lower) || rest[i - 1]?.pos === 'ADJ') continue;
    const k = joinedVerbAt(rest, i);
    const verb = rest[k];
    if (verb === undefined || !(isBaseVerb(verb, rest[k + 1], rest[k - 1]) || isParallel(rest, i, k)))
      continue;
    if (token.lower === ',' && !rest.slice(k).some(({ lower }) => lower === 'and' || lower === 'or'))
      continue;
    for (let j = i + 1; j < k; j += 1) if (MODAL_AGAIN.has(rest[j]?.lower ?? '')) out[j] = null;
    out[k] = present(verb, isPlural, verb.lower);
    isJoined = true;
    i = k;
  }
  return { tokens: out.filter((token) => token !== null), isJoined };
}

const MODAL_AGAIN = wordSet('will would may might could');

function joinedVerbAt(rest: readonly Token[], join: number): number {
  let k = join + 1;
  while (
    k < rest.length &&
    (JOINS.has(rest[k]?.lower ?? '') ||
      rest[k]?.pos === 'ADV' ||
      isNegation(rest[k]) ||
      MODAL_AGAIN.has(rest[k]?.lower ?? ''))
  )
    k += 1;
  return k;
}

/** "unfurls and points down": right after the first verb comes another, whatever the tagger says. */
const isParallel = (rest: readonly Token[], join: number, k: number): boolean =>
  join === 0 &&
  k === 1 &&
  (rest[k]?.pos === 'NOUN' || rest[k]?.pos === 'ADJ') &&
  rest[k]?.lower === rest[k]?.lemma.toLowerCase() &&
  /^(?:ADP|ADV|DET)$/u.test(rest[k + 1]?.pos ?? '');

const isBareForm = ({ lower, lemma }: Token): boolean => lower === lemma.toLowerCase();

function isBaseVerb(verb: Token, next: Token | undefined, before: Token | undefined): boolean {
  if (/(?:ing|[^e]ed|[^s]s)$/u.test(verb.lower)) return false;
  if (verb.pos === 'AUX') return /^(?:be|have)$/u.test(verb.lower);
  if (verb.pos === 'VERB') return true;
  if (verb.pos === 'ADJ') return isBareForm(verb) && next?.pos === 'DET';
  // A verb that the tagger takes for a noun: "and target the site", "and attempt it".
  const isObjectNext =
    next !== undefined &&
    (next.pos === 'DET' ||
      next.pos === 'PRON' ||
      next.pos === 'PROPN' ||
      (next.lower === 'to' && next.pos === 'PART'));
  const isParticle = /^(?:out|up|down|off|away|back|over)$/u.test(next?.lower ?? '');
  return (
    verb.pos === 'NOUN' &&
    before?.pos !== 'DET' &&
    before?.pos !== 'ADJ' &&
    verb.lower === verb.lemma.toLowerCase() &&
    (isObjectNext || isParticle) &&
    !/^(?:that|which|who)$/u.test(next?.lower ?? '')
  );
}
