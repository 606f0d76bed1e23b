import { createPostgresBackend, PostgresConnection, type BackendFactory, type IQueueBackend } from 'bullmq';
import type { BackendSetup, QueueStore } from './queue-store.js';
import { within } from './time-out.js';

/** Two connections a pool, and one more for each worker that listens. */
const POOL_SIZE = 2;
const CONNECT_MS = 2_000;
const QUERY_MS = 5_000;
const MIGRATE_MS = 30_000;

/** BullMQ in the `bullmq` schema of our own database: no second server to run. Slower than Redis, ample for us. */
export class PostgresStore implements QueueStore {
  readonly kind = 'postgres';
  // BullMQ types its factories by their own options; ours are the ones below.
  readonly factory = createPostgresBackend as unknown as BackendFactory<IQueueBackend, object>;
  readonly producer: BackendSetup;
  readonly consumer: BackendSetup;

  constructor(private readonly databaseUrl: string) {
    const connection = {
      connectionString: databaseUrl,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      statement_timeout: QUERY_MS - 500,
      idleTimeoutMillis: 10_000,
      keepAlive: true,
    };
    this.producer = { connection };
    this.consumer = { connection };
  }

  async prepare(): Promise<void> {
    await migrateQueue(this.databaseUrl);
  }
}

/**
 * Creates or updates BullMQ's schema; does nothing where it is up to date. BullMQ holds an advisory lock of its own
 * meanwhile, so that two processes cannot collide. Called after our own migrations, and again by a worker that finds
 * the schema gone.
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const connection = new PostgresConnection({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: MIGRATE_MS,
    keepAlive: true,
    migrate: true,
  });
  connection.on('error', () => undefined);
  try {
    await within(MIGRATE_MS + CONNECT_MS, 'Preparing the queue in PostgreSQL', connection.waitUntilReady());
  } finally {
    await connection.close();
  }
}
