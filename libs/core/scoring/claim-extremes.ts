/** A scored claim with what was stated and what came of it. */
export interface StatedClaim {
  readonly claimId: string;
  /** The middle of the band, 0-1. */
  readonly point: number;
  readonly outcome: 0 | 1;
}

export interface ClaimExtremes {
  /** Called likelier than not, did not happen; the most likely first. */
  readonly likelyNot: readonly string[];
  /** Called less likely than not, happened; the least likely first. */
  readonly unlikelyYes: readonly string[];
}

/**
 * The claims furthest from their outcome, in both directions, at most `most` of each; equals in the order of their ids.
 * One at 50 % is on neither side. 0.9 and 0.6 did not happen, 0.2 did: likelyNot is 0.9, 0.6, unlikelyYes 0.2.
 */
export function findExtremes(claims: readonly StatedClaim[], most: number): ClaimExtremes {
  const furthest = (outcome: 0 | 1): string[] => {
    const distanceOf = ({ point }: StatedClaim): number => (outcome === 1 ? 0.5 - point : point - 0.5);
    return claims
      .filter((claim) => claim.outcome === outcome && distanceOf(claim) > 0)
      .sort((a, b) => distanceOf(b) - distanceOf(a) || (a.claimId < b.claimId ? -1 : 1))
      .slice(0, most)
      .map(({ claimId }) => claimId);
  };
  return { likelyNot: furthest(0), unlikelyYes: furthest(1) };
}
