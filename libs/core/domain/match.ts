export const MATCH_STATES = ['suggested', 'confirmed', 'rejected'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export const MATCH_STRENGTHS = ['strong', 'suggest', 'weak'] as const;
export type MatchStrength = (typeof MATCH_STRENGTHS)[number];

/** What a piece of evidence or a matched event says of the statement. */
export const STANCES = ['supports', 'contradicts', 'background'] as const;
export type Stance = (typeof STANCES)[number];
