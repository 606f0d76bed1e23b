import type { MatchStrength } from '#core/domain';
import { MATCH_WEIGHTS } from './match-weights.js';

/** Where a score becomes worth listing, showing, and asking for. Learnt with the weights: see `npm run train:matching`. */
export const MATCH_THRESHOLDS = {
  floor: MATCH_WEIGHTS.floor,
  suggest: MATCH_WEIGHTS.suggest,
  strong: MATCH_WEIGHTS.strong,
} as const;

/** @example strengthOf(0.99) === 'strong' */
export function strengthOf(score: number): MatchStrength {
  if (score >= MATCH_THRESHOLDS.strong) return 'strong';
  return score >= MATCH_THRESHOLDS.suggest ? 'suggest' : 'weak';
}
