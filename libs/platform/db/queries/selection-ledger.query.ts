import type { CalendarDate } from '#core/domain';
import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';
import { type PageRequest, parseCursor, toPage } from '../page-cursor.js';
import type { MarkedSpan } from '../repositories/blind-reading.repo.js';

/** What became of one text that was put in. */
export interface LedgerRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly title: string;
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
  readonly isCopy: boolean;
  /** Claims made of it. */
  readonly taken: number;
  /** Proposed and turned down, by a person. */
  readonly rejected: number;
  /** Proposed, and nobody has decided yet. */
  readonly waiting: number;
  /** Added by a person, because nothing had found it. */
  readonly missed: number;
  /** Finished blind readings. */
  readonly readings: number;
}

/** Every text put in, the newest first, with what was taken of it, turned down and missed. */
export async function listSelectionLedger(
  request: PageRequest,
  tx: Tx,
): Promise<{ items: LedgerRow[]; nextCursor: string | null }> {
  const cursor = parseCursor(request.cursor);
  const after =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`WHERE (o.created_at, o.id) < (${cursor.at}, ${cursor.id}::uuid)`;
  const of = (condition: Prisma.Sql) => Prisma.sql`(
    SELECT count(*)::int FROM candidates c JOIN snapshots s ON s.id = c.snapshot_id
    WHERE s.source_id = o.id AND c.same_as_id IS NULL AND c.inherited_from_id IS NULL AND ${condition})`;
  const rows = await tx.$queryRaw<LedgerRow[]>`
    SELECT o.id, o.created_at AS "createdAt", o.title, u.name AS outlet, o.published_on::text AS "publishedOn",
      EXISTS (SELECT 1 FROM syndicated_copies y WHERE y.copy_id = o.id) AS "isCopy",
      (SELECT count(*)::int FROM claims c JOIN snapshots s ON s.id = c.snapshot_id
        WHERE s.source_id = o.id AND c.state <> 'withdrawn') AS taken,
      ${of(Prisma.sql`c.state = 'rejected'`)} AS rejected,
      ${of(Prisma.sql`c.state = 'pending' AND c.tier = 'proposed'`)} AS waiting,
      ${of(Prisma.sql`c.origin = 'person' AND c.split_from_id IS NULL`)} AS missed,
      (SELECT count(*)::int FROM blind_readings b JOIN snapshots s ON s.id = b.snapshot_id
        WHERE s.source_id = o.id AND b.finished_at IS NOT NULL) AS readings
    FROM sources o LEFT JOIN outlets u ON u.id = o.outlet_id
    ${after}
    ORDER BY o.created_at DESC, o.id DESC LIMIT ${request.limit + 1}`;
  return toPage(rows, request.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
}

/** A text two people have finished. */
export interface TwiceRead {
  readonly sourceId: string;
  readonly title: string;
  readonly first: readonly MarkedSpan[];
  readonly second: readonly MarkedSpan[];
  /** The quotes of each claim made of it. */
  readonly captured: readonly (readonly MarkedSpan[])[];
}

export async function readTwiceRead(tx: Tx): Promise<TwiceRead[]> {
  const rows = await tx.$queryRaw<
    (Omit<TwiceRead, 'first' | 'second'> & { readings: readonly (readonly MarkedSpan[])[] })[]
  >`
    SELECT n.source_id AS "sourceId", o.title,
      (SELECT json_agg(r.marks) FROM (
        SELECT coalesce((SELECT json_agg(json_build_object('start', m.start_offset, 'end', m.end_offset)
          ORDER BY m.start_offset) FROM reading_marks m WHERE m.reading_id = b.id), '[]') AS marks
        FROM blind_readings b WHERE b.snapshot_id = s.snapshot_id ORDER BY b.id) r) AS readings,
      coalesce((SELECT json_agg(q.quotes) FROM (
        SELECT json_agg(json_build_object('start', a.start_offset, 'end', a.end_offset)) AS quotes
        FROM claims c JOIN quote_anchors a ON a.claim_id = c.id AND a.snapshot_id = c.snapshot_id
        WHERE c.snapshot_id = s.snapshot_id AND c.state <> 'withdrawn' GROUP BY c.id) q), '[]') AS captured
    FROM sampled_texts s
    JOIN snapshots n ON n.id = s.snapshot_id JOIN sources o ON o.id = n.source_id
    WHERE (SELECT count(*) FROM blind_readings b WHERE b.snapshot_id = s.snapshot_id AND b.finished_at IS NOT NULL) = 2
    ORDER BY s.drawn_at, s.snapshot_id`;
  return rows.map(({ readings, ...row }) => ({
    ...row,
    first: readings[0] ?? [],
    second: readings[1] ?? [],
  }));
}
