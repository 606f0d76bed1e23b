import { EXTREME, FILLERS, INTENSIFIERS, MODERATORS } from './degree-words.js';
import type { Word } from './likelihood-words.js';

export interface Negator {
  /** Where its words begin. */
  readonly from: number;
  /** "Far from", "not at all": goes a step further than "not". */
  readonly isStrong: boolean;
  /** "Likely, if not certain" denies nothing: the second word is dropped. */
  readonly isConcession: boolean;
  /** "Not only likely but certain" goes beyond: the first word gives way to the second. */
  readonly isFocus: boolean;
}

const PLAIN = new Set([
  'not',
  'never',
  'hardly',
  'scarcely',
  'neither',
  'nor',
  'no',
  'nobody',
  'none',
  'nothing',
  'without',
]);
const REACH = 6;
const FOCUS = new Set(['only', 'just', 'merely', 'simply']);
const STRENGTHENED = new Set(['remotely', 'least', 'all']);

interface LongNegator {
  readonly words: readonly string[];
  readonly isStrong: boolean;
}

/** Negators of several words, last word first. */
const LONG: ReadonlyMap<string, readonly LongNegator[]> = new Map(
  Object.entries<readonly LongNegator[]>({
    from: [
      { words: ['far'], isStrong: true },
      { words: ['long', 'way'], isStrong: true },
    ],
    but: [{ words: ['anything'], isStrong: true }],
    near: [{ words: ['nowhere'], isStrong: true }],
    means: [{ words: ['no', 'by'], isStrong: true }],
    way: [{ words: ['no', 'in'], isStrong: true }],
    longer: [{ words: ['no'], isStrong: false }],
    one: [{ words: ['no'], isStrong: false }],
    than: [{ words: ['less'], isStrong: false }],
    of: [{ words: ['short'], isStrong: false }],
  }),
);

/**
 * The denial in front of the word at `at`, over adverbs and forms of "be" only: "is not at all likely", "by no means
 * certain". "Not only likely" denies nothing.
 */
export function negatorBefore(words: readonly Word[], at: number): Negator | null {
  let isStrong = false;
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    const next = words[i + 1];
    if (next === undefined || next.gap === 'stop' || next.gap === 'comma') return null;
    const word = words[i]?.word ?? '';
    const long = longNegator(words, i, word);
    if (long !== null)
      return { from: long.from, isStrong: long.isStrong || isStrong, isConcession: false, isFocus: false };
    if (PLAIN.has(word)) {
      const isFocus = FOCUS.has(next.word) && i + 1 < at;
      const isConcession = words[i - 1]?.word === 'if' || (words[i - 1]?.word === 'though' && word === 'not');
      return {
        from: isConcession ? i - 1 : i,
        isStrong,
        isConcession: isConcession && word === 'not',
        isFocus,
      };
    }
    if (!isFiller(word)) return null;
    if (STRENGTHENED.has(word)) isStrong = true;
  }
  return null;
}

function isFiller(word: string): boolean {
  return (
    /^\d+$/u.test(word) ||
    FILLERS.has(word) ||
    INTENSIFIERS.has(word) ||
    EXTREME.has(word) ||
    MODERATORS.has(word)
  );
}

function longNegator(
  words: readonly Word[],
  i: number,
  word: string,
): { from: number; isStrong: boolean } | null {
  for (const { words: before, isStrong } of LONG.get(word) ?? []) {
    if (before.every((expected, k) => words[i - 1 - k]?.word === expected))
      return { from: i - before.length, isStrong };
  }
  return null;
}

const SUBJECTS = new Set(['no', 'nobody', 'none', 'nothing', 'neither', 'few']);
const NO_SUBJECT_AFTER = new Set(
  'doubt longer matter sooner less more wonder question way surprise one'.split(' '),
);
const AUXILIARIES = new Set('is are was were s will would may might could can shall be'.split(' '));
const BREAKS = new Set(
  'that which who and but if when because as whether it he she they we means mean meant implies says said suggests shows thinks think believes believe knows know'.split(
    ' ',
  ),
);
const SUBJECT_REACH = 7;

/** "Nobody is likely to", "no deal will be", "few would": a subject that denies what is said of it. Null where none does. */
export function denyingSubject(words: readonly Word[], at: number): number | null {
  if (!AUXILIARIES.has(words[at]?.word ?? '') && !AUXILIARIES.has(words[at - 1]?.word ?? '')) return null;
  for (let i = at - 1; i >= 0 && i >= at - SUBJECT_REACH; i -= 1) {
    const word = words[i];
    const next = words[i + 1];
    if (word === undefined || next === undefined || next.gap === 'stop' || next.gap === 'comma') return null;
    if (SUBJECTS.has(word.word)) {
      const isSome = word.word === 'few' && ['a', 'quite'].includes(words[i - 1]?.word ?? '');
      if (isSome) return null;
      const isNoOne = word.word === 'no' && next.word === 'one';
      return !isNoOne && NO_SUBJECT_AFTER.has(next.word) ? null : i;
    }
    if (BREAKS.has(word.word) || (AUXILIARIES.has(word.word) && i < at - 1)) return null;
  }
  return null;
}

