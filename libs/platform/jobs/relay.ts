import { Logger } from '@nestjs/common';
import { Database } from '#platform/db';
import { outboxRepo } from '../db/repositories/outbox.repo.js';
import { describeError } from './job-error.js';
import type { JobQueues } from './job-queues.js';
import { OutageLog } from './outage-log.js';
import { RepeatedTask } from './repeated-task.js';

const POLL_MS = 500;
const MAX_BACKOFF_MS = 5_000;
const BATCH = 100;

/**
 * Hands promised jobs to the queue, in the order they were promised. Rows are marked published first and given back if
 * the queue does not take them: so no transaction is open while the queue is spoken to, and several relays share the
 * work. A relay that dies in between leaves rows that {@link LostJobSweep} finds.
 */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private readonly task: RepeatedTask;
  private isQueueAway = false;

  constructor(
    private readonly database: Database,
    private readonly queues: JobQueues,
  ) {
    this.task = new RepeatedTask({
      everyMs: POLL_MS,
      maxBackoffMs: MAX_BACKOFF_MS,
      outages: new OutageLog('Publishing jobs', this.logger),
      step: () => this.publishBatch(),
    });
  }

  start(): void {
    this.task.start();
  }

  /** Something was promised just now: do not wait for the next poll. */
  wake(): void {
    this.task.wake();
  }

  async stop(): Promise<void> {
    await this.task.stop();
  }

  /** Publishes one batch; true when there may be more. */
  private async publishBatch(): Promise<boolean> {
    // While the queue is away one row is enough to find out whether it is back.
    const limit = this.isQueueAway ? 1 : BATCH;
    const rows = await outboxRepo.claimUnpublished(limit, this.database.direct);
    if (rows.length === 0) return false;
    try {
      await this.queues.publish(rows);
    } catch (error) {
      this.isQueueAway = true;
      const ids = rows.map(({ id }) => id);
      await outboxRepo.release(ids, describeError(error), this.database.direct);
      throw error;
    }
    this.isQueueAway = false;
    return rows.length === limit;
  }
}
