import type { CalendarDate } from '#core/domain';
import type { Tx } from '../database.js';
import { statusFor } from './retested.js';

export interface DueItem {
  readonly id: string;
  readonly statement: string;
  readonly status: 'open' | 'provisional' | 'final';
}

/** A day on which something falls due. */
export interface CalendarDay {
  readonly on: CalendarDate;
  readonly n: number;
  /** The first few, open ones first. */
  readonly items: readonly DueItem[];
}

/**
 * Days between two dates, both included, on which opened propositions fall due, with the first `most` of each, as a
 * reader sees them.
 */
export async function listDeadlineDays(
  span: { readonly from: CalendarDate; readonly to: CalendarDate; readonly most: number },
  readerId: string,
  tx: Tx,
): Promise<CalendarDay[]> {
  return tx.$queryRaw<CalendarDay[]>`
    SELECT to_char(deadline_on, 'YYYY-MM-DD') AS on, count(*)::int AS n,
      json_agg(json_build_object('id', id, 'statement', statement, 'status', status) ORDER BY place)
        FILTER (WHERE place <= ${span.most}) AS items
    FROM (
      SELECT o.*, row_number() OVER (PARTITION BY deadline_on ORDER BY status <> 'open', statement, id) AS place
      FROM (SELECT p.id, p.statement, ${statusFor(readerId)} AS status, p.deadline_on FROM propositions p) o
      WHERE status IN ('open', 'provisional', 'final')
        AND deadline_on BETWEEN ${span.from}::date AND ${span.to}::date
    ) p
    GROUP BY deadline_on ORDER BY deadline_on`;
}
