import type { IntakeItemState } from '#core/domain';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';

export interface NewBatch {
  readonly intakeKind: 'file' | 'cli';
  readonly said: Prisma.InputJsonObject;
  readonly createdById: string;
  readonly at: Date;
  readonly items: readonly { readonly name: string; readonly isAddress: boolean }[];
}

/** An item that is ours to read until the lease ends. */
export interface TakenItem {
  readonly id: string;
  readonly leaseId: string;
  readonly name: string;
  readonly isAddress: boolean;
  readonly bytes: Uint8Array | null;
  readonly batch: {
    readonly intakeKind: 'file' | 'cli';
    readonly said: unknown;
    readonly createdById: string;
  };
}

const OPEN: IntakeItemState[] = ['announced', 'waiting', 'reading'];
const NO_LEASE = { leaseId: null, leaseUntil: null, bytes: null } as const;

const shownItem = {
  select: {
    id: true,
    number: true,
    name: true,
    isAddress: true,
    state: true,
    pagesDone: true,
    pages: true,
    isNew: true,
    fault: true,
    detail: true,
    source: { select: { id: true, title: true } },
  },
  orderBy: { number: 'asc' },
} as const;

/** Batches of documents, and what has become of each. The rows are the truth; jobs only ask to look at them. */
export const intakeBatchRepo = {
  async insert(batch: NewBatch, tx: Tx): Promise<StoredBatch> {
    const { intakeKind, said, createdById, at, items } = batch;
    return tx.intakeBatch.create({
      data: {
        intakeKind,
        said,
        createdById,
        createdAt: at,
        items: {
          create: items.map((item, i) => ({
            ...item,
            number: i + 1,
            state: item.isAddress ? 'waiting' : 'announced',
          })),
        },
      },
      include: { items: shownItem },
    });
  },

  async find(id: string, tx: Tx): Promise<StoredBatch | null> {
    return tx.intakeBatch.findUnique({ where: { id }, include: { items: shownItem } });
  },

  async findItem(id: string, tx: Tx): Promise<StoredItem | null> {
    return tx.intakeItem.findUnique({ where: { id }, select: shownItem.select });
  },

  /** The newest batches, with how many items are in which state. */
  async list(limit: number, tx: Tx) {
    const batches = await tx.intakeBatch.findMany({ orderBy: { id: 'desc' }, take: limit });
    const counts = await tx.intakeItem.groupBy({
      by: ['batchId', 'state'],
      where: { batchId: { in: batches.map(({ id }) => id) } },
      _count: true,
    });
    return batches.map((batch) => ({
      ...batch,
      counts: counts
        .filter(({ batchId }) => batchId === batch.id)
        .map(({ state, _count: count }) => ({ state, count })),
    }));
  },

  /** The bytes of an announced file; null when it is not announced (any more). */
  async receive(
    batchId: string,
    number: number,
    bytes: Uint8Array<ArrayBuffer>,
    tx: Tx,
  ): Promise<string | null> {
    const [item] = await tx.intakeItem.updateManyAndReturn({
      where: { batchId, number, state: 'announced', isAddress: false },
      data: { bytes, state: 'waiting' },
      select: { id: true },
    });
    return item?.id ?? null;
  },

  /** An announced file whose bytes are none that can be read. */
  async refuse(
    batchId: string,
    number: number,
    { code, detail }: { code: string; detail: string },
    realNow: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.intakeItem.updateMany({
      where: { batchId, number, state: 'announced', isAddress: false },
      data: { state: 'failed', fault: code, detail, finishedAt: realNow },
    });
  },

  /** Takes an item that waits, or whose reader has not shown itself for the length of its lease. */
  async take(
    id: string,
    lease: { leaseId: string; until: Date },
    realNow: Date,
    tx: Tx,
  ): Promise<TakenItem | null> {
    const [item] = await tx.intakeItem.updateManyAndReturn({
      where: { id, OR: [{ state: 'waiting' }, { state: 'reading', leaseUntil: { lt: realNow } }] },
      data: {
        state: 'reading',
        leaseId: lease.leaseId,
        leaseUntil: lease.until,
        pages: null,
        pagesDone: null,
      },
      select: {
        id: true,
        name: true,
        isAddress: true,
        bytes: true,
        batch: { select: { intakeKind: true, said: true, createdById: true } },
      },
    });
    if (item === undefined) return null;
    const intakeKind = item.batch.intakeKind === 'cli' ? 'cli' : 'file';
    return { ...item, leaseId: lease.leaseId, batch: { ...item.batch, intakeKind } };
  },

  /** Shows that the reader lives, and how far it is. */
  async beat(
    { id, leaseId }: Lease,
    until: Date,
    pages: { pagesDone: number; pages: number } | null,
    tx: Tx,
  ): Promise<void> {
    await tx.intakeItem.updateMany({
      where: { id, leaseId },
      data: { leaseUntil: until, ...pages },
    });
  },

  /** False when it was taken from the reader meanwhile, or cancelled. */
  async finish(
    { id, leaseId }: Lease,
    { sourceId, isNew }: { sourceId: string; isNew: boolean },
    realNow: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.intakeItem.updateMany({
      where: { id, leaseId },
      data: { ...NO_LEASE, state: 'done', sourceId, isNew, finishedAt: realNow },
    });
    return count === 1;
  },

  async fail(
    { id, leaseId }: Lease,
    { code, detail }: { code: string; detail: string },
    realNow: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.intakeItem.updateMany({
      where: { id, leaseId },
      data: { ...NO_LEASE, state: 'failed', fault: code, detail, finishedAt: realNow },
    });
  },

  /** Gives an item back that could not be read for a reason of ours. */
  async giveBack({ id, leaseId }: Lease, tx: Tx): Promise<void> {
    await tx.intakeItem.updateMany({
      where: { id, leaseId },
      data: { state: 'waiting', leaseId: null, leaseUntil: null },
    });
  },

  /** Items whose job has been given up for good: nobody comes for them. */
  async failAbandoned(
    batchId: string,
    job: string,
    { code, detail }: { code: string; detail: string },
    realNow: Date,
    tx: Tx,
  ): Promise<void> {
    const open = await tx.intakeItem.findMany({
      where: { batchId, state: { in: ['waiting', 'reading'] } },
      select: { id: true },
    });
    if (open.length === 0) return;
    const given = await tx.jobRun.findMany({
      // One that has failed without an end is to be tried again.
      where: {
        name: job,
        state: 'failed',
        finishedAt: { not: null },
        key: { in: open.map(({ id }) => id) },
      },
      select: { key: true },
    });
    if (given.length === 0) return;
    await tx.intakeItem.updateMany({
      where: {
        id: { in: given.map(({ key }) => key) },
        OR: [{ state: 'waiting' }, { state: 'reading', leaseUntil: { lt: realNow } }],
      },
      data: { ...NO_LEASE, state: 'failed', fault: code, detail, finishedAt: realNow },
    });
  },

  /** Whatever is not over is called off, the reading under way included; returns how many. */
  async cancel(id: string, at: Date, realNow: Date, tx: Tx): Promise<number> {
    await tx.intakeBatch.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: at } });
    const { count } = await tx.intakeItem.updateMany({
      where: { batchId: id, state: { in: OPEN } },
      data: { ...NO_LEASE, state: 'cancelled', finishedAt: realNow },
    });
    return count;
  },
};

type Lease = Pick<TakenItem, 'id' | 'leaseId'>;

export type StoredItem = Prisma.IntakeItemGetPayload<typeof shownItem>;
export interface StoredBatch {
  readonly id: string;
  readonly createdAt: Date;
  readonly cancelledAt: Date | null;
  readonly items: StoredItem[];
}
