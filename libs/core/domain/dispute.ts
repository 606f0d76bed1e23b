import { agree, type VoidReason, type WindowSpan } from './review.js';
import type { CalendarDate } from './deadline.js';
import type { Outcome } from './verdict.js';

/** An appeal is raised by or for a claimant and suspends the rank; an objection is anybody else's. */
export const DISPUTE_KINDS = ['objection', 'appeal'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

export const DISPUTE_STATES = ['open', 'upheld', 'rejected', 'withdrawn'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** People who hear a second dispute about a proposition, and every later one. */
export const PANEL_SIZE = 3;

/** How many must answer: as many as ever at first, a panel from the second dispute on (withdrawn ones count too). */
export function reviewersOfDispute(earlierDisputes: number, reviewersNeeded: number): number {
  return earlierDisputes === 0 ? reviewersNeeded : Math.max(reviewersNeeded, PANEL_SIZE);
}

/** What a verdict says, without when and by whom. */
export interface Finding {
  readonly outcome: Outcome;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
}

/**
 * What a dispute comes to when those who heard it found `found`: upheld where that differs from the disputed verdict by
 * what reviewers would disagree on, rejected where it does not. `null` stands for "too early": no verdict stands.
 */
export function settleDispute(
  disputed: Finding,
  found: Finding | null,
  span: WindowSpan,
): 'upheld' | 'rejected' {
  if (found === null) return 'upheld';
  const asAnswer = ({ outcome, voidReason, occurredOn }: Finding, reviewerId: string) =>
    ({ reviewerId, answer: outcome, voidReason, occurredOn }) as const;
  return agree(asAnswer(disputed, 'before'), asAnswer(found, 'after'), span) ? 'rejected' : 'upheld';
}
