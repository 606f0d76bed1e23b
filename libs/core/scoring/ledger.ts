import {
  type CalendarDate,
  type ClaimRole,
  type DeadlineBasis,
  type Inclusion,
  type LikelihoodBasis,
  type PropositionKind,
  SCORED_BASES,
  type Settlement,
  type Track,
} from '#core/domain';

/** Probabilities of the statement that a claim is compared with, 0-1; null where there is none. */
export interface ClaimReferences {
  /** The share of comparable things that had come about, as known before the claim. */
  readonly baseRate: number | null;
  /** 1 where no change means that it comes about, 0 where it means that it does not. */
  readonly statusQuo: number | null;
  /** The newest market or crowd probability recorded of a time before the claim. */
  readonly market: number | null;
}

/** Everything scoring knows of one claim; what a board is a pure function of. */
export interface LedgerClaim {
  readonly claimId: string;
  /** After merges. */
  readonly claimantId: string;
  readonly role: ClaimRole;
  readonly propositionId: string;
  /** The family, or the proposition itself where it has none. */
  readonly familyId: string;
  /** The first topic named; '' where there is none. */
  readonly topic: string;
  readonly sourceId: string;
  readonly outletId: string | null;
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
  readonly references: ClaimReferences;
  readonly settlement: Settlement;
}

/** Why a claim can never have a score, whatever the verdict; null when it can. */
export function whyUnscoreable(
  claim: Pick<LedgerClaim, 'kind' | 'basis' | 'point' | 'deadlineBasis' | 'scheduledDeadlineOn'>,
): 'quantity' | 'no_probability' | 'policy_deadline' | 'no_deadline' | null {
  if (claim.kind === 'quantity') return 'quantity';
  if (!SCORED_BASES.has(claim.basis) || claim.point === null) return 'no_probability';
  if (claim.deadlineBasis === 'policy') return 'policy_deadline';
  return claim.scheduledDeadlineOn === null ? 'no_deadline' : null;
}

/**
 * Why one claim counts, or does not, on a board of its track as of `asOn`. What can never be scored is said first,
 * because no verdict will change it; a settled claim waits for its *scheduled* deadline, since early verdicts are nearly
 * all "occurred" and would flatter whoever says yes. On the board of live claims a settled claim recorded late is
 * `retrospective`.
 */
export function classifyClaim(claim: LedgerClaim, asOn: CalendarDate, track: Track = 'live'): Inclusion {
  const never = whyUnscoreable(claim);
  if (never !== null) return never;
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
      if (claim.retrospective && track === 'live') return 'retrospective';
      // Without one it is never scored: see above.
      return (claim.scheduledDeadlineOn as CalendarDate) < asOn ? 'scored' : 'before_deadline';
  }
}
