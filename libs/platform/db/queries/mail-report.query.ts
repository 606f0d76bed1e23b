import type { MailWeek } from '#core/domain';
import type { Tx } from '../database.js';

/** The mail of the last seven days, and what waits now. */
export interface MailReport extends MailWeek {
  readonly failed: number;
  readonly unknown: number;
  readonly suppressed: number;
  readonly waiting: number;
  /** Since when the oldest of those has waited. */
  readonly waitingSince: Date | null;
}

const WEEK_MS = 7 * 86_400_000;

/** What became of the mail of the seven days before `now`, in business time like everything it counts. */
export async function readMailReport(now: Date, tx: Tx): Promise<MailReport> {
  const from = new Date(now.getTime() - WEEK_MS);
  const [row] = await tx.$queryRaw<MailReport[]>`
    SELECT n.*, d.*, w.*, s.* FROM
      (SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed,
          count(*) FILTER (WHERE state = 'unknown')::int AS unknown,
          count(*) FILTER (WHERE state = 'suppressed')::int AS suppressed,
          count(*) FILTER (WHERE state <> 'suppressed')::int AS written,
          (SELECT count(*)::int FROM notices WHERE sent_at > ${from} AND sent_at <= ${now}) AS sent
        FROM notices WHERE created_at > ${from} AND created_at <= ${now}) n,
      (SELECT count(*) FILTER (WHERE state = 'sent')::int AS "digestsBuilt",
          count(*) FILTER (WHERE state = 'skipped')::int AS "digestsSkipped"
        FROM digests WHERE built_at > ${from} AND built_at <= ${now}) d,
      (SELECT count(*)::int AS waiting, min(created_at) AS "waitingSince"
        FROM notices WHERE state IN ('queued', 'sending')) w,
      (SELECT count(*)::int AS subscribers
        FROM users u LEFT JOIN user_settings s ON s.user_id = u.id
        WHERE u.disabled_at IS NULL AND u.erased_at IS NULL
          AND (s.user_id IS NULL OR 'digest' = ANY(s.streams))
          -- An installation of this week may not have had its first digests yet.
          AND EXISTS (SELECT 1 FROM installations i WHERE i.created_at <= ${from})) s`;
  if (row === undefined) throw new Error('an aggregate without GROUP BY has a row');
  return row;
}
