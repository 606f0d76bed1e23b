import { Injectable } from '@nestjs/common';
import type { JobKey, JobPayload } from '#contracts/jobs';
import type { Tx } from '#platform/db';
import { outboxRepo } from '../db/repositories/outbox.repo.js';
import { definitionOf } from './job-definition.js';
import { InvalidPayloadError } from './job-error.js';

/**
 * Promises jobs inside the caller's transaction: committed with the business rows, or rolled back with them. Nothing
 * else starts a job.
 */
@Injectable()
export class Outbox {
  /**
   * Promises one run of `job`; returns whether it is new. The natural key of the payload decides: a job with the same
   * key that waits, runs, succeeded or failed for good makes this a no-op. There is no way to run a key twice except
   * that a person retries a failed run (`JobAdmin.retry`); work that is due again has a new key (a version, a period,
   * a slot in its payload).
   */
  async enqueue<K extends JobKey>(job: K, payload: JobPayload<K>, tx: Tx): Promise<boolean> {
    return outboxRepo.insert(toRow(job, payload), tx);
  }

  /**
   * Promises a run for each payload in one statement. Only for keys that nobody else can know yet, such as the ids of
   * rows made in this very transaction.
   */
  async enqueueNew<K extends JobKey>(job: K, payloads: readonly JobPayload<K>[], tx: Tx): Promise<void> {
    if (payloads.length === 0) return;
    await outboxRepo.insertNew(
      payloads.map((payload) => toRow(job, payload)),
      tx,
    );
  }

  /** Runs of `job` that are promised and not carried out: how far behind the workers are. */
  async countOpen(job: JobKey, tx: Tx): Promise<number> {
    return outboxRepo.countOpen(definitionOf(job).name, tx);
  }
}

function toRow<K extends JobKey>(job: K, payload: JobPayload<K>) {
  const definition = definitionOf(job);
  const parsed = definition.payload.safeParse(payload);
  if (!parsed.success) throw new InvalidPayloadError(definition.name, parsed.error);
  return { name: definition.name, key: definition.key(parsed.data), payload: parsed.data };
}
