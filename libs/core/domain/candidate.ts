export const CANDIDATE_STATES = ['pending', 'accepted', 'rejected', 'merged', 'split'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

export const CANDIDATE_TIERS = ['proposed', 'maybe'] as const;
export type CandidateTier = (typeof CANDIDATE_TIERS)[number];

export const REJECT_REASONS = [
  'NOT_A_PREDICTION',
  'TOO_VAGUE',
  'NOT_PUBLIC_INTEREST',
  'DUPLICATE',
  'WRONG_QUOTE',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/**
 * What an analyst has to look at before a drafted statement stands on its own. `PRONOUN`: somebody or something is not
 * named. `WHO_IS_WE`: "we" was taken for the speaker's side. `NO_SUBJECT`, `NO_VERB`: the passage has none of its own.
 * `ELLIPSIS`: it leaves its verb to the sentence before ("he might"). `RELATIVE_TIME`: "by then", "the same day".
 * `TWO_EVENTS`: more than one thing is said to happen. `LONG`: more than 30 words.
 */
export const NEEDS_EDIT = [
  'PRONOUN',
  'WHO_IS_WE',
  'NO_SUBJECT',
  'NO_VERB',
  'ELLIPSIS',
  'RELATIVE_TIME',
  'TWO_EVENTS',
  'LONG',
] as const;
export type NeedsEdit = (typeof NEEDS_EDIT)[number];
