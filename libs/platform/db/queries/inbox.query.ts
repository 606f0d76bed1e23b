import { DomainError } from '#core/domain';
import type { Tx } from '../database.js';
import { escapeLike } from '../escape-like.js';
import { Prisma } from '../generated/client.js';
import { queryPrepared } from '../prepared-query.js';
import {
  ASKED,
  ASKED_OTHERWISE,
  assignedTo,
  hasReason,
  inboxOf,
  type InboxReader,
  type InboxReason,
  isAssigned,
  isDue,
  LANE,
  lane,
  laneOf,
  OUT_OF_LINE,
  roundAsked,
} from './inbox-definition.js';
import { type Columns, COLUMNS_OF_X, type InboxRow, type Row, toInboxRow, toRows } from './inbox-rows.js';
import { hasStake } from './stake.js';

export type { InboxReader, InboxReason } from './inbox-definition.js';
export type { InboxRow } from './inbox-rows.js';

/** Business time for what is due, real time for leases. */
export interface InboxTimes {
  readonly now: Date;
  readonly realNow: Date;
}

/** What of the inbox is wanted; without anything, all. */
export interface InboxFilter {
  readonly reason?: InboxReason | undefined;
  readonly topic?: string | undefined;
  readonly claimantId?: string | undefined;
  readonly outletId?: string | undefined;
  /** Due for at least so many days. */
  readonly overdueDays?: number | undefined;
  readonly isAssigned?: boolean | undefined;
  readonly groupId?: string | undefined;
  readonly text?: string | undefined;
  /** Only what somebody can start on at this real time: fewer are at work than answers are missing. */
  readonly isFreeAt?: Date | undefined;
  readonly except?: readonly string[] | undefined;
}

/** Where a page begins. */
interface Place {
  readonly lane: number;
  readonly dueAt: Date | null;
  readonly id: string;
}

const DAY_MS = 86_400_000;

/** All of it up to 500, for those who tell of it. */
export async function listInbox(reader: InboxReader, times: InboxTimes, tx: Tx): Promise<InboxRow[]> {
  return (await readInboxPage(reader, times, {}, { limit: 500 }, tx)).items;
}

/**
 * A page of the inbox of one user: what was assigned to them, disputes, splits and what was taken back, then by how long
 * overdue, then strong matches and rechecks by the nearest deadline; what they have skipped at the end.
 *
 * Three parts: the few that stand out of line, what is due in the order of its index, and what asks without being due,
 * which is only looked for where the page is not full without. Each row of the definition is in exactly one of them.
 */
export async function readInboxPage(
  reader: InboxReader,
  times: InboxTimes,
  filter: InboxFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
  tx: Tx,
): Promise<{ items: InboxRow[]; nextCursor: string | null }> {
  const { now } = times;
  const after = parsePlace(page.cursor);
  const narrower = narrowerOf(filter, reader, now);
  const limit = page.limit + 1;
  const isOutOfLine = (id: Prisma.Sql) => Prisma.sql`${id} IN (SELECT o.proposition_id FROM out_of_line o)`;
  const due = inboxOf(
    reader,
    now,
    Prisma.sql`${isNeverInLine(filter.reason) ? Prisma.sql`false` : narrower}
      AND NOT ${isOutOfLine(Prisma.sql`p.id`)} AND ${isDue(now)} ${dueAfter(after)}`,
    true,
  );
  const others = inboxOf(
    reader,
    now,
    Prisma.sql`${narrower} AND p.id IN (SELECT e.proposition_id FROM elsewhere e)`,
  );
  const ordered = Prisma.sql`x.lane, x.due_at NULLS LAST, x.id`;
  const statement = Prisma.sql`
    WITH mine AS MATERIALIZED (${assignedTo(reader.userId)}),
      out_of_line AS MATERIALIZED (${OUT_OF_LINE(reader.userId)}),
      due AS MATERIALIZED (${due} ORDER BY p.due_at, p.id LIMIT ${limit}),
      elsewhere AS MATERIALIZED (
        SELECT o.proposition_id FROM out_of_line o
        UNION ALL SELECT a.proposition_id FROM (${ASKED_OTHERWISE(now)}) a WHERE (SELECT count(*) FROM due) < ${limit}
      ),
      page AS MATERIALIZED (
        SELECT * FROM (
          SELECT d.*, ${lane('due')} AS lane FROM due d
          UNION ALL
          SELECT i.*, ${laneOf(reader.userId)} FROM (${others} OFFSET 0) i
          WHERE ${ASKED} AND (NOT i.is_due OR ${isOutOfLine(Prisma.sql`i.id`)})
        ) i
        WHERE ${isAfter(after)}
        ORDER BY i.lane, i.due_at NULLS LAST, i.id LIMIT ${limit}
      )
    SELECT ${COLUMNS_OF_X} AS columns FROM (
      SELECT x.* FROM (${detailsOf(reader.userId, times.realNow)}) x ORDER BY ${ordered}) x`;
  const [answer] = await ask<{ columns: Columns }>(statement, filter, tx);
  const rows = toRows(answer?.columns);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items: items.map(toInboxRow),
    nextCursor: rows.length <= page.limit || last === undefined ? null : writePlace(last),
  };
}

