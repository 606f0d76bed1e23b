import { Redis } from 'ioredis';
import pg from 'pg';
import { RedisStore } from '../../libs/platform/jobs/redis-store.js';

/** Takes everything from the queue of one database: as FLUSHALL, or a dropped schema, would. */
export async function wipe(kind: 'postgres' | 'redis', databaseUrl: string): Promise<void> {
  await (kind === 'postgres' ? dropSchema(databaseUrl) : removeKeys(databaseUrl));
}

async function dropSchema(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('DROP SCHEMA bullmq CASCADE');
  await client.end();
}

/** Only this database's keys: other suites may use the same Redis at the same time. */
async function removeKeys(databaseUrl: string): Promise<void> {
  const url = process.env['TEST_REDIS_URL'] ?? '';
  const redis = new Redis(url);
  const keys = await redis.keys(`${new RedisStore(url, databaseUrl).producer.prefix ?? ''}*`);
  if (keys.length === 0) throw new Error('Nothing to wipe: the prefix is wrong');
  await redis.del(...keys);
  await redis.quit();
}
