/**
 * A worker process of its own, from the built code, for being killed. Its one job appends the payload's id to the table
 * `effects` (unique by id) and then dawdles, so that a kill often comes between effect and record.
 * Arguments: database address, how long to dawdle in ms.
 */
import { JOBS } from '../../dist/libs/contracts/jobs/index.js';
import { Database } from '../../dist/libs/platform/db/index.js';
import { JobQueues } from '../../dist/libs/platform/jobs/job-queues.js';
import { JobRunner } from '../../dist/libs/platform/jobs/job-runner.js';
import { JobWorker } from '../../dist/libs/platform/jobs/job-worker.js';
import { LostJobSweep } from '../../dist/libs/platform/jobs/lost-job.sweep.js';
import { OutageLog } from '../../dist/libs/platform/jobs/outage-log.js';
import { PostgresStore } from '../../dist/libs/platform/jobs/postgres-store.js';
import { RedisStore } from '../../dist/libs/platform/jobs/redis-store.js';
import { Relay } from '../../dist/libs/platform/jobs/relay.js';

const [databaseUrl, dawdleMs, redisUrl] = process.argv.slice(2);
const silent = { warn: () => undefined, log: () => undefined };
const database = new Database({ url: databaseUrl, poolSize: 4 });
const handlers = Object.fromEntries(Object.keys(JOBS).map((job) => [job, () => Promise.resolve()]));
handlers.matchEvent = async ({ eventId }) => {
  await database.direct
    .$executeRaw`INSERT INTO effects (id) VALUES (${eventId}::uuid) ON CONFLICT DO NOTHING`;
  await new Promise((resolve) => setTimeout(resolve, Number(dawdleMs)));
};
const store = redisUrl === undefined ? new PostgresStore(databaseUrl) : new RedisStore(redisUrl, databaseUrl);
await store.prepare();
const outages = new OutageLog('The queue', silent);
const queues = new JobQueues(store, outages);
queues.open();
const relay = new Relay(database, queues);
relay.start();
new LostJobSweep(database, queues, 2_000).start();
new JobWorker(store, new JobRunner(database, handlers), outages, () => relay.wake()).start();
process.stdout.write('ready\n');
