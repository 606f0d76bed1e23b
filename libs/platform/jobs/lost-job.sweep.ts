import { Logger } from '@nestjs/common';
import { Database } from '#platform/db';
import { outboxRepo, type OutboxRow } from '../db/repositories/outbox.repo.js';
import type { JobQueues } from './job-queues.js';
import { LEASE_MS } from './job-runner.js';
import { OutageLog } from './outage-log.js';
import { RepeatedTask } from './repeated-task.js';

const SWEEP_MS = 5_000;
const MAX_BACKOFF_MS = 10_000;
const BATCH = 100;

/** After this long without a finished run, a published row is looked for in the queue. */
export const QUIET_MS = 30_000;

/**
 * Publishes again what the queue has lost: rows that were handed over a while ago, whose run is not over, that nobody
 * is carrying out and the queue does not know. A wiped or replaced queue so costs time, never work.
 */
export class LostJobSweep {
  private readonly logger = new Logger(LostJobSweep.name);
  private readonly task: RepeatedTask;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
    private readonly quietMs = QUIET_MS,
  ) {
    this.task = new RepeatedTask({
      everyMs: Math.min(SWEEP_MS, quietMs),
      maxBackoffMs: MAX_BACKOFF_MS,
      outages: new OutageLog('Looking for lost jobs', this.logger),
      step: () => this.sweep(),
    });
  }

  start(): void {
    this.task.start();
  }

  async stop(): Promise<void> {
    await this.task.stop();
  }

  private async sweep(): Promise<boolean> {
    const times = { quietMs: this.quietMs, leaseMs: LEASE_MS };
    const quiet = await outboxRepo.listQuiet(times, BATCH, this.database.direct);
    if (quiet.length === 0) return false;
    const lost = await this.queues.findLost(quiet);
    if (lost.length > 0) await this.publishAgain(lost);
    // Looked at: they come up again only when they have been quiet for as long once more.
    await outboxRepo.touch(
      quiet.map(({ id }) => id),
      this.database.direct,
    );
    return quiet.length === BATCH;
  }

  private async publishAgain(lost: readonly OutboxRow[]): Promise<void> {
    await this.queues.remove(lost);
    await this.queues.publish(lost);
    this.logger.warn(`${String(lost.length)} jobs were lost by the queue and published again`);
  }
}
