import { type ClaimantKind, hasProfile } from './claimant.js';
import type { CalendarDate, DeadlineBasis } from './deadline.js';
import type { LikelihoodBand } from './likelihood.js';

/** What two people read of one claim, each without the other: how likely, by when, affirmed or denied, under what condition. */
export const CODING_FIELDS = ['band', 'deadline', 'polarity', 'condition'] as const;
export type CodingField = (typeof CODING_FIELDS)[number];

/** Whose claims open only when a second person has coded them: nobody's, or those of claimants who have a rank. */
export const SECOND_CODINGS = ['off', 'ranked'] as const;
export type SecondCodings = (typeof SECOND_CODINGS)[number];

export function isSecondCodings(value: unknown): value is SecondCodings {
  return SECOND_CODINGS.some((one) => one === value);
}

/** One person's reading of a claim, as far as it is compared with another's. */
export interface CodedFields {
  readonly probability: Omit<LikelihoodBand, 'phrase'>;
  readonly deadlineOn: CalendarDate | null;
  readonly deadlineBasis: DeadlineBasis;
  /** The quote denies the statement. */
  readonly negated: boolean;
  /** Its words; null where the claim holds whatever comes. */
  readonly condition: string | null;
  /** The proposition whose verdict settles the condition, where there is one. */
  readonly conditionPropositionId: string | null;
}

/** `withdrawn` claims were never made; a `draft` waits for its second coding and is seen by nobody but its coders. */
export const CLAIM_STATES = ['draft', 'active', 'withdrawn'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const CODING_OUTCOMES = ['opened', 'withdrawn'] as const;
export type CodingOutcome = (typeof CODING_OUTCOMES)[number];

/**
 * Whether a claim needs a second coding before it opens. Claims of every kind do, those that can never be scored as well:
 * what cannot be scored is counted beside a rank, and whether it can is what a coding says.
 *
 * @example needsSecondCoding('ranked', 'organisation') // true
 */
export function needsSecondCoding(setting: SecondCodings, claimant: ClaimantKind): boolean {
  return setting === 'ranked' && hasProfile(claimant);
}

/** Who may settle where two codings differ: a third person, or a lead, who may have coded it too. */
export function maySettle(coders: readonly string[], userId: string, isLead: boolean): boolean {
  return isLead || !coders.includes(userId);
}
