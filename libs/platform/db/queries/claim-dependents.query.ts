import type { ClaimDependents } from '#core/domain';
import type { Tx } from '../database.js';

/** What hangs on a claim by now, and on its proposition; null when there is no such claim, or not any more. */
export async function readClaimDependents(
  claimId: string,
  tx: Tx,
): Promise<(ClaimDependents & { readonly propositionId: string }) | null> {
  const rows = await tx.$queryRaw<(ClaimDependents & { propositionId: string })[]>`
    SELECT p.id::text AS "propositionId", p.status IN ('open', 'draft') AS "isOpen",
      (SELECT count(*)::int FROM verdict_versions v WHERE v.proposition_id = p.id) AS verdicts,
      (SELECT count(*)::int FROM claim_scores s WHERE s.claim_id = c.id) AS scores,
      c.version - 1 AS changes,
      (SELECT count(*)::int FROM codings k WHERE k.claim_id = c.id
        AND k.coder_id IS DISTINCT FROM c.recorded_by_id) AS codings,
      (SELECT count(*)::int FROM claims o WHERE o.proposition_id = p.id AND o.id <> c.id
        AND o.state <> 'withdrawn') AS "otherClaims",
      (SELECT count(*)::int FROM claims o WHERE o.condition_proposition_id = p.id
        AND o.state <> 'withdrawn') AS "conditionalClaims",
      (SELECT count(*)::int FROM rounds r WHERE r.proposition_id = p.id)
        + (SELECT count(*)::int FROM leases l WHERE l.proposition_id = p.id)
        + (SELECT count(*)::int FROM assignments a WHERE a.proposition_id = p.id) AS reviewing,
      (SELECT count(*)::int FROM matches m WHERE m.proposition_id = p.id AND m.state <> 'suggested')
        + (SELECT count(*)::int FROM clarifications n WHERE n.proposition_id = p.id)
        + (SELECT count(*)::int FROM deadline_changes d WHERE d.proposition_id = p.id)
        + (SELECT count(*)::int FROM reference_probabilities f WHERE f.proposition_id = p.id)
        + (SELECT count(*)::int FROM gold_items g WHERE g.proposition_id = p.id)
        + (SELECT count(*)::int FROM claimant_answers w WHERE w.proposition_id = p.id)
        + (SELECT count(*)::int FROM answer_links t WHERE t.proposition_id = p.id)
        + (SELECT count(*)::int FROM thread_entries e WHERE e.proposition_id = p.id) AS curating
    FROM claims c JOIN propositions p ON p.id = c.proposition_id
    WHERE c.id = ${claimId}::uuid AND c.state <> 'withdrawn'`;
  return rows[0] ?? null;
}
