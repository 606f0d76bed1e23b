import type { CalendarDate, Outcome, VerdictStage, VoidReason } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { VerdictDecision, VerdictVersion } from '../generated/client.js';

export interface NewVerdict {
  readonly propositionId: string;
  readonly stage: VerdictStage;
  readonly outcome: Outcome | null;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
  readonly decision: VerdictDecision;
  readonly reason: string;
  readonly roundId: string | null;
  readonly decidedById: string | null;
  readonly at: Date;
  readonly finaliseDueAt: Date | null;
}

export interface StoredVerdict {
  readonly id: string;
  readonly propositionId: string;
  readonly version: number;
  readonly stage: VerdictStage;
  readonly outcome: Outcome | null;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
  readonly reason: string;
  readonly roundId: string | null;
  readonly decidedAt: Date;
  readonly finaliseDueAt: Date | null;
  /** The version it took the place of. */
  readonly supersedesId: string | null;
}

const STATUS = { provisional: 'provisional', final: 'final', reopened: 'open' } as const;

export const verdictRepo = {
  /**
   * Appends the next version and moves the proposition's status with it, in the caller's transaction. The caller holds
   * the proposition's lock.
   */
  async append(verdict: NewVerdict, tx: Tx): Promise<StoredVerdict> {
    const current = await verdictRepo.findCurrent(verdict.propositionId, tx);
    const { at, occurredOn, ...columns } = verdict;
    const row = await tx.verdictVersion.create({
      data: {
        ...columns,
        occurredOn: toDateColumn(occurredOn),
        version: (current?.version ?? 0) + 1,
        supersedesId: current?.id ?? null,
        decidedAt: at,
        finalAt: verdict.stage === 'final' ? at : null,
      },
    });
    await tx.proposition.update({
      where: { id: verdict.propositionId },
      data: { status: STATUS[verdict.stage], recheckAt: null, version: { increment: 1 } },
    });
    return fromRow(row);
  },

  async findCurrent(propositionId: string, tx: Tx): Promise<StoredVerdict | null> {
    const row = await tx.verdictVersion.findFirst({ where: { propositionId }, orderBy: { version: 'desc' } });
    return row === null ? null : fromRow(row);
  },

  async list(propositionId: string, tx: Tx): Promise<StoredVerdict[]> {
    const rows = await tx.verdictVersion.findMany({ where: { propositionId }, orderBy: { version: 'asc' } });
    return rows.map(fromRow);
  },

  async isDisputed(propositionId: string, tx: Tx): Promise<boolean> {
    return (await tx.dispute.count({ where: { propositionId, state: 'open' } })) > 0;
  },

  /** Propositions whose provisional verdict may become final now; disputed ones wait. */
  async listFinalisable(now: Date, limit: number, tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ propositionId: string }[]>`
      SELECT v.proposition_id AS "propositionId"
      FROM verdict_versions v
      WHERE v.stage = 'provisional' AND v.finalise_due_at <= ${now}
        AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id)
        AND NOT EXISTS (SELECT 1 FROM disputes d WHERE d.proposition_id = v.proposition_id AND d.state = 'open')
      ORDER BY v.finalise_due_at, v.id LIMIT ${limit}`;
    return rows.map((row) => row.propositionId);
  },
};

function fromRow(row: VerdictVersion): StoredVerdict {
  return {
    id: row.id,
    propositionId: row.propositionId,
    version: row.version,
    stage: row.stage,
    outcome: row.outcome,
    voidReason: row.voidReason,
    occurredOn: fromDateColumn(row.occurredOn),
    reason: row.reason,
    roundId: row.roundId,
    decidedAt: row.decidedAt,
    finaliseDueAt: row.finaliseDueAt,
    supersedesId: row.supersedesId,
  };
}
