import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { isUnderWay } from './under-way.js';

/** How long a reviewer usually takes; medians over the rounds that are decided. */
export interface ReviewerTimes {
  readonly reviewerId: string;
  readonly answers: number;
  /** Minutes with the form open, over all leases of a round; null where none is on record. */
  readonly minutes: number | null;
  /** Days from falling due, or from the round’s opening where that came later, to the answer. */
  readonly days: number | null;
}

/**
 * Times of everybody who has answered in a decided round, without what is under way. Leases run on real time, answers on
 * the business clock; the two are never subtracted from each other.
 */
export async function listReviewerTimes(tx: Tx): Promise<ReviewerTimes[]> {
  return tx.$queryRaw<ReviewerTimes[]>`
    WITH answered AS (
      SELECT w.reviewer_id,
        (SELECT sum(extract(epoch FROM least(l.released_at, l.expires_at) - l.taken_at)) / 60
          FROM leases l WHERE l.round_id = w.round_id AND l.user_id = w.reviewer_id AND l.retest_id IS NULL) AS minutes,
        extract(epoch FROM w.submitted_at - CASE
          WHEN r.number = 1 AND p.due_at <= w.submitted_at THEN p.due_at ELSE r.opened_at END) / 86400 AS days
      FROM reviews w
      JOIN rounds r ON r.id = w.round_id
      JOIN propositions p ON p.id = r.proposition_id
      WHERE r.state = 'decided' AND NOT ${isUnderWay(Prisma.sql`r.proposition_id`)}
    )
    SELECT reviewer_id::text AS "reviewerId", count(*)::int AS answers,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes::float8) AS minutes,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY days::float8) AS days
    FROM answered GROUP BY reviewer_id ORDER BY reviewer_id`;
}
