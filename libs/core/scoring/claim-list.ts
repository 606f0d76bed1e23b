import { type CalendarDate, COUNTED_AS, countedAs, type CountedAs, type Inclusion } from '#core/domain';
import type { BoardFilter } from './board-filter.js';
import { horizonOf } from './horizon.js';
import { classifyClaim, type LedgerClaim } from './ledger.js';

/** A claim of a list with how it counts there. */
export interface ListedClaim {
  readonly claim: LedgerClaim;
  readonly inclusion: Inclusion;
  readonly counted: CountedAs;
}

/** Which claims of a subject are listed: those a row of a board of the same filter is made of. */
export interface ClaimListFilter extends Pick<BoardFilter, 'track' | 'period' | 'horizon' | 'basis'> {
  /** The claims whose proposition has the topic asked for; null asks for none. */
  readonly ofTopic: ReadonlySet<string> | null;
}

/**
 * The claims behind a row of a board as of `asOn`, each with how it counts: what was said last comes first, equals in the
 * order of their ids. How many are counted as what is what `recordOf` counts of the same claims.
 */
export function listClaims(
  ledger: readonly LedgerClaim[],
  filter: ClaimListFilter,
  asOn: CalendarDate,
): ListedClaim[] {
  return ledger
    .filter((claim) => isListed(claim, filter))
    .sort((a, b) => b.saidOn.localeCompare(a.saidOn) || (a.claimId < b.claimId ? -1 : 1))
    .map((claim) => {
      const inclusion = classifyClaim(claim, asOn, filter.track);
      return { claim, inclusion, counted: countedAs(inclusion) };
    });
}

function isListed(claim: LedgerClaim, { track, period, horizon, basis, ofTopic }: ClaimListFilter): boolean {
  const { scheduledDeadlineOn: deadlineOn } = claim;
  if (track === 'retrospective' && !claim.retrospective) return false;
  if (period !== null && deadlineOn?.slice(0, 4) !== period) return false;
  if (horizon !== null && (deadlineOn === null || horizonOf(claim.saidOn, deadlineOn) !== horizon))
    return false;
  if (basis !== null && claim.basis !== basis) return false;
  return ofTopic === null || ofTopic.has(claim.claimId);
}

/** How many claims of a list are counted as what; those without any are there with 0. */
export function tallyClaims(listed: readonly ListedClaim[]): { counted: CountedAs; claims: number }[] {
  const tally = new Map<CountedAs, number>(COUNTED_AS.map((counted) => [counted, 0]));
  for (const { counted } of listed) tally.set(counted, (tally.get(counted) as number) + 1);
  return [...tally].map(([counted, claims]) => ({ counted, claims }));
}
