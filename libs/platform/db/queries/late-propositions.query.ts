import type { CalendarDate } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';

/** A proposition that has waited for answers for too long. */
export interface LateProposition {
  readonly propositionId: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate | null;
  readonly dueAt: Date;
  readonly zone: string;
  /** Number of the round under way or, where none is, of the one that comes next. */
  readonly roundNumber: number;
}

const MOST = 500;

/**
 * Open propositions that fell due before `since` and still want answers, the latest first. Those that rest until their
 * recheck are left out, and those that wait for a lead already.
 */
export async function listLatePropositions(since: Date, now: Date, tx: Tx): Promise<LateProposition[]> {
  const rows = await tx.$queryRaw<(Omit<LateProposition, 'deadlineOn'> & { deadlineOn: Date | null })[]>`
    SELECT p.id::text AS "propositionId", p.statement, p.deadline_on AS "deadlineOn", p.due_at AS "dueAt", p.zone,
      coalesce(r.number, (SELECT max(o.number) FROM rounds o WHERE o.proposition_id = p.id) + 1, 1) AS "roundNumber"
    FROM propositions p
    LEFT JOIN LATERAL (
      SELECT * FROM rounds r WHERE r.proposition_id = p.id AND r.state IN ('open', 'split')
      ORDER BY r.number DESC LIMIT 1
    ) r ON true
    WHERE p.status = 'open' AND p.due_at <= ${since} AND NOT coalesce(p.recheck_at > ${now}, false)
      AND (r.id IS NULL OR r.state = 'open')
    ORDER BY p.due_at, p.id LIMIT ${MOST}`;
  return rows.map((row) => ({ ...row, deadlineOn: fromDateColumn(row.deadlineOn) }));
}

/** Somebody who was asked to review something and has not. */
export interface OpenAssignment {
  readonly id: string;
  readonly userId: string;
  readonly propositionId: string;
  readonly statement: string;
}

/** Assignments of rounds under way that stand and were not answered, the oldest first. */
export async function listOpenAssignments(tx: Tx): Promise<OpenAssignment[]> {
  return tx.$queryRaw<OpenAssignment[]>`
    SELECT a.id::text AS id, a.user_id::text AS "userId", a.proposition_id::text AS "propositionId", p.statement
    FROM assignments a JOIN rounds r ON r.id = a.round_id JOIN propositions p ON p.id = a.proposition_id
    WHERE a.withdrawn_at IS NULL AND r.state = 'open'
      AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.round_id = a.round_id AND w.reviewer_id = a.user_id)
    ORDER BY a.assigned_at, a.id`;
}
