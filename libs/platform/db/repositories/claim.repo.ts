import { type CalendarDate, type ClaimRole, type LikelihoodBand, numberSeries } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { Claim as ClaimRow } from '../generated/client.js';
import { claimantRepo } from './claimant.repo.js';

export interface AnchorRow {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

export interface NewClaim {
  readonly propositionId: string;
  readonly snapshotId: string;
  readonly claimantId: string;
  readonly role: ClaimRole;
  readonly probability: LikelihoodBand;
  readonly lexiconVersion: string;
  readonly negated: boolean;
  readonly condition: string | null;
  readonly conditionPropositionId: string | null;
  readonly saidOn: CalendarDate;
  readonly retrospective: boolean;
  /** The first is the primary one. */
  readonly anchors: readonly AnchorRow[];
  /** A draft waits for its second coding. */
  readonly state?: 'draft' | 'active';
  readonly recordedById: string;
  readonly at: Date;
}

/** What of a claim a second coding may settle otherwise than it was first coded. */
export interface OpenedClaim {
  readonly probability: LikelihoodBand;
  /** Left out, it is that of the first coding. */
  readonly lexiconVersion?: string;
  readonly negated: boolean;
  readonly condition: string | null;
  readonly conditionPropositionId: string | null;
  readonly retrospective: boolean;
}

export const claimRepo = {
  /** Stores a claim with its anchors and revision 1. */
  async insert(claim: NewClaim, tx: Tx): Promise<string> {
    const columns = {
      propositionId: claim.propositionId,
      snapshotId: claim.snapshotId,
      claimantId: claim.claimantId,
      role: claim.role,
      low: claim.probability.low,
      point: claim.probability.point,
      high: claim.probability.high,
      phrase: claim.probability.phrase,
      basis: claim.probability.basis,
      lexiconVersion: claim.lexiconVersion,
      negated: claim.negated,
      conditionText: claim.condition,
      conditionPropositionId: claim.conditionPropositionId,
      retrospective: claim.retrospective,
      recordedById: claim.recordedById,
    };
    const anchors = claim.anchors.map((anchor, index) => ({
      ...anchor,
      snapshotId: claim.snapshotId,
      isPrimary: index === 0,
    }));
    const row = await tx.claim.create({
      data: {
        ...columns,
        state: claim.state ?? 'active',
        saidOn: toDateColumn(claim.saidOn),
        recordedAt: claim.at,
        anchors: { create: anchors },
        revisions: {
          create: {
            version: 1,
            content: { ...columns, state: claim.state ?? 'active', saidOn: claim.saidOn, anchors },
            reason: 'recorded',
            revisedAt: claim.at,
            revisedById: claim.recordedById,
          },
        },
      },
    });
    return row.id;
  },

  /** Takes a claim back as if it had never been made; what it was stays in its revisions. */
  async withdraw(
    id: string,
    { reason, by, at }: { reason: string; by: string; at: Date },
    tx: Tx,
  ): Promise<void> {
    await revise(id, { state: 'withdrawn' }, { reason, by, at }, tx);
  },

  /** Opens a draft: from now on it is in the record, as it was settled. */
  async open(
    id: string,
    { probability, condition, ...settled }: OpenedClaim,
    { reason, by, at }: { reason: string; by: string; at: Date },
    tx: Tx,
  ): Promise<void> {
    const { low, point, high, phrase, basis } = probability;
    const columns = { ...settled, low, point, high, phrase, basis, conditionText: condition };
    await tx.claim.update({ where: { id }, data: { recordedAt: at } });
    await revise(id, { ...columns, state: 'active' }, { reason, by, at }, tx);
  },

  /** The active claims on a proposition with what a reader needs to judge them, oldest first. */
  async listOfProposition(propositionId: string, tx: Tx) {
    const rows = await tx.claim.findMany({
      where: { propositionId, state: 'active' },
      orderBy: [{ saidOn: 'asc' }, { id: 'asc' }],
      include: {
        claimant: { select: { id: true, name: true, kind: true } },
        anchors: { where: { isPrimary: true }, take: 1 },
        snapshot: { select: { source: { include: { outlet: true } } } },
      },
    });
    const roots = rows.length < 2 ? new Map<string, string>() : await claimantRepo.listMerges(tx);
    const series = numberSeries(
      rows.map(({ id, claimantId, saidOn, point }) => ({
        id,
        claimantId: roots.get(claimantId) ?? claimantId,
        saidOn: fromDateColumn(saidOn),
        point,
      })),
    );
    return rows.map((row) => ({
      id: row.id,
      series: series.get(row.id) ?? null,
      claimant: row.claimant.name,
      claimantId: row.claimant.id,
      claimantKind: row.claimant.kind,
      role: row.role,
      quote: row.anchors[0]?.exact ?? '',
      prefix: row.anchors[0]?.prefix ?? '',
      suffix: row.anchors[0]?.suffix ?? '',
      sourceTitle: row.snapshot.source.title,
      outlet: row.snapshot.source.outlet?.name ?? null,
      saidOn: fromDateColumn(row.saidOn),
      probability: { low: row.low, point: row.point, high: row.high, phrase: row.phrase, basis: row.basis },
      condition: row.conditionText,
      retrospective: row.retrospective,
    }));
  },

  /** Everybody whose score a verdict on this proposition may touch, by claim or by condition. */
  async listAffectedClaimants(propositionId: string, tx: Tx): Promise<string[]> {
    const rows = await tx.claim.findMany({
      where: { OR: [{ propositionId }, { conditionPropositionId: propositionId }] },
      select: { claimantId: true },
      distinct: ['claimantId'],
    });
    return rows.map((row) => row.claimantId);
  },

  /** Active claims on this proposition or conditional on it, whose scores a verdict on it changes. */
  async listConcerned(propositionId: string, tx: Tx): Promise<string[]> {
    const rows = await tx.claim.findMany({
      where: { state: 'active', OR: [{ propositionId }, { conditionPropositionId: propositionId }] },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },
};

/** Changes a claim and keeps what it is then, whole, as its next revision. */
async function revise(
  id: string,
  columns: Partial<Omit<ClaimRow, 'id' | 'version' | 'recordedAt' | 'saidOn'>>,
  { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date },
  tx: Tx,
): Promise<void> {
  const row = await tx.claim.update({
    where: { id },
    data: { ...columns, version: { increment: 1 } },
    include: { revisions: { orderBy: { version: 'desc' }, take: 1 } },
  });
  const before = row.revisions[0]?.content;
  await tx.claimRevision.create({
    data: {
      claimId: id,
      version: row.version,
      content: { ...(typeof before === 'object' ? before : {}), ...columns },
      reason,
      revisedAt: at,
      revisedById: by,
    },
  });
}
