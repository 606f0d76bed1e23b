import { isDoing } from './statement-chances.js';
import type { Token } from './nlp.js';
import { readComplement } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { comesAbout, deniesBySubject, isFirstPerson } from './statement-frames.js';
import type { Frame } from './statement-frames.js';
import { hasNominal } from './statement-body.js';
import { madeUp, reworded } from './print-tokens.js';
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
    ].map((words) => ({ pattern: compilePattern(words), denies: false })),
    ...[
      'out of the question',
      'off the table',
      'the least likely|probable outcome|scenario|result',
      'a long shot',
      'a non-starter',
      'a pipe dream',
      'a remote|slim|distant|faint <mod> possibility|prospect|chance',
      'not? realistic expectations|options|prospects',
      'far off|away',
      'a fantasy',
      'wishful thinking',
    ].map((words) => ({ pattern: compilePattern(words), denies: true })),
  ];

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
    const isDoing = subject[0]?.pos === 'VERB' && /ing$/u.test(subject[0].lower);
    const said: Complement = isDoing
      ? { shape: 'action', tokens: subject, subject: null }
      : comesAbout(withoutNo(subject), tokens.slice(found.to));
    return { ...said, isDenied, keepsLead: true };
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

/** "I would be surprised if ...": it is unlikely. */
export const surpriseFrame: Frame = ({ tokens, group, subject }) => {
  const found =
    matchPattern(
      compilePattern('<adv> surprised|astonished|amazed|shocked <adv> if|to|by|should'),
      tokens,
      group.to,
    ) ??
    matchPattern(SURPRISED, tokens, group.from + 1) ??
    matchPattern(
      compilePattern('<adv> if|to|by|should'),
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
  return complement === null ? null : { ...complement, isDenied };
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
  if (complement?.shape === 'thing') return { ...comesAbout(complement.tokens, []), isDenied };
  return complement === null ? null : { ...complement, isDenied };
};
