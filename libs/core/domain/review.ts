import { daysBetween } from './calendar.js';
import type { CalendarDate, DeadlinePrecision } from './deadline.js';
import type { PropositionKind } from './proposition.js';

/** The answers to "Did this happen by <deadline>?". */
export const ANSWERS = ['OCCURRED', 'NOT_OCCURRED', 'TOO_EARLY', 'AMBIGUOUS', 'VOID'] as const;
export type Answer = (typeof ANSWERS)[number];

export const VOID_REASONS = [
  'PREMISE_FALSE',
  'SOURCE_GONE',
  'DUPLICATE',
  'NOT_A_PREDICTION',
  'UNVERIFIABLE',
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** What agreement looks at; nothing else of a review decides. */
export interface ReviewAnswer {
  readonly reviewerId: string;
  readonly answer: Answer;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
}

/** The span in which an event counts; null ends are open. */
export interface WindowSpan {
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly precision: DeadlinePrecision | null;
}

const PRECISION_DAYS: Record<DeadlinePrecision, number> = {
  day: 1,
  month: 31,
  quarter: 92,
  half: 184,
  year: 366,
  decade: 3653,
};

/** Whether a date lies inside the window, both ends included. */
export function isInsideWindow(on: CalendarDate, span: WindowSpan): boolean {
  const afterStart = span.windowStartOn === null || on >= span.windowStartOn;
  const beforeEnd = span.deadlineOn === null || on <= span.deadlineOn;
  return afterStart && beforeEnd;
}

/**
 * Two reviews agree when the answer and the reason code are the same and, for OCCURRED, the dates lie on the same side
 * of the window's ends and no further apart than the deadline is precise.
 */
export function agree(a: ReviewAnswer, b: ReviewAnswer, span: WindowSpan): boolean {
  if (a.answer !== b.answer || a.voidReason !== b.voidReason) return false;
  if (a.occurredOn === null || b.occurredOn === null) return a.occurredOn === b.occurredOn;
  if (isInsideWindow(a.occurredOn, span) !== isInsideWindow(b.occurredOn, span)) return false;
  return Math.abs(daysBetween(a.occurredOn, b.occurredOn)) <= PRECISION_DAYS[span.precision ?? 'day'];
}

export type RoundState =
  | { readonly kind: 'waiting'; readonly needed: number }
  | { readonly kind: 'agreed'; readonly answer: Answer; readonly by: readonly ReviewAnswer[] }
  | { readonly kind: 'split' };

/**
 * Where a round stands. `reviewersNeeded` answers must agree (a majority of them from three on); without agreement one
 * more reviewer is asked, and if that does not settle it a lead decides.
 */
export function decideRound(
  reviews: readonly ReviewAnswer[],
  reviewersNeeded: number,
  span: WindowSpan,
): RoundState {
  if (reviews.length < reviewersNeeded) return { kind: 'waiting', needed: reviewersNeeded - reviews.length };
  const largest = largestAgreement(reviews, span);
  const first = largest[0];
  const quorum = Math.max(Math.floor(reviewersNeeded / 2) + 1, Math.min(2, reviewersNeeded));
  if (first !== undefined && largest.length >= quorum && largest.length * 2 > reviews.length)
    return { kind: 'agreed', answer: first.answer, by: largest };
  return reviews.length <= reviewersNeeded ? { kind: 'waiting', needed: 1 } : { kind: 'split' };
}

function largestAgreement(reviews: readonly ReviewAnswer[], span: WindowSpan): readonly ReviewAnswer[] {
  let best: readonly ReviewAnswer[] = [];
  for (const one of reviews) {
    const group = reviews.filter((other) => agree(one, other, span));
    if (group.length > best.length) best = group;
  }
  return best;
}

/** Everything a review must carry before it may be submitted; the form and the server ask the same function. */
export interface ReviewSubmission {
  readonly answer: Answer;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
  readonly evidenceCount: number;
  readonly searchNote: string;
  readonly impossibleNow: boolean;
}

export type ReviewFault =
  | 'EVIDENCE_MISSING'
  | 'DATE_MISSING'
  | 'DATE_OUTSIDE_WINDOW'
  | 'TOO_EARLY_TO_OCCUR'
  | 'REASON_MISSING'
  | 'SEARCH_NOTE_MISSING';

export interface ReviewSubject extends WindowSpan {
  readonly kind: PropositionKind;
  /** Whether the deadline has passed on the business clock. */
  readonly isDue: boolean;
  readonly today: CalendarDate;
}

/**
 * The day a review may carry: what persists did not happen on any day, and what did not occur has none. A date typed
 * before the mind was changed must not decide anything.
 */
export function dateOfAnswer(
  review: Pick<ReviewSubmission, 'answer' | 'occurredOn'>,
  kind: PropositionKind,
): CalendarDate | null {
  return review.answer === 'OCCURRED' && kind !== 'persistence' ? review.occurredOn : null;
}

/** The first rule a submission breaks, or null. */
export function findReviewFault(review: ReviewSubmission, subject: ReviewSubject): ReviewFault | null {
  switch (review.answer) {
    case 'OCCURRED':
      return findOccurredFault(review, subject);
    case 'NOT_OCCURRED':
      if (review.searchNote.trim() === '') return 'SEARCH_NOTE_MISSING';
      return subject.isDue || review.impossibleNow ? null : 'TOO_EARLY_TO_OCCUR';
    case 'VOID':
      return review.voidReason === null ? 'REASON_MISSING' : null;
    case 'TOO_EARLY':
    case 'AMBIGUOUS':
      return null;
  }
}

function findOccurredFault(review: ReviewSubmission, subject: ReviewSubject): ReviewFault | null {
  if (review.evidenceCount === 0) return 'EVIDENCE_MISSING';
  // What persists has held only when its time is over, and has no day on which it happened.
  if (subject.kind === 'persistence') return subject.isDue ? null : 'TOO_EARLY_TO_OCCUR';
  if (review.occurredOn === null) return 'DATE_MISSING';
  if (review.occurredOn > subject.today) return 'DATE_OUTSIDE_WINDOW';
  return isInsideWindow(review.occurredOn, subject) ? null : 'DATE_OUTSIDE_WINDOW';
}