/** "Nobody expects", "few in Brussels believe", "no serious analyst predicts": who does not expect it. */
export function denyingExpecter(words: readonly Word[], at: number): { from: number; isFew: boolean } | null {
  for (let i = at - 1; i >= 0 && i >= at - 6; i -= 1) {
    const word = words[i]?.word ?? '';
    const next = words[i + 1];
    if (next === undefined || next.gap === 'stop' || next.gap === 'comma') return null;
    const before = words[i - 1]?.word ?? '';
    if (SUBJECTS.has(word)) {
      if (word === 'few' && before === 'a') return null;
      const isNoOne = word === 'no' && next.word === 'one';
      return !isNoOne && NO_SUBJECT_AFTER.has(next.word) ? null : { from: i, isFew: word === 'few' };
    }
    if (/^any(?:one|body)?$/u.test(word) && ['hardly', 'scarcely', 'barely'].includes(before))
      return { from: i - 1, isFew: true };
    if (BREAKS.has(word) || AUXILIARIES.has(word)) return null;
  }
  return null;
}

const DENIALS = new Set(['not', 'never']);
const MODALS = new Set(
  'will would shall can could may might is are was were do does did has have had should must'.split(' '),
);
const QUANTIFIED = new Set(
  'all every only just least everyone everybody until before because much many enough yet if when whether'.split(
    ' ',
  ),
);
const CONTRASTS = new Set('but or though although if because while unless yet than'.split(' '));
const LATER_REACH = 12;
const NEAR_REACH = 3;
const OPENINGS = new Set('that it he she they we you i this these the a an there'.split(' '));

/** "The US and its allies" goes on, "likely and not certain" does not. */
function isInsidePhrase(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.word ?? '';
  return !DENIALS.has(next) && !MODALS.has(next) && !BREAKS.has(next);
}

/** How far the words at `from`-`to` speak: of the clause they open or of what they expect, else of the verb beside them. */
function reachOf(words: readonly Word[], { from, to, isFrame }: Spoken): number {
  const next = words[to]?.word ?? '';
  if (next === 'to' || words[to - 1]?.word === 'to') return NEAR_REACH;
  const opensClause = from === 0 || words[from]?.gap === 'stop' || words[from]?.gap === 'comma';
  return opensClause || isFrame === true || OPENINGS.has(next) ? LATER_REACH : NEAR_REACH;
}

interface Spoken {
  readonly from: number;
  readonly to: number;
  readonly isFrame?: boolean;
}

/**
 * Whether what these words speak of is denied after them: "probably will not", "likely not to", "I expect they won't". The
 * first verb that is denied or not decides; another clause ends the search.
 */
export function isDeniedAfter(words: readonly Word[], spoken: Spoken): boolean {
  const { to } = spoken;
  const end = Math.min(words.length, to + reachOf(words, spoken));
  let commas = 0;
  for (let i = to; i < end; i += 1) {
    const word = words[i];
    if (word === undefined || word.gap === 'stop' || CONTRASTS.has(word.word)) return false;
    // "Probably, they won't" and "likely that, in the end, they won't"; one comma later on begins another clause.
    if (word.gap === 'comma' && i > to) commas += 1;
    if (word.word === 'and' && !isInsidePhrase(words, i)) return false;
    if (DENIALS.has(word.word)) {
      const next = words[i + 1]?.word ?? '';
      return commas !== 1 && !QUANTIFIED.has(next) && (i - to <= 2 || next === 'to' || next === 'be');
    }
    if (isNothing(words, i)) return commas !== 1;
    if (MODALS.has(word.word)) return commas !== 1 && isDeniedVerb(words, i);
  }
  return false;
}

const HAVING = new Set(
  'be have see get make bring offer find take leave give win receive face reach gain'.split(' '),
);
const NOT_NOTHING = new Set(
  'doubt longer more less fewer better worse sooner later different easy small mean ordinary surprise shortage lack secret exception wonder'.split(
    ' ',
  ),
);

/** "There will probably be no deal": the object denies the verb. "No doubt" and "no less" deny nothing. */
function isNothing(words: readonly Word[], at: number): boolean {
  const word = words[at]?.word ?? '';
  return (
    (word === 'no' || word === 'nothing' || word === 'nobody') &&
    HAVING.has(words[at - 1]?.word ?? '') &&
    !NOT_NOTHING.has(words[at + 1]?.word ?? '')
  );
}

/** "Will not", "is certainly not, "will no longer"; not "will not only". */
function isDeniedVerb(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (next === undefined || next.gap === 'stop') return false;
  if (next.word === 'no' && words[at + 2]?.word === 'longer') return true;
  const denial = DENIALS.has(next.word) ? at + 1 : isFiller(next.word) ? at + 2 : -1;
  return DENIALS.has(words[denial]?.word ?? '') && !QUANTIFIED.has(words[denial + 1]?.word ?? '');
}

/** "It will not, I think, be signed", "It won't happen, most likely": a remark set off by a comma after the denial. */
export function isDeniedBefore(words: readonly Word[], from: number, to: number): boolean {
  if (words[from]?.gap !== 'comma' && to < words.length) return false;
  for (let i = from - 1; i >= 0 && i >= from - LATER_REACH; i -= 1) {
    const word = words[i];
    if (word === undefined || words[i + 1]?.gap === 'stop') return false;
    if (DENIALS.has(word.word)) return MODALS.has(words[i - 1]?.word ?? '');
    if (MODALS.has(word.word)) return false;
  }
  return false;
}
