import { beginsWord } from '#core/text';
import type { Token } from './nlp.js';
import { remembered } from './remembered.js';

/** The token with other letters; it keeps its place, so that marks after it stay where they were. */
export function reworded(token: Token, text: string, pos = token.pos): Token {
  // A word in the place of "'s" no longer touches what it was joined to.
  const start = /^['\u2019]|^n['\u2019]t$/iu.test(token.text) ? token.end : token.start;
  const lower = text.toLowerCase();
  return { text, lower, lemma: lower, pos, start, end: token.end };
}

/** Words that stand nowhere in the text, as tokens; `at` is the place of what they stand for. */
export function madeUp(words: string, at: number, pos = 'X'): Token[] {
  return words
    .split(' ')
    .filter((word) => word !== '')
    .map((text) => ({ text, lower: text.toLowerCase(), lemma: text.toLowerCase(), pos, start: at, end: at }));
}

const CLOSING = /^(?:[,.;:!?%)\]\u2026]+|['\u2019](?:s|re|ve|ll|d|m)?|n['\u2019]t)$/iu;
const OPENING = new Set(['(', '[', '$', '\u00a3', '\u20ac', '#']);
const closes = remembered((text: string): boolean => CLOSING.test(text));

/** Of what begins with a letter only "n't" closes. */
const isClosing = (text: string): boolean => (!beginsWord(text) || /^n/iu.test(text)) && closes(text);

/** Tokens as running text: single blanks, none before closing marks, as in the original between words that touch there. */
export function printTokens(tokens: readonly Token[]): string {
  let out = '';
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const touches =
      before !== undefined &&
      before.end === token.start &&
      before.end > before.start &&
      token.end > token.start;
    const isTight = before === undefined || touches || isClosing(token.text) || OPENING.has(before.text);
    out += (isTight ? '' : ' ') + token.text;
  });
  return out.replace(/\s+/gu, ' ').trim();
}

/** A sentence's opening: the first letter large. Brand names that begin with a small one keep it ("iPhone", "eBay"). */
export function capitalised(text: string): string {
  const first = /^\p{L}[\p{L}\p{N}'\u2019]*/u.exec(text)?.[0];
  if (first === undefined) return text;
  if (/^\p{Ll}+\p{Lu}/u.test(first)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The opening of a sentence in the middle of another: small, unless it is a name, an abbreviation or "I". */
export function uncapitalised(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0];
  if (
    first === undefined ||
    first.pos === 'PROPN' ||
    !/^\p{Lu}(?:\p{Ll}|$)/u.test(first.text) ||
    first.text === 'I'
  )
    return tokens;
  return [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...tokens.slice(1)];
}
