import type { Tx } from '../database.js';

export interface NewAnswerLink {
  readonly tokenHash: string;
  readonly claimantId: string;
  readonly propositionId: string;
  /** Null where the opening is told. */
  readonly verdictVersionId: string | null;
  readonly at: Date;
  /** Real time. */
  readonly expiresAt: Date;
}

/** What claimants say of verdicts, the links by which they say it, and where they are written to. */
export const answerRepo = {
  async findLink(tokenHash: string, tx: Tx) {
    return tx.answerLink.findUnique({
      where: { tokenHash },
      select: {
        claimantId: true,
        propositionId: true,
        expiresAt: true,
        claimant: { select: { name: true } },
      },
    });
  },

  /** False where the claimant was told of it before. */
  async insertLink({ at, ...link }: NewAnswerLink, tx: Tx): Promise<boolean> {
    const { count } = await tx.answerLink.createMany({
      data: [{ ...link, createdAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  },

  async insert(
    answer: { claimantId: string; propositionId: string; text: string; at: Date },
    tx: Tx,
  ): Promise<string> {
    const { at, ...columns } = answer;
    const row = await tx.claimantAnswer.create({
      data: { ...columns, answeredAt: at },
      select: { id: true },
    });
    return row.id;
  },

  /** In order of time; the text of a hidden answer is null, its reason is not. */
  async list(propositionId: string, tx: Tx) {
    const rows = await tx.claimantAnswer.findMany({
      where: { propositionId },
      orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
      include: { claimant: { select: { name: true } } },
    });
    return rows.map((row) => ({
      id: row.id,
      claimantId: row.claimantId,
      claimant: row.claimant.name,
      text: row.hiddenAt === null ? row.text : null,
      answeredAt: row.answeredAt,
      hiddenReason: row.hiddenReason,
    }));
  },

  /** The proposition of the answer; null where there is none to hide. */
  async hide(id: string, how: { byId: string; reason: string; at: Date }, tx: Tx): Promise<string | null> {
    const [row] = await tx.claimantAnswer.updateManyAndReturn({
      where: { id, hiddenAt: null },
      data: { hiddenAt: how.at, hiddenById: how.byId, hiddenReason: how.reason },
      select: { propositionId: true },
    });
    return row?.propositionId ?? null;
  },

  /** The claimants of a proposition's active claims. */
  async listClaimants(propositionId: string, tx: Tx) {
    return tx.claimant.findMany({
      where: { claims: { some: { propositionId, state: 'active' } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, contactEmail: true, optedOutAt: true },
    });
  },

  /** False where there is no such claimant. Without an address the links that were sent to it end. */
  async setAddress(claimantId: string, email: string | null, tx: Tx): Promise<boolean> {
    const { count } = await tx.claimant.updateMany({
      where: { id: claimantId },
      data: {
        contactEmail: email,
        version: { increment: 1 },
        ...(email === null ? {} : { optedOutAt: null }),
      },
    });
    if (email === null) await tx.answerLink.deleteMany({ where: { claimantId } });
    return count === 1;
  },

  /** Sets and takes back the suspensions that follow from the appeals there are; returns whether anything changed. */
  async suspendRanks(suspended: ReadonlySet<string>, at: Date, tx: Tx): Promise<boolean> {
    const ids = [...suspended];
    const on = await tx.claimant.updateMany({
      where: { id: { in: ids }, rankSuspendedAt: null },
      data: { rankSuspendedAt: at },
    });
    const off = await tx.claimant.updateMany({
      where: { id: { notIn: ids }, rankSuspendedAt: { not: null } },
      data: { rankSuspendedAt: null },
    });
    return on.count + off.count > 0;
  },
};
