import { REPORTING_VERBS } from './clauses.js';
import { headOf, ofNumber, splitThing } from './comes-about.js';
import { deniesBySubject, isFirstPerson, lemmaOf } from './frame.js';
import type { Frame, MainClause } from './frame.js';
import { FRAME_NOUNS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { readComplement } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { hasNominal, startsPhrase } from './statement-body.js';

const BELIEFS = new Set([
  ...REPORTING_VERBS,
  ...'know realise realize understand mean imply feel guess imagine remind convince persuade gather presume posit dictate calculate figure hold tip swear dare conclude envisage envision maintain'.split(
    ' ',
  ),
]);
BELIEFS.delete('show');

/** Verbs that take a thing for what is to come: "we expect overflights", "she forecasts a recession". */
const EXPECTS_THING = new Set(
  'look expect predict forecast foresee anticipate project envisage envision fear threaten promise tip'.split(
    ' ',
  ),
);

/** Verbs by which somebody says what he himself will do. */
const COMMITS = new Set(
  'plan intend aim expect promise pledge vow threaten swear hope propose undertake prepare mean commit anticipate project forecast say reckon'.split(
    ' ',
  ),
);

const TAKES_OBJECT = new Set(
  'expect predict forecast project believe want see imagine envisage estimate anticipate assume reckon tip look'.split(
    ' ',
  ),
);

const DENYING_VERBS = new Set(['doubt', 'refuse', 'decline']);
/** Verbs one of which `beliefFrame` is about. */
export const BELIEF_WORDS: readonly string[] = [...BELIEFS, ...COMMITS, ...DENYING_VERBS, 'see', 'look'];

/** "The model will say that ...": the report itself lies ahead, and is what is predicted. */
function isAhead({ group, subject }: MainClause): boolean {
  return (group.modal === 'will' || group.modal === 'shall') && !isFirstPerson(subject);
}

/** "I think (that) ...", "analysts expect X to ...", "the firm plans to ...". */
export const beliefFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  const lemma = lemmaOf(tokens[group.verb]);
  const isRefusal = DENYING_VERBS.has(lemma) && lemma !== 'doubt';
  if (
    (!BELIEFS.has(lemma) && !COMMITS.has(lemma) && !isRefusal && lemma !== 'see' && lemma !== 'look') ||
    isAhead(main) ||
    group.isPassive
  )
    return null;
  if (lemma === 'look' && tokens[group.to]?.lower !== 'for') return null;
  const isOn = tokens[group.to]?.lower === 'on' && /^(?:plan|count|bet|insist)$/u.test(lemma);
  const isTold =
    /^(?:tell|remind|assure|warn|inform|advise|convince)$/u.test(lemma) &&
    /^(?:me|us|him|her|them|reporters|you)$/u.test(tokens[group.to]?.lower ?? '');
  const found = readComplement(tokens, isOn || isTold || lemma === 'look' ? group.to + 1 : group.to, subject);
  if (found === null || !(fits(lemma, found, subject) || (isOn && found.shape === 'action'))) return null;
  const isDenied = (DENYING_VERBS.has(lemma) !== group.isNegated) !== deniesBySubject(subject);
  if (found.shape === 'thing') return { isDenied, keepsLead: true, ...splitThing(found.tokens) };
  return { isDenied, keepsLead: found.shape !== 'clause', ...found };
};

function fits(lemma: string, found: Complement, controller: readonly Token[]): boolean {
  if (found.shape === 'clause') return BELIEFS.has(lemma);
  if (found.shape === 'thing')
    return EXPECTS_THING.has(lemma) || (lemma === 'see' && ofNumber(found.tokens) !== null);
  if (found.subject !== controller) return TAKES_OBJECT.has(lemma);
  const isTo = found.tokens[0]?.lower === 'to';
  return isTo && (COMMITS.has(lemma) || DENYING_VERBS.has(lemma));
}

/** "My fear is that ...", "the most probable outcome is X", "our base case is X". */
export const nounFrame: Frame = ({ tokens, group, subject }) => {
  if (lemmaOf(tokens[group.verb]) !== 'be' && !/^['\u2019]s$/u.test(tokens[group.verb]?.lower ?? ''))
    return null;
  const head = headOf(subject);
  if (
    head === undefined ||
    !FRAME_NOUNS.has(head.lower) ||
    subject.some(({ lower }) => lower === 'of' || lower === 'for')
  )
    return null;
  // "The odds are against a second term", "the consensus is for a cut"
  const side = tokens[group.to]?.lower ?? '';
  if (
    /^(?:against|for)$/u.test(side) &&
    /^(?:odds|chances|consensus|forecast|call|bet|expectation)$/u.test(head.lower)
  ) {
    const thing = tokens.slice(group.to + 1);
    return hasNominal(thing)
      ? { isDenied: (side === 'against') !== group.isNegated, ...splitThing(thing) }
      : null;
  }
  const complement = readComplement(tokens, group.to, null);
  if (complement === null) return null;
  // "The risk is high" tells of no event.
  const isThat = tokens.slice(group.to, group.to + 3).some(({ lower }) => lower === 'that');
  const isMine =
    /^(?:my|our|his|her|their|the|one|another|a)$/u.test(subject[0]?.lower ?? '') ||
    head.lower === 'chances' ||
    head.lower === 'odds';
  if (complement.shape === 'clause')
    return isThat || isMine ? { isDenied: group.isNegated, ...complement } : null;
  const isOutcome =
    /^(?:outcome|scenario|result|case|guess|bet|forecast|prediction|expectation|fear|call|money|view|hunch|danger|risk|threat|money)$/u.test(
      head.lower,
    );
  if (!isOutcome || complement.shape !== 'thing' || !startsPhrase(complement.tokens[0])) return null;
  const isDenied = subject.some(({ lower }) => lower === 'least' || lower === 'unlikely') !== group.isNegated;
  return { isDenied, ...complement };
};
