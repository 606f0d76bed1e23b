import { wordSet } from './word-set.js';
import { taggedAs } from './nlp.js';
import type { Token } from './nlp.js';
import type { TextWords } from './text-words.js';
import { FEMALE, MALE, mentionsOf } from './mentions.js';
import type { Mention } from './mentions.js';
import { madeUp } from './print-tokens.js';

/** What is known around a clause about who and what its pronouns may mean. */
export interface Surroundings {
  /** The sentence, whole. */
  readonly sentence: readonly Token[];
  /** The sentences before it, nearest first. */
  readonly earlier: readonly (readonly Token[])[];
  readonly words: TextWords;
}

/** "Our plan has it trebling": it is not the plan. */
const FORECASTS = wordSet(
  'model plan forecast projection survey poll simulation scenario estimate consensus',
);

type Number_ = 'one' | 'many';

interface Wanted {
  readonly number: Number_;
  readonly isPerson: boolean | null;
  /** Heads that it cannot mean. */
  readonly not?: RegExp;
}

const WANTED: ReadonlyMap<string, Wanted> = new Map(
  Object.entries<Wanted>({
    he: { number: 'one', isPerson: true, not: FEMALE },
    she: { number: 'one', isPerson: true, not: MALE },
    him: { number: 'one', isPerson: true, not: FEMALE },
    her: { number: 'one', isPerson: true, not: MALE },
    his: { number: 'one', isPerson: true, not: FEMALE },
    hers: { number: 'one', isPerson: true, not: MALE },
    it: { number: 'one', isPerson: false },
    its: { number: 'one', isPerson: false },
    they: { number: 'many', isPerson: null },
    them: { number: 'many', isPerson: null },
    their: { number: 'many', isPerson: null },
  }),
);
/** Pronouns of one person or thing. */
const FAMILY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    him: 'he',
    his: 'he',
    her: 'she',
    hers: 'she',
    its: 'it',
    them: 'they',
    their: 'they',
  }),
);

/** Every word that is of the third person, or of the family of one that is. */
export const THIRD_PERSONS: Iterable<string> = [...WANTED.keys(), ...FAMILY.keys(), ...FAMILY.values()];

export const isThirdPerson = (word: string): boolean => WANTED.has(word);

export const familyOf = (word: string): string => FAMILY.get(word) ?? word;

/**
 * The noun phrase a pronoun of the third person stands for, or null where that is not safe to say. Looked for in the
 * sentence before the clause, then in the sentences before (at most three); the nearest stretch that has a fitting phrase
 * decides. Safe is: it has one subject that fits, or fits only one phrase. A sentence whose own subject is the same
 * pronoun is passed over: what it spoke of is meant again.
 *
 * @param pronoun in small letters
 * @param at place in the text where its clause begins: only what stands before counts
 * @param how.isSubject the pronoun is what its clause is about; subjects tend to stay
 * @param how.acts its verb is one of doing: "they cut" is said of people
 */
export function resolvePronoun(
  pronoun: string,
  at: number,
  around: Surroundings,
  { isSubject, acts }: { readonly isSubject: boolean; readonly acts: boolean },
): Mention | null {
  const wanted = WANTED.get(pronoun);
  if (wanted === undefined) return null;
  const before = splitAt(around.sentence.filter(({ end }) => end <= at));
  const reach = wanted.isPerson === true ? around.earlier : around.earlier.slice(0, 3);
  for (const [i, stretch] of [...before, ...reach].entries()) {
    const k = Math.max(0, i - before.length + 1);
    if (k > 0 && (isAbout(stretch, pronoun) || isAside(stretch))) continue;
    // "Trump says he will": who says it is meant, whatever is known of the name.
    const isWhoSays = (mention: Mention): boolean =>
      k === 0 && wanted.isPerson === true && mention.isSpeaker && mention.isSubject && !mention.isPlural;
    const isOther = ({ isSpeaker }: Mention): boolean => k > 0 && isSpeaker && wanted.isPerson !== true;
    const fitting = distinct(
      mentionsOf(stretch, around.words).filter(
        (mention) =>
          (fits(mention, wanted) || isWhoSays(mention)) &&
          !isOther(mention) &&
          !(k === 0 && wanted.isPerson === false && FORECASTS.has(mention.head.lower)),
      ),
    );
    // What is not the subject may mean anything said before; only its own sentence, or the one thing of the last, is near.
    if (!isSubject && (k > 1 || (k === 1 && !(fitting.length === 1 && fitting[0]?.isSubject === true))))
      return null;
    // "They have said it's sure": only what one does oneself is surely one's own.
    const reporter = k === 0 && isSubject && acts ? reporterBefore(fitting, at) : null;
    if (reporter !== null) return reporter;
    // "I never forgot it. It will ...": a thing spoken of is meant again, not who or what did it.
    if (k > 0 && pronoun === 'it' && speaksOfThing(stretch)) return null;
    const one = theOne(fitting, wanted, isSubject);
    // "By 2054, on the UN's path, it will ..., and by 2100 its ...": the pronoun before means the same.
    if (one === null && k === 0 && isAbout(stretch, pronoun)) continue;
    if (one !== null && acts && wanted.number === 'many' && !one.isAnimate) return null;
    if (fitting.length > 0) return one;
    // A sentence about something else in between breaks the thread, except to people: they stay in mind longer.
    if (k > 0 && wanted.isPerson !== true) return null;
  }
  return null;
}

