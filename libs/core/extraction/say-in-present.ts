import { wordSet } from './word-set.js';
import { HEDGE_ADVERBS, DEGREES } from './hedge-words.js';
import { baseForm, inPresent } from './inflect.js';
import type { Token } from './nlp.js';
import { reworded } from './print-tokens.js';
import { isNegation, modalOf } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

const BE = /^(?:be|is|are|was|were|am|been|being|['\u2019](?:s|re|m))$/u;
const HAVE = /^(?:have|has|had|['\u2019]ve)$/u;
const DO = wordSet('do does did');

/** Modals that say what must or can be rather than what will: kept, where the claim is not denied. */
const KEPT = new Set(['must', 'can']);

/**
 * A verb with its auxiliaries in the simple present: "will be halved" is halved, "would have lost" has lost, "is joining"
 * joins, "does not grow" grows. Negation and hedges between the words are left out, other adverbs stay.
 *
 * @param isSubjectPlural the subject takes a plural verb, as far as it tells; the writer's own "is" or "are" tells more
 * @param options.keepsModal "must" and "can" stay (where nothing is denied)
 * @param options.keepsTense "is plotting" stays
 * @param options.agrees a verb in the present is put into agreement, too (its subject was replaced)
 */
export function sayInPresent(
  tokens: readonly Token[],
  group: VerbGroup,
  isSubjectPlural: boolean,
  {
    keepsModal = false,
    agrees = false,
    keepsTense = false,
  }: { keepsModal?: boolean; agrees?: boolean; keepsTense?: boolean } = {},
): Token[] {
  const words = tokens
    .slice(group.from, group.to)
    .filter(({ lower, pos }) => !(lower === 'to' && pos === 'PART'));
  const adverbs = adverbsIn(words, group);
  const verbs = words.filter((token) => token.pos === 'VERB' || token.pos === 'AUX');
  const modal = modalOf(verbs[0]);
  if (modal !== null && KEPT.has(modal) && keepsModal && verbs.length > 1)
    return [verbs[0], ...adverbs, ...verbs.slice(1)].filter((token) => token !== undefined);
  const own = modal === null ? verbs : verbs.slice(1);
  const isPlural = (agrees ? null : writtenNumber(verbs[0])) ?? isSubjectPlural;
  const [first, second] = own;
  // "Chinese women will": the verb is in another sentence.
  if (first === undefined)
    return verbs[0] === undefined ? [] : [reworded(verbs[0], isPlural ? 'do' : 'does', 'AUX')];
  const isBare = modal !== null || group.form === 'infinitive';
  if (DO.has(first.lower) && second !== undefined)
    return [...adverbs, present(second, isPlural), ...own.slice(2)];
  if (HAVE.test(first.lower) && second !== undefined)
    return [isBare ? present(first, isPlural, 'have') : first, ...adverbs, ...own.slice(1)];
  if (keepsTense && modal === null && group.isProgressive) return [...own];
  if (BE.test(first.lower) && second !== undefined) return withBe(own, adverbs, isPlural);
  if (isBare || group.form === 'participle') return placed(first, adverbs, isPlural);
  // A finite form of its own: present, or a past that is told.
  return BE.test(first.lower)
    ? [be(first, isPlural), ...adverbs]
    : [...adverbs, finite(first, isPlural, agrees)];
}

/** Whether the writer's own auxiliary is plural; null where it does not tell. */
export function writtenNumber(token: Token | undefined): boolean | null {
  if (/^(?:are|were|have|do|['\u2019](?:re|ve))$/u.test(token?.lower ?? ''))
    return token?.pos === 'AUX' ? true : null;
  return /^(?:is|was|has|does|['\u2019]s)$/u.test(token?.lower ?? '') ? false : null;
}

/** "be halved" is halved, "be falling" falls, "being told" is told. */
function withBe(verbs: readonly Token[], adverbs: readonly Token[], isPlural: boolean): Token[] {
  const [first, second, ...others] = verbs;
  if (first === undefined || second === undefined) return [];
  const isProgressive =
    second.lower.endsWith('ing') && !/^(?:interesting|encouraging|promising)$/u.test(second.lower);
  if (isProgressive && others.length === 0 && second.lower !== 'being')
    return [...adverbs, present(second, isPlural)];
  if (second.lower === 'being') return [be(first, isPlural), ...adverbs, ...others];
  return [be(first, isPlural), ...adverbs, second, ...others];
}

function placed(verb: Token, adverbs: readonly Token[], isPlural: boolean): Token[] {
  if (BE.test(verb.lower)) return [be(verb, isPlural), ...adverbs];
  return [...adverbs, present(verb, isPlural)];
}

const be = (token: Token, isPlural: boolean): Token => reworded(token, isPlural ? 'are' : 'is', 'AUX');

/** A base or -ing form in the present; the writer's spelling is kept. */
export function present(token: Token, isPlural: boolean, base?: string): Token {
  if (BE.test(token.lower)) return be(token, isPlural);
  const isBase = !/(?:ing|ed)$/u.test(token.lower) || token.lower === token.lemma.toLowerCase();
  const form = base ?? (isBase && !token.lower.endsWith('ing') ? token.lower : baseForm(token));
  const said = inPresent(form, isPlural);
  return reworded(
    token,
    /^\p{Lu}\p{Ll}/u.test(token.text) && token.text.length > 1 && token.pos !== 'VERB' ? said : said,
    'VERB',
  );
}

/** "rises" stays as it is written; "get" of "I get" becomes "gets" when somebody is named. */
function finite(token: Token, isPlural: boolean, agrees: boolean): Token {
  const isBase = token.lower === token.lemma.toLowerCase() || token.lower === 'have';
  return agrees && isBase && !isPlural ? present(token, isPlural) : token;
}

function adverbsIn(words: readonly Token[], group: VerbGroup): Token[] {
  void group;
  return words.filter((token, i) => {
    if (token.pos === 'VERB' || token.pos === 'AUX' || isNegation(token)) return false;
    if (HEDGE_ADVERBS.has(token.lower)) return false;
    const next = words[i + 1];
    if (DEGREES.has(token.lower) && next !== undefined && HEDGE_ADVERBS.has(next.lower)) return false;
    return (
      !/^(?:well|just|also|then|ever|even|actually|simply|indeed|really|therefore|however|thus|easily|too|hardly|ultimately|eventually|once|,)$/u.test(
        token.lower,
      ) || keepsAdverb(token, words)
    );
  });
}

/** "eventually", "once", "ultimately" say something of time. */
function keepsAdverb(token: Token, _words: readonly Token[]): boolean {
  return /^(?:eventually|ultimately|once)$/u.test(token.lower);
}
