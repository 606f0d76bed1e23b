/** A name of several words with its short form: "Tigray People's Liberation Front", "tplf". */
export interface Abbreviated {
  readonly short: string;
  readonly words: readonly string[];
}

/** Runs of capitalised words, small words between them left out: "Bank of England", "People's Liberation Front". */
const RUN = /(?<!\p{L})\p{Lu}\p{L}+(?:['’]s)?(?:[\s-](?:(?:of|and|for|the)\s){0,2}\p{Lu}\p{L}+(?:['’]s)?)+/gu;
const SHORTEST = 3;
const LONGEST = 6;

/**
 * What the names of a text could be shortened to: every 3 to 6 capitalised words in a row. Linear in the text.
 *
 * @example abbreviationsOf('the United Auto Workers strike') // [{ short: 'uaw', words: ['United', 'Auto', 'Workers'] }]
 */
export function abbreviationsOf(text: string): readonly Abbreviated[] {
  const found: Abbreviated[] = [];
  for (const run of text.matchAll(RUN)) {
    const words = run[0].match(/\p{Lu}\p{L}+/gu) ?? [];
    for (let from = 0; from < words.length; from += 1) {
      for (let size = SHORTEST; size <= LONGEST && from + size <= words.length; size += 1) {
        const part = words.slice(from, from + size);
        found.push({ short: part.map((word) => word.charAt(0).toLowerCase()).join(''), words: part });
      }
    }
  }
  return found;
}
