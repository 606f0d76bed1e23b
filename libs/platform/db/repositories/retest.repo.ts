import type { ReviewAnswer, WindowSpan } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { isUnderWay } from '../queries/under-way.js';

/** A first and a second answer of one reviewer to one question. */
export interface AnsweredTwice {
  readonly first: ReviewAnswer;
  readonly second: ReviewAnswer;
  readonly span: WindowSpan;
}

export interface RetestPlan {
  /** Answers given between these instants are old enough, and not so old that nobody is used to the work any more. */
  readonly from: Date;
  readonly to: Date;
  /** So many of a hundred answers, chosen by their ids: the same ones however often one looks. */
  readonly percent: number;
  readonly at: Date;
}

export const retestRepo = {
  /**
   * Puts old answers to their reviewers again and returns how many. Only what has a final verdict and no round under way,
   * and one question a person at a time. TOO_EARLY is left out: time itself changes that answer. A second run finds the
   * same ones taken.
   */
  async plan({ from, to, percent, at }: RetestPlan, tx: Tx): Promise<number> {
    const chosen = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT ON (w.reviewer_id) w.id::text AS id
      FROM reviews w
      JOIN rounds r ON r.id = w.round_id
      JOIN propositions p ON p.id = r.proposition_id
      JOIN users u ON u.id = w.reviewer_id
      WHERE w.submitted_at >= ${from} AND w.submitted_at < ${to} AND w.answer <> 'TOO_EARLY'
        AND p.status = 'final' AND NOT ${isUnderWay(Prisma.sql`p.id`)}
        AND u.disabled_at IS NULL AND 'reviewer' = ANY (u.roles)
        AND ('x' || substr(md5(w.id::text), 1, 7))::bit(28)::int % 100 < ${percent}
        AND NOT EXISTS (SELECT 1 FROM retests t WHERE t.review_id = w.id)
        AND NOT EXISTS (
          SELECT 1 FROM retests t JOIN reviews o ON o.id = t.review_id
          WHERE o.reviewer_id = w.reviewer_id AND t.answered_at IS NULL)
      ORDER BY w.reviewer_id, w.submitted_at, w.id`;
    const { count } = await tx.retest.createMany({
      data: chosen.map(({ id }) => ({ reviewId: id, askedAt: at })),
      skipDuplicates: true,
    });
    return count;
  },

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
