import type { CalendarDate, DeadlineBasis, DeadlinePrecision, LikelihoodBasis } from '#core/domain';

/** What there is to say about a statement, the most pressing first. */
export const ADVICE_CODES = [
  'DOUBLE_NEGATION',
  'NEGATED',
  'DEADLINE_BEFORE_PUBLICATION',
  'TWO_EVENTS',
  'HEDGED',
  'PAST',
  'UNMEASURABLE',
  'VAGUE_VERB',
  'COMPARATIVE_NO_LEVEL',
  'QUANTITY_NO_UNIT',
  'DEADLINE_DIFFERS',
  'NO_DEADLINE',
  'ALREADY_DUE',
] as const;
export type AdviceCode = (typeof ADVICE_CODES)[number];

/** `must`: it will not be accepted so. `should`: two strangers might answer differently. `note`: it is so, and has consequences. */
export type AdviceWeight = 'must' | 'should' | 'note';

/** The fields of the card that advice looks at, and changes. */
export interface CoachedStatement {
  readonly statement: string;
  readonly basis: LikelihoodBasis;
  /** Of the statement, 0-1; null where no number stands for it. */
  readonly low: number | null;
  readonly point: number | null;
  readonly high: number | null;
  readonly phrase: string;
  readonly deadlineOn: CalendarDate | null;
  readonly precision: DeadlinePrecision | null;
  readonly deadlineBasis: DeadlineBasis;
  readonly deadlinePhrase: string;
}

export type AdviceFix = Partial<CoachedStatement>;

export interface Advice {
  readonly code: AdviceCode;
  readonly weight: AdviceWeight;
  /** The words it is about; a date where it is about one; empty where it is about what is missing. */
  readonly words: string;
  /** What one key can change without changing what was claimed; null where a person has to think. */
  readonly fix: AdviceFix | null;
}
