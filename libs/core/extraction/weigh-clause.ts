import type { Features } from './clause-features.js';
import type { ClauseWeights } from './clause-model.js';
import { CLAUSE_WEIGHTS } from './clause-weights.js';

/**
 * How much a clause looks like a prediction, 0-1, by the trained weights.
 *
 * @example weighClause({}) < 0.5 // nothing speaks for it
 */
export function weighClause(features: Features, model: ClauseWeights = CLAUSE_WEIGHTS): number {
  let sum = model.bias;
  for (const [name, value] of Object.entries(features)) sum += (model.weights[name] ?? 0) * value;
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}
