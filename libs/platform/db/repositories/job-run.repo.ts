import type { Tx } from '../database.js';

/** Which run is meant: a job's name and its natural key. */
export interface RunKey {
  readonly name: string;
  readonly key: string;
}

/** A run that this process may carry out. `attempt` counts from 1 and fences off whoever held it before. */
export interface ClaimedRun extends RunKey {
  readonly attempt: number;
}

export type ClaimOutcome =
  | { readonly outcome: 'claimed'; readonly attempt: number }
  | { readonly outcome: 'done' }
  | { readonly outcome: 'busy' };

export type JobState = 'waiting' | 'running' | 'retrying' | 'succeeded' | 'failed';

/** A job as the administration shows it. */
export interface JobRecord extends RunKey {
  readonly state: JobState;
  readonly attempts: number;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

/**
 * Runs by natural key: the guard against a second effect. `finished_at` set means that the run is over, succeeded or
 * failed for good; state `failed` without it means that another attempt is to come. While a run is under way its
 * worker pushes `started_at` on every few seconds, so that an old value tells a dead worker from a long job. Times are
 * real time, the database's own.
 */
export const jobRunRepo = {
  /** Takes the run unless it is over or another worker is alive on it. */
  async claim(run: RunKey, leaseMs: number, newId: string, tx: Tx): Promise<ClaimOutcome> {
    const [claimed] = await tx.$queryRaw<{ attempt: number }[]>`
      INSERT INTO job_runs (id, name, key, state, attempts, started_at)
      VALUES (${newId}::uuid, ${run.name}, ${run.key}, 'running', 1, now())
      ON CONFLICT (name, key) DO UPDATE
        SET state = 'running', attempts = job_runs.attempts + 1, started_at = now()
        WHERE job_runs.finished_at IS NULL
          AND (job_runs.state <> 'running'
               OR job_runs.started_at < now() - ${leaseMs} * interval '1 millisecond')
      RETURNING attempts AS attempt`;
    if (claimed !== undefined) return { outcome: 'claimed', attempt: claimed.attempt };
    const [row] = await tx.$queryRaw<{ over: boolean }[]>`
      SELECT finished_at IS NOT NULL AS over FROM job_runs WHERE name = ${run.name} AND key = ${run.key}`;
    return { outcome: row?.over === true ? 'done' : 'busy' };
  },

  /** Says that the run's worker is alive; false when the run was taken from it. */
  async beat(run: ClaimedRun, tx: Tx): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE job_runs SET started_at = now()
      WHERE name = ${run.name} AND key = ${run.key} AND attempts = ${run.attempt} AND state = 'running'`;
    return count === 1;
  },

  /** Records success and strikes the promise from the outbox; false when the run was taken from this worker. */
  async succeed(run: ClaimedRun, tx: Tx): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE job_runs SET state = 'succeeded', finished_at = now(), error = NULL
      WHERE name = ${run.name} AND key = ${run.key} AND attempts = ${run.attempt} AND state = 'running'`;
    if (count === 0) return false;
    await tx.$executeRaw`DELETE FROM outbox_messages WHERE name = ${run.name} AND key = ${run.key}`;
    return true;
  },

