import type { ModelFault } from '#core/domain';
import type { DropCounts, ModelFinding } from '#core/extraction';
import type { Tx } from '../database.js';
import type { ModelReading as ReadingRow, Prisma } from '../generated/client.js';

/** A language model's reading of a snapshot: asked for part by part, finished when all parts are in. */
export interface StoredModelReading {
  readonly id: string;
  readonly snapshotId: string;
  readonly sourceId: string;
  readonly extractorVersion: string;
  readonly model: string;
  readonly round: number;
  readonly partsDone: number;
  readonly parts: number;
  readonly findings: readonly ModelFinding[];
  readonly dropped: DropCounts;
  readonly fault: ModelFault | null;
  readonly faultDetail: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

export interface NewModelReading {
  readonly snapshotId: string;
  readonly extractorVersion: string;
  readonly model: string;
  readonly parts: number;
  readonly at: Date;
}

const withSource = { snapshot: { select: { sourceId: true } } } as const;

export const modelReadingRepo = {
  async insert(reading: NewModelReading, tx: Tx): Promise<StoredModelReading> {
    const { at, ...columns } = reading;
    const row = await tx.modelReading.create({
      data: { ...columns, requestedAt: at },
      include: withSource,
    });
    return fromRow(row);
  },

  async find(id: string, tx: Tx): Promise<StoredModelReading | null> {
    const row = await tx.modelReading.findUnique({ where: { id }, include: withSource });
    return row === null ? null : fromRow(row);
  },

  async findVersion(
    snapshotId: string,
    extractorVersion: string,
    tx: Tx,
  ): Promise<StoredModelReading | null> {
    const row = await tx.modelReading.findUnique({
      where: { snapshotId_extractorVersion: { snapshotId, extractorVersion } },
      include: withSource,
    });
    return row === null ? null : fromRow(row);
  },

  /** The reading a source shows: the one asked for last. */
  async findNewest(snapshotId: string, tx: Tx): Promise<StoredModelReading | null> {
    const row = await tx.modelReading.findFirst({
      where: { snapshotId },
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      include: withSource,
    });
    return row === null ? null : fromRow(row);
  },

  /** The reading whose candidates stand beside those of the rules: the one finished last. */
  async findFinished(snapshotId: string, tx: Tx): Promise<StoredModelReading | null> {
    const row = await tx.modelReading.findFirst({
      where: { snapshotId, finishedAt: { not: null } },
      orderBy: [{ finishedAt: 'desc' }, { id: 'desc' }],
      include: withSource,
    });
    return row === null ? null : fromRow(row);
  },

  /**
   * Adds what part `part` of round `round` gave; false, and nothing is changed, when that part is in already or the
   * reading was asked for anew. Of two who come at once the second waits and finds it done.
   */
  async addPart(
    id: string,
    answer: { round: number; part: number; findings: readonly ModelFinding[]; dropped: DropCounts },
    tx: Tx,
  ): Promise<boolean> {
    const { round, part, findings, dropped } = answer;
    const [open] = await tx.$queryRaw<{ dropped: DropCounts }[]>`
      SELECT dropped FROM model_readings
      WHERE id = ${id}::uuid AND round = ${round} AND parts_done = ${part - 1} FOR UPDATE`;
    if (open === undefined) return false;
    await tx.$executeRaw`
      UPDATE model_readings
      SET parts_done = ${part}, fault = NULL, fault_detail = '',
          findings = findings || ${JSON.stringify(findings)}::jsonb,
          dropped = ${JSON.stringify(addCounts(open.dropped, dropped))}::jsonb
      WHERE id = ${id}::uuid`;
    return true;
  },

  async finish(id: string, at: Date, tx: Tx): Promise<void> {
    await tx.modelReading.update({ where: { id }, data: { finishedAt: at } });
  },

  /** Notes why a try failed; a reading that went on in the meantime is left alone. */
  async noteFault(
    id: string,
    failure: { round: number; part: number; fault: ModelFault; detail: string },
    tx: Tx,
  ): Promise<void> {
    const { round, part, fault, detail } = failure;
    await tx.modelReading.updateMany({
      where: { id, round, partsDone: part - 1, finishedAt: null },
      data: { fault, faultDetail: detail },
    });
  },

  /**
   * Begins another round on what is not answered yet, or from the start where the text is now cut into another number of
   * parts; false when somebody was faster.
   */
  async askAgain(
    { id, round, parts }: Pick<StoredModelReading, 'id' | 'round' | 'parts'>,
    partsNow: number,
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const fromTheStart = { parts: partsNow, partsDone: 0, findings: [], dropped: {} };
    const { count } = await tx.modelReading.updateMany({
      where: { id, round, finishedAt: null },
      data: {
        round: { increment: 1 },
        fault: null,
        faultDetail: '',
        requestedAt: at,
        ...(parts === partsNow ? {} : fromTheStart),
      },
    });
    return count === 1;
  },
};

function addCounts(left: DropCounts, right: DropCounts): DropCounts {
  const sum: Record<string, number> = { ...left };
  for (const [reason, count] of Object.entries(right)) sum[reason] = (sum[reason] ?? 0) + count;
  return sum;
}

function fromRow(row: ReadingRow & { snapshot: { sourceId: string } }): StoredModelReading {
  const { snapshot, findings, dropped, ...rest } = row;
  return {
    ...rest,
    sourceId: snapshot.sourceId,
    // Written by addPart and by nobody else.
    findings: findings as Prisma.JsonArray as unknown as ModelFinding[],
    dropped: dropped as DropCounts,
  };
}
