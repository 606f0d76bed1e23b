/** What there is by now of a claim that somebody wants to take back, and of its proposition. */
export interface ClaimDependents {
  /** The proposition is open: no verdict on it, provisional or final. */
  readonly isOpen: boolean;
  /** Verdicts on the proposition, those that were reopened included. */
  readonly verdicts: number;
  readonly scores: number;
  /** Changes of the claim since it was recorded. */
  readonly changes: number;
  /** Second readings of the claim by other people. */
  readonly codings: number;
  readonly otherClaims: number;
  /** Claims that were made under the condition that the proposition comes true. */
  readonly conditionalClaims: number;
  /** Drafts and answers of reviewers, leases and assignments. */
  readonly reviewing: number;
  /** Matches people decided, clarifications, moved deadlines, references, known answers, what claimants said or were told. */
  readonly curating: number;
}

export const WITHDRAWAL_OBSTACLES = [
  'VERDICT',
  'SCORED',
  'CODED',
  'CHANGED',
  'CONDITION',
  'REVIEWED',
  'CURATED',
] as const;
export type WithdrawalObstacle = (typeof WITHDRAWAL_OBSTACLES)[number];

/**
 * What keeps an acceptance from being undone; null when nothing does. Work on a proposition depends on this claim only
 * where it is the last one: with it the proposition goes.
 *
 * @example findWithdrawalObstacle({ ...nothing, otherClaims: 1, reviewing: 2 }) // null: the proposition stays
 */
export function findWithdrawalObstacle(dependents: ClaimDependents): WithdrawalObstacle | null {
  if (!dependents.isOpen || dependents.verdicts > 0) return 'VERDICT';
  if (dependents.scores > 0) return 'SCORED';
  if (dependents.codings > 0) return 'CODED';
  if (dependents.changes > 0) return 'CHANGED';
  if (dependents.otherClaims > 0) return null;
  if (dependents.conditionalClaims > 0) return 'CONDITION';
  if (dependents.reviewing > 0) return 'REVIEWED';
  return dependents.curating > 0 ? 'CURATED' : null;
}
