import { wordSet } from './word-set.js';
import { CHANCE_NOUNS } from './hedge-words.js';
import { isDoing } from './is-doing.js';
import { comesAbout } from './comes-about.js';
import { deniesBySubject } from './frame.js';
import type { Frame, Peeled } from './frame.js';
import type { Token } from './nlp.js';
import { madeUp } from './print-tokens.js';
import { readComplement } from './read-complement.js';
import type { Complement } from './read-complement.js';
import { hasNominal } from './statement-body.js';
import { isFiniteGroup } from './split-lead.js';
import { findVerbGroups } from './verb-groups.js';
import { compilePattern, matchPattern } from './token-pattern.js';

export const CHANCES = [...CHANCE_NOUNS].join('|');

const LITTLE = wordSet(
  'no little hardly scarcely zero slim minimal scant negligible small low remote pitiful poor faint dim tiny vanishing vanishingly outside slender',
);

export const deniesWithin = (tokens: readonly Token[]): boolean =>
  tokens.some(({ lower }) => LITTLE.has(lower) || lower === 'not' || lower === "n't");

const THERE = compilePattern(`there <adv> be|'s <adv> <mod> ${CHANCES}|way|sign|doubt|question|reason`);

const NO_DOUBT = compilePattern('no|little|zero doubt|doubts that?');

/** "I have no doubt the show will be cancelled" */
export const noDoubtFrame: Frame = ({ tokens, group }) => {
  const found =
    tokens[group.verb]?.lemma.toLowerCase() === 'have' ? matchPattern(NO_DOUBT, tokens, group.to) : null;
  const complement = found === null ? null : readComplement(tokens, found.to, null);
  return complement?.shape === 'clause' ? { isDenied: false, ...complement } : null;
};

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
  if (noun === 'doubt' || noun === 'question') return { isDenied: !isLittle, ...complement };
  if (noun === 'reason' && complement.shape !== 'clause') return null;
  return modal === 'will' && noun !== 'way' ? null : { isDenied: isLittle, keepsLead: true, ...complement };
};

/** A chance without a verb: "only a 30% chance they take Kyiv". */
export function chanceAlone(tokens: readonly Token[]): Peeled | null {
  const found = matchPattern(CHANCE_ONLY, tokens, 0);
  const isOf = tokens[found?.to ?? 0]?.lower === 'of';
  // "The risk of a war is high" has a verb of its own.
  if (isOf && findVerbGroups(tokens).some((group) => isFiniteGroup(tokens, group))) return null;
  if (found === null || found.to < 1 || (found.to === 1 && tokens[1]?.lower !== 'of')) return null;
  const complement = afterChance(tokens, found.to);
  return complement === null ? null : { isDenied: deniesWithin(tokens.slice(0, found.to)), ...complement };
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
export function afterOf(tokens: readonly Token[], at: number): Complement | null {
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

const HAS = compilePattern(`<mod> ${CHANCES} of|at|to`);

/** "France has a two-in-three chance of winning", "the bill stands no chance of passing". */
export const hasChanceFrame: Frame = ({ tokens, group, subject }) => {
  const lemma = tokens[group.verb]?.lemma.toLowerCase() ?? '';
  // "is in danger of being sold"
  const isIn = /^(?:be|remain|look)$/u.test(lemma) && /^(?:in|at)$/u.test(tokens[group.to]?.lower ?? '');
  if (!isIn && !/^(?:have|stand|get|face|run|carry)$/u.test(lemma)) return null;
  const found = matchPattern(HAS, tokens, group.to + (isIn ? 1 : 0));
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
    isDenied: after.some(({ lower }) => LITTLE.has(lower) || lower === 'long') !== group.isNegated,
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
