import type { Answer, CalendarDate, Outcome, VerdictStage } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { isUnderWay } from './under-way.js';
import type { InboxReader } from './inbox.query.js';

/** The first of something, and how many there are. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface DigestVerdict {
  readonly propositionId: string;
  readonly statement: string;
  readonly outcome: Outcome;
  readonly stage: VerdictStage;
  readonly claimId: string | null;
}

export interface DigestDeadline {
  readonly propositionId: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate;
}

export interface DigestMatch {
  readonly propositionId: string;
  readonly statement: string;
  readonly title: string;
}

/** An answer of the reader beside the verdict that became final. */
export interface DigestAnswer {
  readonly propositionId: string;
  readonly statement: string;
  readonly answer: Answer;
  readonly outcome: Outcome;
  readonly agrees: boolean;
}

/** What a reader is told of a span of time. */
export interface Week {
  readonly verdicts: Listed<DigestVerdict>;
  readonly deadlines: Listed<DigestDeadline>;
  readonly matches: Listed<DigestMatch>;
  readonly answers: Listed<DigestAnswer>;
  /** Over all time: answers whose verdict is final, and how many of them said the same. */
  readonly record: { readonly answered: number; readonly agreed: number };
}

/** From one instant to another; both in business time. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const WEEK_MS = 7 * 86_400_000;

/**
 * What happened in `span` and what falls due in the week after it, for one reader: the first `limit` of each. Whoever
 * may still be asked about a proposition is not told what others have said of it.
 */
export async function readWeek(reader: InboxReader, span: Span, limit: number, tx: Tx): Promise<Week> {
  return {
    verdicts: await readVerdicts(reader, span, limit, tx),
    deadlines: await readDeadlines(span.to, limit, tx),
    matches: await readMatches(span, limit, tx),
    answers: await readAnswers(reader, span, limit, tx),
    record: await readRecord(reader, tx),
  };
}

/** Proposition `p` is one the reader may be asked about and has not answered in the round under way. */
function mayBeAsked({ userId, roles }: InboxReader): Prisma.Sql {
  if (!roles.has('reviewer') && !roles.has('lead')) return Prisma.sql`false`;
  return Prisma.sql`(
    EXISTS (
      SELECT 1 FROM rounds r WHERE r.proposition_id = p.id AND r.state IN ('open', 'split')
        AND NOT EXISTS (SELECT 1 FROM reviews w WHERE w.round_id = r.id AND w.reviewer_id = ${userId}::uuid)
    ) OR (
      EXISTS (SELECT 1 FROM disputes d WHERE d.proposition_id = p.id AND d.state = 'open')
        AND NOT ${isUnderWay(Prisma.sql`p.id`)}
    ))`;
}

async function readVerdicts(
  reader: InboxReader,
  { from, to }: Span,
  limit: number,
  tx: Tx,
): Promise<Listed<DigestVerdict>> {
  const rows = await tx.$queryRaw<(DigestVerdict & Counted)[]>`
    SELECT p.id::text AS "propositionId", p.statement, v.outcome::text AS outcome, v.stage::text AS stage,
      (SELECT c.id::text FROM claims c WHERE c.proposition_id = p.id AND c.state = 'active'
        ORDER BY c.said_on, c.id LIMIT 1) AS "claimId", count(*) OVER ()::int AS total
    FROM verdict_versions v JOIN propositions p ON p.id = v.proposition_id
    WHERE v.decided_at > ${from} AND v.decided_at <= ${to} AND v.outcome IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id)
      AND NOT ${mayBeAsked(reader)}
    ORDER BY v.decided_at DESC, v.id LIMIT ${limit}`;
  return listed(rows);
}

