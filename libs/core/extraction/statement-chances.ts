import { CHANCE_NOUNS } from './hedge-words.js';
import type { Token } from './nlp.js';
import { readComplement } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { comesAbout, deniesBySubject, isFirstPerson, splitThing } from './statement-frames.js';
import type { Frame, Peeled } from './statement-frames.js';
import { hasNominal, startsPhrase } from './statement-body.js';
import { madeUp } from './print-tokens.js';
import { compilePattern, matchAny, matchPattern } from './token-pattern.js';

const CHANCES = [...CHANCE_NOUNS].join('|');
const LITTLE =
  /^(?:no|little|hardly|scarcely|zero|slim|minimal|scant|negligible|small|low|remote|pitiful|poor|faint|dim|tiny|vanishing|vanishingly|outside|slender)$/u;

const deniesWithin = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }) => LITTLE.test(lower) || lower === 'not' || lower === "n't");

const THERE = compilePattern(`there <adv> be|'s <adv> <mod> ${CHANCES}|way|sign|doubt|question|reason`);
const CHANCE_ONLY = compilePattern(`<mod> ${CHANCES}`);

/** "There is a 30% chance that ...", "no sign of ...", "only about a 30% chance they ...". */
export const existsFrame: Frame = (main) => {
  const body = [...main.subject, ...main.tokens.slice(main.group.from)];
  const found = matchPattern(THERE, body, 0);
  if (found === null) return null;
  const noun = body[found.to - 1]?.lower ?? '';
  const before = body.slice(0, found.to - 1);
  const modal = main.group.modal;
  const complement = afterChance(body, found.to);
  if (complement === null) return null;
  const isLittle = deniesWithin(before) || main.group.isNegated;
  if (noun === 'doubt' || noun === 'question') return { ...complement, isDenied: !isLittle };
  if (noun === 'reason' && complement.shape !== 'clause') return null;
  return modal === 'will' && noun !== 'way' ? null : { ...complement, isDenied: isLittle, keepsLead: true };
};

/** A chance without a verb: "only a 30% chance they take Kyiv". */
export function chanceAlone(tokens: readonly Token[]): Peeled | null {
  const found = matchPattern(CHANCE_ONLY, tokens, 0);
  if (found === null || found.to < 2) return null;
  const complement = afterChance(tokens, found.to);
  return complement === null ? null : { ...complement, isDenied: deniesWithin(tokens.slice(0, found.to)) };
}

/** "of X", "of doing", "that ...", "for X to do": what a chance is a chance of. */
function afterChance(tokens: readonly Token[], at: number): Complement | null {
  const first = tokens[at]?.lower ?? '';
  if (first === 'of') return afterOf(tokens, at + 1);
  if (first === 'for' || first === 'that' || first === 'to' || first === '')
    return first === '' ? null : readComplement(tokens, first === 'for' ? at + 1 : at, null);
  const complement = readComplement(tokens, at, null);
  return complement?.shape === 'clause' ? complement : null;
}

/** "of a war", "of X winning", "of winning". */
function afterOf(tokens: readonly Token[], at: number): Complement | null {
  const verb = tokens.findIndex((token, i) => i >= at && i < at + 14 && isDoing(tokens, i));
  const between = tokens.slice(at, verb === -1 ? at : verb);
  if (verb === at) return { shape: 'action', tokens: tokens.slice(at), subject: null };
  if (
    verb > at &&
    hasNominal(between) &&
    !between.some(({ lower, pos }) => lower === ',' || lower === 'that' || pos === 'AUX')
  )
    return { shape: 'action', tokens: tokens.slice(verb), subject: between };
  const rest = tokens.slice(at);
  return hasNominal(rest) ? comesAbout(rest, []) : null;
}

/** A verb in -ing after a noun: "the odds of Labour winning"; not "a growing economy". */
export function isDoing(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || !/.{2}ing$/u.test(token.lower) || (token.pos !== 'VERB' && token.pos !== 'AUX'))
    return false;
  return tokens[i - 1]?.pos !== 'DET' && tokens[i - 1]?.pos !== 'ADJ';
}

const HAS = compilePattern(`<mod> ${CHANCES} of|at|to`);

/** "France has a two-in-three chance of winning", "the bill stands no chance of passing". */
export const hasChanceFrame: Frame = ({ tokens, group, subject }) => {
  if (!/^(?:have|stand|get|face|run|carry)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? ''))
    return null;
  const found = matchPattern(HAS, tokens, group.to);
  if (found === null || !hasNominal(subject)) return null;
  const isDenied =
    (group.isNegated || deniesWithin(tokens.slice(group.to, found.to))) !== deniesBySubject(subject);
  const preposition = tokens[found.to - 1]?.lower;
  const complement = readComplement(tokens, preposition === 'to' ? found.to - 1 : found.to, subject);
  if (complement === null) return null;
  if (complement.shape === 'action')
    return { ...complement, subject: complement.subject ?? subject, isDenied, keepsLead: true };
  // "has a good chance at the title"
  return complement.shape === 'thing'
    ? {
        shape: 'action',
        tokens: [...madeUp('get', group.from, 'VERB'), ...complement.tokens],
        subject,
        isDenied,
        keepsLead: true,
      }
    : null;
};

