import type { Reading } from './likelihood-bands.js';
import type { Word } from './likelihood-words.js';

export interface LexiconEntry {
  /**
   * Lower-case words with single blanks, contractions taken apart ("will not", "it s"). `|` between words are alternatives, `?`
   * marks an optional word, `*` stands for one or two words of any kind, `...` for up to eight within the sentence.
   * `-ing` is any word that ends so. `>a|b` and `!a|b` look at the next word without taking it: it must, or must not, be one of these;
   * `-ing` there too, and `.` for the end of the clause.
   */
  readonly words: string;
  readonly reading: Reading;
  /** What it becomes when denied; null when a "not" before it does not speak of it. Default: `deniedReading`. */
  readonly denied?: Reading | null;
  /** Gives way to every other hedge in the clause: "I think it will" is heard as "it will". */
  readonly isWeak?: boolean;
  /** Frames what follows and gives way to a word of likelihood in it: "I am confident that it is unlikely". */
  readonly isFrame?: boolean;
  /** A verb that is a noun too ("the forecast", "a promise"): not read after an article or a possessive. */
  readonly isVerb?: boolean;
  /** A verb that takes its denial after it, where the lexicon has it: "may not". */
  readonly isModal?: boolean;
  /** Read only when it is all that is said. */
  readonly isAlone?: boolean;
}

/** Entries that share a reading. */
export function say(
  reading: Reading,
  phrases: readonly string[],
  flags: Omit<LexiconEntry, 'words' | 'reading'> = {},
): LexiconEntry[] {
  return phrases.map((words) => ({ words, reading, ...flags }));
}

type Slot =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string>; readonly isOptional: boolean }
  | { readonly kind: 'wild'; readonly atMost: number; readonly atLeast: number }
  | { readonly kind: 'ending'; readonly ending: string }
  | {
      readonly kind: 'look';
      readonly words: ReadonlySet<string>;
      readonly endings: readonly string[];
      readonly isWanted: boolean;
    };

interface Compiled {
  readonly entry: LexiconEntry;
  readonly slots: readonly Slot[];
}

export interface Match {
  readonly entry: LexiconEntry;
  readonly from: number;
  readonly to: number;
}

/** An entry that a word may begin, and the slots it fits there: these are not looked at again. */
interface Opened extends Compiled {
  readonly at: number[];
}

/** Entries by the words they can begin with, so that a text is matched in one pass. */
export type PhraseIndex = ReadonlyMap<string, readonly Opened[]>;

function compile(entry: LexiconEntry): Compiled {
  const slots = entry.words.split(' ').map((part): Slot => {
    if (part === '*') return { kind: 'wild', atLeast: 1, atMost: 2 };
    if (part === '...') return { kind: 'wild', atLeast: 0, atMost: 8 };
    if (part.startsWith('-')) return { kind: 'ending', ending: part.slice(1) };
    const isLook = part.startsWith('>') || part.startsWith('!');
    const isOptional = part.endsWith('?');
    const words = new Set(part.slice(isLook ? 1 : 0, isOptional ? -1 : undefined).split('|'));
    return isLook
      ? {
          kind: 'look',
          words,
          endings: [...words].filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
          isWanted: part.startsWith('>'),
        }
      : { kind: 'word', words, isOptional };
  });
  return { entry, slots };
}

export function indexPhrases(entries: readonly LexiconEntry[]): PhraseIndex {
  const index = new Map<string, Opened[]>();
  for (const { entry, slots } of entries.map(compile)) {
    const firsts = new Map<string, number[]>();
    for (const [k, slot] of slots.entries()) {
      if (slot.kind !== 'word') break;
      for (const word of slot.words) firsts.set(word, [...(firsts.get(word) ?? []), k]);
      if (!slot.isOptional) break;
    }
    for (const [word, at] of firsts) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [{ entry, slots, at }]);
      else list.push({ entry, slots, at });
    }
  }
  return index;
}

/** All places where an entry stands, each at its longest. */
export function matchPhrases(index: PhraseIndex, words: readonly Word[]): Match[] {
  const found: Match[] = [];
  words.forEach(({ word }, from) => {
    for (const { entry, slots, at } of index.get(word) ?? []) {
      for (const k of at) {
        const to = matchSlots({ slots, words, from }, from + 1, k + 1);
        if (to === null) continue;
        found.push({ entry, from, to });
        break;
      }
    }
  });
  return found;
}

interface Attempt {
  readonly slots: readonly Slot[];
  readonly words: readonly Word[];
  readonly from: number;
}

/** Greedy for words, least first for gaps. Slots are few and gaps bounded, so the work per place is bounded too. */
function matchSlots(attempt: Attempt, at: number, index: number): number | null {
  const slot = attempt.slots[index];
  if (slot === undefined) return at;
  const word = attempt.words[at];
  if (slot.kind === 'look') {
    const isThere = isOneOf(slot, word);
    return isThere === slot.isWanted ? matchSlots(attempt, at, index + 1) : null;
  }
  if (slot.kind === 'ending')
    return word !== undefined && word.word.endsWith(slot.ending)
      ? matchSlots(attempt, at + 1, index + 1)
      : null;
  if (slot.kind === 'wild') return matchGap(slot, attempt, at, index);
  // A phrase does not run over the end of a sentence.
  if (word !== undefined && slot.words.has(word.word) && (at === attempt.from || word.gap !== 'stop')) {
    const rest = matchSlots(attempt, at + 1, index + 1);
    if (rest !== null) return rest;
  }
  return slot.isOptional ? matchSlots(attempt, at, index + 1) : null;
}

/** A `.` in the list stands for the end of the sentence or clause. */
function isOneOf(
  { words, endings }: { readonly words: ReadonlySet<string>; readonly endings: readonly string[] },
  word: Word | undefined,
): boolean {
  if (word === undefined || word.gap === 'stop' || word.gap === 'comma') return words.has('.');
  return words.has(word.word) || endings.some((ending) => word.word.endsWith(ending));
}

function matchGap(
  slot: { readonly atLeast: number; readonly atMost: number },
  attempt: Attempt,
  at: number,
  index: number,
): number | null {
  for (let taken = 0; taken <= slot.atMost; taken += 1) {
    const skipped = attempt.words[at + taken - 1];
    if (taken > 0 && (skipped === undefined || skipped.gap === 'stop')) return null;
    if (taken < slot.atLeast) continue;
    const rest = matchSlots(attempt, at + taken, index + 1);
    if (rest !== null) return rest;
  }
  return null;
}
