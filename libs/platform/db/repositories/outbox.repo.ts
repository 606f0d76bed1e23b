import type { Prisma } from '../generated/client.js';
import type { Tx } from '../database.js';

/** A job a transaction has promised and nobody has carried out yet. */
export interface OutboxRow {
  readonly id: string;
  /** Name of the job definition. */
  readonly name: string;
  /** The job's natural key. */
  readonly key: string;
  readonly payload: unknown;
}

/**
 * Promised jobs. A row stands until its run has succeeded, and stays when the run has failed for good, so that a person
 * can have it run again: the table is the list of open work, `job_runs` the history. Times here are real time, the
 * database's own, so that all processes agree.
 */
export const outboxRepo = {
  /**
   * Writes the row unless the same job with the same key is promised already or was carried out before; says whether it
   * did. The lock makes two transactions that promise the same thing wait for each other instead of both writing.
   */
  async insert(row: { name: string; key: string; payload: unknown }, tx: Tx): Promise<boolean> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${row.name}\u001f${row.key}`}, 0))`;
    const [known] = await tx.$queryRaw<{ known: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM outbox_messages WHERE name = ${row.name} AND key = ${row.key})
          OR EXISTS (SELECT 1 FROM job_runs WHERE name = ${row.name} AND key = ${row.key} AND finished_at IS NOT NULL)
          AS known`;
    if (known?.known === true) return false;
    const { name, key, payload } = row;
    const { count } = await tx.outboxMessage.createMany({
      data: { name, key, payload: payload as Prisma.InputJsonValue },
      skipDuplicates: true,
    });
    return count === 1;
  },

  /** Writes rows whose keys nobody else can know yet (ids made in this transaction): nothing to look up or wait for. */
  async insertNew(
    rows: readonly { readonly name: string; readonly key: string; readonly payload: unknown }[],
    tx: Tx,
  ): Promise<void> {
    const data = rows.map((row) => ({ ...row, payload: row.payload as Prisma.InputJsonValue }));
    await tx.outboxMessage.createMany({ data });
  },

  /** Runs of one kind of job that are promised and not carried out. */
  async countOpen(name: string, tx: Tx): Promise<number> {
    return tx.outboxMessage.count({ where: { name } });
  },

  /**
   * Takes up to `limit` rows nobody has published and marks them published in the same statement, so that no
   * transaction stays open while the queue is spoken to. Rows another relay is taking are skipped. What is then not
   * published after all goes back by {@link outboxRepo.release}, or, if this process dies, is found lost.
   */
  async claimUnpublished(limit: number, tx: Tx): Promise<OutboxRow[]> {
    return tx.$queryRaw<OutboxRow[]>`
      UPDATE outbox_messages SET published_at = now(), attempts = attempts + 1
      WHERE id IN (SELECT id FROM outbox_messages WHERE published_at IS NULL
                   ORDER BY created_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id, name, key, payload`;
  },

  /** Gives claimed rows back: the queue did not take them, and this is why. */
  async release(ids: readonly string[], error: string, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE outbox_messages SET published_at = NULL, last_error = ${error} WHERE id = ANY(${[...ids]}::uuid[])`;
  },

  /** Rows published at least `quietMs` ago that neither finished nor are being carried out: perhaps lost by the queue. */
  async listQuiet(times: { quietMs: number; leaseMs: number }, limit: number, tx: Tx): Promise<OutboxRow[]> {
    return tx.$queryRaw<OutboxRow[]>`
      SELECT o.id, o.name, o.key, o.payload
      FROM outbox_messages o LEFT JOIN job_runs r ON r.name = o.name AND r.key = o.key
      WHERE o.published_at < now() - ${times.quietMs} * interval '1 millisecond'
        AND r.finished_at IS NULL
        AND (r.id IS NULL OR r.state <> 'running'
             OR r.started_at < now() - ${times.leaseMs} * interval '1 millisecond')
      ORDER BY o.published_at, o.id LIMIT ${limit}`;
  },

  /** Marks rows as published just now. */
  async touch(ids: readonly string[], tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE outbox_messages SET published_at = now(), attempts = attempts + 1, last_error = NULL
      WHERE id = ANY(${[...ids]}::uuid[])`;
  },

  /** Rows whose job has not finished, oldest first, whether published or not. */
  async listOpen(limit: number, tx: Tx): Promise<OutboxRow[]> {
    return tx.$queryRaw<OutboxRow[]>`
      SELECT o.id, o.name, o.key, o.payload
      FROM outbox_messages o LEFT JOIN job_runs r ON r.name = o.name AND r.key = o.key
      WHERE r.finished_at IS NULL
      ORDER BY o.created_at, o.id LIMIT ${limit}`;
  },

  /** Removes rows whose job was carried out before they were written; their promise is kept. */
  async removeKept(name: string, key: string, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM outbox_messages WHERE name = ${name} AND key = ${key}
        AND EXISTS (SELECT 1 FROM job_runs WHERE name = ${name} AND key = ${key} AND state = 'succeeded')`;
  },

  /** How many jobs wait for the queue, and for how long the oldest has, in seconds. */
  async countUnpublished(tx: Tx): Promise<{ waiting: number; oldestSeconds: number }> {
    const [row] = await tx.$queryRaw<{ waiting: number; oldestSeconds: number }[]>`
      SELECT count(*)::int AS waiting,
             coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestSeconds"
      FROM outbox_messages WHERE published_at IS NULL`;
    return row ?? { waiting: 0, oldestSeconds: 0 };
  },
};
