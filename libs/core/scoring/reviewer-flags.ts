import type { SuccessCount } from './beta-posterior.js';
import { RANK_REVIEWERS_FROM } from './reviewer-reliability.js';
import { wilsonInterval } from './wilson-interval.js';

/** Why somebody's reviews deserve a talk. */
export type ReviewerFlag = 'below_others' | 'known_answers_missed' | 'inconsistent';

/** A flag about known answers needs so many of them. */
export const FLAG_FROM = 5;

/** Below this share, with certainty, known answers are missed. */
const KNOWN_MET_FROM = 0.8;

/** A flag about answers given twice needs so many of them. */
export const RETEST_FLAG_FROM = 10;

/** Below this share, with certainty, somebody does not answer twice alike. */
const SAME_FROM = 0.8;

/** The interval of n of n ends at 1, give or take the last digit. */
const ROUNDING = 1e-12;

export interface FlaggableReviewer {
  /** Items on which the answer was the verdict others made without it. */
  readonly agreement: SuccessCount;
  /** Items whose answer was known beforehand. */
  readonly gold: SuccessCount;
  /** Questions answered twice, and on how many both answers were the same. */
  readonly retests: SuccessCount;
}

/**
 * What stands out about a reviewer, for a lead to look at: a flag never changes a verdict, nor whose answer counts.
 * Each looks whether a whole 95 % Wilson interval lies under a mark. `below_others`: of agreement, under `ofOthers`, the
 * share on which the other reviewers agree with final verdicts, from `RANK_REVIEWERS_FROM` items on.
 * `known_answers_missed`: of known answers met, under `KNOWN_MET_FROM`, from `FLAG_FROM` on. `inconsistent`: of questions
 * answered twice alike, under `SAME_FROM`, from `RETEST_FLAG_FROM` on.
 *
 * 1 of 6 known answers met has the interval 0.03 to 0.56: flagged. 4 of 6, 0.30 to 0.90: not.
 */
export function reviewerFlags(reviewer: FlaggableReviewer, ofOthers: number | null): ReviewerFlag[] {
  const { agreement, gold, retests } = reviewer;
  const flags: ReviewerFlag[] = [];
  if (ofOthers !== null && isSurelyBelow(agreement, ofOthers, RANK_REVIEWERS_FROM))
    flags.push('below_others');
  if (isSurelyBelow(gold, KNOWN_MET_FROM, FLAG_FROM)) flags.push('known_answers_missed');
  if (isSurelyBelow(retests, SAME_FROM, RETEST_FLAG_FROM)) flags.push('inconsistent');
  return flags;
}

function isSurelyBelow({ hits, n }: SuccessCount, mark: number, from: number): boolean {
  const interval = wilsonInterval(hits, n);
  return interval !== null && n >= from && interval.high < mark - ROUNDING;
}

/** The share of all counts together, 0-1; null where there is nothing. 3 of 4 and 1 of 2 are 0.667. */
export function overallShare(counts: readonly SuccessCount[]): number | null {
  const n = counts.reduce((sum, count) => sum + count.n, 0);
  return n === 0 ? null : counts.reduce((sum, count) => sum + count.hits, 0) / n;
}
