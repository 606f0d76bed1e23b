import type { ClaimReferences, LedgerClaim } from '#core/scoring';
import type { Tx } from '../database.js';
import { readBaseRates } from './known-outcomes.query.js';

/**
 * What people recorded that claims can be compared with, by claim: what no change would mean for the statement (1 it
 * comes about, 0 it does not), and the newest market or crowd probability observed on a day before the claim.
 */
export async function readRecordedReferences(
  claimIds: readonly string[],
  tx: Tx,
): Promise<Map<string, Pick<ClaimReferences, 'statusQuo' | 'market'>>> {
  const rows = await tx.$queryRaw<
    { readonly claimId: string; readonly statusQuo: 0 | 1 | null; readonly market: number | null }[]
  >`
    SELECT c.id::text AS "claimId", CASE p.status_quo WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END AS "statusQuo", m.probability AS market
    FROM claims c
    JOIN propositions p ON p.id = c.proposition_id
    LEFT JOIN LATERAL (
      SELECT r.probability FROM reference_probabilities r
      WHERE r.proposition_id = p.id AND (r.observed_at AT TIME ZONE p.zone)::date < c.said_on
      ORDER BY r.observed_at DESC, r.id LIMIT 1
    ) m ON true
    WHERE c.id = ANY(${[...claimIds]}::uuid[])`;
  return new Map(rows.map(({ claimId, statusQuo, market }) => [claimId, { statusQuo, market }]));
}

type Compared = Pick<
  LedgerClaim,
  'claimId' | 'familyId' | 'topic' | 'saidOn' | 'scheduledDeadlineOn' | 'references'
>;

/** The claims with what could be known before each, and what people recorded of it. */
export async function withReferences<T extends Compared>(
  claims: readonly T[],
  baseRateStrength: number,
  tx: Tx,
): Promise<T[]> {
  if (claims.length === 0) return [];
  const rates = await readBaseRates(claims, baseRateStrength, tx);
  const recorded = await readRecordedReferences(
    claims.map(({ claimId }) => claimId),
    tx,
  );
  const none = { statusQuo: null, market: null };
  return claims.map((claim, place) => ({
    ...claim,
    references: { baseRate: rates[place] ?? null, ...(recorded.get(claim.claimId) ?? none) },
  }));
}
