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

export type MergeFault = 'SAME' | 'MERGED_ALREADY' | 'WOULD_CIRCLE';

/**
 * Why `from` cannot become part of `into`; null where it can. `roots` has everybody merged away with the one they stand
 * for now. Who was merged away is merged again only after being set free, and nobody becomes part of their own part.
 */
export function findMergeFault(
  from: string,
  into: string,
  roots: ReadonlyMap<string, string>,
): MergeFault | null {
  if (from === into) return 'SAME';
  if (roots.has(from)) return 'MERGED_ALREADY';
  return roots.get(into) === from ? 'WOULD_CIRCLE' : null;
}
