import type { Horizon } from '#core/domain';
import {
  baseRate,
  type BaseRateQuestion,
  HORIZON_DAYS,
  horizonOf,
  type KnownOutcomes,
  type LedgerClaim,
  type OutcomeRecord,
} from '#core/scoring';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';

const { month, quarter, year } = HORIZON_DAYS;

/** `horizonOf` of the days from one column to another. */
export function horizonSql(saidOn: Prisma.Sql, deadlineOn: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${deadlineOn} - ${saidOn} <= ${month}::int THEN 'month'
    WHEN ${deadlineOn} - ${saidOn} <= ${quarter}::int THEN 'quarter'
    WHEN ${deadlineOn} - ${saidOn} <= ${year}::int THEN 'year' ELSE 'longer' END`;
}

/**
 * Final verdicts as base rates know them: each from the day it was final or its scheduled deadline had passed, whichever
 * came later (early verdicts are nearly all "occurred"); one that was taken back leaves again on such a day. Its horizon
 * is that of the claim it was opened with.
 */
function outcomeRecords(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT v.id AS verdict_id, coalesce(p.family_id, p.id) AS family_id, coalesce(p.topics[1], '') AS topic,
      ${horizonSql(Prisma.sql`first.said_on`, Prisma.sql`p.scheduled_deadline_on`)} AS horizon,
      greatest(p.scheduled_deadline_on, (step.at AT TIME ZONE i.zone)::date) AS on_day,
      step.taken, (v.outcome = 'OCCURRED')::int AS outcome
    FROM verdict_versions v
    JOIN propositions p ON p.id = v.proposition_id
    CROSS JOIN installations i
    CROSS JOIN LATERAL (
      SELECT c.said_on FROM claims c WHERE c.proposition_id = p.id ORDER BY c.id LIMIT 1
    ) first
    CROSS JOIN LATERAL (
      SELECT v.decided_at AS at, 1 AS taken
      UNION ALL SELECT n.decided_at, -1 FROM verdict_versions n WHERE n.supersedes_id = v.id
    ) step
    WHERE v.stage = 'final' AND v.outcome IN ('OCCURRED', 'NOT_OCCURRED') AND p.kind <> 'quantity'
      AND p.scheduled_deadline_on IS NOT NULL AND p.deadline_basis <> 'policy' AND ${where}`;
}

