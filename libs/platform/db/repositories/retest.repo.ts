import type { Answer, CalendarDate, ReviewAnswer, VoidReason, WindowSpan } from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { hasStake } from '../queries/stake.js';
import { Prisma } from '../generated/client.js';

/** A question that was answered and is put to the same person again. */
export interface OpenRetest {
  readonly id: string;
  /** Of the first answer. */
  readonly roundId: string;
  readonly firstAnsweredAt: Date;
  readonly plannedAt: Date;
}

export interface RetestPlan {
  /** Share of answers, 0-100, that come back. */
  readonly percent: number;
  /** First answers given between these instants. */
  readonly from: Date;
  readonly to: Date;
  /** So many at most are open for one person. */
  readonly most: number;
}

/** Both answers of one person to one question. */
export interface AnsweredRetest {
  readonly userId: string;
  readonly propositionId: string;
  readonly statement: string;
  readonly span: WindowSpan;
  readonly first: ReviewAnswer;
  readonly second: ReviewAnswer;
  readonly answeredAt: Date;
}

/** Of review `w` in round `r` on proposition `p`: nobody has cause to ask the question in earnest again. */
const IS_QUIET = Prisma.sql`p.status = 'final'
  AND NOT EXISTS (SELECT 1 FROM rounds n WHERE n.proposition_id = p.id AND n.number > r.number)
  AND NOT EXISTS (SELECT 1 FROM disputes d WHERE d.proposition_id = p.id AND d.state = 'open')`;

/**
 * Of the same: nothing the person is shown elsewhere tells the verdict, as that on another deadline of the question, on a
 * claim with this as its condition, or in the list of corrections would; and nothing there tells that it was asked before.
 */
const IS_UNTOLD = Prisma.sql`
  NOT EXISTS (SELECT 1 FROM disputes d WHERE d.proposition_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM verdict_versions v WHERE v.proposition_id = p.id AND v.stage = 'reopened')
  AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.condition_proposition_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.round_id = r.id)
  AND NOT EXISTS (
    SELECT 1 FROM families f JOIN families g ON lower(g.name) = lower(f.name)
    JOIN propositions o ON o.family_id = g.id AND o.id <> p.id WHERE f.id = p.family_id)`;

export const retestRepo = {
  /** Null for whoever is not retested, and where the question is open in earnest. */
  async findOpen(userId: string, propositionId: string, tx: Tx): Promise<OpenRetest | null> {
    const row = await tx.retest.findFirst({
      where: {
        userId,
        propositionId,
        answeredAt: null,
        droppedAt: null,
        proposition: { status: 'final', disputes: { none: { state: 'open' } } },
      },
      include: { review: { select: { submittedAt: true } } },
    });
    return row === null
      ? null
      : {
          id: row.id,
          roundId: row.roundId,
          firstAnsweredAt: row.review.submittedAt,
          plannedAt: row.plannedAt,
        };
  },

  /**
   * Chooses answers of the span to come back: those whose id falls into the share, in an order nobody can foresee. Only
   * what is final, due and quiet, and that nothing the person is shown would give away. How many were chosen.
   */
  async plan({ percent, from, to, most }: RetestPlan, now: Date, tx: Tx): Promise<number> {
    const chosen = await tx.$queryRaw<
      { reviewId: string; userId: string; propositionId: string; roundId: string }[]
    >`
      SELECT review_id AS "reviewId", user_id AS "userId", proposition_id AS "propositionId", round_id AS "roundId"
      FROM (
        SELECT w.id AS review_id, w.reviewer_id AS user_id, p.id AS proposition_id, r.id AS round_id,
          row_number() OVER (PARTITION BY w.reviewer_id ORDER BY md5(w.id::text)) AS place
        FROM reviews w JOIN rounds r ON r.id = w.round_id JOIN propositions p ON p.id = r.proposition_id
        JOIN users u ON u.id = w.reviewer_id
        WHERE w.submitted_at BETWEEN ${from} AND ${to} AND w.answer <> 'TOO_EARLY' AND NOT w.impossible_now
          AND ('x' || left(md5(w.id::text), 8))::bit(32)::bigint % 100 < ${percent}
          AND r.state = 'decided' AND p.due_at <= ${now} AND NOT coalesce(p.recheck_at > ${now}, false)
          AND u.disabled_at IS NULL AND 'reviewer' = ANY(u.roles::text[])
          AND NOT EXISTS (SELECT 1 FROM retests t WHERE t.review_id = w.id)
          AND ${IS_QUIET} AND ${IS_UNTOLD}
          AND NOT ${hasStake(Prisma.sql`w.reviewer_id`, Prisma.sql`p.id`)}
      ) c
      WHERE c.place <= ${most} - (
        SELECT count(*) FROM retests t
        WHERE t.user_id = c.user_id AND t.answered_at IS NULL AND t.dropped_at IS NULL)`;
    const { count } = await tx.retest.createMany({
      data: chosen.map((one) => ({ ...one, plannedAt: now })),
      skipDuplicates: true,
    });
    return count;
  },

  /** What is asked in earnest again, of whom nothing is asked any more, and all where nobody is retested. */
  async drop(isOff: boolean, now: Date, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE retests t SET dropped_at = ${now}
      FROM reviews w, rounds r, propositions p, users u
      WHERE w.id = t.review_id AND r.id = t.round_id AND p.id = t.proposition_id AND u.id = t.user_id
        AND t.answered_at IS NULL AND t.dropped_at IS NULL
        AND (${isOff} OR NOT (${IS_QUIET}) OR u.disabled_at IS NOT NULL OR NOT 'reviewer' = ANY(u.roles::text[]))`;
  },

  /** False where it was answered, or dropped, before. */
  async answer(
    id: string,
    second: { answer: Answer; voidReason: VoidReason | null; occurredOn: CalendarDate | null },
    at: Date,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.retest.updateMany({
      where: { id, answeredAt: null, droppedAt: null },
      data: { ...second, occurredOn: toDateColumn(second.occurredOn), answeredAt: at },
    });
    return count === 1;
  },

  /** Of one person or, without, of all; the newest first. */
  async listAnswered(userId: string | null, tx: Tx): Promise<AnsweredRetest[]> {
    const rows = await tx.retest.findMany({
      where: { answeredAt: { not: null }, ...(userId === null ? {} : { userId }) },
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
      include: { review: true, proposition: true },
    });
    return rows.flatMap(({ review, proposition, answer, answeredAt, ...row }) =>
      answer === null || answeredAt === null
        ? []
        : {
            userId: row.userId,
            propositionId: row.propositionId,
            statement: proposition.statement,
            span: {
              windowStartOn: fromDateColumn(proposition.windowStartOn),
              deadlineOn: fromDateColumn(proposition.deadlineOn),
              precision: proposition.precision,
            },
            first: {
              reviewerId: row.userId,
              answer: review.answer,
              voidReason: review.voidReason,
              occurredOn: fromDateColumn(review.occurredOn),
            },
            second: {
              reviewerId: row.userId,
              answer,
              voidReason: row.voidReason,
              occurredOn: fromDateColumn(row.occurredOn),
            },
            answeredAt,
          },
    );
  },
};
