import type { Tx } from '../database.js';
import type { NewSnapshot } from './source.repo.js';

/** Texts of sources as they were at one time; never changed. */
export const snapshotRepo = {
  async find(id: string, tx: Tx) {
    const row = await tx.snapshot.findUnique({
      where: { id },
      select: { id: true, sourceId: true, text: true, textSha256: true, takenAt: true },
    });
    if (row === null) return null;
    const { textSha256: sha256, ...rest } = row;
    return { ...rest, sha256 };
  },

  /** The snapshot of a source with this very text. */
  async findOf(sourceId: string, textSha256: string, tx: Tx): Promise<string | null> {
    const row = await tx.snapshot.findUnique({
      where: { sourceId_textSha256: { sourceId, textSha256 } },
      select: { id: true },
    });
    return row?.id ?? null;
  },

  async insert(sourceId: string, snapshot: NewSnapshot, at: Date, tx: Tx): Promise<string> {
    const row = await tx.snapshot.create({
      data: { ...snapshot, sourceId, takenAt: at },
      select: { id: true },
    });
    return row.id;
  },
};
