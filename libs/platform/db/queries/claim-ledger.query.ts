import { type Outcome, settle } from '#core/domain';
import type { LedgerClaim } from '#core/scoring';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { claimantRepo } from '../repositories/claimant.repo.js';

interface LedgerRow extends Omit<
  LedgerClaim,
  'saidOn' | 'scheduledDeadlineOn' | 'deadlineOn' | 'occurredOn' | 'settlement'
> {
  readonly saidOn: Date;
  readonly scheduledDeadlineOn: Date | null;
  readonly deadlineOn: Date | null;
  readonly occurredOn: Date | null;
  readonly outcome: Outcome | null;
  readonly hasCondition: boolean;
  readonly conditionOutcome: Outcome | null;
}

/**
 * Every active claim with its settlement by *final* verdicts, claimants after merges. With `claimantIds` only theirs
 * (and those merged into them). The one input of statistics and boards.
 */
export async function readClaimLedger(
  claimantIds: readonly string[] | 'all',
  tx: Tx,
): Promise<LedgerClaim[]> {
  const roots = await claimantRepo.listMerges(tx);
  const wanted = claimantIds === 'all' ? null : withMerged(claimantIds, roots);
  const filter = wanted === null ? Prisma.empty : Prisma.sql`AND c.claimant_id = ANY(${wanted}::uuid[])`;
  const rows = await tx.$queryRaw<LedgerRow[]>`
    WITH final AS (
      SELECT v.proposition_id, v.outcome, v.occurred_on
      FROM verdict_versions v
      WHERE v.stage = 'final' AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id)
    )
    SELECT c.id::text AS "claimId", c.claimant_id::text AS "claimantId", c.proposition_id::text AS "propositionId",
      coalesce(p.family_id, p.id)::text AS "familyId", s.source_id::text AS "sourceId", c.said_on AS "saidOn",
      c.low, c.point, c.high, c.basis::text AS basis, p.kind::text AS kind, p.deadline_basis::text AS "deadlineBasis",
      p.scheduled_deadline_on AS "scheduledDeadlineOn", p.deadline_on AS "deadlineOn", f.occurred_on AS "occurredOn",
      c.retrospective, f.outcome::text AS outcome,
      (c.condition_text IS NOT NULL OR c.condition_proposition_id IS NOT NULL) AS "hasCondition",
      k.outcome::text AS "conditionOutcome"
    FROM claims c
    JOIN propositions p ON p.id = c.proposition_id
    JOIN snapshots s ON s.id = c.snapshot_id
    LEFT JOIN final f ON f.proposition_id = c.proposition_id
    LEFT JOIN final k ON k.proposition_id = c.condition_proposition_id
    WHERE c.state = 'active' AND p.status IN ('open', 'provisional', 'final') ${filter}
    ORDER BY c.id`;
  return rows.map((row) => toLedgerClaim(row, roots));
}

function withMerged(ids: readonly string[], roots: ReadonlyMap<string, string>): string[] {
  const wanted = new Set(ids);
  for (const [from, root] of roots) if (wanted.has(root)) wanted.add(from);
  return [...wanted];
}

function toLedgerClaim(row: LedgerRow, roots: ReadonlyMap<string, string>): LedgerClaim {
  const { outcome, hasCondition, conditionOutcome, ...claim } = row;
  return {
    ...claim,
    claimantId: roots.get(row.claimantId) ?? row.claimantId,
    saidOn: fromDateColumn(row.saidOn),
    scheduledDeadlineOn: fromDateColumn(row.scheduledDeadlineOn),
    deadlineOn: fromDateColumn(row.deadlineOn),
    occurredOn: fromDateColumn(row.occurredOn),
    settlement: settle({ outcome, condition: hasCondition ? conditionOutcome : 'unconditional' }),
  };
}
