/**
 * One side of the measuring of boards, in a process of its own as in production: `build` is the worker, `read` the api.
 * Prints its figures as JSON.
 *
 *   node dist/test/bench/board-process.js build|read DATABASE_URL
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import pg from 'pg';
import { BoardQuery } from '#contracts/http';
import { wholeBoard } from '#core/scoring';
import { BoardReadingService } from '#features/publishing';
import { StandingsService } from '#features/standings';
import { Clock } from '#platform/clock';
import { boardRepo, Database } from '#platform/db';
import { Outbox } from '#platform/jobs';
import { StandingsThread } from '#platform/threads';
import { median } from './measure.js';

export interface BuildFigures {
  readonly seconds: number;
  readonly gigabytes: number;
  readonly longestHoldMs: number;
}

export interface ReadFigures {
  readonly rowsMs: number;
  readonly pageMs: number;
  /** Of a process that has not shown the board yet. */
  readonly firstPageMs: number;
}

const QUESTION = { filter: wholeBoard('claimants'), asOn: null };

async function build(database: Database): Promise<BuildFigures> {
  const standings = new StandingsService(database, new Clock(database), new Outbox(), new StandingsThread());
  // A worker has long compiled what it asks with.
  await boardRepo.findNewest(QUESTION, database.direct);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  delay.enable();
  const begin = performance.now();
  await standings.buildBoard(QUESTION);
  const seconds = (performance.now() - begin) / 1_000;
  delay.disable();
  clearInterval(watch);
  return { seconds, gigabytes: peak / 1e9, longestHoldMs: delay.max / 1e6 };
}

async function read(database: Database, url: string): Promise<ReadFigures> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const newReader = () => new BoardReadingService(database, new Clock(database), new Outbox());
  const boards = newReader();
  const board = await boardRepo.findNewest(QUESTION, database.direct);
  const asked = BoardQuery.parse({});
  const rows: number[] = [];
  const pages: number[] = [];
  const firstPages: number[] = [];
  // In turns, so that what else the machine does strikes both alike.
  for (let round = 0; round < 110; round += 1) {
    rows.push(
      await timeOf(() =>
        client.query('SELECT * FROM standings WHERE board_id = $1 AND position BETWEEN 1 AND 500', [
          board?.id,
        ]),
      ),
    );
    pages.push(await timeOf(() => boards.getBoard(asked)));
    const reader = newReader();
    firstPages.push(await timeOf(() => reader.getBoard(asked)));
  }
  await client.end();
  return {
    rowsMs: median(rows.slice(10)),
    pageMs: median(pages.slice(10)),
    firstPageMs: median(firstPages.slice(10)),
  };
}

/** Milliseconds on the clock: most of the time is spent in another process, PostgreSQL. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function main([role, url = '']: readonly string[]): Promise<void> {
  const database = new Database({ url });
  const figures = role === 'build' ? await build(database) : await read(database, url);
  await database.close();
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

await main(process.argv.slice(2));
