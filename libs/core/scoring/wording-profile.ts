import { rollups, sum } from 'd3-array';
import {
  type CalendarDate,
  type Inclusion,
  LIKELIHOOD_BASES,
  type LikelihoodBand,
  type LikelihoodBasis,
  SCORED_BASES,
} from '#core/domain';

/** What was said of the likelihood, and what came of it. */
export interface WordedClaim extends LikelihoodBand {
  /** Null unless the claim is settled as occurred or not. */
  readonly outcome: 0 | 1 | null;
  readonly deadlineOn: CalendarDate | null;
  /** How it counts, from `classifyClaim`. */
  readonly inclusion: Inclusion;
}

export interface Share {
  readonly n: number;
  /** Of all claims, 0-1. */
  readonly share: number;
}

/** A phrase, the band it was read as where it first stands, and how often it came about. */
export interface PhraseUse extends Share, Omit<LikelihoodBand, 'basis'> {
  readonly settled: number;
  readonly occurred: number;
}

/** How a claimant words predictions. No merit and no fault, but for what cannot be checked. */
export interface WordingProfile {
  readonly n: number;
  readonly bases: readonly (Share & { readonly basis: LikelihoodBasis })[];
  /** Phrases in small letters, the most frequent first; claims without words are in none. */
  readonly phrases: readonly PhraseUse[];
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

function countPhrases(claims: readonly WordedClaim[]): PhraseUse[] {
  const worded = claims.filter(({ phrase }) => normalise(phrase) !== '');
  const uses = rollups(
    worded,
    (same): PhraseUse => {
      const { low, point, high, phrase } = same[0] as WordedClaim;
      const settled = same.flatMap(({ outcome }) => outcome ?? []);
      return {
        phrase: normalise(phrase),
        low,
        point,
        high,
        n: same.length,
        share: same.length / claims.length,
        settled: settled.length,
        occurred: sum(settled),
      };
    },
    ({ phrase }) => normalise(phrase),
  );
  return uses.map(([, use]) => use).sort((a, b) => b.n - a.n || (a.phrase < b.phrase ? -1 : 1));
}

function normalise(phrase: string): string {
  return phrase.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
