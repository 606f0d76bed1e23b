import type { Tx } from '../database.js';

export const digestRepo = {
  /** Keeps the user's place for the week; false when it was taken before, also by a digest skipped for being empty. */
  async claim(
    userId: string,
    isoWeek: string,
    state: 'sent' | 'skipped',
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.digest.createMany({
      data: { userId, isoWeek, state, builtAt: at },
      skipDuplicates: true,
    });
    return count === 1;
  },

  /** Who of these has a digest of that week already; as "user week". */
  async listTaken(
    wanted: readonly { readonly userId: string; readonly isoWeek: string }[],
    tx: Tx,
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.$queryRaw<{ key: string }[]>`
      SELECT d.user_id::text || ' ' || d.iso_week AS key FROM digests d
      JOIN jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("userId" uuid, "isoWeek" text)
        ON w."userId" = d.user_id AND w."isoWeek" = d.iso_week`;
    return new Set(rows.map(({ key }) => key));
  },

  /** When the user's last digest was built before `before`, also one that was empty; null where none was. */
  async findLastBuiltAt(userId: string, before: Date, tx: Tx): Promise<Date | null> {
    const row = await tx.digest.findFirst({
      where: { userId, builtAt: { lt: before } },
      orderBy: { builtAt: 'desc' },
      select: { builtAt: true },
    });
    return row?.builtAt ?? null;
  },

  async attachNotice(userId: string, isoWeek: string, noticeId: string, tx: Tx): Promise<void> {
    await tx.digest.update({ where: { userId_isoWeek: { userId, isoWeek } }, data: { noticeId } });
  },
};
