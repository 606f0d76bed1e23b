/**
 * A scheduler of digests in a process of its own, from the built code, for being killed. At each line it is given, an
 * instant, it looks once: plans what is due, says how much is promised, carries that out, and says when it has looked.
 * Arguments: database address.
 */
import { createInterface } from 'node:readline';
import { DigestReader } from '../../dist/libs/features/notices/digest-reader.js';
import { DigestService } from '../../dist/libs/features/notices/index.js';
import { readConfig } from '../../dist/libs/platform/config/index.js';
import { Database } from '../../dist/libs/platform/db/index.js';
import { outboxRepo } from '../../dist/libs/platform/db/repositories/outbox.repo.js';
import { Outbox } from '../../dist/libs/platform/jobs/index.js';
import { JobRunner } from '../../dist/libs/platform/jobs/job-runner.js';

const [databaseUrl] = process.argv.slice(2);
const database = new Database({ url: databaseUrl, poolSize: 4 });
const config = readConfig({ OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356', DATABASE_URL: databaseUrl });
let at = new Date();
const clock = { now: () => at, realNow: () => at };
const reader = new DigestReader(database, clock, config);
const digests = new DigestService(database, clock, config, new Outbox(), reader);
const runner = new JobRunner(database, {
  buildDigest: ({ userId, isoWeek }) => digests.buildDigest(userId, isoWeek),
});

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  at = new Date(line);
  await digests.planDigests();
  const promised = await outboxRepo.listOpen(100, database.direct);
  process.stdout.write(`promised ${promised.length}\n`);
  for (const row of promised) await runner.run(row);
  process.stdout.write('looked\n');
}
await database.close();
process.exit(0);
