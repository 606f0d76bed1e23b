import { remembered } from './remembered.js';
import { wordSet } from './word-set.js';
import type { TextSpan } from '#core/text';
import type { Token } from './nlp.js';

const CLOSING_EDGES = wordSet(', ; : \u2014 \u2013 ( [ - and but or so');
const OPENING_EDGES = wordSet('and but or so that yet');
const isMarks = remembered((text: string): boolean => /^[,;:)\u2014\u2013\u2022*-]+$/u.test(text));

/** Place in the text of tokens `from` to `to`, without the marks and conjunctions at either end. */
export function spanOf(tokens: readonly Token[], from: number, to: number): TextSpan {
  let first = from;
  let last = to - 1;
  while (first < last && isEdge(tokens[first])) first += 1;
  while (last > first && CLOSING_EDGES.has(tokens[last]?.lower ?? '')) last -= 1;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

function isEdge(token: Token | undefined): boolean {
  return token !== undefined && (OPENING_EDGES.has(token.lower) || isMarks(token.text));
}