async function readDeadlines(after: Date, limit: number, tx: Tx): Promise<Listed<DigestDeadline>> {
  const until = new Date(after.getTime() + WEEK_MS);
  const rows = await tx.$queryRaw<(Omit<DigestDeadline, 'deadlineOn'> & { deadlineOn: Date } & Counted)[]>`
    SELECT p.id::text AS "propositionId", p.statement, p.deadline_on AS "deadlineOn", count(*) OVER ()::int AS total
    FROM propositions p
    WHERE p.status = 'open' AND p.due_at > ${after} AND p.due_at <= ${until} AND p.deadline_on IS NOT NULL
    ORDER BY p.due_at, p.id LIMIT ${limit}`;
  return listed(rows.map((row) => ({ ...row, deadlineOn: fromDateColumn(row.deadlineOn) })));
}

/**
 * Strong matches of open propositions, one a proposition. Whether somebody has looked at one is not asked: that would
 * tell that somebody has answered.
 */
async function readMatches({ from, to }: Span, limit: number, tx: Tx): Promise<Listed<DigestMatch>> {
  const rows = await tx.$queryRaw<(DigestMatch & Counted)[]>`
    SELECT b.*, count(*) OVER ()::int AS total FROM (
      SELECT DISTINCT ON (p.id) p.id::text AS "propositionId", p.statement, e.title, m.score
      FROM matches m JOIN propositions p ON p.id = m.proposition_id JOIN event_reports e ON e.id = m.event_id
      WHERE m.suggested_at > ${from} AND m.suggested_at <= ${to} AND m.strength = 'strong' AND m.state <> 'rejected'
        AND NOT m.predates_claim AND p.status = 'open'
      ORDER BY p.id, m.score DESC, m.id
    ) b ORDER BY b.score DESC, b."propositionId" LIMIT ${limit}`;
  return listed(rows);
}

/** The last answer the reader gave before the verdict, where it says yes, no, unclear or void. */
const LAST_ANSWER = (userId: string) => Prisma.sql`
  JOIN LATERAL (
    SELECT w.answer, (w.answer::text = v.outcome::text AND w.void_reason IS NOT DISTINCT FROM v.void_reason) AS agrees
    FROM reviews w JOIN rounds r ON r.id = w.round_id
    WHERE r.proposition_id = v.proposition_id AND w.reviewer_id = ${userId}::uuid AND w.answer <> 'TOO_EARLY'
      AND w.submitted_at <= v.decided_at
    ORDER BY r.number DESC LIMIT 1
  ) a ON true`;

/** Disagreements first: they are what one learns from. */
async function readAnswers(
  reader: InboxReader,
  { from, to }: Span,
  limit: number,
  tx: Tx,
): Promise<Listed<DigestAnswer>> {
  const rows = await tx.$queryRaw<(DigestAnswer & Counted)[]>`
    SELECT p.id::text AS "propositionId", p.statement, a.answer::text AS answer, v.outcome::text AS outcome, a.agrees,
      count(*) OVER ()::int AS total
    FROM verdict_versions v JOIN propositions p ON p.id = v.proposition_id ${LAST_ANSWER(reader.userId)}
    WHERE v.stage = 'final' AND v.decided_at > ${from} AND v.decided_at <= ${to}
      AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id)
      AND NOT ${mayBeAsked(reader)}
    ORDER BY a.agrees, v.decided_at DESC, v.id LIMIT ${limit}`;
  return listed(rows);
}

async function readRecord(reader: InboxReader, tx: Tx): Promise<Week['record']> {
  const [row] = await tx.$queryRaw<{ answered: number; agreed: number }[]>`
    SELECT count(*)::int AS answered, count(*) FILTER (WHERE a.agrees)::int AS agreed
    FROM verdict_versions v JOIN propositions p ON p.id = v.proposition_id ${LAST_ANSWER(reader.userId)}
    WHERE v.stage = 'final' AND NOT EXISTS (SELECT 1 FROM verdict_versions n WHERE n.supersedes_id = v.id)
      AND NOT ${mayBeAsked(reader)}`;
  return row ?? { answered: 0, agreed: 0 };
}

interface Counted {
  readonly total: number;
}

function listed<T extends Counted>(rows: readonly T[]): Listed<Omit<T, 'total'>> {
  return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 };
}
