/** One written word or number. */
export interface Token {
  readonly raw: string;
  /** Lower case, without diacritics, full stops ("U.S.") and possessive. */
  readonly folded: string;
  readonly isCapitalised: boolean;
  /** Two or more letters, all capitals: "NATO", "U.S.". */
  readonly isAcronym: boolean;
  readonly opensSentence: boolean;
  /** Only white space or a hyphen stands between it and the token before, and that was no possessive ("Texas's"). */
  readonly touchesPrevious: boolean;
  /** A currency sign stands right before it. */
  readonly isMoney: boolean;
}

const TOKEN = /(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*%?|[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
const ENDS_SENTENCE = /[.!?:;"“”\n]/u;
const MARKS = /\p{M}+/gu;

/** Lower case without diacritics: "Türkiye" is "turkiye". */
export function fold(word: string): string {
  return word.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/**
 * The words and numbers of a text, in order. Never throws; linear in the length of the text.
 *
 * @param text any string
 * @param longest characters read at most; what follows is left out, so that a hostile text costs no more than a long one
 * @example readTokens("Moscow's troops", 100).map((t) => t.folded) // ['moscow', 'troops']
 */
export function readTokens(text: string, longest: number): readonly Token[] {
  const clean = text.slice(0, longest).normalize('NFKD').replace(MARKS, '');
  const tokens: Token[] = [];
  let end = 0;
  let wasPossessive = false;
  for (const match of clean.matchAll(TOKEN)) {
    const between = clean.slice(end, match.index);
    const isPossessive = /['’]s$/iu.test(match[0]);
    const raw = match[0].replace(/['’]s$/iu, '').replaceAll('.', (dot) => (/\d/u.test(match[0]) ? dot : ''));
    tokens.push({
      raw,
      folded: raw.toLowerCase(),
      isCapitalised: /^\p{Lu}/u.test(raw),
      isAcronym: /^\p{Lu}{2,}s?$/u.test(raw),
      opensSentence: tokens.length === 0 || ENDS_SENTENCE.test(between),
      touchesPrevious: tokens.length > 0 && !wasPossessive && /^[\s-]{0,3}$/u.test(between),
      isMoney: /\p{Sc}\s?$/u.test(between),
    });
    end = match.index + match[0].length;
    wasPossessive = isPossessive;
  }
  return tokens;
}
