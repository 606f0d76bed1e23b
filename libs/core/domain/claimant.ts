export const CLAIMANT_KINDS = [
  'public_person',
  'organisation',
  'collective',
  'anonymous',
  'private_person',
] as const;
export type ClaimantKind = (typeof CLAIMANT_KINDS)[number];

/** Only these two have a public profile and a place on the board. */
export function hasProfile(kind: ClaimantKind): boolean {
  return kind === 'public_person' || kind === 'organisation';
}

/** In what capacity the claimant made the claim. */
export const CLAIM_ROLES = ['author', 'speaker', 'outlet'] as const;
export type ClaimRole = (typeof CLAIM_ROLES)[number];
