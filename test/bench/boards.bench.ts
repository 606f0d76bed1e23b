/**
 * Measures boards on a ledger of 1,000,000 settled claims of 20,000 claimants in PostgreSQL:
 *
 * - the first page of the board is read within twice the time of one indexed round trip that brings as many rows;
 * - the transaction that makes a verdict final takes as long as with a tenth of the claims (at most 1.5 times);
 * - a board with 2,000 draws is built within 60 s and 2 GB, and the event loop of the worker is never held for 200 ms.
 *
 *   node dist/test/bench/boards.bench.js [--propositions N]
 *
 * Exit code 1 where a level is missed.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { RescoringService, VerdictsService } from '#features/verdicts';
import { Clock } from '#platform/clock';
import { Database, installationRepo, migrate } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { withCluster } from './bench-cluster.js';
import type { BuildFigures, ReadFigures } from './board-process.js';
import { fillLedger } from './large-ledger.js';
import { median, Verdict } from './measure.js';

const READ_LEVEL = 2;
const VERDICT_LEVEL = 1.5;
const BUILD_SECONDS = 60;
const BUILD_GIGABYTES = 2;
const LOOP_LEVEL_MS = 200;

interface World {
  readonly database: Database;
  readonly client: pg.Client;
  readonly verdicts: VerdictsService;
  readonly rescoring: RescoringService;
  stop(): Promise<void>;
}

async function openWorld(url: string): Promise<World> {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  // The server ends before its connections when something fails; what failed is then thrown.
  client.on('error', () => undefined);
  await client.connect();
  const database = new Database({ url });
  const clock = new Clock(database);
  await database.withTransaction((tx) =>
    installationRepo.insert({ kind: 'test', projectName: 'Large', zone: 'UTC' }, clock.realNow(), tx),
  );
  const outbox = new Outbox();
  const rescoring = new RescoringService(database, clock, outbox);
  return {
    database,
    client,
    verdicts: new VerdictsService(database, clock, outbox, rescoring),
    rescoring,
    stop: async () => {
      await database.close();
      await client.end();
    },
  };
}

/** Milliseconds on the clock: most of the time is spent in another process, PostgreSQL. */
async function timesOf(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await work(round);
    times.push(performance.now() - begin);
  }
  return times;
}

/** The time of making one verdict final: the propositions from `first` on have provisional ones that are due. */
async function timeVerdicts({ client, verdicts }: World, first: number): Promise<number> {
  const rounds = 25;
  await client.query(`SET session_replication_role = replica`);
  await client.query(
    `UPDATE verdict_versions SET stage = 'provisional', final_at = NULL, finalise_due_at = '2099-01-01'
     WHERE proposition_id IN (SELECT made(7, n) FROM generate_series($1::int, $1::int + ${String(rounds)}) n)`,
    [first],
  );
  await client.query(`SET session_replication_role = DEFAULT`);
  const times = await timesOf(rounds, async (round) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`UPDATE verdict_versions SET finalise_due_at = '2022-05-20' WHERE id = made(8, $1)`, [
      first + round,
    ]);
    await client.query(`SET session_replication_role = DEFAULT`);
    const done = await verdicts.finaliseDue();
    if (done !== 1) throw new Error(`${String(done)} verdicts became final instead of one.`);
  });
  return median(times.slice(5));
}

/** Runs one side in a process of its own: neither the worker nor the api has made a ledger before. */
async function ask<T>(role: 'build' | 'read', url: string): Promise<T> {
  const program = fileURLToPath(new URL('./board-process.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, role, url]);
  return JSON.parse(stdout) as T;
}

async function judgeBuild(url: string, verdict: Verdict): Promise<void> {
  const { seconds, gigabytes, longestHoldMs } = await ask<BuildFigures>('build', url);
  verdict.judge('seconds to build the board, 2,000 draws', seconds, BUILD_SECONDS, false);
  verdict.judge('memory of the worker meanwhile, GB', gigabytes, BUILD_GIGABYTES, false);
  verdict.judge('longest hold of its event loop, ms', longestHoldMs, LOOP_LEVEL_MS, false);
}

async function judgeReading(url: string, verdict: Verdict): Promise<void> {
  const { rowsMs, pageMs, firstPageMs } = await ask<ReadFigures>('read', url);
  console.log(
    `500 rows by their index in ${rowsMs.toFixed(1)} ms, the page of the board in ${pageMs.toFixed(1)} ms, the first time in ${firstPageMs.toFixed(1)} ms`,
  );
  verdict.judge(
    'reading a board, as a multiple of one indexed round trip',
    pageMs / rowsMs,
    READ_LEVEL,
    false,
  );
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--propositions');
  const propositions = at === -1 ? 100_000 : Number(process.argv[at + 1]);
  const verdict = new Verdict();
  await withCluster(['tenth', 'whole'], async (server) => {
    const tenth = { propositions: propositions / 10, claimants: propositions / 50 };
    const whole = { propositions, claimants: propositions / 5 };
    const small = await openWorld(server.urlFor('tenth'));
    const large = await openWorld(server.urlFor('whole'));
    console.log(`Making ${String(propositions * 10)} claims of ${String(whole.claimants)} claimants …`);
    await fillLedger(small.client, tenth);
    await fillLedger(large.client, whole);
    const [scoring = 0] = await timesOf(1, () => large.rescoring.bringUpToMethod());
    console.log(`all scored under a new method in ${Math.round(scoring / 1_000)} s`);
    await small.rescoring.bringUpToMethod();
    for (const { client } of [small, large]) await client.query('VACUUM ANALYZE');
    const few = await timeVerdicts(small, 101);
    const many = await timeVerdicts(large, 101);
    console.log(
      `a verdict becomes final in ${few.toFixed(1)} ms, with ten times the claims in ${many.toFixed(1)} ms`,
    );
    verdict.judge('time of a verdict with ten times the claims', many / few, VERDICT_LEVEL, false);
    await small.stop();
    await large.stop();
    await judgeBuild(server.urlFor('whole'), verdict);
    await judgeReading(server.urlFor('whole'), verdict);
  });
  process.exitCode = verdict.exitCode();
}

await main();
