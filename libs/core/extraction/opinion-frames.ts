import type { Frame } from './frame.js';
import { isFirstPerson, lemmaOf } from './frame.js';
import { HEDGE_ADJECTIVES } from './hedge-words.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { readComplement } from './read-complement.js';
import { isTimeNoun } from './split-lead.js';
import { hasNominal } from './statement-body.js';
import { compilePattern, matchPattern } from './token-pattern.js';

const THINKERS = compilePattern(
  'anyone|anybody|those|people|whoever|everyone|investors|voters|readers who? think|thinks|thinking|believe|believes|believing|expect|expects|expecting|hope|hopes|hoping|imagine|imagines|say|says|claim|claims that?',
);
const MISTAKEN = compilePattern(
  'be <adv> dreaming|mistaken|wrong|deluded|fooling|kidding|delusional|naive|deluding|deceiving|disappointed',
);

/** "Anyone who thinks that it will pass is dreaming": it is said not to pass. */
export const mistakenFrame: Frame = ({ tokens }) => {
  const found = matchPattern(THINKERS, tokens, 0);
  if (found === null || found.to < 2) return null;
  for (let i = tokens.length - 1; i > found.to; i -= 1) {
    if (matchPattern(MISTAKEN, tokens, i) === null && !isGoingToBe(tokens, i)) continue;
    const end = /^(?:will|are|is)$/u.test(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
    const complement = readComplement(tokens.slice(0, end), found.to, null);
    return complement === null ? null : { isDenied: true, ...complement };
  }
  return null;
};

const isGoingToBe = (tokens: readonly Token[], i: number): boolean =>
  /^(?:is|are)$/u.test(tokens[i]?.lower ?? '') &&
  /^(?:dreaming|kidding|fooling|deluding|deceiving)$/u.test(tokens[i + 1]?.lower ?? '');

/** "I'd say 41 percent", "I would take 90 million for the harbour": it is so much. */
export const estimateFrame: Frame = ({ tokens, group, subject }) => {
  const isEstimate =
    isFirstPerson(subject) &&
    /^(?:say|guess|take|reckon|estimate)$/u.test(lemmaOf(tokens[group.verb])) &&
    group.modal === 'would';
  const rest = tokens.slice(group.to);
  const isNumber = rest[0]?.pos === 'NUM' || /^[$\u20ac\u00a3]/u.test(rest[0]?.text ?? '');
  if (!isEstimate || !isNumber) return null;
  const at = rest[0]?.start ?? 0;
  const of = rest.findIndex(({ lower }) => lower === 'for');
  const whom = of === -1 ? [] : rest.slice(of + 1);
  const isNamed = hasNominal(whom) && !whom.some(isTimeNoun);
  return {
    shape: 'action',
    tokens: [...madeUp('be', at, 'VERB'), ...(isNamed ? rest.slice(0, of) : rest)],
    subject: isNamed ? whom : madeUp('it', at, 'PRON'),
    isDenied: group.isNegated,
  };
};

const MATTER = compilePattern('<adv> a <mod> matter|question of time before|until|till');

/** "It is only a matter of time before the bridge collapses": it collapses. */
export const matterOfTimeFrame: Frame = ({ tokens, group }) => {
  const found = lemmaOf(tokens[group.verb]) === 'be' ? matchPattern(MATTER, tokens, group.to) : null;
  const complement = found === null ? null : readComplement(tokens, found.to, null);
  return complement?.shape === 'clause' ? { isDenied: group.isNegated, ...complement } : null;
};

const TOLD = compilePattern(
  '<adv> keep|keeps|kept|am|are|was|were|been <adv> being told|assured|promised <adv> that?',
);

/** "I keep being told they will": what one is told. */
export const toldFrame: Frame = ({ tokens, group, subject }) => {
  const found = isFirstPerson(subject) ? matchPattern(TOLD, tokens, group.from) : null;
  const complement = found === null ? null : readComplement(tokens, found.to, null);
  return complement?.shape === 'clause' ? { isDenied: false, ...complement } : null;
};

const CERTAIN = compilePattern('<adv> a <mod> certainty|given|formality|likelihood|possibility|probability');

/** "The mayor resigns, which is likely": the mayor resigns. */
export const whichIsFrame: Frame = ({ tokens }) => {
  const which = tokens.findIndex(
    ({ lower }, i) => i > 1 && lower === 'which' && tokens[i - 1]?.lower === ',',
  );
  if (which === -1) return null;
  const verdict = verdictAt(tokens, which + 1);
  const said = tokens.slice(0, which - 1);
  return verdict === null || !hasNominal(said)
    ? null
    : { shape: 'clause', tokens: said, subject: null, isDenied: verdict };
};

/** Whether "is now a certainty", "seems unlikely" denies; null where something else is said. */
export function verdictAt(tokens: readonly Token[], at: number): boolean | null {
  if (!/^(?:is|seems|looks|appears|would|remains|'s)$/u.test(tokens[at]?.lower ?? '')) return null;
  let i = at + 1;
  let isNegated = false;
  while (
    i < at + 6 &&
    (tokens[i]?.pos === 'ADV' || /^(?:not|be|very|most|more|all|but)$/u.test(tokens[i]?.lower ?? ''))
  ) {
    if (HEDGE_ADJECTIVES.has(tokens[i]?.lower ?? '')) break;
    if (tokens[i]?.lower === 'not') isNegated = !isNegated;
    i += 1;
  }
  const certain = matchPattern(CERTAIN, tokens, i);
  if (certain !== null && isEnd(tokens, certain.to)) return isNegated;
  const denies = HEDGE_ADJECTIVES.get(tokens[i]?.lower ?? '');
  return denies !== undefined && isEnd(tokens, i + 1) ? denies !== isNegated : null;
}

const isEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || tokens[at]?.pos === 'PUNCT';
