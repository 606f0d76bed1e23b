import type { Features } from './clause-features.js';
import { CLAUSE_WEIGHTS } from './clause-weights.js';

const WEIGHTS: ReadonlyMap<string, number> = new Map(Object.entries(CLAUSE_WEIGHTS.weights));

/**
 * How much a clause looks like a prediction, 0-1, by the trained weights.
 *
 * @example weighClause(new Map()) < 0.5 // nothing speaks for it
 */
export function weighClause(features: Features): number {
  let sum = CLAUSE_WEIGHTS.bias;
  for (const [name, value] of features) sum += (WEIGHTS.get(name) ?? 0) * value;
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}
