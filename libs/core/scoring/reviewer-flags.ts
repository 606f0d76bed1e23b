import type { SharePosterior, SuccessCount } from './beta-posterior.js';
import { wilsonInterval } from './wilson-interval.js';

/** Why somebody's reviews deserve a talk. */
export const REVIEWER_FLAGS = ['below_others', 'known_answers_missed', 'unsteady'] as const;
export type ReviewerFlag = (typeof REVIEWER_FLAGS)[number];

/** A flag about known answers or second answers needs so many of them. */
export const FLAG_FROM = 5;

/** Below this share, with certainty, known answers are missed and second answers differ too often. */
export const STEADY_FROM = 0.8;

export interface FlaggableReviewer {
  readonly agreement: SuccessCount;
  readonly reliability: SharePosterior | null;
  /** Items whose answer was known beforehand. */
  readonly gold: SuccessCount;
  /** Second answers to the same question, and how many were the first again. */
  readonly retests: SuccessCount;
}

/**
 * What stands out about a reviewer, for a lead to look at: a flag never changes a verdict, nor whose answer counts.
 * `below_others`: the whole 95 % interval of reliability lies under `overall`, the share on which all reviewers agree with
 * final verdicts. `known_answers_missed` and `unsteady`: the whole 95 % Wilson interval of known answers met, or of second
 * answers that repeat the first, lies under `STEADY_FROM`, from `FLAG_FROM` of them on.
 *
 * 1 of 6 known answers met has the interval 0.03 to 0.56: flagged. 4 of 6, 0.30 to 0.90: not.
 */
export function reviewerFlags(reviewer: FlaggableReviewer, overall: number | null): ReviewerFlag[] {
  const { reliability, gold, retests } = reviewer;
  const flags: ReviewerFlag[] = [];
  if (reliability !== null && overall !== null && reliability.high < overall) flags.push('below_others');
  if (isSurelyBelow(gold)) flags.push('known_answers_missed');
  if (isSurelyBelow(retests)) flags.push('unsteady');
  return flags;
}

function isSurelyBelow({ hits, n }: SuccessCount): boolean {
  if (n < FLAG_FROM) return false;
  const interval = wilsonInterval(hits, n);
  return interval !== null && interval.high < STEADY_FROM;
}

/** The share of all counts together, 0-1; null where there is nothing. 3 of 4 and 1 of 2 are 0.667. */
export function overallShare(counts: readonly SuccessCount[]): number | null {
  const n = counts.reduce((sum, count) => sum + count.n, 0);
  return n === 0 ? null : counts.reduce((sum, count) => sum + count.hits, 0) / n;
}
