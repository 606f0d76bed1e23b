export const DEADLINE_BASES = ['explicit', 'inferred', 'vague', 'event', 'policy', 'none'] as const;
export type DeadlineBasis = (typeof DEADLINE_BASES)[number];

export const DEADLINE_PRECISIONS = ['day', 'month', 'quarter', 'half', 'year', 'decade'] as const;
export type DeadlinePrecision = (typeof DEADLINE_PRECISIONS)[number];

/** `by` D: any time up to D; `on` D; `during` a span; `at` D (a state); `throughout` a span (a persistence). */
export const WINDOWS = ['by', 'on', 'during', 'at', 'throughout'] as const;
export type Window = (typeof WINDOWS)[number];

/** A calendar date, `YYYY-MM-DD`, with no time and no zone of its own. */
export type CalendarDate = string;

/** A deadline read out of a text. `deadlineOn` is the last calendar day included; null where the words name no date. */
export interface Deadline {
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly precision: DeadlinePrecision | null;
  readonly basis: DeadlineBasis;
  readonly phrase: string;
}
