import { wordSet } from './word-set.js';
import { isDoing } from './is-doing.js';
import { comesAbout, splitThing } from './comes-about.js';
import { deniesBySubject, isFirstPerson } from './frame.js';
import type { Frame } from './frame.js';
import type { Token } from './nlp.js';
import { madeUp, reworded } from './print-tokens.js';
import { readComplement } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { hasNominal } from './statement-body.js';
import { compilePattern, matchPattern } from './token-pattern.js';
import { findVerbGroups, isNegation } from './verb-groups.js';

/** What a thing is called when it is likely or not: true where it denies. */
const VERDICTS: readonly { readonly pattern: ReturnType<typeof compilePattern>; readonly denies: boolean }[] =
  [
    ...[
      'in|on the cards',
      'a|an|the <mod> possibility|probability|likelihood|certainty|prospect|eventuality',
      'a safe bet',
      'the most likely|probable outcome|scenario|result|course',
      'my|our|the base|central|main case|scenario',
      'a foregone conclusion',
      'a matter of time',
      'only|just a matter of time',
      'on the way|horizon|table',
      'in the offing|works|pipeline|air',
      'not far off|away',
      'a? realistic expectations|expectation|options|option|prospects|prospect',
    ].map((words) => ({ pattern: compilePattern(words), denies: false })),
    ...[
      'out of the question',
      'off the table',
      'the least likely|probable outcome|scenario|result',
      'a long shot',
      'a non-starter',
      'a pipe dream',
      'a remote|slim|distant|faint <mod> possibility|prospect|chance',
      'unrealistic expectations|expectation|prospect',
      'far off|away',
      'a fantasy',
      'wishful thinking',
    ].map((words) => ({ pattern: compilePattern(words), denies: true })),
  ];

/** One of these stands in every verdict. */
export const VERDICT_WORDS = wordSet(
  'cards possibility probability likelihood certainty prospect prospects eventuality bet outcome scenario result course case conclusion matter way horizon table offing works pipeline air far expectation expectations option options question shot non-starter dream chance fantasy thinking',
);

/** "NATO membership is not in the cards", "moving in is a distinct possibility", "conquest is the least likely outcome". */
export const verdictFrame: Frame = ({ tokens, group, subject }) => {
  if (
    !/^(?:be|remain|seem|look)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '') ||
    !hasNominal(subject)
  )
    return null;
  for (const { pattern, denies } of VERDICTS) {
    const at = afterVerb(tokens, group.to);
    const found =
      matchPattern(pattern, tokens, at) ??
      (tokens[at]?.pos === 'ADV' ? matchPattern(pattern, tokens, at + 1) : null);
    if (found === null) continue;
    const isDenied = (denies !== group.isNegated) !== deniesBySubject(subject);
    const isDoing = subject[0]?.pos === 'VERB' && subject[0].lower.endsWith('ing');
    const said: Complement = isDoing
      ? { shape: 'action', tokens: subject, subject: null }
      : comesAbout(withoutNo(subject), tokens.slice(found.to));
    return { isDenied, keepsLead: true, ...said };
  }
  return null;
};

/** A "not" right after the verb belongs to it. */
const afterVerb = (tokens: readonly Token[], to: number): number => (isNegation(tokens[to]) ? to + 1 : to);

const withoutNo = (subject: readonly Token[]): readonly Token[] =>
  /^(?:no|any)$/u.test(subject[0]?.lower ?? '') ? subject.slice(1) : subject;

const SURPRISED = compilePattern(
  '<adv> be|get <adv> surprised|astonished|amazed|shocked <adv> if|to|by|should|were',
);

const IS_SURPRISED = compilePattern('<adv> surprised|astonished|amazed|shocked <adv> if|to|by|should');
const SURPRISED_IF = compilePattern('<adv> if|to|by|should');

/** "I would be surprised if ...": it is unlikely. */
export const surpriseFrame: Frame = ({ tokens, group, subject }) => {
  const found =
    matchPattern(IS_SURPRISED, tokens, group.to) ??
    matchPattern(SURPRISED, tokens, group.from + 1) ??
    matchPattern(
      SURPRISED_IF,
      tokens,
      /^(?:surprised|astonished|amazed|shocked)$/u.test(tokens[group.verb]?.lower ?? '')
        ? group.to
        : tokens.length,
    );
  const isSomebody =
    isFirstPerson(subject) ||
    subject.length === 0 ||
    subject[0]?.lower === 'it' ||
    subject[0]?.lower === 'nobody';
  // "A figure near 20 billion would not surprise us"
  const isSurprising =
    /^(?:surprise|astonish|amaze|shock)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '') &&
    /^(?:me|us|anyone|anybody|nobody|many)$/u.test(tokens[group.to]?.lower ?? '');
  if (isSurprising && hasNominal(subject) && !group.isPassive)
    return { isDenied: !group.isNegated, ...splitThing(subject) };
  if (found === null || !isSomebody) return null;
  const opener = tokens[found.to - 1]?.lower ?? '';
  const isDenied = !(group.isNegated || subject[0]?.lower === 'nobody');
  let at = found.to;
  // "surprised to see prices fall"
  if (opener === 'to' && /^(?:see|hear|find|learn)$/u.test(tokens[at]?.lower ?? '')) at += 1;
  const complement = readComplement(
    opener === 'if' || opener === 'were' ? unreal(tokens, at) : tokens,
    at,
    null,
  );
  return complement === null ? null : { isDenied, ...complement };
};

