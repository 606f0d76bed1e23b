import { Z_95 } from './wilson-interval.js';

/** What is known of a claimant before the verdict. */
export interface ClaimAtStake {
  /** Stated probability, 0-1. */
  readonly point: number;
  /** Families the claimant has settled by now. */
  readonly families: number;
}

/**
 * How much a verdict on a proposition would narrow the board, in Brier units: for each claim on it the expected loss of
 * width of the claimant's interval of skill, more where claimants contradict each other.
 *
 * The interval of a claimant with n families is about 2 × 1.96 × s / √(n + 1) wide, where s = 0.25 stands for the usual
 * spread of one difference in Brier score (as much as “50 %” against what came about) and the 1 for the pull towards
 * zero; one more family narrows it by the difference to n + 1. What an answer says of who is better also hangs on how
 * far apart they are: each claim is weighted by 1 + 2 |p − mean p|, from 1 (all said the same) to 2 (“0 %” against
 * “100 %”). Claims without a stated probability count nothing: they are not scored.
 *
 * One claim of a newcomer at 70 %: 0.98 − 0.693 = 0.287. Of somebody with 99 families: 0.098 − 0.0975 = 0.0005.
 */
export function computeVerdictValue(claims: readonly ClaimAtStake[]): number {
  const mean = claims.reduce((sum, { point }) => sum + point, 0) / Math.max(1, claims.length);
  return claims.reduce(
    (sum, { point, families }) =>
      sum + (intervalWidth(families) - intervalWidth(families + 1)) * (1 + 2 * Math.abs(point - mean)),
    0,
  );
}

const SPREAD = 0.25;

const intervalWidth = (families: number): number => (2 * Z_95 * SPREAD) / Math.sqrt(families + 1);
