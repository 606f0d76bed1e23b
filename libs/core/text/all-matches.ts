/**
 * All matches of a global pattern in a text, in order. What `matchAll` gives, which first makes a copy of the pattern:
 * on a short text that costs more than to search it.
 */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    // An empty match moves on by itself.
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
