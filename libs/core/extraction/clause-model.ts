/** A trained logistic regression over named features. Written by `npm run train`, read by `weighClause`. */
export interface ClauseWeights {
  /** At or above: shown by default. */
  readonly proposedFrom: number;
  /** At or above: kept as "maybe". */
  readonly maybeFrom: number;
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}
