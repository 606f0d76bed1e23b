import { Queue, type BackendFactory, type IQueueBackend } from 'bullmq';
import { QUEUES, type QueueName } from '#contracts/jobs';
import type { OutboxRow } from '../db/repositories/outbox.repo.js';
import type { Delivery } from './delivery.js';
import { findDefinition } from './job-definition.js';
import type { OutageLog } from './outage-log.js';
import type { QueueStore } from './queue-store.js';
import { within } from './time-out.js';

const ANSWER_MS = 10_000;
const ALIVE: ReadonlySet<string> = new Set([
  'waiting',
  'active',
  'delayed',
  'prioritized',
  'waiting-children',
]);

type DeliveryQueue = Queue<Delivery, void, string, Delivery, void, string, IQueueBackend, object>;

/** The sending side of the queues. The courier keeps nothing: what is finished is removed at once, PostgreSQL knows. */
export class JobQueues {
  private queues = new Map<QueueName, DeliveryQueue>();

  constructor(
    private readonly store: QueueStore,
    private readonly outages: OutageLog,
  ) {}

  open(): void {
    for (const name of QUEUES) this.queues.set(name, this.openQueue(name));
  }

  /** Hands rows over. A row that is in the queue already (its id is the job's) is not added twice. */
  async publish(rows: readonly OutboxRow[]): Promise<void> {
    await this.mending(async () => {
      for (const [queue, ofQueue] of this.byQueue(rows))
        await within(
          ANSWER_MS,
          'Publishing',
          queue.addBulk(
            ofQueue.map(({ id, name, key, payload }) => ({
              name,
              data: { name, key, payload },
              opts: { jobId: id, removeOnComplete: true, removeOnFail: true },
            })),
          ),
        );
    });
  }

  /** Those of `rows` that the queue no longer knows or has given up on. */
  async findLost(rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
    return this.mending(async () => {
      const states = rows.map(async (row) => {
        const state = await within(ANSWER_MS, 'The queue', this.queueOf(row).getJobState(row.id));
        return { row, isLost: !ALIVE.has(state) };
      });
      return (await Promise.all(states)).filter(({ isLost }) => isLost).map(({ row }) => row);
    });
  }

  /** Clears away what is left of jobs the queue has given up on; their ids would stand in the way. */
  async remove(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) await within(ANSWER_MS, 'The queue', this.queueOf(row).remove(row.id));
  }

  async close(): Promise<void> {
    const open = [...this.queues.values()];
    this.queues = new Map();
    await Promise.all(
      open.map((queue) => within(ANSWER_MS, 'Closing', queue.close()).catch(() => queue.disconnect())),
    );
  }

  /** On failure looks after the store (its schema may have been dropped) before the caller tries again. */
  private async mending<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.store.prepare();
      throw error;
    }
  }

  private openQueue(name: QueueName): DeliveryQueue {
    const factory: BackendFactory<IQueueBackend, object> = this.store.factory;
    const queue: DeliveryQueue = new Queue(
      name,
      { ...this.store.producer, skipWaitingForReady: true },
      factory,
    );
    queue.on('error', (error) => {
      this.outages.failed(error);
    });
    return queue;
  }

  private queueOf(row: OutboxRow): DeliveryQueue {
    const found = findDefinition(row.name);
    // A job this version does not know goes to some worker, which records that nobody handles it.
    const queue = this.queues.get(found?.definition.queue ?? QUEUES[0]);
    if (queue === undefined) throw new Error('The queues are closed');
    return queue;
  }

  private byQueue(rows: readonly OutboxRow[]): Map<DeliveryQueue, OutboxRow[]> {
    const groups = new Map<DeliveryQueue, OutboxRow[]>();
    for (const row of rows) {
      const queue = this.queueOf(row);
      groups.set(queue, [...(groups.get(queue) ?? []), row]);
    }
    return groups;
  }
}
