import {
  type CalendarDate,
  type Inclusion,
  LIKELIHOOD_BASES,
  type LikelihoodBasis,
  SCORED_BASES,
} from '#core/domain';

export interface WordedClaim {
  readonly basis: LikelihoodBasis;
  /** The words or the number as they stand in the text; empty when nothing was said. */
  readonly phrase: string;
  readonly deadlineOn: CalendarDate | null;
  /** How it counts, from `classifyClaim`. */
  readonly inclusion: Inclusion;
}

export interface Share {
  readonly n: number;
  /** Of all claims, 0-1. */
  readonly share: number;
}

/** How a claimant words predictions. No merit and no fault, but for what cannot be checked. */
export interface WordingProfile {
  readonly n: number;
  readonly bases: readonly (Share & { readonly basis: LikelihoodBasis })[];
  /** Phrases in small letters, the most frequent first; claims without words are in none. */
  readonly phrases: readonly (Share & { readonly phrase: string })[];
  readonly withoutDeadline: Share;
  /** Without a probability that can be scored: possibility, rank, or nothing said. */
  readonly withoutProbability: Share;
  /** What a verdict can score, or could once there is one. */
  readonly scoreable: Share;
}

/** What no verdict will ever score. */
const NEVER_SCORED: ReadonlySet<Inclusion> = new Set([
  'no_probability',
  'no_deadline',
  'policy_deadline',
  'quantity',
]);

/**
 * Shares of all claims by likelihood basis and by phrase, and of those that cannot be checked. Null without claims.
 * Four claims, one of them "may" and one without a deadline: withoutProbability 0.25, withoutDeadline 0.25, scoreable 0.5.
 */
export function wordingProfile(claims: readonly WordedClaim[]): WordingProfile | null {
  const { length } = claims;
  if (length === 0) return null;
  const shareOf = (matches: (claim: WordedClaim) => boolean): Share => {
    const n = claims.filter(matches).length;
    return { n, share: n / length };
  };
  return {
    n: length,
    bases: LIKELIHOOD_BASES.map((basis) => ({ basis, ...shareOf((claim) => claim.basis === basis) })),
    phrases: countPhrases(claims),
    withoutDeadline: shareOf(({ deadlineOn }) => deadlineOn === null),
    withoutProbability: shareOf(({ basis }) => !SCORED_BASES.has(basis)),
    scoreable: shareOf(({ inclusion }) => !NEVER_SCORED.has(inclusion)),
  };
}

function countPhrases(claims: readonly WordedClaim[]): WordingProfile['phrases'] {
  const counts = new Map<string, number>();
  for (const { phrase } of claims) {
    const words = phrase.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([phrase, n]) => ({ phrase, n, share: n / claims.length }));
}
