import { wordSet } from './word-set.js';
import type { Token } from './nlp.js';

/** Tense and mood as far as form and auxiliaries tell them. */
export type VerbForm = 'present' | 'past' | 'perfect' | 'modal' | 'infinitive' | 'participle';

/** A finite verb with its auxiliaries ("will not have been told"), an infinitive with "to", or a bare participle. */
export interface VerbGroup {
  /** Tokens `from` (inclusive) to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  /** Token of the verb that carries the meaning. */
  readonly verb: number;
  readonly form: VerbForm;
  /** "will", "would", "may", "might", "could", "can", "shall", "should", "must"; null without one. */
  readonly modal: string | null;
  readonly isNegated: boolean;
  readonly isPerfect: boolean;
  readonly isProgressive: boolean;
  readonly isPassive: boolean;
}

/** A map: to look a word up in an object, the engine must first make a name of it. */
const MODALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    will: 'will',
    wo: 'will',
    "'ll": 'will',
    '\u2019ll': 'will',
    shall: 'shall',
    sha: 'shall',
    would: 'would',
    "'d": 'would',
    '\u2019d': 'would',
    may: 'may',
    might: 'might',
    could: 'could',
    can: 'can',
    ca: 'can',
    should: 'should',
    must: 'must',
    ought: 'should',
    cannot: 'can',
  }),
);
const NEGATIONS = new Set([
  'not',
  "n't",
  'n\u2019t',
  'never',
  'hardly',
  'scarcely',
  'neither',
  'nor',
  'cannot',
]);
/** Past forms and past participles that look like the base form; with a subject of the third person they are past. */
const UNCHANGED = new Set(
  'put cut set hit let cost hurt shut quit spread read beat bet cast split shed burst'.split(' '),
);

/** Which modal a token is, or null. */
export function modalOf(token: Token | undefined): string | null {
  if (token === undefined || (token.pos !== 'AUX' && token.pos !== 'VERB')) return null;
  return MODALS.get(token.lower) ?? null;
}

export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && NEGATIONS.has(token.lower);
}

const isVerbal = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
const isBetween = (token: Token | undefined): boolean =>
  token?.pos === 'ADV' || token?.pos === 'PART' || isNegation(token);

interface Asked {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly groups: readonly VerbGroup[];
}

/** What was asked for last: one reading after the other asks for the verbs of the same words. */
const LATELY: Asked[] = [];
const MOST_LATELY = 4;
let oldest = 0;

/** The verb groups of a stretch of tokens, in order. One pass, linear. */
export function findVerbGroups(tokens: readonly Token[], from = 0, to = tokens.length): readonly VerbGroup[] {
  for (const asked of LATELY)
    if (asked.tokens === tokens && asked.from === from && asked.to === to) return asked.groups;
  const groups = readGroups(tokens, from, to);
  LATELY[oldest] = { tokens, from, to, groups };
  oldest = (oldest + 1) % MOST_LATELY;
  return groups;
}

function readGroups(tokens: readonly Token[], from: number, to: number): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let i = from;
  while (i < to) {
    const isInfinitive = tokens[i]?.lower === 'to' && tokens[i]?.pos === 'PART';
    const start = isInfinitive ? i + 1 : i;
    const group = isInfinitive || isVerbal(tokens[i]) ? readGroup(tokens, i, start, to) : null;
    if (group !== null) groups.push(group);
    i = group === null ? i + 1 : group.to;
  }
  return groups;
}

/** Written out, and without lists in between: every clause is read for its verbs many times. */
function readGroup(tokens: readonly Token[], from: number, start: number, to: number): VerbGroup | null {
  let first: Token | undefined;
  let last: Token | undefined;
  let verb = -1;
  let isNegated = false;
  let hasBe = false;
  let isPerfect = false;
  let i = start;
  // Verbs with nothing but adverbs and "not" between them; a full verb ends the group.
  while (i < to && i - from < 12) {
    const token = tokens[i];
    if (token === undefined) break;
    if (isVerbal(token)) {
      // What stands before another verb was an auxiliary.
      if (last !== undefined) {
        hasBe ||= last.lemma === 'be' || SHORT_BE.has(last.lower);
        isPerfect ||= HAVE.has(last.lower);
      }
      first ??= token;
      last = token;
      verb = i;
      i += 1;
      if (token.pos === 'VERB' && modalOf(token) === null) break;
    } else if (isBetween(token) && token.lower !== 'to') {
      isNegated ||= isNegation(token);
      i += 1;
    } else break;
  }
  if (first === undefined || last === undefined) return null;
  // "does so not", "is not": a negation directly after the last auxiliary belongs to it.
  isNegated ||=
    isNegation(tokens[verb + 1]) || isNegation(tokens[from - 1]) || tokens[start]?.lower === 'cannot';
  const modal = modalOf(first);
  const isIng = last.lower.endsWith('ing');
  return {
    from,
    to: verb + 1,
    verb,
    isNegated,
    form: formOf(first, { modal, isPerfect, isInfinitive: start > from, isAlone: first === last }),
    modal,
    isPerfect,
    isProgressive: isIng && hasBe,
    isPassive: hasBe && !isIng && last.pos === 'VERB' && last.lower !== last.lemma,
  };
}

