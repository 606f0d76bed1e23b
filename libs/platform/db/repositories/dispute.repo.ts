import type { CalendarDate, DisputeKind, DisputeState, Finding, Stance } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { Dispute as DisputeRow } from '../generated/client.js';

export interface NewDispute {
  readonly propositionId: string;
  readonly verdictVersionId: string;
  readonly kind: DisputeKind;
  readonly reason: string;
  readonly raisedById: string | null;
  readonly claimantId: string | null;
  readonly evidence: readonly {
    readonly url: string;
    readonly title: string;
    readonly publishedOn: CalendarDate | null;
    readonly stance: Stance;
    readonly note: string;
  }[];
  readonly at: Date;
}

export interface StoredDispute {
  readonly id: string;
  readonly propositionId: string;
  readonly kind: DisputeKind;
  readonly state: DisputeState;
  readonly reason: string;
  readonly raisedAt: Date;
  readonly raisedById: string | null;
  /** Who raised it: a person here, or the claimant through a link; both where a person appeals for a claimant. */
  readonly raisedBy: string | null;
  readonly claimantId: string | null;
  readonly claimant: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly resolution: string | null;
  readonly verdictVersion: number;
  readonly disputed: Finding;
  readonly evidence: readonly {
    readonly url: string;
    readonly title: string;
    readonly publishedOn: CalendarDate | null;
    readonly stance: Stance;
    readonly note: string;
  }[];
}

const whole = {
  raisedBy: { select: { name: true } },
  resolvedBy: { select: { name: true } },
  claimant: { select: { name: true } },
  evidence: { orderBy: { id: 'asc' } },
  verdictVersion: { select: { version: true, outcome: true, voidReason: true, occurredOn: true } },
} as const;

export const disputeRepo = {
  async insert(dispute: NewDispute, tx: Tx): Promise<string> {
    const { evidence, at, ...columns } = dispute;
    const row = await tx.dispute.create({
      data: {
        ...columns,
        raisedAt: at,
        evidence: {
          create: evidence.map((item) => ({
            ...item,
            publishedOn: toDateColumn(item.publishedOn),
            addedAt: at,
            addedById: dispute.raisedById,
          })),
        },
      },
      select: { id: true },
    });
    return row.id;
  },

  async find(id: string, tx: Tx): Promise<StoredDispute | null> {
    const row = await tx.dispute.findUnique({ where: { id }, include: whole });
    return row === null ? null : fromRow(row);
  },

  /** Of one proposition, the newest first. */
  async listOfProposition(propositionId: string, tx: Tx): Promise<StoredDispute[]> {
    const rows = await tx.dispute.findMany({
      where: { propositionId },
      orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
      include: whole,
    });
    return rows.map(fromRow);
  },

  /** Open ones the oldest first, closed ones the newest first; with the statement they are about. */
  async list(isOpen: boolean, limit: number, tx: Tx) {
    const direction = isOpen ? 'asc' : 'desc';
    const rows = await tx.dispute.findMany({
      where: { state: isOpen ? 'open' : { not: 'open' } },
      orderBy: [{ raisedAt: direction }, { id: direction }],
      take: limit,
      include: { ...whole, proposition: { select: { statement: true } } },
    });
    return rows.map((row) => ({ ...fromRow(row), statement: row.proposition.statement }));
  },

  async resolve(
    id: string,
    how: { state: Exclude<DisputeState, 'open'>; at: Date; byId: string; resolution: string | null },
    tx: Tx,
  ): Promise<void> {
    await tx.dispute.update({
      where: { id },
      data: {
        state: how.state,
        resolvedAt: how.at,
        resolvedById: how.byId,
        resolution: how.resolution,
        version: { increment: 1 },
      },
    });
  },

  /** Claimants for whom an appeal is open, on whatever proposition. */
  async listAppealing(tx: Tx): Promise<Set<string>> {
    const rows = await tx.dispute.findMany({
      where: { kind: 'appeal', state: 'open', claimantId: { not: null } },
      select: { claimantId: true },
      distinct: ['claimantId'],
    });
    return new Set(rows.flatMap(({ claimantId }) => (claimantId === null ? [] : [claimantId])));
  },
};

type Row = DisputeRow & {
  raisedBy: { name: string } | null;
  resolvedBy: { name: string } | null;
  claimant: { name: string } | null;
  evidence: { url: string; title: string; note: string; publishedOn: Date | null; stance: Stance }[];
  verdictVersion: {
    version: number;
    outcome: Finding['outcome'] | null;
    voidReason: Finding['voidReason'];
    occurredOn: Date | null;
  };
};

function fromRow(row: Row): StoredDispute {
  const { outcome, voidReason, occurredOn, version } = row.verdictVersion;
  if (outcome === null) throw new Error(`dispute ${row.id} is about a verdict that says nothing`);
  return {
    id: row.id,
    propositionId: row.propositionId,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    raisedAt: row.raisedAt,
    raisedById: row.raisedById,
    raisedBy: row.raisedBy?.name ?? null,
    claimantId: row.claimantId,
    claimant: row.claimant?.name ?? null,
    resolvedAt: row.resolvedAt,
    resolvedBy: row.resolvedBy?.name ?? null,
    resolution: row.resolution,
    verdictVersion: version,
    disputed: { outcome, voidReason, occurredOn: fromDateColumn(occurredOn) },
    evidence: row.evidence.map(({ url, title, note, stance, publishedOn }) => ({
      url,
      title,
      note,
      stance,
      publishedOn: fromDateColumn(publishedOn),
    })),
  };
}
