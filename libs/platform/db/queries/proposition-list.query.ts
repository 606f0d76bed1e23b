import type { CalendarDate, Outcome, VerdictStage } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { escapeLike } from '../escape-like.js';
import { type PageRequest, parseCursor, toPage } from '../page-cursor.js';
import { Prisma } from '../generated/client.js';
import { isRetested } from './retested.js';

export interface PropositionListRequest extends PageRequest {
  readonly q?: string | undefined;
  /** Who asks: what is put to them again is open to them. */
  readonly readerId: string;
  readonly state: 'open' | 'due' | 'provisional' | 'final' | 'all';
}

export interface PropositionListRow {
  readonly id: string;
  readonly statement: string;
  readonly deadlineOn: CalendarDate | null;
  readonly dueAt: Date | null;
  readonly topics: string[];
  readonly family: string;
  readonly claims: number;
  readonly matches: number;
  readonly verdict: { outcome: Outcome; stage: VerdictStage } | null;
}

interface Row {
  id: string;
  statement: string;
  deadlineOn: Date | null;
  dueAt: Date | null;
  topics: string[];
  family: string;
  claims: number;
  matches: number;
  outcome: Outcome | null;
  stage: VerdictStage | null;
  createdAt: Date;
}

/** Propositions, newest first, with what hangs on them and the current verdict. */
export async function listPropositions(request: PropositionListRequest, now: Date, tx: Tx) {
  const cursor = parseCursor(request.cursor);
  const again = isRetested(request.readerId);
  const isOpen = Prisma.sql`(p.status = 'open' OR ${again})`;
  const conditions = [Prisma.sql`p.status IN ('open', 'provisional', 'final')`];
  if (request.q !== undefined && request.q.trim() !== '')
    conditions.push(Prisma.sql`p.statement ILIKE ${`%${escapeLike(request.q)}%`}`);
  if (request.state === 'due') conditions.push(Prisma.sql`${isOpen} AND p.due_at <= ${now}`);
  else if (request.state === 'open')
    conditions.push(Prisma.sql`${isOpen} AND (p.due_at IS NULL OR p.due_at > ${now})`);
  else if (request.state !== 'all')
    conditions.push(Prisma.sql`p.status = ${request.state}::proposition_status AND NOT ${again}`);
  if (cursor !== null) conditions.push(Prisma.sql`(p.created_at, p.id) < (${cursor.at}, ${cursor.id}::uuid)`);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id, p.statement, p.deadline_on AS "deadlineOn", p.due_at AS "dueAt", p.topics,
      coalesce(f.name, '') AS family, p.created_at AS "createdAt", v.outcome::text AS outcome, v.stage::text AS stage,
      (SELECT count(*)::int FROM claims c WHERE c.proposition_id = p.id AND c.state = 'active') AS claims,
      (SELECT count(*)::int FROM matches m WHERE m.proposition_id = p.id AND m.state <> 'rejected'
        AND m.strength <> 'weak') AS matches
    FROM propositions p
    LEFT JOIN families f ON f.id = p.family_id
    LEFT JOIN LATERAL (
      SELECT * FROM verdict_versions v WHERE v.proposition_id = p.id
        AND NOT ${again}
      ORDER BY v.version DESC LIMIT 1
    ) v ON true
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY p.created_at DESC, p.id DESC LIMIT ${request.limit + 1}`;
  const page = toPage(rows, request.limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { items: page.items.map(toListRow), nextCursor: page.nextCursor };
}

function toListRow(row: Row): PropositionListRow {
  const { outcome, stage, createdAt: _createdAt, ...rest } = row;
  return {
    ...rest,
    deadlineOn: fromDateColumn(row.deadlineOn),
    verdict: outcome === null || stage === null ? null : { outcome, stage },
  };
}
