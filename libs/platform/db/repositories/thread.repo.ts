import type { Tx } from '../database.js';

export const threadRepo = {
  async insert(
    entry: { propositionId: string; authorId: string; text: string; at: Date },
    tx: Tx,
  ): Promise<void> {
    const { at, ...columns } = entry;
    await tx.threadEntry.create({ data: { ...columns, addedAt: at } });
  },

  /** In order of time; the text of a hidden entry is null. */
  async list(propositionId: string, tx: Tx) {
    const rows = await tx.threadEntry.findMany({
      where: { propositionId },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      include: { author: { select: { name: true } } },
    });
    return rows.map((row) => ({
      id: row.id,
      author: row.author.name,
      text: row.hiddenAt === null ? row.text : null,
      addedAt: row.addedAt,
    }));
  },

  /** The proposition of the entry; null where there is none to hide. */
  async hide(id: string, byId: string, at: Date, tx: Tx): Promise<string | null> {
    const [row] = await tx.threadEntry.updateManyAndReturn({
      where: { id, hiddenAt: null },
      data: { hiddenAt: at, hiddenById: byId },
      select: { propositionId: true },
    });
    return row?.propositionId ?? null;
  },

  /** It stays as it is written: the table takes no changes. */
  async clarify(
    entry: { propositionId: string; addedById: string; text: string; at: Date },
    tx: Tx,
  ): Promise<string> {
    const { at, ...columns } = entry;
    const { id } = await tx.clarification.create({ data: { ...columns, addedAt: at } });
    return id;
  },

  async listClarifications(propositionId: string, tx: Tx) {
    return tx.clarification.findMany({
      where: { propositionId },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      select: { text: true, addedAt: true },
    });
  },
};
