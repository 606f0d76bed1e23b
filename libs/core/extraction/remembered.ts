/** Words remembered of one function; a text of made-up words must not fill the memory. */
const MOST_WORDS = 20_000;

/**
 * A pure function of a word that remembers its answers: a text says the same few thousand words again and again, and a
 * look-up costs a fraction of a long pattern. Never answers undefined.
 */
export function remembered<T extends string | boolean>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const fresh = answer(word);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, fresh);
    return fresh;
  };
}
