import type { PairFeatures } from './pair-features.js';

/** Name -> value; what is left out is 0. */
export type FeatureWeights = Readonly<Partial<Record<keyof PairFeatures | 'rival', number>>>;

/** A logistic regression over the features of a pair, with where its scores are worth something. */
export interface MatchWeights {
  /** The matcher they were learnt for. */
  readonly version: string;
  readonly bias: number;
  readonly weights: FeatureWeights;
  /** Below `floor` nothing is listed; from `suggest` on it is worth showing, from `strong` on worth asking for. */
  readonly floor: number;
  readonly suggest: number;
  readonly strong: number;
}

/**
 * Taken from the model's sum, in logits; not learnt (the news learnt from has no late or early events, and each of its
 * propositions one event): set so that each lowers, and one alone does not bury what is otherwise certain.
 */
export const PENALTIES = {
  /** It happened outside the window, or the report came long after the deadline. */
  outsideWindow: 2,
  /** The report came within `graceDays` after the deadline: reports run late. */
  justAfterDeadline: 0.3,
  graceDays: 7,
  /** Then `outsideWindow`, once more with every `lateDays`, up to `longAfterDeadline`. */
  lateDays: 30,
  longAfterDeadline: 4,
  /** The event is older than the first claim. */
  predatesClaim: 1.5,
  /** Breadth: a proposition that more than the usual number of events match, for each fold (e times as many). */
  usualEvents: 28,
  perFold: 0.6,
  /** The report has it the other way round: B sues A. */
  swapped: 1,
  /** Nothing of what the statement says is done is in the report, and its headline says that something else is. */
  otherAction: 1.2,
  /** The statement has a number, and the nearest of its kind in the report is far: of variants the nearest comes first. */
  farNumber: 2,
} as const;

/**
 * The model's sum for a pair before dates and breadth, in logits.
 *
 * @param rival strength of a better-fitting statement of the same wording, 0-1
 */
export function sumFeatures(
  features: PairFeatures,
  rival: number,
  model: Pick<MatchWeights, 'bias' | 'weights'>,
): number {
  let sum = model.bias + (model.weights.rival ?? 0) * rival;
  for (const [name, value] of Object.entries(features))
    sum += (model.weights[name as keyof PairFeatures] ?? 0) * (value as number);
  return sum;
}

/** @example toScore(0) // 0.5 */
export function toScore(logits: number): number {
  return 1 / (1 + Math.exp(-logits));
}

/**
 * What breadth takes from the sum: nothing while a proposition is matched by some `usual` events;
 * what many events match says little with each. Metaculus divides by ln(e + n) (issue 5080 there: broad questions
 * matched 153 to 166 articles against a median of 28); here ln of the same quotient is taken from logits.
 *
 * @param recentEvents events matched to the proposition lately
 * @example breadthPenalty(160) // 1.05
 */
export function breadthPenalty(recentEvents: number): number {
  const { usualEvents, perFold } = PENALTIES;
  return recentEvents <= usualEvents ? 0 : perFold * Math.log(recentEvents / usualEvents);
}
