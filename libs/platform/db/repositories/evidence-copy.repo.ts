import type { CalendarDate } from '#core/domain';
import { toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

export interface NewEvidenceCopy {
  readonly url: string;
  readonly title: string;
  readonly publishedOn: CalendarDate | null;
  readonly text: string;
  readonly textSha256: string;
  readonly at: Date;
  readonly byId: string;
}

export const evidenceCopyRepo = {
  /** Kept once per address and text. */
  async keep({ at, byId, publishedOn, ...copy }: NewEvidenceCopy, tx: Tx): Promise<string> {
    const { url, textSha256 } = copy;
    const row = await tx.evidenceCopy.upsert({
      where: { url_textSha256: { url, textSha256 } },
      create: { ...copy, publishedOn: toDateColumn(publishedOn), fetchedAt: at, fetchedById: byId },
      update: {},
      select: { id: true },
    });
    return row.id;
  },

  /** The address a copy was made of; null where there is no such copy. */
  async findUrl(id: string, tx: Tx): Promise<string | null> {
    return (await tx.evidenceCopy.findUnique({ where: { id }, select: { url: true } }))?.url ?? null;
  },
};