  /** Records a failure, for good or until the next attempt; false when the run was taken from this worker. */
  async fail(run: ClaimedRun, failure: { error: string; isFinal: boolean }, tx: Tx): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE job_runs
      SET state = 'failed', error = ${failure.error}, finished_at = CASE WHEN ${failure.isFinal} THEN now() END
      WHERE name = ${run.name} AND key = ${run.key} AND attempts = ${run.attempt} AND state = 'running'`;
    return count === 1;
  },

  /** Opens a run that failed for good, with all its attempts; false when there is no such run to open. */
  async reopen(run: RunKey, tx: Tx): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE job_runs SET attempts = 0, finished_at = NULL
      WHERE name = ${run.name} AND key = ${run.key} AND state = 'failed' AND finished_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM outbox_messages o WHERE o.name = ${run.name} AND o.key = ${run.key})`;
    if (count === 0) return false;
    await tx.$executeRaw`
      UPDATE outbox_messages SET published_at = NULL WHERE name = ${run.name} AND key = ${run.key}`;
    return true;
  },

  /** One job, promised or run. */
  async find(run: RunKey, tx: Tx): Promise<JobRecord | null> {
    const [found] = await tx.$queryRaw<JobRecord[]>`
      SELECT w.name, w.key,
             CASE WHEN r.id IS NULL THEN 'waiting'
                  WHEN r.state = 'failed' AND r.finished_at IS NULL THEN 'retrying'
                  ELSE r.state::text END AS state,
             coalesce(r.attempts, 0) AS attempts, r.started_at AS "startedAt", r.finished_at AS "finishedAt",
             coalesce(r.error, o.last_error) AS error
      FROM (SELECT ${run.name}::text AS name, ${run.key}::text AS key) w
      LEFT JOIN outbox_messages o USING (name, key) LEFT JOIN job_runs r USING (name, key)
      WHERE o.id IS NOT NULL OR r.id IS NOT NULL`;
    return found ?? null;
  },

  /** Jobs promised or run, newest first. */
  async list(filter: { state?: JobState | undefined; limit: number }, tx: Tx): Promise<JobRecord[]> {
    const state = filter.state ?? null;
    return tx.$queryRaw<JobRecord[]>`
      SELECT * FROM (
        SELECT coalesce(o.name, r.name) AS name, coalesce(o.key, r.key) AS key,
               CASE WHEN r.id IS NULL THEN 'waiting'
                    WHEN r.state = 'failed' AND r.finished_at IS NULL THEN 'retrying'
                    ELSE r.state::text END AS state,
               coalesce(r.attempts, 0) AS attempts, r.started_at AS "startedAt", r.finished_at AS "finishedAt",
               coalesce(r.error, o.last_error) AS error
        FROM outbox_messages o FULL JOIN job_runs r ON r.name = o.name AND r.key = o.key
        ORDER BY coalesce(r.started_at, o.created_at) DESC
      ) jobs
      WHERE ${state}::text IS NULL OR state = ${state}
      LIMIT ${filter.limit}`;
  },

  /** How many jobs of each kind are in each state. */
  async countByState(tx: Tx): Promise<{ name: string; state: JobState; count: number }[]> {
    return tx.$queryRaw<{ name: string; state: JobState; count: number }[]>`
      SELECT coalesce(o.name, r.name) AS name,
             CASE WHEN r.id IS NULL THEN 'waiting'
                  WHEN r.state = 'failed' AND r.finished_at IS NULL THEN 'retrying'
                  ELSE r.state::text END AS state,
             count(*)::int AS count
      FROM outbox_messages o FULL JOIN job_runs r ON r.name = o.name AND r.key = o.key
      GROUP BY 1, 2 ORDER BY 1, 2`;
  },

  /** Takes a schedule's slot; false when this or a later slot was taken before, by whichever process. */
  async claimSlot(name: string, slot: Date, tx: Tx): Promise<boolean> {
    const count = await tx.$executeRaw`
      INSERT INTO schedule_runs (name, last_started_at) VALUES (${name}, ${slot})
      ON CONFLICT (name) DO UPDATE SET last_started_at = EXCLUDED.last_started_at
        WHERE schedule_runs.last_started_at IS NULL OR schedule_runs.last_started_at < EXCLUDED.last_started_at`;
    return count === 1;
  },

  /** Notes how a schedule's tick ended; does nothing for a job that is on no schedule. */
  async recordTick(name: string, error: string | null, tx: Tx): Promise<void> {
    await tx.$executeRaw`
      UPDATE schedule_runs
      SET last_finished_at = now(), last_error = ${error},
          failures = CASE WHEN ${error}::text IS NULL THEN 0 ELSE failures + 1 END
      WHERE name = ${name}`;
  },

  /** Forgets ticks that are over for `days`; what guards against a second tick is the schedule's own row. */
  async removeOldTicks(names: readonly string[], days: number, tx: Tx): Promise<number> {
    await tx.$executeRaw`
      DELETE FROM outbox_messages o USING job_runs r
      WHERE r.name = o.name AND r.key = o.key AND r.name = ANY(${[...names]})
        AND r.finished_at < now() - ${days} * interval '1 day'`;
    return tx.$executeRaw`
      DELETE FROM job_runs WHERE name = ANY(${[...names]}) AND finished_at < now() - ${days} * interval '1 day'`;
  },
};
