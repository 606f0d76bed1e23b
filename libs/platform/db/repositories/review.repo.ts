import type { Answer, CalendarDate, ReviewAnswer, Stance, VoidReason } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { Prisma } from '../generated/client.js';

export interface NewEvidence {
  readonly url: string;
  readonly title: string;
  readonly publishedOn: CalendarDate | null;
  readonly stance: Stance;
  readonly note: string;
  /** What the page said when it was looked up. */
  readonly copyId: string | null;
}

export interface NewReview {
  readonly roundId: string;
  readonly reviewerId: string;
  readonly answer: Answer;
  readonly voidReason: VoidReason | null;
  readonly occurredOn: CalendarDate | null;
  readonly impossibleNow: boolean;
  readonly confidence: 'low' | 'medium' | 'high' | null;
  readonly note: string;
  readonly searchNote: string;
  readonly evidence: readonly NewEvidence[];
  readonly at: Date;
}

export const reviewRepo = {
  async insert(review: NewReview, tx: Tx): Promise<string> {
    const { evidence, at, occurredOn, ...columns } = review;
    const row = await tx.review.create({
      data: {
        ...columns,
        occurredOn: toDateColumn(occurredOn),
        submittedAt: at,
        evidence: {
          create: evidence.map((item) => ({
            ...item,
            publishedOn: toDateColumn(item.publishedOn),
            addedAt: at,
            addedById: review.reviewerId,
          })),
        },
      },
    });
    return row.id;
  },

  async hasAnswered(roundId: string, reviewerId: string, tx: Tx): Promise<boolean> {
    return (await tx.review.count({ where: { roundId, reviewerId } })) > 0;
  },

  /** What agreement looks at, in the order of submission. */
  async listAnswers(roundId: string, tx: Tx): Promise<ReviewAnswer[]> {
    const rows = await tx.review.findMany({
      where: { roundId },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      select: { reviewerId: true, answer: true, voidReason: true, occurredOn: true },
    });
    return rows.map((row) => ({ ...row, occurredOn: fromDateColumn(row.occurredOn) }));
  },

  /** The whole reviews of a round, for those who may see them. */
  async listWhole(roundId: string, tx: Tx) {
    const rows = await tx.review.findMany({
      where: { roundId },
      orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
      include: { reviewer: { select: { name: true } }, evidence: { orderBy: { addedAt: 'asc' } } },
    });
    return rows.map((row) => ({
      reviewerId: row.reviewerId,
      reviewer: row.reviewer.name,
      answer: row.answer,
      voidReason: row.voidReason,
      occurredOn: fromDateColumn(row.occurredOn),
      note: row.note,
      searchNote: row.searchNote,
      submittedAt: row.submittedAt,
      evidence: row.evidence.map((item) => ({
        url: item.url,
        title: item.title,
        publishedOn: fromDateColumn(item.publishedOn),
        stance: item.stance,
        note: item.note,
      })),
    }));
  },

  async findDraft(roundId: string, userId: string, tx: Tx) {
    return tx.reviewDraft.findUnique({ where: { roundId_userId: { roundId, userId } } });
  },

  async saveDraft(
    roundId: string,
    userId: string,
    content: Prisma.InputJsonObject,
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.reviewDraft.upsert({
      where: { roundId_userId: { roundId, userId } },
      create: { roundId, userId, content, savedAt: at },
      update: { content, savedAt: at, version: { increment: 1 } },
    });
  },

  async dropDraft(roundId: string, userId: string, tx: Tx): Promise<void> {
    await tx.reviewDraft.deleteMany({ where: { roundId, userId } });
  },
};
