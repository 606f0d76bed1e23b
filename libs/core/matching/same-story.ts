import type { ReadEvent } from './read-pair.js';
import type { TextReading } from './read-text.js';
import type { TermWeigher } from './term-statistics.js';

/** Reports of one happening come within three days of each other. */
export const STORY_HOURS = 72;

/** How much of two headlines, by weight, must be the same words … */
const HEADLINES_ALIKE = 0.6;
/** … or of the headlines and, with what stands below them, of the whole. */
const HEADLINES_RELATED = 0.35;
const TEXTS_ALIKE = 0.6;
/** "What to know" is the headline of many stories. */
const TERMS_IN_COMMON = 3;

/** Why two reports are of one story, or null. */
export type SameStory = 'address' | 'headline' | 'text';

/** A report as far as stories are told apart: read once, with when it was published and its canonical address. */
export interface StoryReport {
  readonly read: ReadEvent;
  readonly publishedAt: Date;
  readonly address: string | null;
}

/**
 * Whether two reports tell of the same happening: the same page, or within three days nearly the same headline, or
 * related headlines over nearly the same text. Reports that name other countries, other numbers or deny what the other
 * says are two stories, however alike their words. Symmetric; pure; linear in the (capped) length of both.
 *
 * @example the same agency report under two addresses: 'headline'
 */
export function isSameStory(a: StoryReport, b: StoryReport, weigh: TermWeigher): SameStory | null {
  if (a.address !== null && a.address === b.address) return 'address';
  if (Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) > STORY_HOURS * 3_600_000) return null;
  if (areAtOdds(a.read.title, b.read.title)) return null;
  const headlines = sharedWeight([a.read.title], [b.read.title], weigh);
  if (headlines >= HEADLINES_ALIKE) return 'headline';
  if (headlines < HEADLINES_RELATED) return null;
  const texts = sharedWeight([a.read.title, a.read.summary], [b.read.title, b.read.summary], weigh);
  return texts >= TEXTS_ALIKE ? 'text' : null;
}

/** Each names countries, or numbers, that the other does not have, or one denies what the other says. */
function areAtOdds(a: TextReading, b: TextReading): boolean {
  const own = (from: TextReading, other: TextReading, sign: string): boolean =>
    [...from.terms.keys()].some((term) => term.startsWith(sign) && !other.terms.has(term));
  const clash = (sign: string): boolean => own(a, b, sign) && own(b, a, sign);
  const denies = (one: TextReading, other: TextReading): boolean =>
    [...one.negated].some((action) => other.terms.has(action) && !other.negated.has(action));
  return clash('@') || clash('#') || denies(a, b) || denies(b, a);
}

/** Weight of the terms in both against that of those in either (Jaccard, weighted by rarity), 0-1; 0 for too few. */
function sharedWeight(a: readonly TextReading[], b: readonly TextReading[], weigh: TermWeigher): number {
  const ofA = new Set(a.flatMap(termsOf));
  const ofB = new Set(b.flatMap(termsOf));
  let shared = 0;
  let either = 0;
  let common = 0;
  for (const term of ofA) {
    const weight = weigh(term);
    either += weight;
    if (!ofB.has(term)) continue;
    shared += weight;
    common += 1;
  }
  for (const term of ofB) if (!ofA.has(term)) either += weigh(term);
  return common < TERMS_IN_COMMON ? 0 : shared / either;
}

/** "Berlin" and "Germany" head the same story. */
function termsOf({ terms, seats }: TextReading): readonly string[] {
  return [...terms.keys(), ...seats];
}
