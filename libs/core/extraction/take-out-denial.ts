import { wordSet } from './word-set.js';
import { isPluralPhrase } from './agreement.js';
import type { Token } from './nlp.js';
import { madeUp, reworded } from './print-tokens.js';
import { isTimeNoun } from './split-lead.js';

/** A stretch of a statement with its negation taken out, and whether there was one. */
export interface Affirmed {
  readonly tokens: readonly Token[];
  readonly isDenied: boolean;
}

const MASS = wordSet(
  'progress growth money work evidence movement relief help aid peace trouble damage news information inflation unemployment violence fighting room time water snow rain power energy trade demand support pressure interest appetite doubt respite oil gas food sense confidence traffic business sign contact talk equity debt cash funding reform change effect impact influence',
);
const NOT_A_DENIAL = wordSet('more fewer less later earlier sooner longer doubt matter question wonder');
const POSITIVE: Readonly<Record<string, string>> = {
  nobody: 'somebody',
  nothing: 'something',
  none: 'some',
  nowhere: 'somewhere',
  few: 'many',
  neither: 'one',
};

/** "a" or "an" before a word, by its first sound as far as letters tell. */
export function articleFor(word: string): string {
  return /^(?:[aeioAEIO]|u(?!n(?:i|a[nr])|s[eu]|k|r[aio])|hour|hono|heir|[FLMNRSX]{1}[A-Z]+\b|[8]|11\b|18\b)/u.test(
    word,
  ) && !/^(?:one|once|euro|europ)/iu.test(word)
    ? 'an'
    : 'a';
}

/**
 * "No branch" is a branch, "nobody" somebody, "not one government" a government, "neither A nor B" A or B, "few" many.
 * Of a noun phrase that a statement begins with or that follows its verb.
 */
export function affirmPhrase(tokens: readonly Token[], isSubject: boolean): Affirmed {
  const [first, second] = tokens;
  if (first === undefined) return { tokens, isDenied: false };
  const kept = { tokens, isDenied: false };
  switch (first.lower) {
    case 'no':
      if (
        second === undefined ||
        NOT_A_DENIAL.has(second.lower) ||
        (!['NOUN', 'PROPN', 'ADJ', 'NUM', 'VERB', 'DET', 'SYM'].includes(second.pos) &&
          second.lower !== 'one')
      )
        return kept;
      if (second.lower === 'one')
        return { tokens: [reworded(first, 'somebody', 'PRON'), ...tokens.slice(2)], isDenied: true };
      return { tokens: withArticle(tokens.slice(1), first), isDenied: true };
    case 'nobody':
    case 'nothing':
    case 'nowhere':
    case 'none':
      return {
        tokens: [reworded(first, POSITIVE[first.lower] ?? '', 'PRON'), ...tokens.slice(1)],
        isDenied: true,
      };
    case 'few':
      if (!isSubject) return kept;
      return {
        tokens: [reworded(first, POSITIVE[first.lower] ?? '', first.pos), ...tokens.slice(1)],
        isDenied: true,
      };
    case 'hardly':
    case 'scarcely':
      return second?.lower === 'any'
        ? { tokens: withArticle(tokens.slice(2), first), isDenied: true }
        : { tokens: tokens.slice(1), isDenied: true };
    case 'neither':
      return neither(tokens);
    case 'not':
      return notPhrase(tokens);
    default:
      return kept;
  }
}

function neither(tokens: readonly Token[]): Affirmed {
  const nor = tokens.findIndex(({ lower }) => lower === 'nor');
  const first = tokens[0];
  if (first === undefined) return { tokens, isDenied: false };
  if (nor > 0)
    return {
      tokens: tokens.slice(1).map((token, i) => (i === nor - 1 ? reworded(token, 'or') : token)),
      isDenied: true,
    };
  return {
    tokens: [reworded(first, tokens[1]?.lower === 'of' ? 'one' : 'either', first.pos), ...tokens.slice(1)],
    isDenied: true,
  };
}

/** "not one government", "not a single vote", "not all": the word is left out. "Not only" denies nothing. */
function notPhrase(tokens: readonly Token[]): Affirmed {
  const [first, second, third] = tokens;
  if (first === undefined || second === undefined) return { tokens, isDenied: false };
  if (/^(?:only|just|merely|least)$/u.test(second.lower))
    return { tokens: tokens.slice(second.lower === 'least' ? 0 : 2), isDenied: false };
  if (second.lower === 'one' && third !== undefined)
    return { tokens: withArticle(tokens.slice(2), first), isDenied: true };
  if (second.lower === 'a' && third?.lower === 'single')
    return { tokens: withArticle(tokens.slice(3), first), isDenied: true };
  return { tokens: tokens.slice(1), isDenied: true };
}

