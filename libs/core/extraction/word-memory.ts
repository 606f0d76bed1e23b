import { PEOPLE, PLACE } from './mentions.js';
import type { Token } from './nlp.js';
import type { TextWords } from './text-words.js';
import { isTitle, looksLikePerson, withoutTitles } from './who-speaks.js';

/** Collects a text's words sentence by sentence. */
export class WordMemory implements TextWords {
  readonly people = new Set<string>();
  readonly plurals = new Set<string>();
  readonly names = new Set<string>();

  read(tokens: readonly Token[]): void {
    for (const name of peopleIn(tokens)) this.people.add(name);
    tokens.forEach((token, i) => {
      const isInside = i > 0 && tokens[i - 1]?.pos !== 'PUNCT';
      if (token.pos === 'PROPN' && isInside) this.names.add(token.lower);
      else if (token.pos === 'NOUN' && token.text === token.lower && token.lower.endsWith('s'))
        this.plurals.add(token.lower);
    });
  }
}

/**
 * The last words of the names of people in a sentence, for telling later who "Low" is: names with a title, before or after
 * what somebody is ("economist Ada Low", "Ada Low, who").
 */
function peopleIn(tokens: readonly Token[]): string[] {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]?.pos !== 'PROPN' || tokens[i - 1]?.pos === 'PROPN') continue;
    let to = i;
    while (tokens[to]?.pos === 'PROPN' && to < i + 6) to += 1;
    const words = tokens.slice(i, to).map(({ text }) => text);
    const hasTitle = isTitle(words[0] ?? '') || isTitle(tokens[i - 1]?.text ?? '');
    const bare = withoutTitles(words);
    const last = bare[bare.length - 1];
    if (last === undefined || last.length < 3 || PLACE.has(bare[0] ?? '') || !looksLikePerson(bare, hasTitle))
      continue;
    if (hasTitle || isPersonAround(tokens, i, to)) found.push(last);
  }
  return found;
}

function isPersonAround(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, after, second] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  if (before?.pos === 'NOUN' && PEOPLE.has(before.lower)) return true;
  if (after?.lower === ',') {
    const role = tokens.slice(to + 1, to + 7).find(({ pos }) => pos === 'NOUN');
    return (
      second?.lower === 'who' ||
      (second?.pos === 'NUM' && Number(second.lower) < 110) ||
      (role !== undefined && PEOPLE.has(role.lower))
    );
  }
  return false;
}
