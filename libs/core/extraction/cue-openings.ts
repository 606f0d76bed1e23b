import { CUE_PATTERNS } from './cue-patterns.js';
import type { CuePattern } from './cue-patterns.js';
import type { Token } from './nlp.js';

interface Slot {
  readonly words: ReadonlySet<string>;
  readonly isOptional: boolean;
  readonly isWild: boolean;
}

/** A pattern that a word may begin. */
export interface OpenPattern {
  readonly pattern: CuePattern;
  readonly slots: readonly Slot[];
  /** The slot that the word fits by which the pattern is found. */
  readonly index: number;
}

/** The patterns that a word may begin, and the words of which one must follow; null where anything or nothing may. */
interface Opening {
  readonly patterns: readonly OpenPattern[];
  readonly seconds: ReadonlySet<string> | null;
}

/** The words that may follow slot `index` of a pattern; null where it may end there, or go on with any. */
function wordsAfter(slots: readonly Slot[], index: number): readonly string[] | null {
  const words: string[] = [];
  for (const slot of slots.slice(index + 1)) {
    if (slot.isWild) return null;
    words.push(...slot.words);
    if (!slot.isOptional) return words;
  }
  return null;
}

function openingOf(patterns: readonly OpenPattern[]): Opening {
  const seconds = patterns.map(({ slots, index }) => wordsAfter(slots, index));
  return { patterns, seconds: seconds.every((words) => words !== null) ? new Set(seconds.flat()) : null };
}

const PATTERNS_BY_FIRST = new Map<string, readonly OpenPattern[]>();
for (const pattern of CUE_PATTERNS) {
  const slots = pattern.words.split(' ').map((part) => ({
    words: new Set(part.replace(/\?$/u, '').split('|')),
    isOptional: part.endsWith('?'),
    isWild: part === '*',
  }));
  for (const [index, slot] of slots.entries()) {
    for (const word of slot.words)
      PATTERNS_BY_FIRST.set(word, [...(PATTERNS_BY_FIRST.get(word) ?? []), { pattern, slots, index }]);
    if (!slot.isOptional) break;
  }
}
const BY_FIRST = new Map([...PATTERNS_BY_FIRST].map(([word, patterns]) => [word, openingOf(patterns)]));

function fits(slot: Slot, token: Token): boolean {
  return slot.words.has(token.lower) || (token.lemma !== token.lower && slot.words.has(token.lemma));
}

/** Where the words from a slot on end, or null where they do not fit. */
export function matchFrom(
  slots: readonly Slot[],
  tokens: readonly Token[],
  at: number,
  index: number,
): number | null {
  const slot = slots[index];
  if (slot === undefined) return at;
  const token = tokens[at];
  if (slot.isWild)
    return matchFrom(slots, tokens, at + 1, index + 1) ?? matchFrom(slots, tokens, at + 2, index + 1);
  if (token !== undefined && fits(slot, token)) {
    const rest = matchFrom(slots, tokens, at + 1, index + 1);
    if (rest !== null) return rest;
  }
  return slot.isOptional ? matchFrom(slots, tokens, at, index + 1) : null;
}

const NO_PATTERNS: readonly OpenPattern[] = [];

/** The patterns that a word may begin, by its form and by its lemma, as far as the next word leaves any. */
export function openPatterns({ lower, lemma }: Token, next: Token | undefined): readonly OpenPattern[] {
  const byForm = patternsOf(BY_FIRST.get(lower), next);
  const byLemma = lemma === lower ? NO_PATTERNS : patternsOf(BY_FIRST.get(lemma), next);
  if (byForm.length === 0 || byLemma.length === 0) return byForm.length === 0 ? byLemma : byForm;
  return [...byForm, ...byLemma];
}

function patternsOf(opening: Opening | undefined, next: Token | undefined): readonly OpenPattern[] {
  if (opening === undefined) return NO_PATTERNS;
  const { patterns, seconds } = opening;
  if (seconds === null) return patterns;
  const isOpen = next !== undefined && (seconds.has(next.lower) || seconds.has(next.lemma));
  return isOpen ? patterns : NO_PATTERNS;
}
