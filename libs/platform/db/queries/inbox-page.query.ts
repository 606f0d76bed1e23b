import { DomainError } from '#core/domain';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { sideBySide } from '../side-by-side.js';
import {
  ASKED,
  ASKED_OTHERWISE,
  assignedTo,
  inboxOf,
  type InboxReader,
  type InboxReason,
  isDue,
  isMatchedAmong,
  LANE,
  lane,
  laneOf,
  OUT_OF_LINE,
  STRONG_MATCH,
} from './inbox-definition.js';
import { askInbox, type InboxFilter, type InboxTimes, narrowerOf } from './inbox-filter.js';
import {
  type Columns,
  COLUMNS_IN_LINE,
  COLUMNS_OF_X,
  type InboxRow,
  type Row,
  toInboxRow,
  toRows,
} from './inbox-rows.js';

/** Where a page begins. */
interface Place {
  readonly lane: number;
  readonly dueAt: Date | null;
  readonly id: string;
}

/** What is asked for: of whom, when, which of it, from where, how much. */
interface PageQuestion {
  readonly reader: InboxReader;
  readonly times: InboxTimes;
  readonly filter: InboxFilter;
  readonly after: Place | null;
  readonly limit: number;
}

/** Rows of one part, in order, and a sum over the ids that were out of line when it was read. */
interface Part {
  readonly rows: readonly Row[];
  readonly outOfLine: string;
}

/** Between two readings of one page somebody may have moved a proposition out of line, or back. */
const READINGS = 4;

/** All of it up to 500, for those who tell of it. */
export async function listInbox(reader: InboxReader, times: InboxTimes, tx: Tx): Promise<InboxRow[]> {
  return (await readInboxPage(reader, times, {}, { limit: 500 }, tx)).items;
}

/**
 * A page of the inbox of one user: what was assigned to them, disputes, splits and what was taken back, then by how long
 * overdue, then strong matches and rechecks by the nearest deadline; what they have skipped at the end.
 *
 * Three parts, the first two asked for side by side: what is due in the order of its index, the few that stand out of
 * line, and what asks without being due, which is only looked for where the page is not full without. Each row of the
 * definition is in exactly one of them, as long as all parts saw the same ones out of line; else they are read again.
 */
export async function readInboxPage(
  reader: InboxReader,
  times: InboxTimes,
  filter: InboxFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
  tx: Tx,
): Promise<{ items: InboxRow[]; nextCursor: string | null }> {
  const question = { reader, times, filter, after: parsePlace(page.cursor), limit: page.limit + 1 };
  const rows = await readRows(question, tx);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  return {
    items: items.map(toInboxRow),
    nextCursor: rows.length <= page.limit || last === undefined ? null : writePlace(last),
  };
}

async function readRows(question: PageQuestion, tx: Tx): Promise<Row[]> {
  for (let reading = 1; ; reading += 1) {
    const [due, outOfLine] = await sideBySide(
      tx,
      () => readDue(question, tx),
      () => readOutOfLine(question, tx),
    );
    const isFull = due !== null && due.rows.length >= question.limit;
    const otherwise = isFull ? null : await readOtherwise(question, tx);
    const parts = [outOfLine, due, otherwise].filter((part) => part !== null);
    if (parts.every((part) => part.outOfLine === outOfLine.outOfLine)) return firstOf(parts, question.limit);
    if (reading < READINGS) continue;
    // Who is unlucky that often sees what moved meanwhile once, where it stands out of line.
    const there = new Set(outOfLine.rows.map(({ id }) => id));
    const others = parts
      .slice(1)
      .map((part) => ({ ...part, rows: part.rows.filter(({ id }) => !there.has(id)) }));
    return firstOf([outOfLine, ...others], question.limit);
  }
}

const firstOf = (parts: readonly Part[], limit: number): Row[] =>
  parts
    .flatMap(({ rows }) => rows)
    .sort(byPlace)
    .slice(0, limit);

/** Null where nothing of it can be wanted. */
async function readDue(question: PageQuestion, tx: Tx): Promise<Part | null> {
  const { reader, times, filter, after, limit } = question;
  if (isNeverInLine(filter.reason) || (after !== null && after.lane > LANE.due)) return null;
  const due = inboxOf(
    reader,
    times.now,
    Prisma.sql`${narrowerOf(filter, reader, times.now)} AND NOT ${isOutOfLine(Prisma.sql`p.id`)}
      AND ${isDue(times.now)} ${dueAfter(after)}`,
    { isInLine: true },
  );
  return readPart(
    question,
    Prisma.sql`SELECT ${COLUMNS_OF_D} FROM (${due} ORDER BY p.due_at, p.id LIMIT ${limit}) d`,
    true,
    tx,
  );
}

async function readOutOfLine(question: PageQuestion, tx: Tx): Promise<Part> {
  const { reader, times, filter } = question;
  const outOfLine = inboxOf(
    reader,
    times.now,
    Prisma.sql`${narrowerOf(filter, reader, times.now)} AND ${isOutOfLine(Prisma.sql`p.id`)}`,
    { matched: isMatchedAmong(Prisma.sql`SELECT o.proposition_id FROM out_of_line o`) },
  );
  const rows = Prisma.sql`
    SELECT i.*, ${laneOf(reader.userId)} AS lane FROM (${outOfLine} OFFSET 0) i WHERE ${ASKED}`;
  return readPart(question, inOrder(rows, question), false, tx);
}

