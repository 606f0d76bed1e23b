import type { CalendarDate, Deadline } from '#core/domain';
import type { FoundDeadline } from './read-deadline.js';

/** Where a deadline stands that the claim's own words do not name. */
export type HorizonSource =
  | 'own words'
  | 'title'
  | 'heading'
  | 'lead-in'
  | 'question'
  | 'event'
  | 'same sentence'
  | 'sentence before'
  | 'reference';

/** A deadline for claims that name no time of their own, and where it was taken from. */
export interface Horizon {
  readonly deadline: Deadline;
  readonly from: HorizonSource;
}

/** A time that an earlier sentence of the paragraph names. */
export interface TimeBefore {
  readonly deadline: Deadline;
  /** How many sentences back: 1 is the one right before. */
  readonly distance: number;
  /** It was asked, not claimed: "Will it be done by June?". */
  readonly isAsked: boolean;
}

/** A dated event that a whole text is about: a vote, a final, a landing. */
export interface EventHorizon {
  readonly deadline: Deadline;
  /** Somebody wins or loses: then only what is said of the result falls due with it. */
  readonly isContest: boolean;
  /** Somebody meets and decides: then only what is said of the decision does. */
  readonly isDecision?: boolean;
}

/** What the text around a sentence says about when its claims are due. */
export interface TimeContext {
  /** The dates ahead that the sentence itself names, in order. */
  readonly settled: readonly FoundDeadline[];
  /** The nearest dates ahead in the sentences before, in the paragraph; nearest first. */
  readonly before: readonly TimeBefore[];
  /** What a heading, the lead-in to a list, a question above or the title sets for all that follows. */
  readonly around: Horizon | null;
  /** The dated event that the whole text is about. */
  readonly event: EventHorizon | null;
}

export const NO_TIME_CONTEXT: TimeContext = { settled: [], before: [], around: null, event: null };

/** The deadline as somebody infers it who reads on: its words are kept, it begins nowhere. */
export function inferredFrom(deadline: Deadline): Deadline {
  return { ...deadline, windowStartOn: null, basis: 'inferred' };
}

/** A date that is sure and not over. */
export function isSettled(deadline: Deadline, publishedOn: CalendarDate): boolean {
  return deadline.basis !== 'vague' && deadline.deadlineOn !== null && deadline.deadlineOn >= publishedOn;
}
