import { Injectable } from '@nestjs/common';
import type { JobKey, JobPayload } from '#contracts/jobs';
import { Database, type Tx } from '#platform/db';
import { realNow } from '../clock/index.js';
import { jobRunRepo, type JobRecord, type JobState } from '../db/repositories/job-run.repo.js';
import { outboxRepo } from '../db/repositories/outbox.repo.js';
import { definitionOf, type TickJobKey } from './job-definition.js';
import { Outbox } from './outbox.service.js';

/** How the jobs of an installation are doing. */
export interface JobOverview {
  readonly counts: readonly { readonly name: string; readonly state: JobState; readonly count: number }[];
  /** Promised and not yet handed to the queue. */
  readonly unpublished: number;
  /** For how many seconds the oldest of these has waited; more than a minute means that something is wrong. */
  readonly oldestUnpublishedSeconds: number;
}

/** What the administration and the command line do with jobs. */
@Injectable()
export class JobAdmin {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async overview(): Promise<JobOverview> {
    const counts = await jobRunRepo.countByState(this.database.direct);
    const { waiting, oldestSeconds } = await outboxRepo.countUnpublished(this.database.direct);
    return { counts, unpublished: waiting, oldestUnpublishedSeconds: oldestSeconds };
  }

  /** Jobs promised or run, newest first. */
  async list(filter: { readonly state?: JobState; readonly limit?: number } = {}): Promise<JobRecord[]> {
    return jobRunRepo.list({ state: filter.state, limit: filter.limit ?? 100 }, this.database.direct);
  }

  /** How one run of `job` is doing; null when it was never promised, or has succeeded and was forgotten. */
  async find<K extends JobKey>(job: K, payload: JobPayload<K>, tx?: Tx): Promise<JobRecord | null> {
    const { name, key } = definitionOf(job);
    return jobRunRepo.find({ name, key: key(payload) }, tx ?? this.database.direct);
  }

  /** Has a job that failed for good run again, with all its attempts; false when there is no such job. */
  async retry(name: string, key: string): Promise<boolean> {
    return this.database.withTransaction((tx) => jobRunRepo.reopen({ name, key }, tx));
  }

  /** Promises a tick of a scheduled job now, besides its schedule; returns its key. */
  async runNow(job: TickJobKey): Promise<string> {
    const payload = { slot: realNow().toISOString() };
    await this.database.withTransaction((tx) => this.outbox.enqueue(job, payload, tx));
    return definitionOf(job).key(payload);
  }
}