/** Puts a verdict that has just become final, or been taken back, into the counts base rates are read from. */
export async function countOutcome(
  { verdictVersionId, taken }: { readonly verdictVersionId: string; readonly taken: 1 | -1 },
  tx: Tx,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO outcome_counts (level, topic, horizon, on_day, n, occurred)
    SELECT place.level::outcome_level, place.topic, place.horizon, r.on_day, r.taken, r.taken * r.outcome
    FROM (${outcomeRecords(Prisma.sql`v.id = ${verdictVersionId}::uuid`)}) r
    CROSS JOIN LATERAL (
      VALUES ('cell', r.topic, r.horizon), ('topic', r.topic, ''), ('all', '', '')
    ) AS place (level, topic, horizon)
    WHERE r.taken = ${taken}::int
    ON CONFLICT (level, topic, horizon, on_day)
    DO UPDATE SET n = outcome_counts.n + excluded.n, occurred = outcome_counts.occurred + excluded.occurred`;
}

/** The base rate each claim is compared with, 0-1, in the order of the claims. */
export async function readBaseRates(
  claims: readonly Pick<LedgerClaim, 'familyId' | 'topic' | 'saidOn' | 'scheduledDeadlineOn'>[],
  strength: number,
  tx: Tx,
): Promise<number[]> {
  const questions = claims.map(({ familyId, topic, saidOn, scheduledDeadlineOn }) => ({
    familyId,
    topic,
    horizon: scheduledDeadlineOn === null ? null : horizonOf(saidOn, scheduledDeadlineOn),
    saidOn,
  }));
  return (await readKnownOutcomes(questions, tx)).map((known) => baseRate(known, strength));
}

interface KnownRow {
  readonly place: number;
  readonly cellN: number;
  readonly cellOccurred: number;
  readonly topicN: number;
  readonly topicOccurred: number;
  readonly allN: number;
  readonly allOccurred: number;
}

/** What was known before each claim, its own family left out, in the order of the questions. */
async function readKnownOutcomes(questions: readonly BaseRateQuestion[], tx: Tx): Promise<KnownOutcomes[]> {
  if (questions.length === 0) return [];
  const rows = await tx.$queryRaw<KnownRow[]>`
    WITH question AS (
      SELECT * FROM unnest(
        ${questions.map((_, place) => place)}::int[], ${questions.map(({ familyId }) => familyId)}::uuid[],
        ${questions.map(({ topic }) => topic)}::text[], ${questions.map(({ horizon }) => horizon ?? '')}::text[],
        ${questions.map(({ saidOn }) => saidOn)}::date[]
      ) AS t (place, family_id, topic, horizon, said_on)
    )
    SELECT q.place,
      (cell.n - own.cell_n)::int AS "cellN", (cell.occurred - own.cell_occurred)::int AS "cellOccurred",
      (topic.n - own.topic_n)::int AS "topicN", (topic.occurred - own.topic_occurred)::int AS "topicOccurred",
      (every.n - own.all_n)::int AS "allN", (every.occurred - own.all_occurred)::int AS "allOccurred"
    FROM question q
    CROSS JOIN LATERAL (${countsOf(Prisma.sql`level = 'cell' AND o.topic = q.topic AND o.horizon = q.horizon`)}) cell
    CROSS JOIN LATERAL (${countsOf(Prisma.sql`level = 'topic' AND o.topic = q.topic AND o.horizon = ''`)}) topic
    CROSS JOIN LATERAL (${countsOf(Prisma.sql`level = 'all' AND o.topic = '' AND o.horizon = ''`)}) every
    CROSS JOIN LATERAL (
      SELECT
        coalesce(sum(taken) FILTER (WHERE r.topic = q.topic AND r.horizon = q.horizon), 0) AS cell_n,
        coalesce(sum(taken * outcome) FILTER (WHERE r.topic = q.topic AND r.horizon = q.horizon), 0) AS cell_occurred,
        coalesce(sum(taken) FILTER (WHERE r.topic = q.topic), 0) AS topic_n,
        coalesce(sum(taken * outcome) FILTER (WHERE r.topic = q.topic), 0) AS topic_occurred,
        coalesce(sum(taken), 0) AS all_n, coalesce(sum(taken * outcome), 0) AS all_occurred
      FROM (${outcomeRecords(Prisma.sql`(p.family_id = q.family_id OR p.id = q.family_id)`)}) r
      WHERE r.on_day < q.said_on
    ) own
    ORDER BY q.place`;
  return rows.map((row) => ({
    cell: { n: row.cellN, occurred: row.cellOccurred },
    topic: { n: row.topicN, occurred: row.topicOccurred },
    all: { n: row.allN, occurred: row.allOccurred },
  }));
}

function countsOf(where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(sum(o.n), 0) AS n, coalesce(sum(o.occurred), 0) AS occurred
    FROM outcome_counts o WHERE o.on_day < q.said_on AND o.${where}`;
}

/** Every outcome base rates know of, from the log of verdicts, for checking the counts. */
export async function listOutcomeRecords(tx: Tx): Promise<OutcomeRecord[]> {
  const rows = await tx.$queryRaw<
    {
      readonly familyId: string;
      readonly topic: string;
      readonly horizon: Horizon;
      readonly on: Date;
      readonly outcome: 0 | 1;
      readonly taken: 1 | -1;
    }[]
  >`SELECT family_id::text AS "familyId", topic, horizon, on_day AS "on", outcome, taken
    FROM (${outcomeRecords(Prisma.sql`true`)}) r ORDER BY on_day, verdict_id, taken DESC`;
  return rows.map((row) => ({ ...row, on: fromDateColumn(row.on) }));
}
