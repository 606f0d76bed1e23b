import { conjunctsOf } from './conjuncts.js';
import { findCues } from './cues.js';
import { tokenise } from './nlp.js';

/** The parts of the first clause, each with what it shares with the first. */
function partsOf(sentence: string): string[] {
  const tokens = tokenise(sentence, { start: 0, end: sentence.length });
  const [clause] = findCues(tokens);
  if (clause === undefined) return [];
  const words = (from: number, to: number): string =>
    sentence.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return conjunctsOf(tokens, clause).map(({ clause: part, shared }) =>
    shared === null
      ? words(part.from, part.to)
      : `${words(shared.from, shared.to)} | ${words(part.from, part.to)}`,
  );
}

describe('verbs that share a subject', () => {
  it.each([
    [
      'The firm will close the mill at Leeds, and sell its land to the port',
      ['The firm will close the mill at Leeds,', 'The firm will | sell its land to the port'],
    ],
    ['The levy will fall and then vanish', ['The levy will fall', 'The levy will | then vanish']],
    [
      'The levy will probably fall in May, and could be gone by June',
      ['The levy will probably fall in May,', 'The levy | could be gone by June'],
    ],
    ['Rents may rise but will not double', ['Rents may rise', 'Rents | will not double']],
    ['The ministers will meet and talk', ['The ministers will meet and talk']],
    ['The ministers will meet in Oslo and Bergen', ['The ministers will meet in Oslo and Bergen']],
    ['The ministers met, and left at noon', ['The ministers met, and left at noon']],
    ['Prices will fall and the mill will close', ['Prices will fall']],
    ['No cut before the summer', ['No cut before the summer']],
  ])('%s', (sentence, parts) => {
    expect(partsOf(sentence)).toEqual(parts);
  });

  it('hands on the cue that speaks of the future', () => {
    const sentence = 'The firm will close the mill, and sell its land to the port';
    const tokens = tokenise(sentence, { start: 0, end: sentence.length });
    const clause = findCues(tokens)[0];
    const parts = clause === undefined ? [] : conjunctsOf(tokens, clause);
    expect(parts.map(({ clause: part }) => part.cues.map(({ code }) => code))).toEqual([['WILL'], ['WILL']]);
    expect(tokens[parts[1]?.clause.cues[0]?.from ?? 0]?.lower).toBe('sell');
  });
});
