import {
  type CalendarDate,
  type DeadlineBasis,
  type Inclusion,
  type LikelihoodBasis,
  type PropositionKind,
  SCORED_BASES,
  type Settlement,
} from '#core/domain';

/** Everything scoring knows of one claim; what a board is a pure function of. */
export interface LedgerClaim {
  readonly claimId: string;
  /** After merges. */
  readonly claimantId: string;
  readonly propositionId: string;
  /** The family, or the proposition itself where it has none. */
  readonly familyId: string;
  readonly sourceId: string;
  readonly saidOn: CalendarDate;
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
  readonly basis: LikelihoodBasis;
  readonly kind: PropositionKind;
  readonly deadlineBasis: DeadlineBasis;
  /** The deadline as it stood at opening; null where there is none. */
  readonly scheduledDeadlineOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly occurredOn: CalendarDate | null;
  readonly retrospective: boolean;
  readonly settlement: Settlement;
}

/**
 * Why one claim counts, or does not, on a board as of `asOn`. What can never be scored is said first, because no verdict
 * will change it; a settled claim waits for its *scheduled* deadline, since early verdicts are nearly all "occurred" and
 * would flatter whoever says yes.
 */
export function classifyClaim(claim: LedgerClaim, asOn: CalendarDate): Inclusion {
  if (claim.kind === 'quantity') return 'quantity';
  if (!SCORED_BASES.has(claim.basis) || claim.point === null) return 'no_probability';
  if (claim.deadlineBasis === 'policy') return 'policy_deadline';
  if (claim.scheduledDeadlineOn === null) return 'no_deadline';
  const { settlement } = claim;
  switch (settlement.kind) {
    case 'pending':
      return 'pending';
    case 'ambiguous':
      return 'ambiguous';
    case 'void':
      if (settlement.reason === 'CONDITION_UNMET') return 'condition_unmet';
      return settlement.reason === 'CONDITION_UNRESOLVED' ? 'condition_unresolved' : 'void';
    case 'scored':
      if (claim.retrospective) return 'retrospective';
      return claim.scheduledDeadlineOn < asOn ? 'scored' : 'before_deadline';
  }
}
