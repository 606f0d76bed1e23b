import type { Notice as NoticeRow, NoticeState, Stream } from '../generated/client.js';
import type { Tx } from '../database.js';
import { parseCursor, toPage, type PageRequest } from '../page-cursor.js';

/** A mail to be written: rendered already, and kept as it is. */
export interface NewNotice {
  readonly kind: string;
  /** The stream it can be unsubscribed by; null for what must arrive. */
  readonly stream: Stream | null;
  /** What makes it the same notice: a second one with the same key is never written. */
  readonly naturalKey: string;
  readonly userId: string | null;
  readonly claimantId: string | null;
  readonly toAddress: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** More headers by name, such as List-Unsubscribe. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A mail as it is kept: the local inbox is the list of these. */
export interface StoredNotice extends NewNotice {
  readonly id: string;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export const noticeRepo = {
  /** Writes the notice and returns its id; null when there is one with the same natural key. */
  async insert(notice: NewNotice, at: Date, tx: Tx): Promise<string | null> {
    const { headers, ...rest } = notice;
    const [row] = await tx.notice.createManyAndReturn({
      data: { ...rest, headers: { ...headers }, createdAt: at },
      skipDuplicates: true,
      select: { id: true },
    });
    return row?.id ?? null;
  },

  async find(id: string, tx: Tx): Promise<StoredNotice | null> {
    const row = await tx.notice.findUnique({ where: { id } });
    return row === null ? null : fromRow(row);
  },

  /** All mail, newest first. */
  async list(page: PageRequest, tx: Tx): Promise<{ items: StoredNotice[]; nextCursor: string | null }> {
    const after = parseCursor(page.cursor);
    const rows = await tx.notice.findMany({
      ...(after === null
        ? {}
        : {
            where: { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] },
          }),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: page.limit + 1,
    });
    const { items, nextCursor } = toPage(rows, page.limit, (row) => ({ at: row.createdAt, id: row.id }));
    return { items: items.map(fromRow), nextCursor };
  },

  /** Records that the mail server took it; false when it was not waiting to be sent. */
  async markSent(id: string, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.notice.updateMany({
      where: { id, state: 'queued' },
      data: { state: 'sent', sentAt: at, lastError: null, attempts: { increment: 1 } },
    });
    return count === 1;
  },

  /** Records an attempt that failed: for good, or until the next. */
  async markAttempt(id: string, failure: { error: string; isFinal: boolean }, tx: Tx): Promise<void> {
    await tx.notice.updateMany({
      where: { id, state: 'queued' },
      data: {
        lastError: failure.error,
        attempts: { increment: 1 },
        ...(failure.isFinal ? { state: 'failed' as const } : {}),
      },
    });
  },

  /** Puts a failed notice back among those to be sent; false when it had not failed. */
  async requeue(id: string, tx: Tx): Promise<boolean> {
    const { count } = await tx.notice.updateMany({
      where: { id, state: 'failed' },
      data: { state: 'queued' },
    });
    return count === 1;
  },

  async countByState(tx: Tx): Promise<Readonly<Record<NoticeState, number>>> {
    const rows = await tx.notice.groupBy({ by: ['state'], _count: true });
    const counts = { queued: 0, sent: 0, failed: 0 };
    for (const row of rows) counts[row.state] = row._count;
    return counts;
  },
};

function fromRow(row: NoticeRow): StoredNotice {
  const { headers, ...rest } = row;
  return { ...rest, headers: toHeaders(headers) };
}

function toHeaders(json: unknown): Record<string, string> {
  if (typeof json !== 'object' || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
