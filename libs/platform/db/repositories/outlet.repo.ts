import type { Tx } from '../database.js';

export const outletRepo = {
  async find(id: string, tx: Tx): Promise<{ readonly id: string; readonly name: string } | null> {
    return tx.outlet.findUnique({ where: { id }, select: { id: true, name: true } });
  },
};
