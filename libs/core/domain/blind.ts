/** What stands where something is hidden. */
export const HIDDEN = '█████';

/**
 * A text with names and phrases hidden, each as a whole and, for names of several words, each part from four letters on
 * (“Ottokar Venn” also as “Venn's” and “Ottokar”). Letter case does not matter. What a name is paraphrased by stays: no
 * rule finds that.
 *
 * “Venn sees a 70 % chance.” without “Ottokar Venn” and “70 %”: “█████ sees a █████ chance.”
 */
export function hideWords(text: string, names: readonly string[], phrases: readonly string[] = []): string {
  const parts = names.flatMap((name) => [
    name,
    ...name.split(/[\s,.;]+/).filter((part) => Array.from(part).length >= 4),
  ]);
  const wanted = [
    ...new Set([...parts, ...phrases].map((part) => part.trim()).filter((part) => part !== '')),
  ];
  if (wanted.length === 0) return text;
  const longestFirst = wanted.sort((a, b) => b.length - a.length).map(escape);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replaceAll(pattern, HIDDEN);
}

const escape = (part: string): string => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
