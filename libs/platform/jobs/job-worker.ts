import { Logger } from '@nestjs/common';
import {
  DelayedError,
  UnrecoverableError,
  Worker,
  type IQueueBackend,
  type Job,
  type JobProgress,
} from 'bullmq';
import { QUEUES, type QueueName } from '#contracts/jobs';
import { realNow } from '../clock/index.js';
import type { Delivery } from './delivery.js';
import type { JobRunner, RunOutcome } from './job-runner.js';
import type { OutageLog } from './outage-log.js';
import type { QueueStore } from './queue-store.js';
import { describeError } from './job-error.js';
import { within } from './time-out.js';

/** How many jobs of a queue one process carries out at a time. */
const CONCURRENCY: Readonly<Record<QueueName, number>> = {
  sweeps: 1,
  notices: 4,
  mail: 2,
  boards: 1,
  matching: 2,
  // A model on one's own machine does one thing at a time.
  models: 1,
  // One is read in a process of its own while the extractor has another in its thread.
  documents: 2,
  // One job is one server, and mostly waits for it.
  feeds: 4,
};
const LOCK_MS = 10_000;
const STALLED_MS = 5_000;
/** After an error of the queue; BullMQ waits 15 s, which is half of what we promise. */
const RETRY_MS = 1_000;
/** When another worker is on it, or the database is away. */
const COME_BACK_MS = 2_000;
const DRAIN_MS = 25_000;
const CLOSE_MS = 3_000;

type DeliveryJob = Job<Delivery, void>;
type DeliveryWorker = Worker<Delivery, void, string, IQueueBackend, JobProgress, object>;

/** The receiving side of the queues: takes deliveries and has the {@link JobRunner} carry them out. */
export class JobWorker {
  private readonly logger = new Logger(JobWorker.name);
  private readonly underWay = new Set<Promise<void>>();
  private workers: DeliveryWorker[] = [];

  constructor(
    private readonly store: QueueStore,
    private readonly runner: JobRunner,
    private readonly outages: OutageLog,
    /** Called after each run: it may have promised further jobs. */
    private readonly onRun: () => void = () => undefined,
  ) {}

  /** Begins to take deliveries. The store must have been prepared. */
  start(): void {
    this.workers = QUEUES.map((queue) => this.listen(queue));
  }

  /**
   * Takes nothing more and waits for the runs under way, at most `drainMs`. What runs then is abandoned: another worker
   * takes it over.
   */
  async stop(drainMs = DRAIN_MS): Promise<void> {
    const workers = this.workers;
    this.workers = [];
    // BullMQ's own close, once begun, waits for the runs for ever and cannot be hurried: so the wait is ours.
    await Promise.all(workers.map((worker) => worker.pause(true)));
    const hasDrained = await this.drain(drainMs);
    if (!hasDrained) this.runner.abandon();
    await Promise.all(
      workers.map((worker) => within(CLOSE_MS, 'Closing', worker.close(!hasDrained)).catch(() => undefined)),
    );
  }

  private async drain(drainMs: number): Promise<boolean> {
    try {
      await within(drainMs, 'Draining', Promise.allSettled(this.underWay));
      return true;
    } catch {
      return false;
    }
  }

  private listen(queue: QueueName): DeliveryWorker {
    const worker: DeliveryWorker = new Worker(
      queue,
      (job: DeliveryJob, token) => this.follow(this.take(job, token)),
      {
        ...this.store.consumer,
        concurrency: CONCURRENCY[queue],
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_MS,
        runRetryDelay: RETRY_MS,
        // PostgreSQL counts the attempts; the queue only ever delivers.
        maxStalledCount: 1_000,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
      this.store.factory,
    );
    worker.on('error', (error) => {
      this.outages.failed(error);
    });
    worker.on('active', () => {
      this.outages.recovered();
    });
    return worker;
  }

  private async follow(run: Promise<void>): Promise<void> {
    this.underWay.add(run);
    try {
      await run;
    } finally {
      this.underWay.delete(run);
    }
  }

  private async take(job: DeliveryJob, token: string | undefined): Promise<void> {
    const { name, key, payload } = job.data;
    let result: RunOutcome;
    try {
      result = await this.runner.run({ name, key, payload });
    } catch (error) {
      this.logger.warn(`${name} ${key}: could not be run or recorded: ${describeError(error)}`);
      return this.comeBack(job, token, COME_BACK_MS);
    }
    this.onRun();
    switch (result.outcome) {
      case 'succeeded':
      case 'done':
        return;
      case 'busy':
        return this.comeBack(job, token, COME_BACK_MS);
      case 'retry':
        return this.comeBack(job, token, result.delayMs);
      case 'failed':
        throw new UnrecoverableError(result.error);
    }
  }

  private async comeBack(job: DeliveryJob, token: string | undefined, delayMs: number): Promise<never> {
    await job.moveToDelayed(realNow().getTime() + delayMs, token);
    throw new DelayedError();
  }
}
