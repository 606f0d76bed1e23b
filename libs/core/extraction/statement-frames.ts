import { isPluralPhrase } from './agreement.js';
import { REPORTING_VERBS } from './clauses.js';
import { FRAME_NOUNS, HEDGE_ADJECTIVES, LINKS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { readComplement, hasFiniteVerb } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { findMainGroup, splitLead } from './split-lead.js';
import { hasNominal, startsPhrase } from './statement-body.js';
import { madeUp } from './print-tokens.js';
import { compilePattern, matchPattern } from './token-pattern.js';
import type { VerbGroup } from './verb-groups.js';

/** A clause seen as opening phrase, subject, verb and what follows. */
export interface MainClause {
  readonly tokens: readonly Token[];
  readonly lead: readonly Token[];
  readonly subject: readonly Token[];
  readonly group: VerbGroup;
}

export function readMain(tokens: readonly Token[]): MainClause | null {
  const group = findMainGroup(tokens);
  if (group === null) return null;
  const subjectAt = splitLead(tokens, 0, group.from);
  return { tokens, group, lead: tokens.slice(0, subjectAt), subject: tokens.slice(subjectAt, group.from) };
}

export type Frame = (main: MainClause, anchorAt: number) => Peeled | null;

/** What a frame leaves, and whether it denies it. */
export interface Peeled extends Complement {
  readonly isDenied: boolean;
  /** Whether the opening phrase of the frame's clause is one of the statement ("By 2030 we expect"). */
  readonly keepsLead?: boolean;
}

const BELIEFS = new Set([
  ...REPORTING_VERBS,
  ...'know realise realize understand mean imply feel guess imagine remind convince persuade gather presume posit calculate figure hold tip swear dare conclude envisage envision maintain'.split(
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
  'expect predict forecast project believe want see imagine envisage estimate anticipate assume reckon tip'.split(
    ' ',
  ),
);
const DENYING_VERBS = new Set(['doubt', 'refuse', 'decline']);
const FIRST = /^(?:i|we|one)$/u;
const DENYING_SUBJECT = /^(?:nobody|none|no|neither|few|hardly|not)$/u;

const lemmaOf = (token: Token | undefined): string => token?.lemma.toLowerCase() ?? '';

export const isFirstPerson = (subject: readonly Token[]): boolean =>
  FIRST.test(subject[subject.length - 1]?.lower ?? '');

export const deniesBySubject = (subject: readonly Token[]): boolean =>
  DENYING_SUBJECT.test(subject[0]?.lower ?? '') &&
  subject[1]?.lower !== 'only' &&
  subject[1]?.lower !== 'doubt';

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
  if (found.shape === 'thing') return { ...splitThing(found.tokens), isDenied, keepsLead: true };
  return { ...found, isDenied, keepsLead: found.shape !== 'clause' };
};

function fits(lemma: string, found: Complement, controller: readonly Token[]): boolean {
  if (found.shape === 'clause') return BELIEFS.has(lemma);
  if (found.shape === 'thing')
    return EXPECTS_THING.has(lemma) || (lemma === 'see' && ofNumber(found.tokens) !== null);
  if (found.subject !== controller) return TAKES_OBJECT.has(lemma);
  const isTo = found.tokens[0]?.lower === 'to';
  return isTo && (COMMITS.has(lemma) || DENYING_VERBS.has(lemma));
}

/** "X is unlikely to", "are expected to", "looks set to", "is to". */
export const linkFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  const at = linkAt(tokens, group);
  if (at === null) return null;
  let to = at.to;
  while (tokens[to]?.pos === 'ADV' && !/^(?:how|why|when|where)$/u.test(tokens[to]?.lower ?? '')) to += 1;
  const next = tokens[to + 1];
  const isVerb =
    tokens[to]?.lower === 'to' &&
    next !== undefined &&
    (['VERB', 'AUX', 'ADV', 'PART'].includes(next.pos) || next.lower === next.lemma.toLowerCase());
  if (!isVerb || next.pos === 'DET' || next.pos === 'PRON' || next.pos === 'PROPN') return null;
  const action = [
    ...tokens.slice(to, to + 1),
    next.pos === 'NOUN' || next.pos === 'ADJ' ? { ...next, pos: 'VERB' } : next,
    ...tokens.slice(to + 2),
  ];
  const isFailure = tokens[at.to - 1]?.lower === 'doomed' && next.lower === 'failure';
  return {
    shape: 'action',
    tokens: isFailure
      ? madeUp('fail', next.start, 'VERB')
      : action[0]?.pos === 'PART'
        ? action
        : [{ ...(action[0] as Token), pos: 'PART' }, ...action.slice(1)],
    subject,
    isDenied: at.isDenied !== group.isNegated,
    keepsLead: true,
  };
};

const COPULAS = new Set(['be', 'seem', 'look', 'appear', 'remain', 'stand', 'become', 'get']);

/** Where "likely", "expected", "going" of a link ends, and whether it denies. */
function linkAt(tokens: readonly Token[], group: VerbGroup): { to: number; isDenied: boolean } | null {
  const verb = tokens[group.verb];
  const links = (token: Token | undefined): boolean | undefined => LINKS.get(token?.lower ?? '');
  // "is expected", "is going": the tagger takes the link for the verb of the group.
  const own = group.to - group.from > 1 ? links(verb) : undefined;
  if (
    own !== undefined &&
    (group.isPassive || group.isProgressive || /ed$/u.test(verb?.lower ?? '') || verb?.lower === 'set')
  )
    return { to: group.to, isDenied: own };
  if (!COPULAS.has(lemmaOf(verb)) && !/^['\u2019](?:s|re|m)$/u.test(verb?.lower ?? '')) return null;
  let i = group.to;
  while (
    i < group.to + 5 &&
    (tokens[i]?.pos === 'ADV' ||
      tokens[i]?.lower === 'not' ||
      /^(?:all|but|very|more|most|less|rather|almost|than)$/u.test(tokens[i]?.lower ?? ''))
  ) {
    if (LINKS.has(tokens[i]?.lower ?? '')) break;
    i += 1;
  }
  const denies = links(tokens[i]);
  if (denies !== undefined) return { to: i + 1, isDenied: denies };
  return i === group.to &&
    tokens[i]?.lower === 'to' &&
    verb?.lemma.toLowerCase() === 'be' &&
    isBareVerb(tokens[i + 1])
    ? { to: i, isDenied: false }
    : null;
}

const isBareVerb = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'VERB' || token.pos === 'AUX') && token.lower === lemmaOf(token);

/** "It is likely that ...", "it is doubtful ...": an adjective and a clause. */
export const adjectiveFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  const found = hedgeAt(main);
  if (found === null) return null;
  const follower = tokens[found.to]?.lower ?? '';
  const isDummy = subject.length === 0 || /^(?:it|that|this)$/u.test(subject[0]?.lower ?? '');
  const isDenied = found.isDenied !== group.isNegated;
  if (
    follower === 'that' ||
    (isDummy &&
      subject.length <= 1 &&
      hasFiniteVerb(tokens, found.to) &&
      follower !== 'if' &&
      follower !== 'because')
  ) {
    const complement = readComplement(tokens, found.to, null);
    if (complement?.shape === 'clause') return { ...complement, isDenied };
  }
  const said = tokens[found.to - 1]?.lower ?? '';
  const isOfPeople =
    /^(?:sure|clear|obvious|evident|reasonable|realistic|unrealistic|uncertain|unclear|foreseeable|thinkable|questionable)$/u.test(
      said,
    );
  if (
    follower === 'to' ||
    isDummy ||
    isOfPeople ||
    !hasNominal(subject) ||
    /^(?:who|what|how|whether|about|of|why)$/u.test(follower)
  )
    return null;
  return { ...comesAbout(subject, tokens.slice(found.to)), isDenied, keepsLead: true };
};

const STRIKES = compilePattern('strike|seem|look|sound to? me|us|him|her|them as? <adv> not?');

function hedgeAt({ tokens, group }: MainClause): { to: number; isDenied: boolean } | null {
  if (!COPULAS.has(lemmaOf(tokens[group.verb])) && !/^['\u2019]s$/u.test(tokens[group.verb]?.lower ?? '')) {
    // "is expected": a passive of belief with nothing after it but time and place.
    const verb = tokens[group.verb]?.lower ?? '';
    const strikes = matchPattern(STRIKES, tokens, group.verb);
    const hedge = HEDGE_ADJECTIVES.get(tokens[strikes?.to ?? 0]?.lower ?? '');
    if (strikes !== null && hedge !== undefined) return { to: strikes.to + 1, isDenied: hedge };
    return group.isPassive &&
      /^(?:expected|predicted|forecast|anticipated|assured|guaranteed|feared)$/u.test(verb)
      ? { to: group.to, isDenied: false }
      : null;
  }
  for (let i = group.to; i < group.to + 5; i += 1) {
    const token = tokens[i];
    if (token === undefined) return null;
    const denies = HEDGE_ADJECTIVES.get(token.lower);
    const isRather = tokens[i + 1]?.lower === 'than' && tokens[i + 2]?.lower === 'not';
    if (denies !== undefined)
      return tokens[i + 1]?.pos === 'NOUN' ? null : { to: i + (isRather ? 3 : 1), isDenied: denies };
    if (token.pos !== 'ADV' && !/^(?:not|all|but|very|more|most|less|far|from|close|to)$/u.test(token.lower))
      return null;
  }
  return null;
}

/** What is brought rather than takes place. */
const COMES =
  /^(?:awards?|reports?|decisions?|rulings?|verdicts?|answers?|results?|data|figures|money|help|aid|news|rain|snow|relief|statements?|licen[cs]es?|permits?|approvals?|letters?|bills?|laws?|jobs|orders?|cheques?|checks?|updates?|releases?|versions?|products?|vaccines?|doses|troops|ships?|trains?|buses|funds|funding)$/u;
const INDEFINITE =
  /^(?:a|an|some|more|another|further|new|no|any|few|fewer|several|many|such|additional|one|two|three|\d[\d,.]*)$/u;

/** "X is unlikely" says that X happens, comes or exists, at a probability. */
export function comesAbout(subject: readonly Token[], rest: readonly Token[]): Complement {
  const measured = ofNumber(subject);
  if (measured !== null) return { ...measured, tokens: [...measured.tokens, ...rest] };
  const head = headOf(subject);
  const at = rest[0]?.start ?? subject[subject.length - 1]?.end ?? 0;
  const first = subject[0]?.lower ?? '';
  const isDoing = /ing$/u.test(subject[0]?.lower ?? '') && subject[1]?.lower === 'of';
  const isBare =
    !isDoing &&
    subject[0] !== undefined &&
    subject[0].pos !== 'DET' &&
    !subject.some(({ text }) => /^['\u2019]s?$/u.test(text)) &&
    (subject[0].pos !== 'PROPN' || isPluralPhrase(subject)) &&
    subject[0].pos !== 'PRON';
  if ((INDEFINITE.test(first) || isBare) && first !== 'that' && first !== 'this')
    return { shape: 'thing', tokens: [...subject, ...rest], subject: null };
  const isBrought = subject[0]?.pos === 'PRON' || COMES.test(head?.lower ?? '');
  const verb = madeUp(isBrought ? 'come' : 'happen', at, 'VERB');
  return { shape: 'action', tokens: [...verb, ...rest], subject };
}

/** "growth of 3 percent" is growth that is 3 percent. */
function ofNumber(phrase: readonly Token[]): Complement | null {
  const of = phrase.findIndex(({ lower }) => lower === 'of');
  const after = phrase[of + 1];
  const number = /^(?:about|around|roughly|nearly|almost|some|at|up|between|just|over|under)$/u.test(
    after?.lower ?? '',
  )
    ? phrase[of + 2]
    : after;
  const isNumber =
    number !== undefined && (number.pos === 'NUM' || /^[$\u20ac\u00a3]|^US\$/u.test(number.text));
  const isBare = phrase[0]?.pos === 'NOUN' || phrase[0]?.pos === 'ADJ' || phrase[0]?.lower === 'net';
  if (of < 1 || of > 4 || !isNumber || !isBare) return null;
  return {
    shape: 'action',
    tokens: [...madeUp('be', after?.start ?? 0, 'VERB'), ...phrase.slice(of + 1)],
    subject: phrase.slice(0, of),
  };
}

/** A thing that is expected, with when and where: "the award within weeks" comes within weeks. */
export function splitThing(tokens: readonly Token[]): Complement {
  const end = tokens.findIndex(
    (token, i) =>
      (i > 0 &&
        /^(?:in|by|within|before|after|on|at|this|next|during|over|until|soon|tomorrow|today|from|around|about)$/u.test(
          token.lower,
        ) &&
        token.pos !== 'NOUN') ||
      (i > 0 && token.lower === 'the' && /^(?:same|following|next)$/u.test(tokens[i + 1]?.lower ?? '')),
  );
  return end === -1 ? comesAbout(tokens, []) : comesAbout(tokens.slice(0, end), tokens.slice(end));
}

function headOf(phrase: readonly Token[]): Token | undefined {
  const end = phrase.findIndex((token, i) => i > 0 && token.pos === 'ADP');
  return phrase.slice(0, end === -1 ? undefined : end).pop();
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
  const complement = readComplement(tokens, group.to, null);
  if (complement === null) return null;
  // "The risk is high" tells of no event.
  const isThat = tokens.slice(group.to, group.to + 3).some(({ lower }) => lower === 'that');
  const isMine =
    /^(?:my|our|his|her|their|the|one|another|a)$/u.test(subject[0]?.lower ?? '') ||
    head.lower === 'chances' ||
    head.lower === 'odds';
  if (complement.shape === 'clause')
    return isThat || isMine ? { ...complement, isDenied: group.isNegated } : null;
  const isOutcome =
    /^(?:outcome|scenario|result|case|guess|bet|forecast|prediction|expectation|fear|call|money|view|hunch|danger|risk|threat|money)$/u.test(
      head.lower,
    );
  if (!isOutcome || complement.shape !== 'thing' || !startsPhrase(complement.tokens[0])) return null;
  const isDenied = subject.some(({ lower }) => lower === 'least' || lower === 'unlikely') !== group.isNegated;
  return { ...complement, isDenied };
};
