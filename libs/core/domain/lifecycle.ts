import type { CandidateState } from './candidate.js';
import type { ClaimState } from './coding.js';
import type { DisputeState } from './dispute.js';
import type { MatchState } from './match.js';
import type { VerdictStage } from './verdict.js';

/**
 * Every transition there is. A pair that is not in the table does not happen; `none` is the state before the first.
 * Who may cause it is the contract's business (`contracts/http`), what it writes the feature's.
 */
export const LIFECYCLE = {
  candidate: {
    none: ['pending'],
    pending: ['accepted', 'rejected', 'merged', 'split'],
    accepted: ['pending'],
    rejected: ['pending'],
    merged: ['pending'],
    split: ['pending'],
  } satisfies Record<CandidateState | 'none', readonly CandidateState[]>,
  /** A draft waits for its second coding; where none is needed there is no draft. */
  claim: {
    none: ['draft', 'active'],
    draft: ['active', 'withdrawn'],
    active: ['withdrawn'],
    withdrawn: [],
  } satisfies Record<ClaimState | 'none', readonly ClaimState[]>,
  match: {
    none: ['suggested', 'confirmed'],
    suggested: ['confirmed', 'rejected'],
    confirmed: ['rejected'],
    rejected: [],
  } satisfies Record<MatchState | 'none', readonly MatchState[]>,
  verdict: {
    none: ['provisional'],
    provisional: ['final', 'reopened'],
    final: ['reopened'],
    reopened: ['provisional'],
  } satisfies Record<VerdictStage | 'none', readonly VerdictStage[]>,
  dispute: {
    none: ['open'],
    open: ['upheld', 'rejected', 'withdrawn'],
    upheld: [],
    rejected: [],
    withdrawn: [],
  } satisfies Record<DisputeState | 'none', readonly DisputeState[]>,
} as const;

type Machine = keyof typeof LIFECYCLE;
type StateOf<M extends Machine> = Exclude<keyof (typeof LIFECYCLE)[M], symbol | number>;

/** Whether `machine` may go from `from` to `to`. */
export function canMove<M extends Machine>(
  machine: M,
  from: StateOf<M>,
  to: Exclude<StateOf<M>, 'none'>,
): boolean {
  const table: Record<string, readonly string[]> = LIFECYCLE[machine];
  return table[from]?.includes(to) ?? false;
}
