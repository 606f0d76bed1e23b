import { baseRate, DEFAULT_METHOD, horizonOf, knownBefore, type LedgerClaim } from '#core/scoring';
import { listOutcomeRecords, readClaimLedger, readRecordedReferences, type Tx } from '#platform/db';

/**
 * The ledger with nothing taken from what is kept: settlements from the log of verdicts, and base rates counted anew from
 * all of it.
 */
export async function scratchLedger(tx: Tx): Promise<LedgerClaim[]> {
  const ledger = await readClaimLedger('all', null, tx);
  const known = knownBefore(
    await listOutcomeRecords(tx),
    ledger.map(({ familyId, topic, saidOn, scheduledDeadlineOn }) => ({
      familyId,
      topic,
      saidOn,
      horizon: scheduledDeadlineOn === null ? null : horizonOf(saidOn, scheduledDeadlineOn),
    })),
  );
  const recorded = await readRecordedReferences(
    ledger.map(({ claimId }) => claimId),
    tx,
  );
  return ledger.map((claim, place) => {
    const outcomes = known[place];
    const rate = outcomes === undefined ? null : baseRate(outcomes, DEFAULT_METHOD.baseRateStrength);
    return {
      ...claim,
      references: {
        baseRate: rate,
        statusQuo: recorded.get(claim.claimId)?.statusQuo ?? null,
        market: recorded.get(claim.claimId)?.market ?? null,
      },
    };
  });
}
