import type { NameGroup } from './read-text.js';

/** "United Auto Workers" -> "uaw"; null for one word. */
export function shortForm(actor: NameGroup): string | null {
  const words = actor.label.split(' ');
  return words.length < 2
    ? null
    : words
        .map((word) => word.charAt(0))
        .join('')
        .toLowerCase();
}

/** Initials of every run of 3 to 6 capitalised words, small words between them left out. */
export function initialsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const run of text.matchAll(
    /(?<!\p{L})\p{Lu}\p{L}+(?:\s(?:(?:of|and|for|the)\s){0,2}\p{Lu}\p{L}+)+/gu,
  )) {
    const letters = run[0].match(/\p{Lu}(?=\p{L})/gu) ?? [];
    for (let from = 0; from < letters.length; from += 1) {
      for (let size = 3; size <= 6 && from + size <= letters.length; size += 1) {
        found.add(
          letters
            .slice(from, from + size)
            .join('')
            .toLowerCase(),
        );
      }
    }
  }
  return found;
}