const SHORT_BE = new Set(["'s", '\u2019s', "'re", '\u2019re', "'m", '\u2019m']);
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve", '\u2019ve']);

const PAST_FORMS = new Set(['was', 'were', 'did', 'had']);

function formOf(
  first: Token,
  known: { modal: string | null; isPerfect: boolean; isInfinitive: boolean; isAlone: boolean },
): VerbForm {
  if (known.isInfinitive) return 'infinitive';
  if (known.modal !== null) return 'modal';
  if (known.isPerfect) return first.lower === 'had' ? 'past' : 'perfect';
  if (PAST_FORMS.has(first.lower)) return 'past';
  if (known.isAlone && first.lower.endsWith('ing') && first.lower !== first.lemma) return 'participle';
  if (isPastForm(first)) return 'past';
  return 'present';
}

/** "fell", "expected": neither the base form nor its -s or -ing form. */
export function isPastForm(token: Token): boolean {
  if (PAST_FORMS.has(token.lower)) return true;
  if (token.pos !== 'VERB' || token.lower === token.lemma.toLowerCase()) return false;
  return !(token.lower.endsWith('s') || token.lower.endsWith('ing')) || UNCHANGED.has(token.lower);
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const IN_PHRASE = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'DET', 'CCONJ', 'SYM']);

/** The noun phrase a verb group has for its subject. */
export interface Subject {
  readonly from: number;
  readonly to: number;
  /** Its head: the last noun before any "of", "in", "for" of the phrase. */
  readonly head: number;
}

/**
 * The subject that ends before token `at`, looked for from `from` on: over adverbs, a relative pronoun, an aside between
 * commas, and back over "of" and other prepositions to the head.
 */
export function findSubject(tokens: readonly Token[], at: number, from = 0): Subject | null {
  const to = subjectEnd(tokens, at, from);
  if (to <= from || !NOMINAL.has(tokens[to - 1]?.pos ?? '')) {
    const last = tokens[to - 1];
    const isBareDeterminer =
      last !== undefined &&
      /^(?:this|that|these|those|which|who|many|most|some|few|all|both|neither|either|none)$/u.test(
        last.lower,
      );
    if (!isBareDeterminer) return null;
    return { from: to - 1, to, head: to - 1 };
  }
  let start = to;
  let head = to - 1;
  while (start > from && to - start < 24) {
    const token = tokens[start - 1];
    if (token === undefined) break;
    if (token.pos === 'PRON' && start < to) break;
    const isPossessive = /^['\u2019]s?$/u.test(token.lower);
    if (IN_PHRASE.has(token.pos) || isPossessive || token.text === '-') start -= 1;
    else if (
      token.pos === 'ADP' &&
      NOMINAL.has(tokens[start - 2]?.pos ?? '') &&
      !isVerbalBefore(tokens, start - 2, from)
    ) {
      start -= 1;
      head = start - 1;
    } else break;
  }
  while (start < to && tokens[start]?.pos === 'CCONJ') start += 1;
  return start >= to ? null : { from: start, to, head: Math.max(head, start) };
}

const TIME_NOUN = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december week month year weekend morning evening night today yesterday tomorrow now',
);

/** The end of the phrase before a verb: over adverbs, brackets, an aside between commas and "on Monday", "last week". */
function subjectEnd(tokens: readonly Token[], at: number, from: number): number {
  let to = at;
  for (let steps = 0; steps < 6 && to > from; steps += 1) {
    const token = tokens[to - 1];
    const isTime = token !== undefined && TIME_NOUN.has(token.lower) && to - 2 >= from;
    const before = tokens[to - 2];
    if (token?.pos === 'ADV' || token?.pos === 'AUX') to -= 1;
    else if (token?.lower === ')') to = beforeBracket(tokens, to - 1, from);
    else if (token?.lower === ',') {
      const aside = beforeAside(tokens, to - 1, from);
      if (aside === to - 1) break;
      to = aside;
    } else if (
      isTime &&
      before !== undefined &&
      (before.pos === 'ADP' || /^(?:this|last|next|earlier)$/u.test(before.lower))
    )
      to -= 2;
    else break;
  }
  return to;
}

function beforeBracket(tokens: readonly Token[], close: number, from: number): number {
  for (let i = close - 1; i > from && close - i < 24; i -= 1) if (tokens[i]?.lower === '(') return i;
  return close;
}

/** "He raised the rate of X": a noun after a verb is its object, not a subject to go back to. */
function isVerbalBefore(tokens: readonly Token[], at: number, from: number): boolean {
  for (let i = at; i >= Math.max(from, at - 5); i -= 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.pos === 'VERB') return true;
    if (!IN_PHRASE.has(token.pos)) return false;
  }
  return false;
}

function beforeAside(tokens: readonly Token[], comma: number, from: number): number {
  for (let i = comma - 1; i > from && comma - i < 24; i -= 1) if (tokens[i]?.lower === ',') return i;
  return comma;
}
