import { taggedAs } from './nlp.js';
import type { Token } from './nlp.js';
import { remembered } from './remembered.js';
import { wordSet } from './word-set.js';

const GRAMMATICAL: ReadonlySet<string> = new Set(['AUX', 'VERB', 'ADP', 'PRON']);
const MAY_BE_NAME: ReadonlySet<string> = new Set(['VERB', 'ADJ', 'NOUN', 'ADV', 'ADP', 'INTJ', 'X']);
const SHARES = wordSet('third quarter fifth tenth');
const isCapitals = remembered((word: string): boolean => /^\p{Lu}{2,}$/u.test(word));
/** Most words are in lower case, which is seen at once. */
const isAcronym = ({ text, lower }: Token): boolean => text !== lower && isCapitals(text);

/**
 * The tokens of a sentence as far as names matter: a capital inside a sentence makes a name of what the tagger took for
 * a verb or an adjective ("Tim Cook said"), if the text uses it as a name.
 *
 * @param isNameWord whether a word is part of a name somewhere in the text
 */
export function withNames(tokens: readonly Token[], isNameWord: (word: string) => boolean): Token[] {
  const isShouted = tokens.filter((token) => isAcronym(token)).length * 2 > tokens.length;
  return tokens.map((token, i): Token => {
    if (isContractedHas(tokens, i)) return taggedAs(token, 'AUX', 'have');
    if (isVerbAfterAside(tokens, i)) return taggedAs(token, 'VERB');
    if (token.lower === 'people' && token.pos !== 'NOUN') return taggedAs(token, 'NOUN');
    // "a third expect a cut": a share of people.
    if (tokens[i - 1]?.lower === 'a' && SHARES.has(token.lower)) return taggedAs(token, 'NOUN');
    // A word in lower case is no name.
    if (token.text === token.lower) return token;
    // "Pictet AM": an acronym, not a verb.
    if (!isShouted && i > 0 && GRAMMATICAL.has(token.pos) && isAcronym(token))
      return taggedAs(token, 'PROPN');
    if (!MAY_BE_NAME.has(token.pos) || !/^\p{Lu}\p{Ll}/u.test(token.text)) return token;
    const before = tokens[i - 1];
    const followsName = before?.pos === 'PROPN' || (before !== undefined && /^\p{Lu}\.$/u.test(before.text));
    return (followsName || i > 0 || tokens[1]?.pos === 'PROPN') && isNameWord(token.text)
      ? taggedAs(token, 'PROPN')
      : token;
  });
}

const isContracted = (text: string): boolean => text === "'s" || text === '\u2019s';

/** "as the council's already announced,": a verb, not an owner. */
function isContractedHas(tokens: readonly Token[], i: number): boolean {
  return (
    isContracted(tokens[i]?.text ?? '') &&
    /^(?:already|just|since|always|never)$/u.test(tokens[i + 1]?.lower ?? '') &&
    tokens[i + 2]?.pos === 'VERB' &&
    /^(?:PUNCT|DET|PRON|SCONJ|PART|ADP)$/u.test(tokens[i + 3]?.pos ?? 'PUNCT')
  );
}

/** "The council, less firmly, hopes for rain": after an adverb between commas "hopes" is no plural. */
function isVerbAfterAside(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.pos !== 'NOUN' || tokens[i - 1]?.lower !== ',' || !/[^s]s$/u.test(token.lower)) return false;
  let open = i - 2;
  while (open > 0 && tokens[open]?.pos === 'ADV') open -= 1;
  return (
    open < i - 2 &&
    open > 0 &&
    tokens[open]?.lower === ',' &&
    /^(?:ADP|DET|PRON|PART|SCONJ)$/u.test(tokens[i + 1]?.pos ?? '')
  );
}
