import type { Config } from '../config/index.js';
import { PostgresStore } from './postgres-store.js';
import type { QueueStore } from './queue-store.js';
import { RedisStore } from './redis-store.js';

/** Redis where there is one, else our own PostgreSQL. */
export function chooseStore(config: Pick<Config, 'redisUrl' | 'databaseUrl'>): QueueStore {
  return config.redisUrl === null
    ? new PostgresStore(config.databaseUrl)
    : new RedisStore(config.redisUrl, config.databaseUrl);
}