/** "A train is due, and Velsk says it will": who says it, right before. */
function reporterBefore(fitting: readonly Mention[], at: number): Mention | null {
  const last = fitting.filter(({ isSpeaker, isSubject }) => isSpeaker && isSubject).pop();
  const end = last?.tokens[last.tokens.length - 1]?.end ?? 0;
  return last !== undefined && (last.isName || last.isAnimate) && at - end < REPORT_LENGTH ? last : null;
}

/** Characters of "has repeatedly said that". */
const REPORT_LENGTH = 24;

/** "forgot it": an object that is a pronoun. */
const speaksOfThing = (sentence: readonly Token[]): boolean =>
  sentence.some(
    ({ lower }, i) =>
      lower === 'it' &&
      sentence[i - 1]?.pos === 'VERB' &&
      !/^(?:VERB|AUX)$/u.test(sentence[i + 1]?.pos ?? ''),
  );

/** The stretches of a sentence between semicolons and colons, nearest first. */
function splitAt(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (/^[;:]$/u.test(token.text)) parts.push([]);
    else parts[parts.length - 1]?.push(token);
  }
  return parts.reverse();
}

/** "Fine.", "First-day gain of at least 20 percent: 65%.": no sentence, and no introduction ("First, the Nasdaq."). */
function isAside(tokens: readonly Token[]): boolean {
  if (tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return false;
  const words = tokens.filter(({ pos }) => pos !== 'PUNCT');
  return (
    words.length < 3 || words.length > 7 || tokens.some(({ pos, text }) => pos === 'NUM' || text === ':')
  );
}

/** Whether the sentence's own subject is this pronoun. */
function isAbout(sentence: readonly Token[], pronoun: string): boolean {
  const first = sentence.findIndex(({ pos }) => pos === 'AUX' || pos === 'VERB');
  return (
    first > 0 &&
    sentence
      .slice(Math.max(0, first - 3), first)
      .some(
        ({ lower, pos }) => pos === 'PRON' && familyOf(lower) === familyOf(pronoun) && !isPossessive(lower),
      )
  );
}

const isPossessive = (word: string): boolean => /^(?:his|her|its|their)$/u.test(word);

function fits(mention: Mention, wanted: Wanted): boolean {
  if ((wanted.number === 'many') !== mention.isPlural) return false;
  if (wanted.isPerson === null) return true;
  if (!wanted.isPerson) return mention.isPerson !== 'yes';
  return mention.isPerson !== 'no' && !wanted.not?.test(mention.head.lower);
}

function theOne(fitting: readonly Mention[], wanted: Wanted, isSubject: boolean): Mention | null {
  // Among people those that are known to be some come first.
  const known = wanted.isPerson === true ? fitting.filter(({ isPerson }) => isPerson === 'yes') : fitting;
  const choice = known.length > 0 ? known : fitting;
  const [only] = choice;
  if (
    choice.length === 1 &&
    only !== undefined &&
    wanted.isPerson !== true &&
    only.isAfterPreposition &&
    !only.isSubject &&
    !(only.isName && only.isPlural)
  )
    return null;
  if (choice.length === 1 && (wanted.isPerson !== true || known.length === 1)) return choice[0] ?? null;
  if (!isSubject) return null;
  const subjects = choice.filter((mention) => mention.isSubject);
  return subjects.length === 1 ? (subjects[0] ?? null) : null;
}

/** "Ada Low" and "Low" are one, and so are two mentions in the same words. */
function distinct(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const twin = kept.findIndex((other) => isSameName(other, mention));
    if (twin === -1) kept.push(mention);
    else if (mention.isSubject && kept[twin] !== undefined && !kept[twin].isSubject)
      kept[twin] = { ...kept[twin], isSubject: true };
  }
  return kept;
}

function isSameName(a: Mention, b: Mention): boolean {
  const [last, other] = [a.tokens[a.tokens.length - 1], b.tokens[b.tokens.length - 1]];
  const words = ({ tokens }: Mention): string =>
    tokens
      .map(({ lower }) => lower)
      .filter((word) => word !== 'the')
      .join(' ');
  return words(a) === words(b) || (a.isName && b.isName && !a.isPlural && last?.text === other?.text);
}

/** A name as tokens, in the place of the word it stands for. */
export function namedAt(name: string, at: Token, possessive: boolean): Token[] {
  const words = madeUp(name, at.start, 'PROPN').map((word) =>
    /^\p{Ll}.*s$/u.test(word.text) ? taggedAs(word, 'NOUN', word.lower.slice(0, -1)) : word,
  );
  return possessive
    ? [...words, ...madeUp(name.endsWith('s') ? '\u2019' : '\u2019s', at.start, 'PART')]
    : words;
}
