import { wordSet } from './word-set.js';
import { CHANCES, afterOf, deniesWithin } from './chance-frames.js';
import { comesAbout } from './comes-about.js';
import { deniesBySubject, isFirstPerson } from './frame.js';
import type { Frame, Peeled } from './frame.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { readComplement } from './read-complement.js';
import { hasNominal, startsPhrase } from './statement-body.js';
import { compilePattern, matchPattern } from './token-pattern.js';

const GIVES_CHANCE = compilePattern(`<np> <mod> ${CHANCES} of|to`);

const PUTS_CHANCE = compilePattern(`the|a|an|their|its|our|my? <mod> ${CHANCES} of|that|for`);

const FAVOURITE = compilePattern('<np> <mod> favourite|favorite|favourites|favorites|underdog to|for');

/** "I give it three chances in ten", "I give it 75 per cent" */
const GIVES_IT = compilePattern(
  '<np> <mod> chances|chance|percent|cent|% in? ten|ten|five|three|four|two|hundred?',
);

const AT_ODDS = wordSet('at as on');

/** Verbs one of which `giveFrame` is about. */
export const GIVERS = wordSet(
  'give assign offer allow put make see rate estimate assess peg call have mark quote back reckon consider judge show',
);

/** "The model gives France a 66% chance of winning", "I put the odds of a raise at one in three". */
export const giveFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  if (!GIVERS.has(tokens[group.verb]?.lemma.toLowerCase() ?? '')) return null;
  const isDenied = group.isNegated !== deniesBySubject(subject);
  const odds = matchPattern(PUTS_CHANCE, tokens, group.to);
  if (odds !== null)
    return oddsOf(tokens, odds.to, isDenied !== deniesWithin(tokens.slice(group.to, odds.to)));
  const given = matchPattern(GIVES_CHANCE, tokens, group.to);
  const whom = given?.parts[0];
  if (given !== null && whom !== undefined) {
    const subjectGiven = tokens.slice(whom.from, whom.to);
    const complement = readComplement(
      tokens,
      tokens[given.to - 1]?.lower === 'to' ? given.to - 1 : given.to,
      subjectGiven,
    );
    const isLittle = deniesWithin(tokens.slice(whom.to, given.to));
    if (complement?.shape === 'action')
      return { isDenied: isDenied !== isLittle, keepsLead: true, ...complement };
  }
  const odds14 = tokens.findIndex(
    ({ text }, i) =>
      i > group.to && i < group.to + 8 && /^\d+(?:\/|-to-)\d+$/u.test(text) && tokens[i + 1]?.lower === 'to',
  );
  if (odds14 !== -1 && hasNominal(tokens.slice(group.to, odds14)))
    return {
      shape: 'action',
      tokens: tokens.slice(odds14 + 1),
      subject: tokens.slice(group.to, odds14),
      isDenied,
    };
  const favourite = matchPattern(FAVOURITE, tokens, group.to);
  const named = favourite?.parts[0];
  if (favourite !== null && named !== undefined)
    return wins(tokens, withoutOdds(tokens.slice(named.from, named.to)), favourite.to, isDenied);
  const whole = matchPattern(GIVES_IT, tokens, group.to);
  const thing = whole?.parts[0];
  if (
    whole !== null &&
    thing !== undefined &&
    !tokens.slice(thing.from, thing.to).some(({ lower }) => lower === 'at') &&
    /^(?:give|make|call|put)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '') &&
    whole.to >= tokens.length - 3
  )
    return { isDenied, ...comesAbout(tokens.slice(thing.from, thing.to), []) };
  return putsAt(fronted(main), isDenied);
};

/** "Finch the 3-to-8": the odds are no part of the name. */
function withoutOdds(name: readonly Token[]): readonly Token[] {
  const odds = name.findIndex(({ text, pos }, i) => i > 0 && (pos === 'NUM' || /\d/u.test(text)));
  if (odds === -1) return name;
  return name.slice(0, /^(?:the|a|an)$/u.test(name[odds - 1]?.lower ?? '') ? odds - 1 : odds);
}

/** "A civil war, with the capital divided, I would put at one in ten": the object first. */
function fronted(main: Parameters<Frame>[0]): Parameters<Frame>[0] {
  const { tokens, group } = main;
  const subject = [...main.lead, ...main.subject];
  const comma = subject.findIndex(({ lower }) => lower === ',');
  if (tokens[group.to]?.lower !== 'at' || comma < 1 || !isFirstPerson(subject) || !startsPhrase(subject[0]))
    return main;
  const what = subject.slice(0, comma);
  const who = subject.slice(-1);
  const verb = tokens.slice(group.from, group.to);
  const shift = who.length - group.from;
  return {
    tokens: [...who, ...verb, ...what, ...tokens.slice(group.to)],
    lead: [],
    subject: who,
    group: { ...group, from: group.from + shift, to: group.to + shift, verb: group.verb + shift },
  };
}

