import type { Token } from './nlp.js';

/**
 * The tokens of a sentence as far as names matter: a capital inside a sentence makes a name of what the tagger took for
 * a verb or an adjective ("Tim Cook said"), if the text uses it as a name.
 *
 * @param isNameWord whether a word is part of a name somewhere in the text
 */
export function withNames(tokens: readonly Token[], isNameWord: (word: string) => boolean): Token[] {
  const isShouted = tokens.filter((token) => /^\p{Lu}{2,}$/u.test(token.text)).length * 2 > tokens.length;
  return tokens.map((token, i): Token => {
    if (token.lower === 'people' && token.pos !== 'NOUN') return { ...token, pos: 'NOUN' };
    // "a third expect a cut": a share of people.
    if (/^(?:third|quarter|fifth|tenth)$/u.test(token.lower) && tokens[i - 1]?.lower === 'a')
      return { ...token, pos: 'NOUN' };
    // "Pictet AM": an acronym, not a verb.
    if (!isShouted && i > 0 && /^\p{Lu}{2,}$/u.test(token.text) && /^(?:AUX|VERB|ADP|PRON)$/u.test(token.pos))
      return { ...token, pos: 'PROPN' };
    if (
      token.pos === 'PROPN' ||
      !/^\p{Lu}\p{Ll}/u.test(token.text) ||
      !/^(?:VERB|ADJ|NOUN|ADV|ADP|INTJ|X)$/u.test(token.pos)
    )
      return token;
    const before = tokens[i - 1];
    const followsName = before?.pos === 'PROPN' || (before !== undefined && /^\p{Lu}\.$/u.test(before.text));
    return (followsName || i > 0 || tokens[1]?.pos === 'PROPN') && isNameWord(token.text)
      ? { ...token, pos: 'PROPN' }
      : token;
  });
}
