import type { DisagreementCause } from '#core/domain';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { isUnderWay } from './under-way.js';

export interface CauseCount {
  /** Null for what has no topic. */
  readonly topic: string | null;
  readonly cause: DisagreementCause;
  readonly n: number;
}

/** Why reviewers disagreed, by topic; a proposition with two topics counts in both. Without what is under way. */
export async function countDisagreementCauses(tx: Tx): Promise<CauseCount[]> {
  return tx.$queryRaw<CauseCount[]>`
    SELECT t.topic, r.disagreement_cause::text AS cause, count(*)::int AS n
    FROM rounds r
    JOIN propositions p ON p.id = r.proposition_id
    LEFT JOIN LATERAL unnest(p.topics) AS t (topic) ON true
    WHERE r.disagreement_cause IS NOT NULL AND NOT ${isUnderWay(Prisma.sql`r.proposition_id`)}
    GROUP BY t.topic, r.disagreement_cause
    ORDER BY t.topic NULLS LAST, r.disagreement_cause`;
}
