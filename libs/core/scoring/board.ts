import type { ClaimantStatistics } from './claimant-statistics.js';

/** Settings that, with the code version and the lexicon, make up a method. */
export interface MethodSettings {
  readonly minFamilies: number;
  readonly minTexts: number;
}

/** Raised whenever any rule of this folder changes what it computes. */
export const SCORING_VERSION = '1';

export const DEFAULT_METHOD: MethodSettings = { minFamilies: 10, minTexts: 3 };

export interface BoardRow extends ClaimantStatistics {
  /** Mean Brier score over series, 0-1, lower is better; null at n = 0. */
  readonly meanBrier: number | null;
  /** Means of the best and of the worst reading of every band. */
  readonly meanBrierLow: number | null;
  readonly meanBrierHigh: number | null;
  readonly record: 'established' | 'building';
}

/**
 * Orders claimants for a board: established records by mean Brier score, then those still building one by how much they
 * have. Nobody is given a rank here: a rank needs an interval, and noise reorders means.
 * Ties go by n, then by id, so the order is the same whatever came first.
 */
export function buildBoard(statistics: readonly ClaimantStatistics[], method: MethodSettings): BoardRow[] {
  return statistics.map((row) => toRow(row, method)).sort(compareRows);
}

function toRow(row: ClaimantStatistics, method: MethodSettings): BoardRow {
  const mean = (sum: number) => (row.n === 0 ? null : sum / row.n);
  const established = row.families >= method.minFamilies && row.texts >= method.minTexts;
  return {
    ...row,
    meanBrier: mean(row.sumBrier),
    meanBrierLow: mean(row.sumBrierLow),
    meanBrierHigh: mean(row.sumBrierHigh),
    record: established ? 'established' : 'building',
  };
}

function compareRows(a: BoardRow, b: BoardRow): number {
  if (a.record !== b.record) return a.record === 'established' ? -1 : 1;
  if (a.record === 'established' && a.meanBrier !== b.meanBrier)
    return (a.meanBrier ?? Infinity) - (b.meanBrier ?? Infinity);
  return b.n - a.n || a.claimantId.localeCompare(b.claimantId);
}
