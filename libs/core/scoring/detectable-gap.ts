import { Z_95 } from './wilson-interval.js';

/** Scores of one row of a board. */
export interface ScoreSpread {
  /** Standard deviation of the scores of its series (or of the differences, for pairs), >= 0. */
  readonly sd: number;
  readonly n: number;
}

/** In units of the score (Brier 0-1): a smaller gap cannot be told from chance. */
export interface DetectableGap {
  /** An observed gap of this size is just significant at the 5 % level, two-sided. */
  readonly significant: number;
  /** A true gap of this size is found significant in 80 % of cases. */
  readonly powered: number;
}

/** 1.96 for the level and 0.84 more for the power, rounded as in the textbooks (Lachin 1981). */
const Z_POWERED = 2.8;

/**
 * The smallest gap between the means of two rows that their numbers can show, the rows taken as independent. Null at
 * n = 0. Standard deviation 0.24 on 44 series each: 0.100 significant, 0.143 with power.
 */
export function detectableGap(a: ScoreSpread, b: ScoreSpread): DetectableGap | null {
  if (a.n === 0 || b.n === 0) return null;
  return fromError(Math.sqrt(a.sd ** 2 / a.n + b.sd ** 2 / b.n));
}

/**
 * The same on n shared propositions, from the differences of the two scores on each: what both found hard falls out, so
 * that their standard deviation is mostly smaller than that of independent rows. 0.2 on 100: 0.039 and 0.056.
 */
export function pairedDetectableGap(differences: ScoreSpread): DetectableGap | null {
  return differences.n === 0 ? null : fromError(differences.sd / Math.sqrt(differences.n));
}

function fromError(standardError: number): DetectableGap {
  return { significant: Z_95 * standardError, powered: Z_POWERED * standardError };
}

/** Series needed in *each* of two independent rows; not rounded, so that a page can round up. */
export interface SeriesNeeded {
  readonly significant: number;
  readonly powered: number;
}

/**
 * Series each of two rows needs for a gap to show: 2 * (z * sd / gap)^2. With standard deviation 0.24, a gap of 0.10 takes
 * 44 (with power 90), 0.05 takes 177 (361), 0.03 takes 492 (1,004). No gap is shown by no number: gap 0 is Infinity.
 */
export function seriesNeeded(sd: number, gap: number): SeriesNeeded {
  const needed = (z: number): number => (gap === 0 ? Infinity : 2 * ((z * sd) / gap) ** 2);
  return { significant: needed(Z_95), powered: needed(Z_POWERED) };
}
