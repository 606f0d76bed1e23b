import type { BackendFactory, IQueueBackend } from 'bullmq';

/** Connection options of whichever store; each factory knows its own. */
export interface BackendSetup {
  readonly connection: object;
  readonly prefix?: string;
}

/** Where BullMQ keeps its queues. */
export interface QueueStore {
  readonly kind: 'redis' | 'postgres';
  /** Builds BullMQ's backend; handed to every Queue and Worker, so no process-wide default is needed. */
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** For those who publish: fail soon. */
  readonly producer: BackendSetup;
  /** For those who wait for work: wait patiently, notice dead connections. */
  readonly consumer: BackendSetup;
  /**
   * Makes the store usable, or throws: {@link QueueRefusedError} when it never will be as it is set up, anything else
   * when it does not answer. May be called again at any time, to mend what was dropped.
   */
  prepare(): Promise<void>;
}
