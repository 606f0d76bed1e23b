import { Injectable } from '@nestjs/common';
import { Database } from '#platform/db';
import { outboxRepo } from '../db/repositories/outbox.repo.js';
import { JobRunner } from './job-runner.js';

const BATCH = 100;

/** What a drain did. */
export interface DrainReport {
  readonly succeeded: number;
  readonly failed: readonly { readonly name: string; readonly key: string; readonly error: string }[];
}

/**
 * Carries out promised jobs here and now, without a queue: for tests and for commands that run while no service does.
 * Runs are claimed, retried and recorded as by a worker; only the waits between attempts are left out.
 */
@Injectable()
export class InlineJobs {
  constructor(
    private readonly database: Database,
    private readonly runner: JobRunner,
  ) {}

  /** Works until nothing is promised any more, jobs that jobs have promised included. */
  async drain(): Promise<DrainReport> {
    let succeeded = 0;
    const failed: { name: string; key: string; error: string }[] = [];
    for (;;) {
      const rows = await outboxRepo.listOpen(BATCH, this.database.direct);
      let isMoving = false;
      for (const row of rows) {
        const result = await this.runner.run(row);
        // Busy means that somebody else carries it out: not ours to wait for.
        if (result.outcome !== 'busy') isMoving = true;
        if (result.outcome === 'succeeded') succeeded += 1;
        if (result.outcome === 'failed') failed.push({ name: row.name, key: row.key, error: result.error });
      }
      if (!isMoving) return { succeeded, failed };
    }
  }
}
