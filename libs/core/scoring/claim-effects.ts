import { brierScore } from './brier-score.js';
import type { ScoredSeries } from './series.js';

export interface ClaimEffect {
  /** Share of the time it stood in its series, 0-1. */
  readonly weight: number;
  /** On the mean skill of its subject, higher is better. */
  readonly effect: number;
}

/**
 * What each scored claim adds to the mean skill of a subject, by claim: its share of its series times (base rate's Brier
 * - its own), over the number of series. The effects sum to the mean skill. Where a series lacks a base rate, always 50 %
 * stands in, for all of it as in `skillOf`.
 * @example of two series the one claim of the first, 20 % against a base rate of 50 %, did not come about: effect 0.105
 */
export function claimEffects(series: readonly ScoredSeries[]): Map<string, ClaimEffect> {
  return new Map(
    series.flatMap(({ forecasts, referenceBrier, outcome }) =>
      forecasts.map(({ claimId, share, score, references }) => {
        const base = referenceBrier.base_rate === null ? null : references.baseRate;
        const skill = brierScore(base ?? 0.5, outcome) - score.brier;
        return [claimId, { weight: share, effect: (share * skill) / series.length }] as const;
      }),
    ),
  );
}
