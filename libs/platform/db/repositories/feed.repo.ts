import type { Tx } from '../database.js';

export const feedRepo = {
  /** False where there is no such feed. */
  async mute(id: string, mutedAt: Date | null, tx: Tx): Promise<boolean> {
    const { count } = await tx.feed.updateMany({
      where: { id },
      data: { mutedAt, version: { increment: 1 } },
    });
    return count === 1;
  },
};
