import type { Tx } from '../database.js';

/** That a source was found to be a copy of another, and whether somebody said otherwise. */
export interface StoredCopy {
  readonly original: { readonly id: string; readonly title: string };
  readonly similarity: number;
  readonly dismissedAt: Date | null;
}

export const syndicatedCopyRepo = {
  async find(copyId: string, tx: Tx): Promise<StoredCopy | null> {
    return tx.syndicatedCopy.findUnique({
      where: { copyId },
      select: {
        original: { select: { id: true, title: true } },
        similarity: true,
        dismissedAt: true,
      },
    });
  },

  async link(copyId: string, originalId: string, similarity: number, at: Date, tx: Tx): Promise<void> {
    await tx.syndicatedCopy.create({ data: { copyId, originalId, similarity, detectedAt: at } });
  },

  /** False when it is no copy, or was said to be none before. */
  async dismiss(copyId: string, userId: string, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.syndicatedCopy.updateMany({
      where: { copyId, dismissedAt: null },
      data: { dismissedAt: at, dismissedById: userId },
    });
    return count === 1;
  },

  async restore(copyId: string, tx: Tx): Promise<boolean> {
    const { count } = await tx.syndicatedCopy.updateMany({
      where: { copyId, dismissedAt: { not: null } },
      data: { dismissedAt: null, dismissedById: null },
    });
    return count === 1;
  },
};
