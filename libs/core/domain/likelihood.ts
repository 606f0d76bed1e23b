/** Where a probability came from; decides whether a claim is scored. */
export const LIKELIHOOD_BASES = ['number', 'words', 'unhedged', 'possibility', 'rank', 'not_stated'] as const;
export type LikelihoodBasis = (typeof LIKELIHOOD_BASES)[number];

/** Bases that are scored; the others are only counted. */
export const SCORED_BASES: ReadonlySet<LikelihoodBasis> = new Set(['number', 'words', 'unhedged']);

/**
 * What a claimant said about how likely a statement is.
 * `low`, `point`, `high` are probabilities of the *statement*, 0-1, low <= point <= high.
 * For `rank` and `not_stated` all three may be null: nothing was said that a number could stand for.
 */
export interface LikelihoodBand {
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
  /** The words or the number as they stand in the text; empty when nothing was said. */
  readonly phrase: string;
  readonly basis: LikelihoodBasis;
}
