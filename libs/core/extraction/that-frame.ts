import { FRAME_NOUNS, HEDGE_ADJECTIVES } from './hedge-words.js';
import { REPORTING_VERBS } from './clauses.js';
import type { Token } from './nlp.js';
import { isTimeNoun } from './split-lead.js';
import { hasFiniteVerb } from './read-complement.js';
import type { Peeled } from './statement-frames.js';
import { findVerbGroups } from './verb-groups.js';

const KNOWING = new Set(
  'know realize realise understand mean imply feel guess imagine remind convince persuade gather ensure see suggest show conclude reveal indicate'.split(
    ' ',
  ),
);
const SURE =
  /^(?:aware|sure|certain|convinced|confident|afraid|worried|concerned|adamant|optimistic|hopeful|glad|told|fearful|sceptical|skeptical)$/u;
const DENIERS =
  /^(?:doubt|doubts|doubted|sceptical|skeptical|unlikely|doubtful|impossible|inconceivable|improbable|unthinkable)$/u;

/**
 * What stands after the last "that" which makes what follows somebody's belief or report and stands before the word that
 * carries the claim: "any observer knows that X will ...", "a clear sign that ...". Null where there is none.
 *
 * @param anchorAt place in the text of that word
 */
export function thatFrame(tokens: readonly Token[], anchorAt: number): Peeled | null {
  for (let i = tokens.length - 3; i > 0; i -= 1) {
    const that = tokens[i];
    if (that?.lower !== 'that' || that.start > anchorAt || !hasFiniteVerb(tokens, i + 1)) continue;
    const governor = governorOf(tokens, i);
    if (governor === null || isForetold(tokens, i, anchorAt)) continue;
    return {
      shape: 'clause',
      tokens: tokens.slice(i + 1),
      subject: null,
      isDenied: isDenied(tokens, governor),
    };
  }
  return null;
}

/** The word before "that" that makes it a report: a verb, a noun or an adjective of belief, over "us", "clearly". */
function governorOf(tokens: readonly Token[], that: number): number | null {
  for (let i = that - 1; i >= Math.max(0, that - 6); i -= 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    const lemma = token.lemma.toLowerCase();
    if ((token.pos === 'VERB' || token.pos === 'NOUN') && (REPORTING_VERBS.has(lemma) || KNOWING.has(lemma)))
      return i;
    if (FRAME_NOUNS.has(token.lower) || SURE.test(token.lower)) return i;
    if (HEDGE_ADJECTIVES.has(token.lower) || token.lower === 'except') return i;
    if ((token.lower === 'is' || token.lower === "'s") && i === that - 1) return i;
    const isBetween =
      isTimeNoun(token) ||
      token.lower === 'ago' ||
      ['ADV', 'PRON', 'PROPN', 'DET', 'ADP', 'NUM', 'AUX', 'PART'].includes(token.pos) ||
      token.lower === ',' ||
      /^(?:rising|growing|increasing)$/u.test(token.lower);
    if (!isBetween) return null;
  }
  return null;
}

/** "X will not agree that ...": the report is what is foretold, and the word that carries the claim is its own. */
function isForetold(tokens: readonly Token[], that: number, anchorAt: number): boolean {
  const before = findVerbGroups(tokens, 0, that).pop();
  return (
    before?.modal === 'will' &&
    anchorAt <= (tokens[before.verb]?.end ?? 0) &&
    anchorAt >= (tokens[before.from]?.start ?? 0) &&
    !/^(?:i|we)$/u.test(tokens[before.from - 1]?.lower ?? '')
  );
}

function isDenied(tokens: readonly Token[], governor: number): boolean {
  const isDenier = DENIERS.test(tokens[governor]?.lower ?? '');
  const isNegated = tokens
    .slice(Math.max(0, governor - 4), governor)
    .some(({ lower }) => /^(?:not|n't|no|never|little|hardly)$/u.test(lower));
  const first = tokens[0]?.lower ?? '';
  return isDenier !== (isNegated || first === 'nobody');
}
