import type { MatchStrength } from '#core/domain';
import type { PairFeatures } from './pair-features.js';

/**
 * Weights of a logistic model over the features of a pair.
 *
 * Learnt on the development half of news-claims (72 events that propositions were written from, 474 propositions):
 * the 97 grade-2 pairs against 377 changed copies (grade 1, other actor, thing or number) and, at weight 0.3, all other
 * pairs of those events; ridge penalty 0.3; signs held to what the feature means. `pairs`, `action` and `number` were
 * set by hand, not learnt: in that data a changed copy keeps them, in a project on one conflict they are what tells
 * one proposition from the next. Document frequencies: statements and events together.
 */
export const FEATURE_WEIGHTS: Readonly<Record<keyof PairFeatures, number>> = {
  inTitle: 1.14,
  inEvent: 1.94,
  titleCovered: 1.92,
  eventCovered: 2.07,
  pairs: 0.6,
  missingActors: -2.68,
  subject: 2.65,
  action: 0.5,
  number: 0.3,
  mass: 1.38,
  missingRarest: -2.79,
};
export const INTERCEPT = -4.91;

/**
 * Where a score becomes worth showing, and worth asking for: read off the held-out folds of a six-fold
 * cross-validation over events, folded twice, grade-1 pairs counted as wrong. `suggest`: more than half is right
 * (precision 0.61, recall 0.89). `strong`: about nine of ten are (precision 0.89 and 0.94, recall 0.50). `floor`: below
 * it nothing is listed; no grade-2 pair of the development half that ranks among the first five lies there.
 */
export const MATCH_THRESHOLDS = { floor: 0.005, suggest: 0.2, strong: 0.7 } as const;

/** Factors on the score; not learnt (the development half has no late or early events): set so that one alone lowers. */
export const PENALTIES = {
  /** It happened outside the window, or the report came long after the deadline. */
  outsideWindow: 0.6,
  /** The report came within `graceDays` after the deadline: reports run late. */
  justAfterDeadline: 0.9,
  graceDays: 7,
  /** The event is older than the first claim. */
  predatesClaim: 0.8,
  /** Breadth: everything shared is common words. Half of it common costs nothing; between, in proportion. */
  onlyCommonWords: 0.6,
} as const;

/**
 * The model's score of a pair before dates and breadth.
 *
 * @returns 0-1, higher is closer
 */
export function scoreFeatures(features: PairFeatures): number {
  let sum = INTERCEPT;
  for (const [name, weight] of Object.entries(FEATURE_WEIGHTS))
    sum += weight * features[name as keyof PairFeatures];
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The factor for breadth: 1 while at most half of what is shared is common words, then falling to `onlyCommonWords`.
 *
 * @param commonShare share of the shared weight that lies in common terms, 0-1
 * @example breadthFactor(0.75) // 0.8
 */
export function breadthFactor(commonShare: number): number {
  return 1 - (1 - PENALTIES.onlyCommonWords) * Math.max(0, 2 * commonShare - 1);
}

/** @example strengthOf(0.8) === 'strong' */
export function strengthOf(score: number): MatchStrength {
  if (score >= MATCH_THRESHOLDS.strong) return 'strong';
  return score >= MATCH_THRESHOLDS.suggest ? 'suggest' : 'weak';
}
