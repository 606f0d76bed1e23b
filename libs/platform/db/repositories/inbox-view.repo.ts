import type { Tx } from '../database.js';

export interface StoredInboxView {
  readonly name: string;
  /** As in the address of the page. */
  readonly query: string;
}

export const inboxViewRepo = {
  async list(userId: string, tx: Tx): Promise<StoredInboxView[]> {
    return tx.inboxView.findMany({
      where: { userId },
      orderBy: { name: 'asc' },
      select: { name: true, query: true },
    });
  },

  async save(userId: string, { name, query }: StoredInboxView, at: Date, tx: Tx): Promise<void> {
    await tx.inboxView.upsert({
      where: { userId_name: { userId, name } },
      create: { userId, name, query, savedAt: at },
      update: { query, savedAt: at },
    });
  },

  async drop(userId: string, name: string, tx: Tx): Promise<void> {
    await tx.inboxView.deleteMany({ where: { userId, name } });
  },
};
