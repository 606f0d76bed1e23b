import type { ReviewAnswer, WindowSpan } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

/** A first and a second answer of one reviewer to one question. */
export interface AnsweredTwice {
  readonly first: ReviewAnswer;
  readonly second: ReviewAnswer;
  readonly span: WindowSpan;
}

export const retestRepo = {
  /** Everything that was answered a second time, in the order of the second answers. */
  async listAnswered(tx: Tx): Promise<AnsweredTwice[]> {
    const rows = await tx.retest.findMany({
      where: { answeredAt: { not: null } },
      orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
      include: {
        review: {
          select: {
            reviewerId: true,
            answer: true,
            voidReason: true,
            occurredOn: true,
            round: {
              select: {
                proposition: { select: { windowStartOn: true, deadlineOn: true, precision: true } },
              },
            },
          },
        },
      },
    });
    return rows.flatMap(({ answer, voidReason, occurredOn, review }) => {
      if (answer === null) return [];
      const { reviewerId, round } = review;
      const { windowStartOn, deadlineOn, precision } = round.proposition;
      return [
        {
          first: {
            reviewerId,
            answer: review.answer,
            voidReason: review.voidReason,
            occurredOn: fromDateColumn(review.occurredOn),
          },
          second: { reviewerId, answer, voidReason, occurredOn: fromDateColumn(occurredOn) },
          span: {
            windowStartOn: fromDateColumn(windowStartOn),
            deadlineOn: fromDateColumn(deadlineOn),
            precision,
          },
        },
      ];
    });
  },
};
