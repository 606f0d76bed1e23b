import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { Database } from '#platform/db';
import { Config } from '../config/index.js';
import { chooseStore } from './choose-store.js';
import { QueueRefusedError } from './job-error.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { JobWorker } from './job-worker.js';
import { LostJobSweep } from './lost-job.sweep.js';
import { OutageLog } from './outage-log.js';
import { Outbox } from './outbox.service.js';
import type { QueueStore } from './queue-store.js';
import { Relay } from './relay.js';
import { RepeatedTask } from './repeated-task.js';
import type { Schedule } from './schedule.js';
import { Scheduler } from './scheduler.js';

/** Provider token of the list of schedules. */
export const SCHEDULES = Symbol('SCHEDULES');

const PREPARE_EVERY_MS = 500;
const PREPARE_MAX_BACKOFF_MS = 5_000;

/** The parts of a worker process, started in order and stopped in reverse. */
@Injectable()
export class JobSystem implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly store: QueueStore;
  private readonly queues: JobQueues;
  private readonly relay: Relay;
  private readonly sweep: LostJobSweep;
  private readonly scheduler: Scheduler;
  private readonly worker: JobWorker;
  private readonly opening: RepeatedTask;
  private isOpen = false;

  constructor(
    config: Config,
    database: Database,
    runner: JobRunner,
    outbox: Outbox,
    @Inject(SCHEDULES) schedules: readonly Schedule[],
  ) {
    const wakeRelay = () => {
      this.relay.wake();
    };
    this.store = chooseStore(config);
    const outages = new OutageLog('The queue', this.logger);
    this.queues = new JobQueues(this.store, outages);
    this.relay = new Relay(database, this.queues);
    this.sweep = new LostJobSweep(database, this.queues);
    this.scheduler = new Scheduler(database, outbox, schedules, wakeRelay);
    this.worker = new JobWorker(this.store, runner, outages, wakeRelay);
    this.opening = new RepeatedTask({
      everyMs: PREPARE_EVERY_MS,
      maxBackoffMs: PREPARE_MAX_BACKOFF_MS,
      outages,
      step: () => this.tryToOpen(),
    });
  }

  /** Refuses to start on a queue that would lose work; one that is merely away is waited for. */
  async onApplicationBootstrap(): Promise<void> {
    this.scheduler.start();
    try {
      await this.store.prepare();
    } catch (error) {
      if (error instanceof QueueRefusedError) throw error;
    }
    this.opening.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.opening.stop();
    await this.scheduler.stop();
    await this.sweep.stop();
    await this.worker.stop();
    await this.relay.stop();
    await this.queues.close();
  }

  /** Whether jobs are being taken, for the worker's readiness. */
  get isTakingJobs(): boolean {
    return this.isOpen;
  }

  private async tryToOpen(): Promise<boolean> {
    await this.store.prepare();
    this.queues.open();
    this.relay.start();
    this.sweep.start();
    this.worker.start();
    this.isOpen = true;
    this.logger.log(`Taking jobs, queue on ${this.store.kind}`);
    // Not awaited: it would wait for itself.
    void this.opening.stop();
    return false;
  }
}
