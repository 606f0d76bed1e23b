import type { CalendarDate, Outcome, VoidReason } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

export interface Correction {
  readonly propositionId: string;
  readonly statement: string;
  /** A claim on it with a public page. */
  readonly claimId: string | null;
  /** When the final verdict was taken back, and why. */
  readonly reopenedAt: Date;
  readonly reason: string;
  readonly before: {
    readonly outcome: Outcome;
    readonly voidReason: VoidReason | null;
    readonly occurredOn: CalendarDate | null;
  };
  /** The final verdict in its place; null while none is final. */
  readonly after: {
    readonly outcome: Outcome;
    readonly voidReason: VoidReason | null;
    readonly occurredOn: CalendarDate | null;
    readonly finalAt: Date;
  } | null;
}

interface Row {
  propositionId: string;
  statement: string;
  claimId: string | null;
  reopenedAt: Date;
  reason: string;
  outcome: Outcome;
  voidReason: VoidReason | null;
  occurredOn: Date | null;
  newOutcome: Outcome | null;
  newVoidReason: VoidReason | null;
  newOccurredOn: Date | null;
  finalAt: Date | null;
}

/** Every final verdict that was taken back, the newest first, with the final one that took its place. */
export async function listCorrections(
  page: { readonly limit: number; readonly offset: number },
  tx: Tx,
): Promise<{ readonly items: readonly Correction[]; readonly total: number }> {
  const [count] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM verdict_versions o JOIN verdict_versions b ON b.id = o.supersedes_id
    WHERE o.stage = 'reopened' AND b.stage = 'final'`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.proposition_id AS "propositionId", p.statement, o.decided_at AS "reopenedAt", o.reason,
      b.outcome, b.void_reason AS "voidReason", b.occurred_on AS "occurredOn",
      n.outcome AS "newOutcome", n.void_reason AS "newVoidReason", n.occurred_on AS "newOccurredOn",
      n.final_at AS "finalAt",
      (SELECT c.id::text FROM claims c WHERE c.proposition_id = p.id AND c.state = 'active'
        ORDER BY c.said_on, c.id LIMIT 1) AS "claimId"
    FROM verdict_versions o
    JOIN verdict_versions b ON b.id = o.supersedes_id
    JOIN propositions p ON p.id = o.proposition_id
    LEFT JOIN LATERAL (
      SELECT * FROM verdict_versions n
      WHERE n.proposition_id = o.proposition_id AND n.version > o.version AND n.stage = 'final'
      ORDER BY n.version LIMIT 1
    ) n ON true
    WHERE o.stage = 'reopened' AND b.stage = 'final'
    ORDER BY o.decided_at DESC, o.id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}`;
  return { items: rows.map(fromRow), total: count?.n ?? 0 };
}

function fromRow(row: Row): Correction {
  const { outcome, voidReason, newOutcome, newVoidReason, finalAt } = row;
  return {
    propositionId: row.propositionId,
    statement: row.statement,
    claimId: row.claimId,
    reopenedAt: row.reopenedAt,
    reason: row.reason,
    before: { outcome, voidReason, occurredOn: fromDateColumn(row.occurredOn) },
    after:
      newOutcome === null || finalAt === null
        ? null
        : {
            outcome: newOutcome,
            voidReason: newVoidReason,
            occurredOn: fromDateColumn(row.newOccurredOn),
            finalAt,
          },
  };
}
