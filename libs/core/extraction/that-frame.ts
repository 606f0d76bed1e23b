import { wordSet } from './word-set.js';
import { FRAME_NOUNS, HEDGE_ADJECTIVES } from './hedge-words.js';
import { REPORTING_VERBS } from './clauses.js';
import type { Token } from './nlp.js';
import { findMainGroup, isFiniteGroup, isTimeNoun } from './split-lead.js';
import { hasFiniteVerb } from './read-complement.js';
import type { Peeled } from './frame.js';
import { findVerbGroups } from './verb-groups.js';
import type { VerbGroup } from './verb-groups.js';

const KNOWING = new Set(
  'dictate seem appear know realize realise understand mean imply feel guess imagine remind convince persuade gather ensure see suggest show conclude reveal indicate'.split(
    ' ',
  ),
);
const SURE = wordSet(
  'aware sure certain convinced confident afraid worried concerned adamant optimistic hopeful glad told fearful sceptical skeptical',
);
const DENIERS = wordSet(
  'doubt doubts doubted sceptical skeptical unlikely doubtful impossible inconceivable improbable unthinkable',
);

/**
 * What stands after the last "that" which makes what follows somebody's belief or report: "any observer knows that X will
 * ...", "a clear sign that ...". The word that carries the claim stands in it, or in what makes it a report. Null where
 * there is none.
 *
 * @param anchorAt place in the text of that word
 */
export function thatFrame(tokens: readonly Token[], anchorAt: number): Peeled | null {
  const main = findMainGroup(tokens);
  for (let i = tokens.length - 3; i > 0; i -= 1) {
    // "the projection that accompanied": a relative, which has its verb right after it.
    const isRelative = /^(?:VERB|AUX)$/u.test(tokens[i + 1]?.pos ?? '');
    if (tokens[i]?.lower !== 'that' || isRelative || !hasFiniteVerb(tokens, i + 1)) continue;
    const governor = governorOf(tokens, i) ?? sharedGovernor(tokens, i, main) ?? farGovernor(tokens, i, main);
    if (governor === null || (tokens[governor]?.start ?? 0) > anchorAt) continue;
    if (isAfterReport(tokens, i, main, anchorAt) || isForetold(tokens, i, anchorAt)) continue;
    return {
      shape: 'clause',
      tokens: tokens.slice(i + 1),
      subject: null,
      isDenied: isDenied(tokens, governor),
    };
  }
  return nearReport(tokens, anchorAt);
}

/** "Analysts who said that A would fall now expect B": the claim comes after what was said. */
function isAfterReport(
  tokens: readonly Token[],
  that: number,
  main: VerbGroup | null,
  anchorAt: number,
): boolean {
  const own = findVerbGroups(tokens, that + 1).find((group) => isFiniteGroup(tokens, group));
  if (main === null || own === undefined || main.from <= own.from) return false;
  return anchorAt >= (tokens[main.from]?.start ?? Infinity);
}

const TELLS = wordSet('warn tell inform remind assure advise promise convince notify persuade');

/** "have warned a delegation of executives that", "says in a statement posted on Friday that" */
function farGovernor(tokens: readonly Token[], that: number, main: VerbGroup | null): number | null {
  if (main === null || main.to > that || that - main.to > 22) return null;
  const lemma = tokens[main.verb]?.lemma.toLowerCase() ?? '';
  const hasOther = findVerbGroups(tokens, main.to, that).some(
    (group) => group.modal !== null || group.form === 'present',
  );
  if (hasOther || tokens.slice(main.to, that).some(({ text }) => /^[;:]$/u.test(text))) return null;
  const isSaid = REPORTING_VERBS.has(lemma) && tokens[main.to]?.pos === 'ADP';
  return TELLS.has(lemma) || isSaid ? main.verb : null;
}

