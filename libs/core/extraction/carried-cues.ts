import type { CueHit, CuedClause } from './cues.js';

/** What a report hands on to what it reports. */
const CARRIED = new Set([
  'EXPECTATION',
  'COMMITMENT',
  'FORECAST_NOUN',
  'LIKELIHOOD_WORD',
  'IMPOSSIBLE_TO_SEE',
  'NUMBER',
]);

/** Cues of "X expects that" belong to what X expects. */
export function carriedCues(clauses: readonly CuedClause[], k: number): CueHit[] {
  const before = clauses[reportBefore(clauses, k)];
  return before?.kind === 'attribution'
    ? before.cues.filter((hit) => hit.weight > 0 && CARRIED.has(hit.code))
    : [];
}

/** The report clause `k` hangs on, over a condition or a stray mark in between: "warned that, if X, Y will". */
export function reportBefore(clauses: readonly CuedClause[], k: number): number {
  let j = k - 1;
  while (j >= 0 && j > k - 4) {
    const clause = clauses[j];
    if (
      clause === undefined ||
      !(clause.kind === 'condition' || clause.kind === 'time' || clause.to - clause.from <= 3) ||
      clause.kind === 'attribution'
    )
      break;
    j -= 1;
  }
  return j;
}
