import { comesAbout } from './comes-about.js';
import { lemmaOf } from './frame.js';
import type { Frame, MainClause } from './frame.js';
import { HEDGE_ADJECTIVES, LINKS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { hasFiniteVerb, readComplement } from './read-complement.js';
import { hasNominal } from './statement-body.js';
import { writtenNumber } from './say-in-present.js';
import { compilePattern, matchPattern } from './token-pattern.js';
import type { VerbGroup } from './verb-groups.js';

/** "X is unlikely to", "are expected to", "looks set to", "is to". */
export const linkFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  const at = linkAt(tokens, group);
  if (at === null) return null;
  let to = at.to;
  let isNegated = group.isNegated;
  while (
    (tokens[to]?.pos === 'ADV' && !/^(?:how|why|when|where)$/u.test(tokens[to]?.lower ?? '')) ||
    tokens[to]?.lower === 'not'
  ) {
    // "is likely not to recover"
    if (tokens[to]?.lower === 'not') isNegated = !isNegated;
    to += 1;
  }
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
    isDenied: at.isDenied !== isNegated,
    isPlural: writtenNumber(tokens[group.from]),
    keepsLead: true,
  };
};

const COURSES = ['on course|track|pace', 'on the|its|their brink|verge|way|road', 'in line|position'].map(
  compilePattern,
);

const COPULAS = new Set(['be', 'seem', 'look', 'appear', 'remain', 'stand', 'become', 'get']);

/** Where "likely", "expected", "going" of a link ends, and whether it denies. */
function linkAt(tokens: readonly Token[], group: VerbGroup): { to: number; isDenied: boolean } | null {
  const verb = tokens[group.verb];
  const links = (token: Token | undefined): boolean | undefined => LINKS.get(token?.lower ?? '');
  // "is expected", "is going": the tagger takes the link for the verb of the group.
  const own = group.to - group.from > 1 ? links(verb) : undefined;
  if (
    own !== undefined &&
    (group.isPassive || group.isProgressive || (verb?.lower ?? '').endsWith('ed') || verb?.lower === 'set')
  )
    return { to: group.to, isDenied: own };
  // "stands to lose"
  if (lemmaOf(verb) === 'stand' && tokens[group.to]?.lower === 'to' && tokens[group.to + 1]?.pos === 'VERB')
    return { to: group.to, isDenied: false };
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
  // "is on course to", "is well on the way to"
  if (/^(?:on|in)$/u.test(tokens[i]?.lower ?? '')) {
    const course = COURSES.map((pattern) => matchPattern(pattern, tokens, i)).find((found) => found !== null);
    if (course !== undefined && course !== null) return { to: course.to, isDenied: false };
  }
  // "will be lucky to keep"
  if (tokens[i]?.lower === 'lucky' && group.modal !== null && tokens[i + 1]?.lower === 'to')
    return { to: i + 1, isDenied: true };
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
  // "unlikely ever to", "likely not to": a link.
  const isParted = tokens[found.to]?.pos === 'ADV' || tokens[found.to]?.lower === 'not';
  const follower =
    tokens[isParted && tokens[found.to + 1]?.lower === 'to' ? found.to + 1 : found.to]?.lower ?? '';
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
    if (complement?.shape === 'clause') return { isDenied, ...complement };
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
  return { isDenied, keepsLead: true, ...comesAbout(subject, tokens.slice(found.to)) };
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
    // "far from certain"
    const isFar = tokens[i - 1]?.lower === 'from' && tokens[i - 2]?.lower === 'far';
    if (denies !== undefined)
      return tokens[i + 1]?.pos === 'NOUN'
        ? null
        : { to: i + (isRather ? 3 : 1), isDenied: denies !== isFar };
    if (token.pos !== 'ADV' && !/^(?:not|all|but|very|more|most|less|far|from|close|to)$/u.test(token.lower))
      return null;
  }
  return null;
}