const GIVES_CHANCE = compilePattern(`<np> <mod> ${CHANCES} of|to`);
const PUTS_CHANCE = compilePattern(`the|a|an|their|its|our|my? <mod> ${CHANCES} of|that|for`);
const FAVOURITE = compilePattern('<np> <mod> favourite|favorite|favourites|favorites|underdog to|for');
const AT_ODDS = /^(?:at|as|on)$/u;
const GIVERS =
  /^(?:give|assign|offer|allow|put|make|see|rate|estimate|assess|peg|call|have|mark|quote|back|reckon|consider|judge|show)$/u;

/** "The model gives France a 66% chance of winning", "I put the odds of a raise at one in three". */
export const giveFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  if (!GIVERS.test(tokens[group.verb]?.lemma.toLowerCase() ?? '')) return null;
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
      return { ...complement, isDenied: isDenied !== isLittle, keepsLead: true };
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
    return wins(tokens, tokens.slice(named.from, named.to), favourite.to, isDenied);
  return putsAt(fronted(main), isDenied);
};

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

/** "X is the 2-to-7 favourite to win": X wins. */
export const favouriteFrame: Frame = ({ tokens, group, subject, lead: _ }) => {
  if (!/^(?:be|remain|start)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '')) return null;
  const found = matchPattern(
    compilePattern('<mod> favourite|favorite|favourites|favorites to|for'),
    tokens,
    group.to,
  );
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
  while (end < tokens.length && !(AT_ODDS.test(tokens[end]?.lower ?? '') && isProbability(tokens, end + 1)))
    end += 1;
  const upTo = tokens.slice(0, end);
  const complement =
    tokens[at - 1]?.lower === 'that' ? readComplement(upTo, at - 1, null) : afterOf(upTo, at);
  return complement === null ? null : { ...complement, isDenied };
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

const SEEN_DOING =
  /^(?:see|have|show|project|forecast|expect|imagine|picture|put|predict|estimate|peg|envisage|foresee|watch)$/u;

/** "I put a civil war at one in ten": a war. "The bank has growth at 3%", "we see them taking": growth is 3%, they take. */
function putsAt({ tokens, group, subject }: Parameters<Frame>[0], isDenied: boolean): Peeled | null {
  const at = tokens.findIndex(
    (token, i) => i > group.to && i < group.to + 16 && token.lower === 'at' && tokens[i + 1]?.pos !== 'DET',
  );
  const what = tokens.slice(group.to, at === -1 ? group.to : at);
  if (at === -1 || !hasNominal(what) || what.some(({ pos }) => pos === 'VERB')) return null;
  const after = tokens.slice(at + 1);
  const isOdds =
    /^(?:put|rate|assess|call|judge)$/u.test(tokens[group.verb]?.lemma.toLowerCase() ?? '') &&
    (isChanceNumber(after) || after[0]?.lower === 'better');
  if (isOdds && isFirstPerson(subject)) return { ...comesAbout(what, afterNumber(after)), isDenied };
  if (!after.some(({ pos }) => pos === 'NUM')) return null;
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
  const first = tokens.slice(0, 8);
  return (
    (first.some(
      ({ lower }) =>
        lower === 'in' ||
        lower === '%' ||
        lower === 'percent' ||
        lower === 'cent' ||
        lower === 'even' ||
        lower === 'evens',
    ) &&
      matchPattern(ONE_IN, tokens, 0) !== null) ||
    first.some(({ lower }) => lower === '%' || lower === 'percent' || lower === 'cent' || lower === 'even')
  );
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

/** "We see them taking the bulk", "two banks have the market tripling by 2030", "I can't see prices falling". */
export const seenDoingFrame: Frame = (main) => {
  const { tokens, group, subject } = main;
  const lemma = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  if (!SEEN_DOING.test(lemma) || (group.modal === 'will' && !isFirstPerson(subject))) return null;
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
    FORECASTS.test(subject[subject.length - 1]?.lower ?? '');
  if (isForecast && tokens.slice(group.to, group.to + 4).some(({ pos }) => pos === 'NUM'))
    return { ...splitThing(tokens.slice(group.to)), isDenied, keepsLead: true };
  const placed = placedIn(tokens, group.to);
  if (placed !== null) return { ...placed, isDenied, keepsLead: true };
  const canSee =
    /^(?:see|imagine|foresee|envisage|picture)$/u.test(lemma) &&
    (isFirstPerson(subject) || subject[0]?.lower === 'you');
  const rest = tokens.slice(group.to);
  if (!canSee || !hasNominal(rest) || rest[0]?.lower === 'that' || rest[0]?.lower === 'to') return null;
  const complement = readComplement(tokens, group.to, null);
  if (complement?.shape === 'clause') return { ...complement, isDenied };
  return { ...splitThing(rest), isDenied, keepsLead: true };
};

const FORECASTS =
  /^(?:models?|forecasts?|projections?|plans?|polls?|surveys?|simulations?|scenarios?|estimates?|consensus|runs|path)$/u;

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
    : { ...splitThing(tokens.slice(found.to)), isDenied: group.isNegated };
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
    what.some(({ pos, lower }) => pos === 'VERB' || pos === 'ADP' || lower === ',')
  )
    return null;
  if (tokens[at + 1]?.pos === 'NOUN' || (tokens[at]?.pos === 'ADJ' && tokens[at - 1]?.pos === 'DET'))
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

