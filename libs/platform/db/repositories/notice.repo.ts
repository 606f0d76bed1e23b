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
  /** Business time after which it is not worth sending any more; without, it always is. */
  readonly expiresAt?: Date | null;
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
    return row === null ? null : fromNoticeRow(row);
  },

  /** All mail, or what is in one state, newest first. */
  async list(
    page: PageRequest & { readonly state?: NoticeState | undefined },
    tx: Tx,
  ): Promise<{ items: StoredNotice[]; nextCursor: string | null }> {
    const after = parseCursor(page.cursor);
    const rows = await tx.notice.findMany({
      where: {
        ...(page.state === undefined ? {} : { state: page.state }),
        ...(after === null
          ? {}
          : { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: page.limit + 1,
    });
    const { items, nextCursor } = toPage(rows, page.limit, (row) => ({ at: row.createdAt, id: row.id }));
    return { items: items.map(fromNoticeRow), nextCursor };
  },
};

/** For the repositories that read notices. */
export function fromNoticeRow(row: NoticeRow): StoredNotice {
  const { headers, ...rest } = row;
  return { ...rest, headers: toHeaders(headers) };
}

function toHeaders(json: unknown): Record<string, string> {
  if (typeof json !== 'object' || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
