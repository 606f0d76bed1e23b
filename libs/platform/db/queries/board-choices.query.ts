import type { CalendarDate } from '#core/domain';
import type { Tx } from '../database.js';

/** By what boards can be narrowed, and from what day on there can be any. */
export interface BoardChoices {
  readonly topics: string[];
  /** Years of scheduled deadlines. */
  readonly periods: string[];
  /** The day on which the first claim was recorded, in UTC; null before that. */
  readonly firstOn: CalendarDate | null;
}

/** Choices among open and settled propositions, in order. */
export async function readBoardChoices(tx: Tx): Promise<BoardChoices> {
  const rows = await tx.$queryRaw<{ readonly kind: 'topic' | 'period' | 'first'; readonly value: string }[]>`
    SELECT DISTINCT 'topic' AS kind, topic AS value
    FROM propositions p CROSS JOIN LATERAL unnest(p.topics) AS topic
    WHERE p.status IN ('open', 'provisional', 'final')
    UNION ALL
    SELECT DISTINCT 'period', to_char(p.scheduled_deadline_on, 'YYYY')
    FROM propositions p
    WHERE p.status IN ('open', 'provisional', 'final') AND p.scheduled_deadline_on IS NOT NULL
    UNION ALL
    (SELECT 'first', to_char(c.recorded_at, 'YYYY-MM-DD') FROM claims c ORDER BY c.recorded_at LIMIT 1)
    ORDER BY 1, 2`;
  const of = (kind: 'topic' | 'period' | 'first') =>
    rows.filter((row) => row.kind === kind).map(({ value }) => value);
  const [firstOn = null] = of('first');
  return { topics: of('topic'), periods: of('period'), firstOn };
}
