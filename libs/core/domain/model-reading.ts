/**
 * A second reading of a text by a language model, beside that of the rules. The model only points: at sentences and at
 * words in them. What these words mean is worked out by the same code as for the rules.
 */

/** Where a candidate comes from. */
export const CANDIDATE_ORIGINS = ['rules', 'model', 'person'] as const;
export type CandidateOrigin = (typeof CANDIDATE_ORIGINS)[number];

/** Who found a passage, once both have read the text. */
export const AGREEMENTS = ['both', 'rules', 'model'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** What two readings of one passage can differ in. */
export const READING_FIELDS = ['likelihood', 'polarity', 'deadline', 'claimant', 'condition'] as const;
export type ReadingField = (typeof READING_FIELDS)[number];

export const READING_STATES = ['waiting', 'finished', 'failed'] as const;
export type ReadingState = (typeof READING_STATES)[number];

/**
 * Why something of a model's answer was left out; counted and shown. The first eight drop a whole finding, the last
 * four only one field of it.
 */
export const DROP_REASONS = [
  'WRONG_SHAPE',
  'SENTENCE_OUT_OF_RANGE',
  'QUOTE_NOT_VERBATIM',
  'QUOTE_LENGTH',
  'QUESTION',
  'CLAIMANT_NOT_IN_TEXT',
  'REPEATED',
  'TOO_MANY',
  'HEDGE_NOT_VERBATIM',
  'DEADLINE_NOT_VERBATIM',
  'CONDITION_NOT_VERBATIM',
  'STATEMENT_REFUSED',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Why a model could not be read. */
export const MODEL_FAULTS = [
  'UNREACHABLE',
  'TIMED_OUT',
  'RATE_LIMITED',
  'SERVER_ERROR',
  'NOT_ALLOWED',
  'REFUSED',
  'REDIRECTED',
  'ANSWER_TOO_LARGE',
  'CUT_OFF',
  'DECLINED',
  'BAD_ANSWER',
  'TEXT_TOO_LONG',
  'NOT_CONFIGURED',
  'BROKEN_OFF',
] as const;
export type ModelFault = (typeof MODEL_FAULTS)[number];
