import { wordSet } from './word-set.js';
import { isDoing } from './is-doing.js';
import { splitThing } from './comes-about.js';
import { deniesBySubject, isFirstPerson } from './frame.js';
import type { Frame } from './frame.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { readComplement } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { hasNominal } from './statement-body.js';
import { compilePattern, matchPattern } from './token-pattern.js';

/** Verbs one of which `seenDoingFrame` is about. */
export const SEEN_DOING = wordSet(
  'see have show project forecast expect imagine picture put predict estimate peg envisage foresee watch',
);

/** "We see them taking the bulk", "two banks have the market tripling by 2030", "I can't see prices falling". */
export const seenDoingFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  const lemma = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  if (!SEEN_DOING.has(lemma) || (group.modal === 'will' && !isFirstPerson(subject))) return null;
  const isDenied = group.isNegated !== deniesBySubject(subject);
  const verb = tokens.findIndex((_, i) => i > group.to && i < group.to + 14 && isDoing(tokens, i));
  const what = tokens.slice(group.to, verb === -1 ? group.to : verb);
  if (
    verb !== -1 &&
    hasNominal(what) &&
    !what.some(({ lower, pos }) => lower === ',' || pos === 'AUX' || pos === 'VERB')
  )
    return { shape: 'action', tokens: tokens.slice(verb), subject: what, isDenied, keepsLead: true };
  const isForecast =
    /^(?:have|show|give|produce|yield|put)$/u.test(lemma) &&
    FORECASTS.has(subject[subject.length - 1]?.lower ?? '');
  if (isForecast && tokens.slice(group.to, group.to + 4).some(({ pos }) => pos === 'NUM'))
    return { isDenied, keepsLead: true, ...splitThing(tokens.slice(group.to)) };
  const placed = placedIn(tokens, group.to);
  if (placed !== null) return { isDenied, keepsLead: true, ...placed };
  const canSee =
    /^(?:see|imagine|foresee|envisage|picture)$/u.test(lemma) &&
    (isFirstPerson(subject) || subject[0]?.lower === 'you');
  const rest = tokens.slice(group.to);
  if (!canSee || !hasNominal(rest) || rest[0]?.lower === 'that' || rest[0]?.lower === 'to') return null;
  const complement = readComplement(tokens, group.to, null);
  if (complement?.shape === 'clause') return { isDenied, ...complement };
  return { isDenied, keepsLead: true, ...splitThing(rest) };
};

const FORECASTS = wordSet(
  'models model forecasts forecast projections projection plans plan polls poll surveys survey simulations simulation scenarios scenario estimates estimate consensus runs path',
);

const ALL_BUT = compilePattern(
  'all|almost|virtually|practically but? guarantee|guarantees|guaranteed|ensure|ensures|assure|assures',
);

/** "A warm May all but guarantees a heavy hatch": there is one. */
export const guaranteeFrame: Frame = ({ tokens, group, subject }) => {
  const from = group.from;
  const at = [from, from - 1, from - 2].find((i) => i >= 0 && matchPattern(ALL_BUT, tokens, i) !== null);
  const found = at === undefined ? null : matchPattern(ALL_BUT, tokens, at);
  return found === null || !hasNominal(subject) || !hasNominal(tokens.slice(found.to))
    ? null
    : { isDenied: group.isNegated, ...splitThing(tokens.slice(found.to)) };
};

/** "We see the Union ahead by a nose": the Union is ahead. */
function placedIn(tokens: readonly Token[], from: number): Complement | null {
  const at = tokens.findIndex(
    ({ lower }, i) =>
      (i > from &&
        i < from + 8 &&
        /^(?:ahead|first|second|third|last|behind|flat|unchanged|lower|higher|up|down)$/u.test(lower)) ||
      (i > from &&
        i < from + 8 &&
        lower === 'in' &&
        /^(?:front|charge|power|office)$/u.test(tokens[i + 1]?.lower ?? '')),
  );
  const what = tokens.slice(from, at === -1 ? from : at);
  if (
    at === -1 ||
    !hasNominal(what) ||
    what.some(({ pos, lower }) => /^(?:VERB|AUX|ADP|PART)$/u.test(pos) || lower === ',')
  )
    return null;
  if (
    (tokens[at + 1]?.pos === 'NOUN' && tokens[at]?.lower !== 'in') ||
    (tokens[at]?.pos === 'ADJ' && tokens[at - 1]?.pos === 'DET')
  )
    return null;
  return {
    shape: 'action',
    tokens: [...madeUp('be', tokens[at]?.start ?? 0, 'VERB'), ...ownPredicate(tokens.slice(at))],
    subject: what,
  };
}

/** Up to the next verb of the same subject: "has the SPD first and expects". */
function ownPredicate(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ pos }, i) => pos === 'CCONJ' && tokens[i + 1]?.pos === 'VERB');
  return end === -1 ? tokens : tokens.slice(0, end);
}