/** Some items of the inbox, in the order of their ids as given; what is not in it (any more) is left out. */
export async function readInboxItems(
  reader: InboxReader,
  times: InboxTimes,
  ids: readonly string[],
  tx: Tx,
): Promise<InboxRow[]> {
  const wanted = Prisma.sql`p.id = ANY(${[...ids]}::uuid[])`;
  const [answer] = await tx.$queryRaw<{ columns: Columns }[]>`
    WITH mine AS MATERIALIZED (${assignedTo(reader.userId)}), page AS MATERIALIZED (
      SELECT i.*, ${laneOf(reader.userId)} AS lane
      FROM (${inboxOf(reader, times.now, wanted)}) i WHERE ${ASKED}
    )
    SELECT ${COLUMNS_OF_X} AS columns FROM (
      SELECT x.* FROM (${detailsOf(reader.userId, times.realNow)}) x
      ORDER BY array_position(${[...ids]}::uuid[], x.id)) x`;
  return toRows(answer?.columns).map(toInboxRow);
}

/** How many items the pages hold together. */
export async function countInbox(
  reader: InboxReader,
  now: Date,
  tx: Tx,
  filter: InboxFilter = {},
): Promise<number> {
  const rows = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (${inboxOf(reader, now, narrowerOf(filter, reader, now))}) i
    WHERE ${ASKED}`;
  return rows[0]?.n ?? 0;
}

/** Whether one proposition is in the user's inbox: the same question, asked of one row. */
export async function isInInbox(
  reader: InboxReader,
  propositionId: string,
  now: Date,
  tx: Tx,
  filter: InboxFilter = {},
): Promise<boolean> {
  const narrower = Prisma.sql`${narrowerOf(filter, reader, now)} AND p.id = ${propositionId}::uuid`;
  const statement = Prisma.sql`SELECT count(*)::int AS n FROM (${inboxOf(reader, now, narrower)}) i WHERE ${ASKED}`;
  const rows = await ask<{ n: number }>(statement, filter, tx);
  return (rows[0]?.n ?? 0) > 0;
}

/** What is in the user's inbox and held by others: how much, and when the first of it may come free. */
export async function findHeldByOthers(
  reader: InboxReader,
  times: InboxTimes,
  filter: InboxFilter,
  tx: Tx,
): Promise<{ items: number; until: Date | null }> {
  const rows = await tx.$queryRaw<{ items: number; until: Date | null }[]>`
    SELECT count(DISTINCT i.id)::int AS items, min(l.expires_at) AS until
    FROM (${inboxOf(reader, times.now, narrowerOf(filter, reader, times.now))}) i
    JOIN leases l ON l.round_id = i.round_id AND l.user_id <> ${reader.userId}::uuid
      AND l.released_at IS NULL AND l.expires_at > ${times.realNow}
    WHERE ${ASKED}`;
  return rows[0] ?? { items: 0, until: null };
}

/** Whether the user has a stake in any claim on the proposition: is its claimant, is of its outlet, or accepted it. */
export async function hasConflict(userId: string, propositionId: string, tx: Tx): Promise<boolean> {
  const statement = Prisma.sql`SELECT ${hasStake(Prisma.sql`${userId}::uuid`, Prisma.sql`${propositionId}::uuid`)} AS has`;
  const rows = await queryPrepared<{ has: boolean }>(statement, tx);
  return rows[0]?.has ?? false;
}

/** Everything in the inbox with what its claims say and how many families their claimants have settled. */
export async function readInboxStakes(
  reader: InboxReader,
  now: Date,
  filter: InboxFilter,
  tx: Tx,
): Promise<{ propositionId: string; points: number[]; families: number[] }[]> {
  return tx.$queryRaw`
    SELECT i.id AS "propositionId",
      coalesce(array_agg(c.point ORDER BY c.id) FILTER (WHERE c.point IS NOT NULL), '{}') AS points,
      coalesce(array_agg(coalesce(s.families, 0) ORDER BY c.id) FILTER (WHERE c.point IS NOT NULL), '{}') AS families
    FROM (${inboxOf(reader, now, narrowerOf(filter, reader, now))}) i
    LEFT JOIN claims c ON c.proposition_id = i.id AND c.state = 'active' AND NOT c.retrospective
    LEFT JOIN LATERAL (
      SELECT s.families FROM claimant_statistics s
      WHERE s.claimant_id = c.claimant_id AND s.track = 'live' ORDER BY s.computed_at DESC LIMIT 1
    ) s ON true
    WHERE ${ASKED}
    GROUP BY i.id`;
}

/** What is only looked up for the rows of the page, `mine` being what was assigned to the user. */
function detailsOf(userId: string, realNow: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT i.id, i.statement, i.deadline_on, i.due_at, i.zone, i.topics, i.round_number, i.lane,
      i.is_due::int + i.is_recheck::int * 2 + i.is_matched::int * 4 + i.is_disputed::int * 8
        + i.is_reopened::int * 16 + i.is_split::int * 32
        + EXISTS (
            SELECT 1 FROM leases l WHERE l.round_id = i.round_id AND l.user_id <> ${userId}::uuid
              AND l.released_at IS NULL AND l.expires_at > ${realNow}
          )::int * 64
        + EXISTS (
            SELECT 1 FROM review_drafts d WHERE d.round_id = i.round_id AND d.user_id = ${userId}::uuid
          )::int * 128 AS flags,
      (SELECT count(*)::int FROM claims c WHERE c.proposition_id = i.id AND c.state = 'active') AS claims,
      g.note AS assignment_note, g.due_on AS assignment_due_on
    FROM page i
    LEFT JOIN mine g ON g.round_id = i.round_id`;
}

