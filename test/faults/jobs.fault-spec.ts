import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { Database } from '#platform/db';
import { QueueRefusedError } from '#platform/jobs';
import { RedisStore } from '../../libs/platform/jobs/redis-store.js';
import { eventually, findJobRecord, JobProcess, promise } from '../support/jobs-process.js';
import { hasRedisServer, RedisServer } from '../support/jobs-redis-server.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const KILLS = Number(process.env['FAULT_ROUNDS'] ?? '3');
const CHILD = path.resolve('test/faults/job-child.mjs');

let testDatabase: TestDatabase;
let database: Database;

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = new Database({ url: testDatabase.url });
});

afterEach(async () => {
  await database.close();
  await testDatabase.drop();
});

async function promiseMany(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const eventId of ids) await promise(database, 'matchEvent', { eventId });
  return ids;
}

const isDone = (id: string) => async () => (await findJobRecord(database, id))?.state === 'succeeded';

describe('a worker that is killed', () => {
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [CHILD, testDatabase.url, '700'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout !== null) await once(child.stdout, 'data');
    return child;
  };

  it('loses no job and doubles no effect, however often', async () => {
    await database.direct.$executeRaw`CREATE TABLE effects (id uuid PRIMARY KEY)`;
    const ids: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const child = await start();
      ids.push(...(await promiseMany(4)));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 2_000));
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const last = await start();
    for (const id of ids) await eventually('every run', isDone(id));
    last.kill('SIGKILL');
    await once(last, 'exit');
    const effects = await database.direct.$queryRaw<{ id: string }[]>`SELECT id::text FROM effects`;
    expect(effects.map(({ id }) => id).sort()).toEqual([...ids].sort());
  }, 300_000);
});

(hasRedisServer ? describe : describe.skip)('a Redis that misbehaves', () => {
  let redis: RedisServer;
  let process: JobProcess | null;

  afterEach(async () => {
    await process?.stop();
    process = null;
    await redis.stop();
  });

  async function startWorker(seen: string[]): Promise<void> {
    process = new JobProcess(
      testDatabase.url,
      new RedisStore(redis.url, testDatabase.url),
      { matchEvent: async ({ eventId }) => void seen.push(eventId) },
      { quietMs: 1_000 },
    );
    await process.start();
  }

  it('is refused, in words, when it would drop jobs for memory', async () => {
    redis = await RedisServer.start('allkeys-lru');
    const store = new RedisStore(redis.url, testDatabase.url);
    const refusal: unknown = await store.prepare().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(QueueRefusedError);
    expect(String(refusal)).toContain('maxmemory-policy allkeys-lru');
    await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
    await expect(store.prepare()).resolves.toBeUndefined();
  });

  it('is flushed under load, and every job is done once', async () => {
    redis = await RedisServer.start();
    const seen: string[] = [];
    await startWorker(seen);
    const ids = await promiseMany(30);
    await redis.ask((client) => client.flushall());
    ids.push(...(await promiseMany(5)));
    for (const id of ids) await eventually('every run', isDone(id));
    expect(seen.sort()).toEqual([...ids].sort());
  }, 120_000);

  it('hangs without closing a connection, and the work is done when it answers again', async () => {
    redis = await RedisServer.start();
    const seen: string[] = [];
    await startWorker(seen);
    const ids = await promiseMany(2);
    for (const id of ids) await eventually('every run before', isDone(id));
    redis.freeze();
    const later = await promiseMany(3);
    // Longer than a command may take, so that the relay has given up at least once.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    redis.thaw();
    for (const id of later) await eventually('every run after', isDone(id));
    expect(seen.sort()).toEqual([...ids, ...later].sort());
  }, 120_000);

  it('is killed and comes back empty, and what was promised meanwhile is done', async () => {
    redis = await RedisServer.start();
    const seen: string[] = [];
    await startWorker(seen);
    const ids = await promiseMany(5);
    await redis.kill();
    ids.push(...(await promiseMany(5)));
    await redis.run();
    ids.push(...(await promiseMany(1)));
    for (const id of ids) await eventually('every run', isDone(id));
    expect(seen.sort()).toEqual([...ids].sort());
  }, 120_000);
});