/** What is not due, and asks for a review all the same. Null where nothing of it can be wanted. */
async function readOtherwise(question: PageQuestion, tx: Tx): Promise<Part | null> {
  const { reader, times, filter, after } = question;
  if (isNeverInLine(filter.reason) || (after !== null && after.lane > LANE.rechecked)) return null;
  const otherwise = inboxOf(
    reader,
    times.now,
    Prisma.sql`${narrowerOf(filter, reader, times.now)} AND NOT ${isOutOfLine(Prisma.sql`p.id`)}
      AND p.id IN (SELECT a.proposition_id FROM (${ASKED_OTHERWISE(times.now)}) a)`,
    { isInLine: true },
  );
  const rows = Prisma.sql`
    SELECT i.*, CASE WHEN i.is_matched THEN ${lane('matched')} ELSE ${lane('rechecked')} END AS lane
    FROM (${otherwise} OFFSET 0) i WHERE ${ASKED} AND NOT i.is_due`;
  return readPart(question, inOrder(rows, question), false, tx);
}

/** Those of the rows, each with its lane, that the page begins with. */
const inOrder = (rows: Prisma.Sql, { after, limit }: PageQuestion): Prisma.Sql => Prisma.sql`
  SELECT * FROM (${rows}) i WHERE ${isAfter(after)} ORDER BY i.lane, i.due_at NULLS LAST, i.id LIMIT ${limit}`;

/**
 * @param page a statement that brings the rows of the part, with their lanes where they have different ones
 * @param isInLine whether all are due, and nothing but their deadline gives them their place
 */
async function readPart(
  { reader, times, filter }: PageQuestion,
  page: Prisma.Sql,
  isInLine: boolean,
  tx: Tx,
): Promise<Part> {
  const statement = Prisma.sql`
    WITH mine AS MATERIALIZED (${assignedTo(reader.userId)}),
      out_of_line AS MATERIALIZED (${OUT_OF_LINE(reader.userId)}),
      page AS MATERIALIZED (${page})
    SELECT ${isInLine ? COLUMNS_IN_LINE : COLUMNS_OF_X} AS columns,
      (SELECT coalesce(sum(uuid_hash_extended(o.proposition_id, 0)), 0)::text FROM out_of_line o) AS "outOfLine"
    FROM (${detailsOf(reader.userId, times.realNow, isInLine)}) x`;
  const [answer] = await askInbox<{ columns: Columns; outOfLine: string }>(statement, filter, tx);
  return { rows: toRows(answer?.columns, LANE.due), outOfLine: answer?.outOfLine ?? '' };
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
  return toRows(answer?.columns, LANE.due).map(toInboxRow);
}

/** Those of the definition that a page shows; what is not asked for is not computed. */
const COLUMNS_OF_D = Prisma.raw(
  [
    'id',
    'statement',
    'deadline_on',
    'due_at',
    'zone',
    'topics',
    'round_id',
    'round_number',
    'is_due',
    'is_recheck',
    'is_disputed',
    'is_reopened',
    'is_split',
  ]
    .map((name) => `d.${name}`)
    .join(', '),
);

const isOutOfLine = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${id} IN (SELECT o.proposition_id FROM out_of_line o)`;

/**
 * What is only looked up for the rows of the page, `mine` being what was assigned to the user. Whether something matches
 * strongly is asked once for all of them: a question for each would read all matches there are.
 */
function detailsOf(userId: string, realNow: Date, isInLine = false): Prisma.Sql {
  return Prisma.sql`
    SELECT i.id, i.statement, i.deadline_on, date_part('epoch', i.due_at) * 1000 AS due_at, i.zone, i.topics, i.round_number,
      i.is_due::int + i.is_recheck::int * 2 + i.is_disputed::int * 8 + i.is_reopened::int * 16 + i.is_split::int * 32
        + (i.id IN (
            SELECT m.proposition_id FROM matches m
            WHERE m.proposition_id = ANY(ARRAY(SELECT p.id FROM page p)) AND ${STRONG_MATCH}
          ))::int * 4
        + EXISTS (
            SELECT 1 FROM leases l WHERE l.round_id = i.round_id AND l.user_id <> ${userId}::uuid
              AND l.released_at IS NULL AND l.expires_at > ${realNow}
          )::int * 64
        + coalesce((i.round_id IN (
            SELECT d.round_id FROM review_drafts d WHERE d.user_id = ${userId}::uuid
          ))::int, 0) * 128 AS flags,
      (SELECT count(*)::int FROM claims c WHERE c.proposition_id = i.id AND c.state = 'active') AS claims
      ${isInLine ? Prisma.empty : Prisma.sql`, i.lane, g.note AS assignment_note, g.due_on AS assignment_due_on`}
    FROM page i
    ${isInLine ? Prisma.empty : Prisma.sql`LEFT JOIN mine g ON g.round_id = i.round_id`}`;
}

const isNeverInLine = (reason: InboxReason | undefined): boolean =>
  reason === 'dispute' || reason === 'reopened' || reason === 'split';

/** Lets the index begin where the page does. */
function dueAfter(after: Place | null): Prisma.Sql {
  if (after === null || after.lane < LANE.due) return Prisma.empty;
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
  const due = dueAt === null ? '' : String(dueAt);
  return Buffer.from(`${String(laneNumber)}_${due}_${id}`, 'utf8').toString('base64url');
}

/** The order of pages. Equal times are told apart by the ids, whose letters sort as their bytes do. */
function byPlace(a: Row, b: Row): number {
  if (a.lane !== b.lane) return a.lane - b.lane;
  if (a.due_at !== b.due_at) return (a.due_at ?? Infinity) < (b.due_at ?? Infinity) ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