/** "if it lasted", "if nobody had filed": not past but supposed, so that "would last", "would have filed" is read. */
function unreal(tokens: readonly Token[], from: number): readonly Token[] {
  const group = findVerbGroups(tokens, from).find(({ form }) => form === 'past');
  const first = tokens[group?.from ?? -1];
  if (group === undefined || first === undefined) return tokens;
  const base = /^(?:was|were)$/u.test(first.lower)
    ? 'be'
    : first.lower === 'had'
      ? 'have'
      : first.lemma.toLowerCase();
  return [
    ...tokens.slice(0, group.from),
    ...madeUp('would', first.start, 'AUX'),
    reworded(first, base, first.pos),
    ...tokens.slice(group.from + 1),
  ];
}

const HARD = compilePattern(
  '<adv> hard|difficult|impossible|tough|easy to see|imagine|envisage|envision|foresee|picture|conceive|believe of? how? that?',
);

/** "It is very hard to see gas flowing": it is unlikely to flow. */
export const hardToSeeFrame: Frame = ({ tokens, group }) => {
  const found = matchPattern(HARD, tokens, group.to);
  if (found === null) return null;
  const isEasy = tokens.slice(group.to, found.to).some(({ lower }) => lower === 'easy');
  const isDenied = !isEasy !== group.isNegated;
  const verb = tokens.findIndex((_, i) => i > found.to && i < found.to + 14 && isDoing(tokens, i));
  const what = tokens.slice(found.to, verb === -1 ? found.to : verb);
  if (verb !== -1 && hasNominal(what))
    return { shape: 'action', tokens: tokens.slice(verb), subject: what, isDenied };
  const complement = readComplement(tokens, found.to, null);
  if (complement?.shape === 'thing') return { isDenied, ...comesAbout(complement.tokens, []) };
  return complement === null ? null : { isDenied, ...complement };
};

const RULE_OUT = compilePattern(
  'rule|ruled|rules|ruling|exclude|excludes|excluded|discount|discounts|discounted|dismiss out?',
);

/** "She ruled out a rise", "I would not rule out that ...", "X cannot be ruled out". */
export const ruleOutFrame: Frame = (main, anchorAt) => {
  const refused = refusedToRuleOut(main, anchorAt);
  if (refused !== null) return refused;
  const { tokens, group, subject } = main;
  const found = matchPattern(RULE_OUT, tokens, group.verb);
  const verb = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  if (found === null || (verb === 'rule' && tokens[found.to - 1]?.lower !== 'out')) return null;
  const isDenied = !group.isNegated !== deniesBySubject(subject);
  if (group.isPassive)
    return hasNominal(subject) ? { isDenied, ...comesAbout(subject, tokens.slice(found.to)) } : null;
  const isDoingIt = isDoing(tokens, found.to);
  const complement = readComplement(tokens, found.to, subject);
  if (complement === null || (!isDoingIt && complement.shape === 'action' && complement.subject === subject))
    return null;
  return complement.shape === 'thing'
    ? { isDenied, ...comesAbout(complement.tokens, []) }
    : { isDenied, ...complement };
};

/** "The bank declined to rule out a cut": a cut is possible. */
const refusedToRuleOut: Frame = ({ tokens, group }) => {
  const verb = group.to + 1;
  if (
    !/^(?:decline|refuse)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '') ||
    tokens[group.to]?.lower !== 'to' ||
    matchPattern(RULE_OUT, tokens, verb) === null
  )
    return null;
  const at = tokens[verb + 1]?.lower === 'out' ? verb + 2 : verb + 1;
  const complement = readComplement(tokens, at, null);
  if (complement === null) return null;
  const said = complement.shape === 'thing' ? comesAbout(complement.tokens, []) : complement;
  return { isDenied: group.isNegated, ...said };
};

/** Words one of which `ideaFrame` ends in. */
export const SILLY = wordSet(
  'silly absurd fanciful unrealistic wrong mistaken far-fetched naive nonsense fantasy delusional laughable ridiculous ludicrous preposterous foolish misguided fantastical false unfounded premature implausible illusion myth dream',
);

const IDEA = compilePattern(
  'the|any|this|a? idea|notion|thought|suggestion|hope|belief|claim|fantasy|illusion|myth|argument|prospect|theory|assumption|view|rumour|rumor that',
);

/** "The idea that X will attack is silly": X is said not to attack. */
export const ideaFrame: Frame = ({ tokens, group }) => {
  const found = matchPattern(IDEA, tokens, 0);
  if (found === null || group.from <= found.to) return null;
  const last = [...tokens.keys()].reverse().find((i) => SILLY.has(tokens[i]?.lower ?? ''));
  if (last === undefined) return null;
  let end = last;
  while (
    end > found.to &&
    tokens[end]?.pos !== 'AUX' &&
    !/^(?:seem|look|sound|be)$/u.test(tokens[end]?.lemma ?? '')
  )
    end -= 1;
  const complement = readComplement(tokens.slice(0, end), found.to - 1, null);
  return complement === null ? null : { isDenied: true, ...complement };
};

/** "What won't follow is an epidemic": an epidemic follows. "What I see coming is X": X comes. */
export const whatFrame: Frame = ({ tokens, group, subject }) => {
  if (tokens[group.verb]?.lemma.toLowerCase() !== 'be' || subject[0]?.lower !== 'what') return null;
  const said = tokens.slice(group.to);
  const inside = subject.slice(1);
  if (!hasNominal(said) || inside.length === 0) return null;
  const isDenied = inside.some(({ lower }) => lower === "n't" || lower === 'not' || lower === 'never');
  const hasOwnSubject = inside[0]?.pos === 'PRON' || inside[0]?.pos === 'PROPN' || inside[0]?.pos === 'DET';
  if (hasOwnSubject) return { isDenied, ...comesAbout(said, []) };
  const verb = inside.find(({ pos }) => pos === 'VERB');
  return verb === undefined ? null : { shape: 'action', tokens: [verb], subject: said, isDenied };
};