const IS_FAVOURITE = compilePattern('<mod> favourite|favorite|favourites|favorites to|for');

/** "X is the 2-to-7 favourite to win": X wins. */
export const favouriteFrame: Frame = ({ tokens, group, subject, lead: _ }) => {
  if (!/^(?:be|remain|start)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '')) return null;
  const found = matchPattern(IS_FAVOURITE, tokens, group.to);
  return found === null || !hasNominal(subject) ? null : wins(tokens, subject, found.to, group.isNegated);
};

function wins(
  tokens: readonly Token[],
  subject: readonly Token[],
  at: number,
  isDenied: boolean,
): Peeled | null {
  if (tokens[at - 1]?.lower === 'to')
    return { shape: 'action', tokens: tokens.slice(at - 1), subject, isDenied };
  return {
    shape: 'action',
    tokens: [...madeUp('win', tokens[at]?.start ?? 0, 'VERB'), ...tokens.slice(at)],
    subject,
    isDenied,
  };
}

/** "... the odds of X winning at 40%": up to the number. */
function oddsOf(tokens: readonly Token[], at: number, isDenied: boolean): Peeled | null {
  let end = at + 1;
  while (end < tokens.length && !(AT_ODDS.has(tokens[end]?.lower ?? '') && isProbability(tokens, end + 1)))
    end += 1;
  const upTo = tokens.slice(0, end);
  const complement =
    tokens[at - 1]?.lower === 'that' ? readComplement(upTo, at - 1, null) : afterOf(upTo, at);
  return complement === null ? null : { isDenied, ...complement };
}

/** "at 40%", "at one in three", "at better than even", "as low". */
function isProbability(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(at, at + 6)
    .some(
      ({ pos, lower }) =>
        pos === 'NUM' || /^(?:even|evens|low|high|slim|small|remote|zero|half|nil)$/u.test(lower),
    );
}

/** "I put a civil war at one in ten": a war. "The bank has growth at 3%", "we see them taking": growth is 3%, they take. */
function putsAt({ tokens, group, subject }: Parameters<Frame>[0], isDenied: boolean): Peeled | null {
  const at = tokens.findIndex(
    (token, i) =>
      i > group.to &&
      i < group.to + 16 &&
      token.lower === 'at' &&
      tokens[i + 1]?.pos !== 'DET' &&
      !/^(?:least|most|all)$/u.test(tokens[i + 1]?.lower ?? ''),
  );
  const what = tokens.slice(group.to, at === -1 ? group.to : at);
  if (at === -1 || !hasNominal(what) || what.some(({ pos }) => pos === 'VERB')) return null;
  const after = tokens.slice(at + 1);
  const isOdds =
    /^(?:put|rate|assess|call|judge)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '') &&
    (isChanceNumber(after) || after[0]?.lower === 'better');
  if (isOdds && isFirstPerson(subject)) return { isDenied, ...comesAbout(what, afterNumber(after)) };
  const isSeen = /^(?:have|see|put|show|project|forecast|expect|estimate|peg|predict)$/u.test(
    tokens[group.verb]?.lemma.toLowerCase() ?? '',
  );
  if (!isSeen || !after.some(({ pos }) => pos === 'NUM')) return null;
  return {
    shape: 'action',
    tokens: [...madeUp('be', tokens[at]?.start ?? 0, 'VERB'), ...tokens.slice(at)],
    subject: what,
    isDenied,
    keepsLead: true,
  };
}

const ONE_IN = compilePattern('<mod> in|out of? <mod>');

function isChanceNumber(tokens: readonly Token[]): boolean {
  const words = tokens.slice(0, 8).map(({ lower }) => lower);
  if (words.some((word) => /^(?:%|percent|cent|even|evens)$/u.test(word))) return true;
  return words.includes('in') && matchPattern(ONE_IN, tokens, 0) !== null;
}

function afterNumber(tokens: readonly Token[]): readonly Token[] {
  let i = 0;
  while (
    i < tokens.length &&
    i < 10 &&
    (tokens[i]?.pos === 'NUM' ||
      /^(?:about|around|roughly|a|little|under|over|one|in|out|of|%|percent|per|cent|better|worse|than|even|evens|-|to|at|most|best|between|and|perhaps|maybe|no|more|less)$/u.test(
        tokens[i]?.lower ?? '',
      ))
  )
    i += 1;
  // "one in ten between now and the end of the year": the span of time belongs to the statement.
  const time = tokens.findIndex(({ lower }, k) => k > 0 && k < i && lower === 'between');
  const from = time === -1 ? i : time;
  // "between now" without its other end bounds nothing.
  if (tokens[from]?.lower === 'between' && !tokens.slice(from).some(({ lower }) => lower === 'and'))
    return [];
  return /^(?:between|by|before|this|next|over|within|in|during|on)$/u.test(tokens[from]?.lower ?? '')
    ? tokens.slice(from)
    : [];
}
