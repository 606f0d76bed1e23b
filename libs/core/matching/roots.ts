import type { TextReading } from './read-text.js';

/** Letters that two words of one root begin with alike. */
export const ROOT = 5;

/** Words of a text by their first letters. */
export function rootsOf(readings: readonly TextReading[]): ReadonlyMap<string, readonly string[]> {
  const roots = new Map<string, string[]>();
  for (const { terms } of readings) {
    for (const term of terms.keys()) {
      if (term.length < ROOT || /^[@!#]/u.test(term)) continue;
      const root = term.slice(0, ROOT);
      roots.set(root, [...(roots.get(root) ?? []), term]);
    }
  }
  return roots;
}
