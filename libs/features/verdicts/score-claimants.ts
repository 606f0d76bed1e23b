import { type CalendarDate, TRACKS } from '#core/domain';
import { bandOf, computeStatistics, scoreBand, whyUnscoreable } from '#core/scoring';
import {
  claimantRepo,
  claimRepo,
  countOutcome,
  methodOfToday,
  type NewClaimScore,
  readClaimLedger,
  scoreRepo,
  type StoredLedgerClaim,
  type StoredVerdict,
  type Tx,
  withReferences,
} from '#platform/db';

/** When numbers are computed: the instant, and the day that clocks show then. */
export interface ScoringTime {
  readonly at: Date;
  readonly today: CalendarDate;
}

/**
 * Brings every number a verdict touches in line with it, in the verdict's own transaction: the scores of all claims on
 * the proposition or conditional on it whose own verdict is final, and the statistics of all claimants concerned,
 * computed from scratch. Marks the board stale and returns the mark.
 */
export async function scoreVerdict(verdict: StoredVerdict, time: ScoringTime, tx: Tx): Promise<string> {
  const affected = await claimRepo.listAffectedClaimants(verdict.propositionId, tx);
  const concerned = await claimRepo.listConcerned(verdict.propositionId, tx);
  await scoreClaimants(affected, time, tx, new Set(concerned));
  // Last: everybody who finalises on this day takes turns from here to the end of the transaction.
  if (verdict.stage === 'final') await countOutcome({ verdictVersionId: verdict.id, taken: 1 }, tx);
  else if (verdict.supersedesId !== null)
    await countOutcome({ verdictVersionId: verdict.supersedesId, taken: -1 }, tx);
  return scoreRepo.markStale(`verdict:${verdict.id}`, time.at, tx);
}

/**
 * Writes the scores that claims of these claimants (after merges) lack under the method of today, or that are in
 * `again`, and both statistics of each claimant from scratch. Whoever was merged away keeps statistics of nothing.
 */
export async function scoreClaimants(
  claimants: readonly string[],
  { at, today }: ScoringTime,
  tx: Tx,
  again: ReadonlySet<string> = new Set(),
): Promise<void> {
  const method = await methodOfToday(at, tx);
  const roots = await claimantRepo.listMerges(tx);
  const heads = claimants.map((id) => roots.get(id) ?? id);
  const ids = [...new Set([...claimants, ...heads])].sort();
  await claimantRepo.lockAll(ids, tx);
  const ledger = await readClaimLedger({ claimantIds: [...new Set(heads)] }, method.id, tx);
  const settled = ledger.flatMap(({ verdictVersionId, ...claim }) =>
    verdictVersionId === null || (claim.isScored && !again.has(claim.claimId))
      ? []
      : [{ ...claim, verdictVersionId }],
  );
  const compared = await withReferences(settled, method.settings.baseRateStrength, tx);
  await scoreRepo.putClaimScores(compared.map(toClaimScore), method.id, at, tx);
  const fresh = new Map(compared.map((claim) => [claim.claimId, claim]));
  const current = ledger.map((claim) => fresh.get(claim.claimId) ?? claim);
  const statistics = ids.flatMap((claimantId) => {
    const own = current.filter((claim) => claim.claimantId === claimantId);
    return TRACKS.map((track) => ({ track, ...computeStatistics(claimantId, own, today, track) }));
  });
  await scoreRepo.putStatistics(statistics, method.id, at, tx);
}

/** A claim whose own proposition has a final verdict. */
type SettledClaim = StoredLedgerClaim & { readonly verdictVersionId: string };

function toClaimScore(claim: SettledClaim): NewClaimScore {
  const reason = whyUnscoreable(claim);
  const band = bandOf(claim);
  const { settlement } = claim;
  return {
    claimId: claim.claimId,
    verdictVersionId: claim.verdictVersionId,
    retrospective: claim.retrospective,
    settlement,
    unscoreableReason: reason,
    references: claim.references,
    score:
      settlement.kind === 'scored' && reason === null && band !== null
        ? scoreBand(band, settlement.outcome)
        : null,
  };
}
