import type { MatchStrength } from '#core/domain';
import { toScore } from './match-model.js';
import { MATCH_THRESHOLDS, strengthOf } from './match-thresholds.js';
import type { MatchableEvent, MatchableProposition } from './matchable.js';

/** Written beside a match that nearness in meaning had a part in; goes up when the same nearness gives another result. */
export const MEANING_VERSION = 'meaning-1';

/**
 * How near a statement is to the event in hand: 0 as far as texts on different matters, 1 as near as texts on one;
 * null where nobody said. Asked for only where the answer could change something.
 */
export type NearnessOf = (proposition: MatchableProposition) => number | null;

/** What the words of a pair say, before its meaning is looked at. */
export interface WordedMatch {
  /** 0-1. */
  readonly score: number;
  readonly strength: MatchStrength;
  /** An actor, country, place, number or date of the statement is another one in the report. */
  readonly isContradicted: boolean;
}

export interface WeighedMatch {
  /** 0-1. */
  readonly score: number;
  readonly strength: MatchStrength;
  /** What it had to say for the pair, and against it; null where nothing. */
  readonly supporting: string | null;
  readonly opposing: string | null;
}

/** Logits that full nearness gives and full distance takes; on the side of words, which know who and where. */
const SHIFT = 1;
/** From here on, and from as far below the middle on, nearness is worth a word. */
const WORTH_SAYING = 0.7;
const GRAIN = 0.0001;
/** Of an event's texts, what a model is given at most. */
const CHARACTERS = 1_000;

/** Whether nearness could change anything about a pair. */
export function isOpenToMeaning({ score, strength, isContradicted }: WordedMatch): boolean {
  if (strength !== 'weak') return true;
  return !isContradicted && shifted(score, 1) >= MATCH_THRESHOLDS.suggest;
}

/**
 * Lets nearness in meaning move a match, within what its words allow. Embeddings see that two texts are on one matter,
 * and hardly who does it and where: a copy with another country is as near as the true one. So nearness never makes a
 * match strong, and raises none that the words contradict; it can withhold `strong`, but takes no suggestion away; it
 * can suggest what was weak only for want of shared words.
 *
 * @param nearness 0-1; beyond counts as the end
 * @returns the score moved by at most one logit
 * @example weighMeaning({ score: 0.5, strength: 'suggest', isContradicted: false }, 0) // score 0.2689, suggest
 */
export function weighMeaning(words: WordedMatch, nearness: number): WeighedMatch {
  const near = Math.min(1, Math.max(0, nearness));
  const wanted = words.isContradicted && near > 0.5 ? words.score : shifted(words.score, near);
  const score = Math.round(Math.min(highest(words), Math.max(lowest(words), wanted)) * 10_000) / 10_000;
  const strength = words.strength === 'suggest' ? 'suggest' : strengthOf(score);
  return { score, strength, ...wordsFor(near, words, strength) };
}

/** What a model reads of an event. */
export function meaningOfEvent({ title, summary }: MatchableEvent): string {
  return `${title}\n${summary}`.trim().slice(0, CHARACTERS);
}

/** What a model reads of a proposition: criteria say how it is judged, not what it is about. */
export function meaningOfProposition({ statement }: MatchableProposition): string {
  return statement.trim().slice(0, CHARACTERS);
}

function shifted(score: number, nearness: number): number {
  const odds = Math.min(1 - GRAIN, Math.max(GRAIN, score));
  return toScore(Math.log(odds / (1 - odds)) + SHIFT * (2 * nearness - 1));
}

/** A match that dates keep from being strong may have a high score already; it keeps that. */
function highest({ score, strength }: WordedMatch): number {
  return strength === 'strong' ? 1 : Math.max(score, MATCH_THRESHOLDS.strong - GRAIN);
}

function lowest({ score, strength }: WordedMatch): number {
  return strength === 'weak' ? Math.min(score, MATCH_THRESHOLDS.floor) : MATCH_THRESHOLDS.suggest;
}

function wordsFor(near: number, words: WordedMatch, strength: MatchStrength) {
  const isNear = near >= WORTH_SAYING && !words.isContradicted;
  const isWithheld = words.strength === 'strong' && strength !== 'strong';
  const isFar = near <= 1 - WORTH_SAYING || isWithheld;
  const isLifted = words.strength === 'weak' && strength !== 'weak';
  return {
    supporting: isLifted ? 'near in meaning, in other words' : isNear ? 'near in meaning' : null,
    opposing: isFar ? 'far in meaning' : null,
  };
}
