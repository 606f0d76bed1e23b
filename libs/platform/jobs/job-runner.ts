import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { JobDefinition, JobHandlers, JobKey } from '#contracts/jobs';
import { Database } from '#platform/db';
import { jobRunRepo, type ClaimedRun } from '../db/repositories/job-run.repo.js';
import { outboxRepo } from '../db/repositories/outbox.repo.js';
import type { Delivery } from './delivery.js';
import { findDefinition } from './job-definition.js';
import { describeError, InvalidPayloadError, PermanentJobError } from './job-error.js';
import { within } from './time-out.js';

/** Provider token of the handlers an app carries jobs out by. */
export const JOB_HANDLERS = Symbol('JOB_HANDLERS');

/** A worker that has not shown itself for this long is taken for dead. */
export const LEASE_MS = 10_000;
const BEAT_MS = 3_000;
/** The longest a handler may take; then the attempt counts as failed. */
const HANDLER_MS = 300_000;
const MAX_BACKOFF_MS = 600_000;
const RECORD_TRIES = 6;

/** What became of a delivery. */
export type RunOutcome =
  | { readonly outcome: 'succeeded' }
  /** It was over before: a second delivery. */
  | { readonly outcome: 'done' }
  /** Another worker is on it. */
  | { readonly outcome: 'busy' }
  /** Failed for good. */
  | { readonly outcome: 'failed'; readonly error: string }
  /** Failed; to be tried again after the wait. */
  | { readonly outcome: 'retry'; readonly error: string; readonly delayMs: number };

/**
 * Carries out one delivery, with the run recorded in PostgreSQL: claimed by name and key before the handler starts, so
 * that a second delivery does nothing; finished afterwards. If the process dies in between, the claim lapses and the
 * next delivery starts the handler again: handlers work by natural-key upserts.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private readonly beats = new Set<NodeJS.Timeout>();
  private isAbandoned = false;

  constructor(
    private readonly database: Database,
    @Inject(JOB_HANDLERS) private readonly handlers: JobHandlers,
  ) {}

  async run(delivery: Delivery): Promise<RunOutcome> {
    const claim = await jobRunRepo.claim(delivery, LEASE_MS, newId(), this.database.direct);
    if (claim.outcome !== 'claimed') {
      if (claim.outcome === 'done')
        await outboxRepo.removeKept(delivery.name, delivery.key, this.database.direct);
      return { outcome: claim.outcome };
    }
    const run: ClaimedRun = { name: delivery.name, key: delivery.key, attempt: claim.attempt };
    const stopBeating = this.beat(run);
    try {
      return await this.carryOut(run, delivery);
    } finally {
      stopBeating();
    }
  }

  /** Stops vouching for the runs under way: this process is about to end, others may take them over. */
  abandon(): void {
    this.isAbandoned = true;
    for (const timer of this.beats) clearInterval(timer);
    this.beats.clear();
  }

  private async carryOut(run: ClaimedRun, delivery: Delivery): Promise<RunOutcome> {
    const found = findDefinition(run.name);
    const attempts = found?.definition.retry.attempts ?? 1;
    if (run.attempt > attempts)
      return this.fail(run, `Gave up: the worker died in attempt ${String(run.attempt - 1)}`);
    try {
      if (found === null) throw new PermanentJobError(`No job is called ${run.name} in this version`);
      await this.handle(found.job, found.definition, delivery.payload);
    } catch (error) {
      const isFinal = error instanceof PermanentJobError || run.attempt >= attempts;
      this.logger.warn(
        `${run.name} ${run.key}: attempt ${String(run.attempt)} of ${String(attempts)} failed: ${describeError(error)}`,
      );
      if (isFinal) return this.fail(run, describeError(error));
      return this.postpone(run, describeError(error), found?.definition.retry.backoffMs ?? 0);
    }
    await this.record(async () => {
      await this.database.withTransaction(async (tx) => {
        if (await jobRunRepo.succeed(run, tx)) await jobRunRepo.recordTick(run.name, null, tx);
        else this.logger.warn(`${run.name} ${run.key}: was taken over while it ran`);
      });
    });
    return { outcome: 'succeeded' };
  }

  private async handle(job: JobKey, definition: JobDefinition, payload: unknown): Promise<void> {
    const parsed = definition.payload.safeParse(payload);
    if (!parsed.success) throw new InvalidPayloadError(definition.name, parsed.error);
    // Sound: the payload was parsed by the definition of this very job.
    const handler = this.handlers[job] as (payload: unknown) => Promise<void>;
    await within(HANDLER_MS, definition.name, handler(parsed.data));
  }

  private async fail(run: ClaimedRun, error: string): Promise<RunOutcome> {
    await this.record(async () => {
      await this.database.withTransaction(async (tx) => {
        if (await jobRunRepo.fail(run, { error, isFinal: true }, tx))
          await jobRunRepo.recordTick(run.name, error, tx);
      });
    });
    return { outcome: 'failed', error };
  }

  private async postpone(run: ClaimedRun, error: string, backoffMs: number): Promise<RunOutcome> {
    await this.record(() => jobRunRepo.fail(run, { error, isFinal: false }, this.database.direct));
    const delayMs = Math.min(MAX_BACKOFF_MS, backoffMs * 2 ** Math.min(run.attempt - 1, 20));
    return { outcome: 'retry', error, delayMs };
  }

  /** The effect has happened; forgetting it because the database blinked would make it happen again. */
  private async record(write: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await write();
        return;
      } catch (error) {
        if (attempt === RECORD_TRIES || this.isAbandoned) throw error;
        await sleep(250 * 2 ** attempt);
      }
    }
  }

  private beat(run: ClaimedRun): () => void {
    const timer = setInterval(() => {
      jobRunRepo.beat(run, this.database.direct).catch((error: unknown) => {
        this.logger.debug(`${run.name} ${run.key}: no sign of life written: ${describeError(error)}`);
      });
    }, BEAT_MS);
    this.beats.add(timer);
    return () => {
      clearInterval(timer);
      this.beats.delete(timer);
    };
  }
}
