import type { ReviewedItem } from '#core/scoring';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { isUnderWay } from './under-way.js';

/** Who answered in at least one of the items. */
export interface ItemReviewer {
  readonly id: string;
  readonly name: string;
}

export interface ReviewedItems {
  readonly items: readonly ReviewedItem[];
  readonly reviewers: readonly ItemReviewer[];
}

interface ItemRow {
  readonly answers: readonly {
    readonly reviewerId: string;
    readonly name: string;
    readonly answer: string;
  }[];
  readonly verdict: string;
  readonly adjudicatorId: string | null;
  readonly gold: string | null;
}

/**
 * The rounds that led to the verdicts that are final now, with every answer in them; a VOID stands with its reason,
 * but where VOID was known beforehand, which has none. Nothing of a proposition on which a round is under way.
 */
export async function readReviewedItems(tx: Tx): Promise<ReviewedItems> {
  const rows = await tx.$queryRaw<ItemRow[]>`
    SELECT
      json_agg(json_build_object(
        'reviewerId', w.reviewer_id, 'name', u.name, 'answer',
        CASE WHEN g.answer = 'VOID' THEN w.answer::text ELSE concat_ws(':', w.answer, w.void_reason) END
      ) ORDER BY w.submitted_at, w.id) AS answers,
      concat_ws(':', f.outcome, f.void_reason) AS verdict,
      (SELECT l.decided_by_id::text FROM verdict_versions l WHERE l.round_id = f.round_id AND l.decision = 'lead' LIMIT 1)
        AS "adjudicatorId",
      g.answer::text AS gold
    FROM verdict_versions f
    JOIN reviews w ON w.round_id = f.round_id
    JOIN users u ON u.id = w.reviewer_id
    LEFT JOIN gold_items g ON g.proposition_id = f.proposition_id
    WHERE f.stage = 'final'
      AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = f.id)
      AND NOT ${isUnderWay(Prisma.sql`f.proposition_id`)}
    GROUP BY f.id, g.id
    ORDER BY f.id`;
  const names = new Map(
    rows.flatMap(({ answers }) => answers.map(({ reviewerId, name }) => [reviewerId, name])),
  );
  return {
    items: rows.map(({ answers, verdict, adjudicatorId, gold }) => ({
      answers: answers.map(({ reviewerId, answer }) => ({ reviewerId, answer })),
      verdict,
      adjudicatorId,
      gold,
    })),
    reviewers: [...names].map(([id, name]) => ({ id, name })),
  };
}
