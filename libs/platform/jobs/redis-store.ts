import { createHash } from 'node:crypto';
import { createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { QueueRefusedError } from './job-error.js';
import type { BackendSetup, QueueStore } from './queue-store.js';
import { within } from './time-out.js';

const CONNECT_MS = 5_000;
const COMMAND_MS = 5_000;
/** A worker blocks at most 10 s; a socket that is silent for longer is dead. */
const SOCKET_MS = 20_000;
const CHECK_MS = 10_000;
const OLDEST_SERVER = [6, 2] as const;

/** BullMQ on Redis, for installations that run one. */
export class RedisStore implements QueueStore {
  readonly kind = 'redis';
  readonly factory = createRedisBackend as unknown as BackendFactory<IQueueBackend, object>;
  readonly producer: BackendSetup;
  readonly consumer: BackendSetup;

  constructor(
    private readonly redisUrl: string,
    databaseUrl: string,
  ) {
    const prefix = keyPrefix(databaseUrl);
    const connection = { url: redisUrl, connectTimeout: CONNECT_MS, keepAlive: 10_000, retryStrategy };
    this.producer = {
      prefix,
      connection: { ...connection, commandTimeout: COMMAND_MS, maxRetriesPerRequest: 1 },
    };
    this.consumer = {
      prefix,
      connection: { ...connection, socketTimeout: SOCKET_MS, maxRetriesPerRequest: null },
    };
  }

  async prepare(): Promise<void> {
    const redis = new Redis(this.redisUrl, {
      lazyConnect: true,
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      checkServer(await within(CHECK_MS, 'Redis', redis.info()));
    } finally {
      redis.disconnect();
    }
  }
}

/**
 * The keys of one installation. Two installations (such as the real one and the demo) may share a Redis, so the name of
 * the database is in it; the braces keep a queue's keys on one node of a cluster.
 */
function keyPrefix(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `{outturn-${createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12)}}`;
}

function retryStrategy(times: number): number {
  return Math.min(5_000, 100 * 2 ** Math.min(times, 10));
}

/** Refuses a server that is too old or would drop queued jobs when its memory is full. */
function checkServer(info: string): void {
  const read = (field: string) => new RegExp(`^${field}:(.*)$`, 'm').exec(info)?.[1]?.trim();
  const [major = 0, minor = 0] = (read('redis_version') ?? '').split('.').map(Number);
  if (major < OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor < OLDEST_SERVER[1]))
    throw new QueueRefusedError(
      `REDIS_URL: this Redis says it is version ${String(major)}.${String(minor)}; Outturn needs ${OLDEST_SERVER.join('.')} or newer.`,
    );
  const policy = read('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    throw new QueueRefusedError(
      `REDIS_URL: this Redis drops data when its memory is full (maxmemory-policy ${policy}), and queued jobs with it. ` +
        'Set it with: redis-cli config set maxmemory-policy noeviction',
    );
}
