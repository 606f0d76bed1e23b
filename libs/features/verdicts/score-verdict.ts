import { type CalendarDate, SCORED_BASES } from '#core/domain';
import { lexiconVersion } from '#core/extraction';
import {
  bandOf,
  computeStatistics,
  DEFAULT_METHOD,
  type LedgerClaim,
  scoreBand,
  SCORING_VERSION,
} from '#core/scoring';
import {
  claimantRepo,
  claimRepo,
  getInstallation,
  type NewClaimScore,
  readClaimLedger,
  scoreRepo,
  type StoredVerdict,
  type Tx,
} from '#platform/db';

/**
 * Brings every number a verdict touches in line with it, in the verdict's own transaction: the scores of all claims on
 * the proposition or conditional on it whose own verdict is final, and the statistics of all claimants concerned,
 * computed from scratch. Marks the board stale and returns the mark.
 */
export async function scoreVerdict(
  verdict: StoredVerdict,
  at: Date,
  today: CalendarDate,
  tx: Tx,
): Promise<string> {
  const { yardstick } = (await getInstallation(tx)).settings;
  const lexicon = lexiconVersion(yardstick);
  const method = await scoreRepo.ensureMethod(SCORING_VERSION, lexicon, DEFAULT_METHOD, at, tx);
  const affected = await claimRepo.listAffectedClaimants(verdict.propositionId, tx);
  const roots = await claimantRepo.listMerges(tx);
  const claimantIds = [...new Set(affected.map((id) => roots.get(id) ?? id))].sort();
  await claimantRepo.lockAll(claimantIds, tx);
  const ledger = await readClaimLedger(claimantIds, tx);
  const finals = await claimRepo.listFinalVerdicts(verdict.propositionId, tx);
  const scores = ledger.flatMap((claim) => {
    const verdictVersionId = finals.get(claim.claimId);
    return verdictVersionId === undefined ? [] : [toClaimScore(claim, verdictVersionId)];
  });
  await scoreRepo.putClaimScores(scores, method.id, at, tx);
  for (const claimantId of claimantIds)
    await scoreRepo.putStatistics(computeStatistics(claimantId, ledger, today), method.id, at, tx);
  return scoreRepo.markStale(`verdict:${verdict.id}`, at, tx);
}

function toClaimScore(claim: LedgerClaim, verdictVersionId: string): NewClaimScore {
  const reason = unscoreableReason(claim);
  const band = bandOf(claim);
  const isScored = claim.settlement.kind === 'scored' && reason === null && band !== null;
  return {
    claimId: claim.claimId,
    verdictVersionId,
    retrospective: claim.retrospective,
    settlement: claim.settlement,
    unscoreableReason: reason,
    score: isScored && claim.settlement.kind === 'scored' ? scoreBand(band, claim.settlement.outcome) : null,
  };
}

/** Why a claim can never have a score, whatever the verdict. */
function unscoreableReason(claim: LedgerClaim): string | null {
  if (claim.kind === 'quantity') return 'quantity';
  if (!SCORED_BASES.has(claim.basis) || claim.point === null) return 'no_probability';
  if (claim.deadlineBasis === 'policy') return 'policy_deadline';
  return claim.deadlineOn === null ? 'no_deadline' : null;
}
