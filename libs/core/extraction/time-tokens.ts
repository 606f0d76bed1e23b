/** One word, number or mark of a phrase, with its place in UTF-16 code units. */
export interface TimeToken {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a phrase into lower-case words, numbers and single marks: "Q1-2030s" gives q 1 - 2030 s. Linear.
 *
 * @example timeTokens('by mid-2030').map((t) => t.word) // ['by', 'mid', '-', '2030']
 */
export function timeTokens(text: string): TimeToken[] {
  const tokens: TimeToken[] = [];
  for (const match of text.matchAll(/[a-z]+|\d+(?:,\d{3})*(?:\.\d+)?|[^\sa-z\d]/giu)) {
    tokens.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The word at `index`, or the empty string past either end. */
export function wordAt(tokens: readonly TimeToken[], index: number): string {
  return tokens[index]?.word ?? '';
}

export const isDash = (word: string): boolean => word === '-' || word === '\u2013' || word === '\u2014';
export const isApostrophe = (word: string): boolean => word === "'" || word === '\u2019';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};

const ORDINAL_WORDS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  final: -1,
  last: -1,
};

/** A number in digits or words with the index after it, or null. "twenty-five" is read; "two hundred" is not. */
export function readNumber(
  tokens: readonly TimeToken[],
  index: number,
): { value: number; next: number } | null {
  const word = wordAt(tokens, index);
  if (/^\d/u.test(word)) return { value: Number(word.replaceAll(',', '')), next: index + 1 };
  const value = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : undefined;
  if (value === undefined) return null;
  if (value >= 20 && value < 100) {
    const at = isDash(wordAt(tokens, index + 1)) ? index + 2 : index + 1;
    const unit = wordAt(tokens, at);
    const more = Object.hasOwn(NUMBER_WORDS, unit) ? NUMBER_WORDS[unit] : undefined;
    if (more !== undefined && more < 10 && unit !== 'a' && unit !== 'an')
      return { value: value + more, next: at + 1 };
  }
  return { value, next: index + 1 };
}

/** "first" to "tenth", "1st" to "31st" (as two tokens), "last" and "final" as -1; or null. */
export function readOrdinal(
  tokens: readonly TimeToken[],
  index: number,
): { value: number; next: number } | null {
  const word = wordAt(tokens, index);
  const value = Object.hasOwn(ORDINAL_WORDS, word) ? ORDINAL_WORDS[word] : undefined;
  if (value !== undefined) return { value, next: index + 1 };
  if (/^\d{1,2}$/u.test(word) && /^(?:st|nd|rd|th)$/u.test(wordAt(tokens, index + 1))) {
    return { value: Number(word), next: index + 2 };
  }
  return null;
}