const OF_CHANCE = compilePattern(`the|a|any|our|its|my|their? <mod> ${CHANCES} of|that`);

/** "The risk of a war is high", "the odds of X winning are long", "chances are that ...". */
export const chanceOfFrame: Frame = ({ tokens, group, subject, lead }) => {
  const found = matchPattern(OF_CHANCE, subject, 0) ?? possessiveChance(subject);
  if (
    found === null ||
    !/^(?:be|stand|remain|run|look|seem|appear|rise|grow|become|increase)$/u.test(
      tokens[group.verb]?.lemma.toLowerCase() ?? '',
    )
  )
    return null;
  const complement =
    subject[found.to - 1]?.lower === 'that'
      ? readComplement(subject, found.to - 1, null)
      : afterOf(subject, found.to);
  if (complement === null || lead.length > 12) return null;
  const after = tokens.slice(group.to, group.to + 5);
  return {
    ...complement,
    isDenied: after.some(({ lower }) => LITTLE.test(lower) || lower === 'long') !== group.isNegated,
  };
};

function possessiveChance(subject: readonly Token[]): { to: number } | null {
  const at = subject.findIndex(
    ({ lower }, i) => i > 0 && i < 6 && CHANCE_NOUNS.has(lower) && subject[i + 1]?.lower === 'of',
  );
  return at === -1 || !subject.slice(0, at).some(({ text }) => /^['\u2019]s?$/u.test(text))
    ? null
    : { to: at + 2 };
}

const RULE_OUT = compilePattern(
  'rule|ruled|rules|ruling|exclude|excludes|excluded|discount|discounts|discounted|dismiss out?',
);

/** "She ruled out a rise", "I would not rule out that ...", "X cannot be ruled out". */
export const ruleOutFrame: Frame = ({ tokens, group, subject }) => {
  const found = matchPattern(RULE_OUT, tokens, group.verb);
  const verb = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  if (found === null || (verb === 'rule' && tokens[found.to - 1]?.lower !== 'out')) return null;
  const isDenied = !group.isNegated !== deniesBySubject(subject);
  if (group.isPassive)
    return hasNominal(subject) ? { ...comesAbout(subject, tokens.slice(found.to)), isDenied } : null;
  const isDoingIt = isDoing(tokens, found.to);
  const complement = readComplement(tokens, found.to, subject);
  if (complement === null || (!isDoingIt && complement.shape === 'action' && complement.subject === subject))
    return null;
  return complement.shape === 'thing'
    ? { ...comesAbout(complement.tokens, []), isDenied }
    : { ...complement, isDenied };
};

const SILLY =
  /^(?:silly|absurd|fanciful|unrealistic|wrong|mistaken|far-fetched|naive|nonsense|fantasy|delusional|laughable|ridiculous|ludicrous|preposterous|foolish|misguided|fantastical|false|unfounded|premature|implausible|illusion|myth|dream)$/u;
const IDEA = compilePattern(
  'the|any|this|a? idea|notion|thought|suggestion|hope|belief|claim|fantasy|illusion|myth|argument|prospect that',
);

/** "The idea that X will attack is silly": X is said not to attack. */
export const ideaFrame: Frame = ({ tokens, group }) => {
  const found = matchAny([IDEA], tokens, 0);
  if (found === null || group.from <= found.to) return null;
  const last = [...tokens.keys()].reverse().find((i) => SILLY.test(tokens[i]?.lower ?? ''));
  if (last === undefined) return null;
  let end = last;
  while (
    end > found.to &&
    tokens[end]?.pos !== 'AUX' &&
    !/^(?:seem|look|sound|be)$/u.test(tokens[end]?.lemma ?? '')
  )
    end -= 1;
  const complement = readComplement(tokens.slice(0, end), found.to - 1, null);
  return complement === null ? null : { ...complement, isDenied: true };
};

/** "What won't follow is an epidemic": an epidemic follows. "What I see coming is X": X comes. */
export const whatFrame: Frame = ({ tokens, group, subject }) => {
  if (tokens[group.verb]?.lemma.toLowerCase() !== 'be' || subject[0]?.lower !== 'what') return null;
  const said = tokens.slice(group.to);
  const inside = subject.slice(1);
  if (!hasNominal(said) || inside.length === 0) return null;
  const isDenied = inside.some(({ lower }) => lower === "n't" || lower === 'not' || lower === 'never');
  const hasOwnSubject = inside[0]?.pos === 'PRON' || inside[0]?.pos === 'PROPN' || inside[0]?.pos === 'DET';
  if (hasOwnSubject) return { ...comesAbout(said, []), isDenied };
  const verb = inside.find(({ pos }) => pos === 'VERB');
  return verb === undefined ? null : { shape: 'action', tokens: [verb], subject: said, isDenied };
};
