import type { Tx } from '../database.js';

/** A sender of signed events. Secrets are sealed; times are real time. */
export interface StoredHook {
  readonly id: string;
  readonly title: string;
  readonly sourceKey: string;
  readonly secretSealed: string;
  readonly previousSecretSealed: string | null;
  readonly previousSecretUntil: Date | null;
}

const LISTED = { kind: 'webhook', state: 'active' } as const;

export const hookRepo = {
  async insert(
    hook: { title: string; sourceKey: string; secretSealed: string },
    by: string,
    at: Date,
    tx: Tx,
  ): Promise<StoredHook> {
    return fromRow(
      await tx.feed.create({ data: { kind: 'webhook', ...hook, createdAt: at, createdById: by } }),
    );
  },

  async find(id: string, tx: Tx): Promise<StoredHook | null> {
    const row = await tx.feed.findFirst({ where: { id, ...LISTED } });
    return row === null ? null : fromRow(row);
  },

  async findByKey(sourceKey: string, tx: Tx): Promise<StoredHook | null> {
    const row = await tx.feed.findFirst({ where: { sourceKey, ...LISTED } });
    return row === null ? null : fromRow(row);
  },

  async list(
    tx: Tx,
  ): Promise<(StoredHook & { readonly events: number; readonly lastDeliveryAt: Date | null })[]> {
    const rows = await tx.feed.findMany({
      where: LISTED,
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      include: { _count: { select: { events: true } } },
    });
    const last = await tx.inboundDelivery.groupBy({ by: ['feedId'], _max: { receivedAt: true } });
    const lastOf = new Map(last.map(({ feedId, _max }) => [feedId, _max.receivedAt]));
    return rows.map((row) => ({
      ...fromRow(row),
      events: row._count.events,
      lastDeliveryAt: lastOf.get(row.id) ?? null,
    }));
  },

  /** Puts a new secret in the place of the present one, which is taken as well until `until`. */
  async renewSecret(hook: StoredHook, secretSealed: string, until: Date, tx: Tx): Promise<StoredHook> {
    const row = await tx.feed.update({
      where: { id: hook.id },
      data: { secretSealed, previousSecretSealed: hook.secretSealed, previousSecretUntil: until },
    });
    return fromRow(row);
  },

  async remove(id: string, tx: Tx): Promise<boolean> {
    const { count } = await tx.feed.updateMany({ where: { id, ...LISTED }, data: { state: 'removed' } });
    return count === 1;
  },

  /** Whether this delivery is the first of its id. Two at once: the second waits for the first to be over. */
  async claimDelivery(
    delivery: { feedId: string; deliveryKey: string; bodySha256: string },
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.inboundDelivery.createMany({
      data: [{ ...delivery, receivedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  async findDeliveryHash(feedId: string, deliveryKey: string, tx: Tx): Promise<string | null> {
    const row = await tx.inboundDelivery.findUnique({
      where: { feedId_deliveryKey: { feedId, deliveryKey } },
    });
    return row?.bodySha256 ?? null;
  },
};

interface HookRow extends Omit<StoredHook, 'sourceKey' | 'secretSealed'> {
  readonly sourceKey: string | null;
  readonly secretSealed: string | null;
}

function fromRow({
  id,
  title,
  sourceKey,
  secretSealed,
  previousSecretSealed,
  previousSecretUntil,
}: HookRow): StoredHook {
  return {
    id,
    title,
    sourceKey: sourceKey ?? '',
    secretSealed: secretSealed ?? '',
    previousSecretSealed,
    previousSecretUntil,
  };
}
