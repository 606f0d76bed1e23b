import { Logger } from '@nestjs/common';
import { JOBS, type JobHandlers, type JobKey, type JobPayload } from '#contracts/jobs';
import { Database } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { jobRunRepo, type JobRecord } from '../../libs/platform/db/repositories/job-run.repo.js';
import { JobQueues } from '../../libs/platform/jobs/job-queues.js';
import { JobRunner } from '../../libs/platform/jobs/job-runner.js';
import { JobWorker } from '../../libs/platform/jobs/job-worker.js';
import { LostJobSweep } from '../../libs/platform/jobs/lost-job.sweep.js';
import { OutageLog } from '../../libs/platform/jobs/outage-log.js';
import { PostgresStore } from '../../libs/platform/jobs/postgres-store.js';
import type { QueueStore } from '../../libs/platform/jobs/queue-store.js';
import { RedisStore } from '../../libs/platform/jobs/redis-store.js';
import { Relay } from '../../libs/platform/jobs/relay.js';

// The suites make things fail on purpose; what is said about it is not news.
Logger.overrideLogger(false);

const SILENT = { warn: () => undefined, log: () => undefined };

export interface Backend {
  readonly kind: 'postgres' | 'redis';
  readonly open: (databaseUrl: string) => QueueStore;
}

const redisUrl = process.env['TEST_REDIS_URL'];

/** The stores the same suite runs on; says which it leaves out. */
export const BACKENDS: readonly Backend[] = [
  { kind: 'postgres', open: (databaseUrl) => new PostgresStore(databaseUrl) },
  ...(redisUrl === undefined
    ? []
    : [{ kind: 'redis' as const, open: (databaseUrl: string) => new RedisStore(redisUrl, databaseUrl) }]),
];

export function sayWhatIsLeftOut(): void {
  if (redisUrl === undefined)
    process.stdout.write(
      'Left out: the job suite on Redis. Set TEST_REDIS_URL to a Redis to run it there too.\n',
    );
}

/** Handlers that do nothing, but for the given ones. */
export function handlersWith(given: Partial<JobHandlers>): JobHandlers {
  const idle = Object.fromEntries(Object.keys(JOBS).map((job) => [job, () => Promise.resolve()]));
  // Every key of JOBS is there: a handler that ignores its payload serves any job.
  return { ...(idle as unknown as JobHandlers), ...given };
}

/** What a worker process consists of, as objects, so that a test can stop or kill several in one process. */
export class JobProcess {
  readonly database: Database;
  readonly runner: JobRunner;
  readonly queues: JobQueues;
  readonly relay: Relay;
  private readonly sweep: LostJobSweep;
  private readonly worker: JobWorker;
  private hasWorker = false;

  constructor(
    databaseUrl: string,
    private readonly store: QueueStore,
    handlers: Partial<JobHandlers>,
    options: { readonly quietMs?: number } = {},
  ) {
    this.database = new Database({ url: databaseUrl, poolSize: 4 });
    this.runner = new JobRunner(this.database, handlersWith(handlers));
    const outages = new OutageLog('The queue', SILENT);
    this.queues = new JobQueues(store, outages);
    this.relay = new Relay(this.database, this.queues);
    this.sweep = new LostJobSweep(this.database, this.queues, options.quietMs);
    this.worker = new JobWorker(store, this.runner, outages, () => {
      this.relay.wake();
    });
  }

  /** Publishes what is promised, and carries nothing out. */
  async startRelay(): Promise<void> {
    await this.store.prepare();
    this.queues.open();
    this.relay.start();
  }

  async start(): Promise<void> {
    await this.startRelay();
    this.sweep.start();
    this.worker.start();
    this.hasWorker = true;
  }

  async stop(): Promise<void> {
    await this.sweep.stop();
    if (this.hasWorker) await this.worker.stop();
    await this.relay.stop();
    await this.queues.close();
    await this.database.close();
  }

  /** As if it were killed: what runs is neither finished nor given back, nobody vouches for it any more. */
  async crash(): Promise<void> {
    this.runner.abandon();
    await Promise.all([this.worker.stop(0), this.sweep.stop(), this.relay.stop()]);
    await this.queues.close();
    await this.database.close();
  }
}

export async function promise<K extends JobKey>(
  database: Database,
  job: K,
  payload: JobPayload<K>,
): Promise<boolean> {
  return database.withTransaction((tx) => new Outbox().enqueue(job, payload, tx));
}

/** What is recorded of a job, null when nothing is. */
export async function findJobRecord(database: Database, key: string): Promise<JobRecord | null> {
  const all = await jobRunRepo.list({ limit: 1_000 }, database.direct);
  return all.find((job) => job.key === key) ?? null;
}

/** Asks until `check` gives something, for at most 50 s: how long it took is nobody's business. */
export async function eventually<T>(
  what: string,
  check: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = performance.now() + 50_000;
  for (;;) {
    const found = await check();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