function narrowerOf(filter: InboxFilter, reader: InboxReader, now: Date): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (filter.reason !== undefined) parts.push(hasReason(filter.reason, now));
  const { topic, claimantId, outletId, overdueDays, groupId, text } = filter;
  if (topic !== undefined) parts.push(Prisma.sql`${topic} = ANY(p.topics)`);
  if (claimantId !== undefined)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM claims f WHERE f.proposition_id = p.id AND f.state = 'active'
      AND f.claimant_id = ${claimantId}::uuid)`);
  if (outletId !== undefined)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM claims f JOIN snapshots fs ON fs.id = f.snapshot_id
      JOIN sources ft ON ft.id = fs.source_id
      WHERE f.proposition_id = p.id AND f.state = 'active' AND ft.outlet_id = ${outletId}::uuid)`);
  if (overdueDays !== undefined)
    parts.push(Prisma.sql`p.due_at <= ${new Date(now.getTime() - overdueDays * DAY_MS)}`);
  if (filter.isAssigned === true) parts.push(isAssigned(reader.userId, roundAsked(reader.userId)));
  if (groupId !== undefined)
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM assignments a WHERE a.round_id = r.id AND a.withdrawn_at IS NULL
      AND a.group_id = ${groupId}::uuid)`);
  if (filter.isFreeAt !== undefined)
    parts.push(Prisma.sql`(r.id IS NULL OR (r.state = 'open' AND
      (SELECT count(*) FROM reviews w WHERE w.round_id = r.id) +
      (SELECT count(*) FROM leases l WHERE l.round_id = r.id AND l.user_id <> ${reader.userId}::uuid
        AND l.released_at IS NULL AND l.expires_at > ${filter.isFreeAt}) < r.answers_wanted))`);
  if (filter.except !== undefined && filter.except.length > 0)
    parts.push(Prisma.sql`p.id <> ALL(${[...filter.except]}::uuid[])`);
  if (text !== undefined && text.trim() !== '')
    parts.push(Prisma.sql`p.statement ILIKE ${`%${escapeLike(text.trim())}%`}`);
  return Prisma.join(parts, ' AND ');
}

const isNeverInLine = (reason: InboxReason | undefined): boolean =>
  reason === 'dispute' || reason === 'reopened' || reason === 'split';

/** Only what is asked all day has its plan kept; each filter somebody thinks of would be a plan more on each connection. */
async function ask<Row>(statement: Prisma.Sql, filter: InboxFilter, tx: Tx): Promise<Row[]> {
  const { isFreeAt: _free, except: _except, ...ofPeople } = filter;
  const isUsual = Object.values(ofPeople).every((part) => part === undefined);
  return isUsual ? queryPrepared<Row>(statement, tx) : tx.$queryRaw<Row[]>(statement);
}

/** Lets the index begin where the page does. */
function dueAfter(after: Place | null): Prisma.Sql {
  if (after === null || after.lane < LANE.due) return Prisma.empty;
  if (after.lane > LANE.due) return Prisma.sql`AND false`;
  return Prisma.sql`AND (p.due_at, p.id) > (${after.dueAt}, ${after.id}::uuid)`;
}

function isAfter(after: Place | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  return Prisma.sql`(i.lane, coalesce(i.due_at, 'infinity'), i.id)
    > (${after.lane}::int, coalesce(${after.dueAt}::timestamptz, 'infinity'), ${after.id}::uuid)`;
}

const PLACE = /^(\d)_(\d{1,15}|)_([0-9a-f-]{36})$/;

function parsePlace(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [, laneNumber, due, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (laneNumber === undefined || due === undefined || id === undefined)
    throw new DomainError(
      'INPUT.INVALID',
      'The cursor is not one this service gave out; start from the first page.',
      [{ path: 'cursor', message: 'unknown cursor' }],
    );
  return { lane: Number(laneNumber), dueAt: due === '' ? null : new Date(Number(due)), id };
}

function writePlace({ lane: laneNumber, due_at: dueAt, id }: Row): string {
  const due = dueAt === null ? '' : String(Date.parse(dueAt));
  return Buffer.from(`${String(laneNumber)}_${due}_${id}`, 'utf8').toString('base64url');
}
