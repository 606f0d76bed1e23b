export const CANDIDATE_STATES = ['pending', 'accepted', 'rejected'] as const;
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
