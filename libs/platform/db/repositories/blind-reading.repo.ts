import type { Tx } from '../database.js';
import { Prisma } from '../generated/client.js';

/** Offsets in UTF-16 code units of the snapshot; `end` exclusive. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** A text that waits for this person to read it, or that they have begun. */
export interface OpenReading {
  readonly snapshotId: string;
  readonly title: string;
  readonly characters: number;
  readonly readingId: string | null;
  readonly marks: number;
}

export interface BlindReadingRow {
  readonly id: string;
  readonly readerId: string;
  readonly title: string;
  readonly text: string;
  readonly finishedAt: Date | null;
  readonly marks: readonly MarkedSpan[];
}

/** Two people read each sampled text. */
export const READERS_PER_TEXT = 2;

/** Who has decided on candidates of a text `s.snapshot_id`, or made claims of it, has seen its highlights. */
const hasSeen = (userId: string): Prisma.Sql => Prisma.sql`(
  EXISTS (SELECT 1 FROM candidates c WHERE c.snapshot_id = s.snapshot_id AND c.decided_by_id = ${userId}::uuid)
  OR EXISTS (SELECT 1 FROM claims c WHERE c.snapshot_id = s.snapshot_id AND c.recorded_by_id = ${userId}::uuid))`;

export const blindReadingRepo = {
  /**
   * Draws texts by chance among those that are English, no copies, long enough to say something, looked through in triage
   * and not drawn before. Returns how many there were.
   */
  async draw(count: number, drawnById: string, at: Date, tx: Tx): Promise<number> {
    return tx.$executeRaw`
      INSERT INTO sampled_texts (snapshot_id, drawn_at, drawn_by_id)
      SELECT n.id, ${at}, ${drawnById}::uuid FROM sources o
      JOIN LATERAL (
        SELECT s.id, s.text FROM snapshots s WHERE s.source_id = o.id ORDER BY s.id LIMIT 1
      ) n ON true
      WHERE o.language LIKE 'en%' AND length(n.text) >= 500
        AND NOT EXISTS (SELECT 1 FROM syndicated_copies y WHERE y.copy_id = o.id)
        AND NOT EXISTS (SELECT 1 FROM sampled_texts t JOIN snapshots s ON s.id = t.snapshot_id WHERE s.source_id = o.id)
        AND NOT EXISTS (
          SELECT 1 FROM candidates c WHERE c.snapshot_id = n.id AND c.state = 'pending' AND c.tier = 'proposed'
            AND c.same_as_id IS NULL)
      ORDER BY random() LIMIT ${count}
      ON CONFLICT DO NOTHING`;
  },

  /** Those begun and not finished first. */
  async listOpen(userId: string, tx: Tx): Promise<OpenReading[]> {
    return tx.$queryRaw`
      SELECT s.snapshot_id AS "snapshotId", o.title, length(n.text)::int AS characters, r.id AS "readingId",
        (SELECT count(*)::int FROM reading_marks m WHERE m.reading_id = r.id) AS marks
      FROM sampled_texts s
      JOIN snapshots n ON n.id = s.snapshot_id
      JOIN sources o ON o.id = n.source_id
      LEFT JOIN blind_readings r ON r.snapshot_id = s.snapshot_id AND r.reader_id = ${userId}::uuid
      WHERE r.finished_at IS NULL
        AND (r.id IS NOT NULL OR ((SELECT count(*) FROM blind_readings b WHERE b.snapshot_id = s.snapshot_id)
          < ${READERS_PER_TEXT} AND NOT ${hasSeen(userId)}))
      ORDER BY r.begun_at NULLS LAST, s.drawn_at, s.snapshot_id LIMIT 100`;
  },

  /**
   * The reading of this person, begun now if it was not. Refused as `taken` where two others have it, as `seen` where the
   * person knows the highlights, as null where the text was not drawn.
   */
  async begin(
    snapshotId: string,
    userId: string,
    at: Date,
    tx: Tx,
  ): Promise<{ readonly id: string } | 'taken' | 'seen' | null> {
    const [text] = await tx.$queryRaw<{ seen: boolean }[]>`
      SELECT ${hasSeen(userId)} AS seen FROM sampled_texts s WHERE s.snapshot_id = ${snapshotId}::uuid FOR UPDATE`;
    if (text === undefined) return null;
    const readings = await tx.blindReading.findMany({
      where: { snapshotId },
      select: { id: true, readerId: true },
    });
    const own = readings.find(({ readerId }) => readerId === userId);
    if (own !== undefined) return { id: own.id };
    if (text.seen) return 'seen';
    if (readings.length >= READERS_PER_TEXT) return 'taken';
    return tx.blindReading.create({
      data: { snapshotId, readerId: userId, begunAt: at },
      select: { id: true },
    });
  },

  async find(id: string, tx: Tx): Promise<BlindReadingRow | null> {
    const row = await tx.blindReading.findUnique({
      where: { id },
      select: {
        id: true,
        readerId: true,
        finishedAt: true,
        marks: { select: { start: true, end: true }, orderBy: [{ start: 'asc' }, { end: 'asc' }] },
        text: { select: { snapshot: { select: { text: true, source: { select: { title: true } } } } } },
      },
    });
    if (row === null) return null;
    const { text, ...reading } = row;
    return { ...reading, text: text.snapshot.text, title: text.snapshot.source.title };
  },

  async lock(id: string, tx: Tx): Promise<void> {
    await tx.$queryRaw`SELECT 1 FROM blind_readings WHERE id = ${id}::uuid FOR UPDATE`;
  },

  async save(id: string, marks: readonly MarkedSpan[], finishedAt: Date | null, tx: Tx): Promise<void> {
    await tx.readingMark.deleteMany({ where: { readingId: id } });
    await tx.readingMark.createMany({ data: marks.map((mark) => ({ readingId: id, ...mark })) });
    if (finishedAt !== null) await tx.blindReading.update({ where: { id }, data: { finishedAt } });
  },
};