/** "X is thanking Y and says the two will": a report without "that" right before the clause of the claim. */
function nearReport(tokens: readonly Token[], anchorAt: number): Peeled | null {
  const groups = findVerbGroups(tokens).filter((group) => isFiniteGroup(tokens, group));
  const own = groups.filter((group) => (tokens[group.from]?.start ?? 0) <= anchorAt).pop();
  const report = own === undefined ? undefined : groups.filter((group) => group.to <= own.from).pop();
  if (own === undefined || report === undefined || report === groups[0] || own.modal === null) return null;
  const between = tokens.slice(report.to, own.from);
  const isReport =
    REPORTING_VERBS.has(tokens[report.verb]?.lemma.toLowerCase() ?? '') && report.modal === null;
  const isPlain = between.every(
    ({ pos, lower }) => pos !== 'CCONJ' && !/^(?:,|that|which|who|to)$/u.test(lower),
  );
  if (!isReport || !isPlain || !between.some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/u.test(pos))) return null;
  return { shape: 'clause', tokens: tokens.slice(report.to), subject: null, isDenied: report.isNegated };
}

/** "believe that A and that B": the second "that" hangs on the same verb. */
function sharedGovernor(tokens: readonly Token[], that: number, main: VerbGroup | null): number | null {
  if (tokens[that - 1]?.pos !== 'CCONJ' || main === null || main.from > that) return null;
  const lemma = tokens[main.verb]?.lemma.toLowerCase() ?? '';
  return REPORTING_VERBS.has(lemma) || KNOWING.has(lemma) ? main.verb : null;
}

/** The word before "that" that makes it a report: a verb, a noun or an adjective of belief, over "us", "clearly". */
function governorOf(tokens: readonly Token[], that: number): number | null {
  // "claimed in some circles that": only a verb governs over a phrase of its own.
  let isOverPhrase = false;
  for (let i = that - 1; i >= Math.max(0, that - 7); i -= 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    const lemma = token.lemma.toLowerCase();
    const isReport = REPORTING_VERBS.has(lemma) || KNOWING.has(lemma);
    if (token.pos === 'VERB' && isReport) return isOverPhrase && tokens[i + 1]?.pos !== 'ADP' ? null : i;
    if (!isOverPhrase) {
      if (token.pos === 'NOUN' && isReport) return i;
      if (FRAME_NOUNS.has(token.lower) || SURE.has(token.lower)) return i;
      if (HEDGE_ADJECTIVES.has(token.lower) || token.lower === 'except') return i;
      if ((token.lower === 'is' || token.lower === "'s") && i === that - 1) return i;
    }
    if (isBetween(token)) continue;
    if (token.pos !== 'NOUN' && token.pos !== 'ADJ') return null;
    isOverPhrase = true;
  }
  return null;
}

/** What may stand between "said" and "that": "us", "clearly", "on August 8", "two weeks ago". */
const isBetween = (token: Token): boolean =>
  isTimeNoun(token) ||
  /^(?:ago|early|late|,|rising|growing|increasing)$/u.test(token.lower) ||
  /^(?:ADV|PRON|PROPN|DET|ADP|NUM|AUX|PART)$/u.test(token.pos);

/** "X will not agree that ...": the report is what is foretold, and the word that carries the claim is its own. */
function isForetold(tokens: readonly Token[], that: number, anchorAt: number): boolean {
  const before = findVerbGroups(tokens, 0, that).at(-1);
  return (
    before?.modal === 'will' &&
    anchorAt <= (tokens[before.verb]?.end ?? 0) &&
    anchorAt >= (tokens[before.from]?.start ?? 0) &&
    !/^(?:i|we)$/u.test(tokens[before.from - 1]?.lower ?? '')
  );
}

function isDenied(tokens: readonly Token[], governor: number): boolean {
  const isDenier = DENIERS.has(tokens[governor]?.lower ?? '');
  const isNegated = tokens
    .slice(Math.max(0, governor - 4), governor)
    .some(({ lower }) => /^(?:not|n't|no|never|little|hardly|far)$/u.test(lower));
  const first = tokens[0]?.lower ?? '';
  return isDenier !== (isNegated || first === 'nobody' || (first === 'few' && governor <= 2));
}
