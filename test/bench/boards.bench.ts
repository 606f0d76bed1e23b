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
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { BoardQuery } from '#contracts/http';
import { wholeBoard } from '#core/scoring';
import { BoardReadingService } from '#features/publishing';
import { StandingsService } from '#features/standings';
import { RescoringService, VerdictsService } from '#features/verdicts';
import { Clock } from '#platform/clock';
import { boardRepo, Database, installationRepo, migrate, startEmbeddedPostgres } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { StandingsThread } from '#platform/threads';
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
  readonly standings: StandingsService;
  readonly boards: BoardReadingService;
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
    standings: new StandingsService(database, clock, outbox, new StandingsThread()),
    boards: new BoardReadingService(database, clock, outbox),
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

async function judgeBuild(world: World, verdict: Verdict): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  delay.enable();
  const [took = 0] = await timesOf(1, () =>
    world.standings.buildBoard({ filter: wholeBoard('claimants'), asOn: null }),
  );
  delay.disable();
  clearInterval(watch);
  verdict.judge('seconds to build the board, 2,000 draws', took / 1_000, BUILD_SECONDS, false);
  verdict.judge('memory of the worker meanwhile, GB', peak / 1e9, BUILD_GIGABYTES, false);
  verdict.judge('longest hold of its event loop, ms', delay.max / 1e6, LOOP_LEVEL_MS, false);
}

async function judgeReading({ client, boards, database }: World, verdict: Verdict): Promise<void> {
  const question = { filter: wholeBoard('claimants'), asOn: null };
  const board = await boardRepo.findNewest(question, database.direct);
  const asked = BoardQuery.parse({});
  const rows: number[] = [];
  const pages: number[] = [];
  // In turns, so that what else the machine does strikes both alike.
  for (let round = 0; round < 60; round += 1) {
    rows.push(
      ...(await timesOf(1, () =>
        client.query('SELECT * FROM standings WHERE board_id = $1 AND position BETWEEN 1 AND 500', [
          board?.id,
        ]),
      )),
    );
    pages.push(...(await timesOf(1, () => boards.getBoard(asked))));
  }
  const [row, page] = [median(rows.slice(10)), median(pages.slice(10))];
  console.log(
    `500 rows by their index in ${row.toFixed(1)} ms, the page of the board in ${page.toFixed(1)} ms`,
  );
  verdict.judge('reading a board, as a multiple of one indexed round trip', page / row, READ_LEVEL, false);
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--propositions');
  const propositions = at === -1 ? 100_000 : Number(process.argv[at + 1]);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-bench-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false, log: () => undefined });
  const verdict = new Verdict();
  try {
    const tenth = { propositions: propositions / 10, claimants: propositions / 50 };
    const whole = { propositions, claimants: propositions / 5 };
    await server.createDatabaseIfMissing('tenth');
    await server.createDatabaseIfMissing('whole');
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
    await judgeBuild(large, verdict);
    await judgeReading(large, verdict);
    await small.stop();
    await large.stop();
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  process.exitCode = verdict.exitCode();
}

await main();