/** A noun phrase without its determiner, with "a", "some" or nothing before it. */
function withArticle(phrase: readonly Token[], at: Token): readonly Token[] {
  const first = phrase[0];
  if (first === undefined) return phrase;
  const end = phrase.findIndex(
    (token, i) =>
      i > 0 &&
      (token.pos === 'ADP' ||
        token.pos === 'VERB' ||
        token.pos === 'AUX' ||
        /^(?:that|which|who|,)$/u.test(token.lower)),
  );
  const head = phrase[(end === -1 ? phrase.length : end) - 1];
  const isBare =
    first.pos === 'NUM' ||
    first.pos === 'DET' ||
    first.pos === 'PRON' ||
    (head?.lower ?? '').endsWith('ing') ||
    /^(?:such|more|further|additional|curtailing)$/u.test(first.lower);
  if (isBare || isPluralPhrase(phrase.slice(0, end === -1 ? undefined : end)))
    return first.lower === 'such' && !isPluralPhrase(phrase)
      ? [first, ...madeUp('a', at.start, 'DET'), ...phrase.slice(1)]
      : phrase;
  if (first.lower === 'other') return [reworded(first, 'another', 'DET'), ...phrase.slice(1)];
  const word = MASS.has(head?.lower ?? '') ? 'some' : articleFor(first.text);
  return [reworded(at, word, 'DET'), ...phrase];
}

/**
 * Words that only go with a negation, in what follows a verb that has lost its own: "any", "at all", "until".
 *
 * @param lasts the verb is one of lasting: "will not last until May" is lasting until May, not before
 */
export function affirmRest(rest: readonly Token[], lasts = false): readonly Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < rest.length; i += 1) {
    const token = rest[i];
    const next = rest[i + 1];
    if (token === undefined) break;
    if (token.lower === 'any' && next?.lower === 'time' && rest[i + 2]?.lower === 'soon') {
      i += 1;
      continue;
    }
    if (token.lower === 'anytime' && next?.lower === 'soon') continue;
    if (
      token.lower === 'at' &&
      next?.lower === 'the' &&
      /^(?:earliest|soonest)$/u.test(rest[i + 2]?.lower ?? '')
    ) {
      i += 2;
      continue;
    }
    if (token.lower === 'at' && next?.lower === 'all') {
      i += 1;
      continue;
    }
    if (
      token.lower === 'any' &&
      /^(?:more|longer)$/u.test(next?.lower ?? '') &&
      (rest[i + 2] === undefined || rest[i + 2]?.pos === 'PUNCT')
    ) {
      i += 1;
      continue;
    }
    if (/^(?:yet|ever|either|anymore)$/u.test(token.lower) && (token.pos === 'ADV' || next === undefined))
      continue;
    if (token.lower === 'one' && next?.lower === 'bit') {
      i += 1;
      continue;
    }
    const span = lasts ? 0 : spanWithout(rest, i);
    if (span > 0) {
      kept.push(reworded(token, 'within', 'ADP'));
      i += span - 1;
      continue;
    }
    if (token.lower === 'any' && next !== undefined) {
      kept.push(
        ...withArticle(rest.slice(i + 1), token).slice(
          0,
          withArticle(rest.slice(i + 1), token).length - rest.length + i + 1,
        ),
      );
      continue;
    }
    kept.push(affirmed(token, lasts));
  }
  return kept;
}

/** "not for at least twenty years" is not within twenty years: the words that "within" stands for. */
function spanWithout(rest: readonly Token[], i: number): number {
  if (rest[i]?.lower !== 'for') return 0;
  const isLeast = rest[i + 1]?.lower === 'at' && rest[i + 2]?.lower === 'least';
  const at = isLeast ? i + 3 : i + 1;
  return rest[at]?.pos === 'NUM' && isTimeNoun(rest[at + 1]) ? at - i : 0;
}

function affirmed(token: Token, lasts: boolean): Token {
  const word = /^any(body|one|thing|where)$/u.exec(token.lower)?.[1];
  if (word !== undefined) return reworded(token, `some${word}`, token.pos);
  if (!lasts && (token.lower === 'until' || token.lower === 'till'))
    return reworded(token, 'before', token.pos);
  return token.lower === 'nor' ? reworded(token, 'or') : token;
}

/** "won't be about A but about B": what is claimed is B, and nothing is denied. Null where there is no such contrast. */
export function contrasted(rest: readonly Token[]): readonly Token[] | null {
  const but = rest.findIndex(({ lower }, i) => i > 0 && lower === 'but');
  if (but === -1 || but > 14) return null;
  const [opening, after] = [rest[0], rest[but + 1]];
  if (opening === undefined || after === undefined) return null;
  const isParallel =
    opening.lower === after.lower ||
    (opening.pos === after.pos && ['ADP', 'DET', 'NUM', 'ADJ'].includes(opening.pos));
  return isParallel ? rest.slice(but + 1) : null;
}
