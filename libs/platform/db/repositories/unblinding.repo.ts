import type { Tx } from '../database.js';

export const unblindingRepo = {
  /** False where the person had asked before. */
  async add(userId: string, propositionId: string, at: Date, tx: Tx): Promise<boolean> {
    const { count } = await tx.unblinding.createMany({
      data: { userId, propositionId, unblindedAt: at },
      skipDuplicates: true,
    });
    return count === 1;
  },

  async has(userId: string, propositionId: string, tx: Tx): Promise<boolean> {
    return (await tx.unblinding.count({ where: { userId, propositionId } })) > 0;
  },
};
