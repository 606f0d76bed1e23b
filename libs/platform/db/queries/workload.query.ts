import type { CalendarDate } from '#core/domain';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { hasReason, type InboxReason } from './inbox-definition.js';

/** What waits for reviewers, who is on it, how fast it goes, and what comes. */
export interface Workload {
  /** Open propositions past their deadline and not resting, by whole days overdue. */
  readonly overdue: readonly { readonly days: number; readonly n: number }[];
  /** Answers these and the others in review want in all. Rounds under way count whole, so that nothing shows of them. */
  readonly answersWanted: number;
  readonly disputed: number;
  readonly reopened: number;
  readonly split: number;
  readonly people: readonly WorkloadPerson[];
  /** By days, the oldest first; days without any are missing. */
  readonly answered: readonly { readonly on: CalendarDate; readonly userId: string; readonly n: number }[];
  readonly decided: readonly { readonly on: CalendarDate; readonly n: number }[];
  /** What falls due on coming days, and how many answers that will want. */
  readonly ahead: readonly { readonly on: CalendarDate; readonly n: number; readonly answers: number }[];
}

export interface WorkloadPerson {
  readonly id: string;
  readonly name: string;
  /** Assigned to them in rounds under way, whether answered or not. */
  readonly assigned: number;
  /** With the form open now. */
  readonly working: number;
}

export interface WorkloadFrame {
  readonly now: Date;
  readonly realNow: Date;
  readonly zone: string;
  readonly today: CalendarDate;
  /** Answers and verdicts from this day on. */
  readonly from: CalendarDate;
  /** Deadlines up to this day. */
  readonly until: CalendarDate;
  readonly reviewersNeeded: number;
}

/**
 * The work of the project. Of answers only those in decided rounds count: whoever runs the project may yet have to answer
 * or to decide, and must not learn that somebody else has.
 */
export async function readWorkload(frame: WorkloadFrame, tx: Tx): Promise<Workload> {
  const { now, realNow, zone, today, from, until, reviewersNeeded } = frame;
  // The reasons are those of the inbox.
  const is = (reason: InboxReason) => Prisma.sql`coalesce(${hasReason(reason, now)}, false)`;
  const rows = await tx.$queryRaw<Workload[]>`
    WITH asked AS (
      SELECT p.deadline_on, r.state, coalesce(r.reviewers_needed, p.reviewers_needed, ${reviewersNeeded}) AS needed,
        ${is('due')} AS is_due, ${is('dispute')} AS is_disputed, ${is('reopened')} AS is_reopened
      FROM propositions p
      LEFT JOIN rounds r ON r.proposition_id = p.id AND r.state IN ('open', 'split')
      LEFT JOIN LATERAL (
        SELECT v.stage FROM verdict_versions v WHERE v.proposition_id = p.id ORDER BY v.version DESC LIMIT 1
      ) v ON true
      WHERE p.status = 'open' OR (p.status IN ('provisional', 'final') AND ${is('dispute')})
    ),
    waiting AS (SELECT * FROM asked WHERE is_due OR is_reopened OR is_disputed OR state IS NOT NULL)
    SELECT
      (SELECT coalesce(json_agg(o ORDER BY o.days), '[]') FROM (
        SELECT ${today}::date - deadline_on AS days, count(*)::int AS n
        FROM waiting WHERE is_due GROUP BY 1) o) AS overdue,
      (SELECT coalesce(sum(needed), 0)::int FROM waiting WHERE state IS DISTINCT FROM 'split') AS "answersWanted",
      (SELECT count(*)::int FROM waiting WHERE is_disputed) AS disputed,
      (SELECT count(*)::int FROM waiting WHERE is_reopened) AS reopened,
      (SELECT count(*)::int FROM waiting WHERE state = 'split') AS split,
      (SELECT coalesce(json_agg(q ORDER BY q.name, q.id), '[]') FROM (
        SELECT u.id, u.name,
          (SELECT count(*)::int FROM assignments a JOIN rounds r ON r.id = a.round_id
            WHERE a.user_id = u.id AND a.withdrawn_at IS NULL AND r.state IN ('open', 'split')) AS assigned,
          (SELECT count(*)::int FROM leases l
            WHERE l.user_id = u.id AND l.released_at IS NULL AND l.expires_at > ${realNow}) AS working
        FROM users u WHERE u.disabled_at IS NULL AND u.roles && ARRAY['reviewer']::role[]) q) AS people,
      (SELECT coalesce(json_agg(a ORDER BY a.on), '[]') FROM (
        SELECT (w.submitted_at AT TIME ZONE ${zone})::date AS on, w.reviewer_id AS "userId", count(*)::int AS n
        FROM reviews w JOIN rounds r ON r.id = w.round_id
        WHERE r.state = 'decided' AND w.submitted_at >= (${from}::date)::timestamp AT TIME ZONE ${zone}
        GROUP BY 1, 2) a) AS answered,
      (SELECT coalesce(json_agg(d ORDER BY d.on), '[]') FROM (
        SELECT (v.decided_at AT TIME ZONE ${zone})::date AS on, count(*)::int AS n
        FROM verdict_versions v
        WHERE v.stage = 'provisional' AND v.decided_at >= (${from}::date)::timestamp AT TIME ZONE ${zone}
        GROUP BY 1) d) AS decided,
      (SELECT coalesce(json_agg(f ORDER BY f.on), '[]') FROM (
        SELECT p.deadline_on AS on, count(*)::int AS n, sum(coalesce(p.reviewers_needed, ${reviewersNeeded}))::int AS answers
        FROM propositions p
        WHERE p.status = 'open' AND p.due_at > ${now} AND p.deadline_on <= ${until}::date GROUP BY 1) f) AS ahead`;
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}
