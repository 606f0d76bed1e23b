/** A claim as far as its place in a series tells: whose it is after merges, when it was said, how likely it was said to be. */
export interface SaidClaim {
  readonly id: string;
  readonly claimantId: string;
  readonly saidOn: string;
  /** Probability of the statement, 0-1; null where no number stands for it. */
  readonly point: number | null;
}

/** Where a claim stands among those of one claimant on one proposition. */
export interface Restatement {
  /** From 1, in the order in which they were said. */
  readonly number: number;
  readonly of: number;
  /** How much more likely than in the one before, -1 to 1; null for the first, and where one of the two has no number. */
  readonly change: number | null;
}

/**
 * The series among the claims on one proposition: who said it more than once, and what changed. Derived, never stored. Of
 * claims said on one day the one with the smaller id, which was recorded first, comes first. Claims said once are in none.
 *
 * @example numberSeries([{ id: 'b', claimantId: 'x', saidOn: '2022-02-01', point: 0.55 }, { id: 'a', claimantId: 'x',
 *   saidOn: '2022-01-01', point: 0.7 }]).get('b') // { number: 2, of: 2, change: -0.15 }
 */
export function numberSeries(claims: readonly SaidClaim[]): Map<string, Restatement> {
  const byClaimant = new Map<string, SaidClaim[]>();
  for (const claim of claims) {
    const series = byClaimant.get(claim.claimantId);
    if (series === undefined) byClaimant.set(claim.claimantId, [claim]);
    else series.push(claim);
  }
  const numbered = new Map<string, Restatement>();
  for (const series of byClaimant.values()) {
    if (series.length < 2) continue;
    const ordered = series.toSorted((a, b) => a.saidOn.localeCompare(b.saidOn) || a.id.localeCompare(b.id));
    for (const [index, { id, point }] of ordered.entries())
      numbered.set(id, {
        number: index + 1,
        of: ordered.length,
        change: changeOf(ordered[index - 1]?.point ?? null, point),
      });
  }
  return numbered;
}

/** Differences of decimals are not exact; four digits are. */
const changeOf = (before: number | null, now: number | null): number | null =>
  before === null || now === null ? null : Number((now - before).toFixed(4));
