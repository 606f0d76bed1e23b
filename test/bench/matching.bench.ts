/**
 * Measures how events find open propositions in PostgreSQL:
 *
 * - among 1,000,000 propositions an event is matched within three times the time it takes among 10,000;
 * - among 10,000 at least 200 events are matched a second;
 * - beside it, in the same run, one event compared with all 10,000 propositions one after the other;
 * - memory does not grow with the number of events.
 *
 *   node dist/test/bench/matching.bench.js [--propositions N]
 *
 * Exit code 1 where a level is missed.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { rankMatches, readEvent, readProposition, termWeigher } from '#core/matching';
import { EventMeaning, MatchingService } from '#features/events';
import { Clock } from '#platform/clock';
import { Database, eventRepo, installationRepo, migrate } from '#platform/db';
import { EmbeddingModel } from '#platform/llm';
import { withCluster } from './bench-cluster.js';
import { fillIndex, Sentences } from './large-index.js';
import { median, Verdict } from './measure.js';

const GROWTH_LEVEL = 3;
const EVENTS_LEVEL = 200;
const MEMORY_LEVEL = 1.25;
const SMALL = 10_000;
const EVENTS = 100;
const LONG = { timeoutMs: 60_000 };
const ROUNDS = 24;

interface World {
  readonly propositions: number;
  readonly database: Database;
  readonly client: pg.Client;
  readonly matching: MatchingService;
  readonly events: Sentences;
  stop(): Promise<void>;
}

async function openWorld(url: string, propositions: number): Promise<World> {
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
  const begin = performance.now();
  await fillIndex(client, database, propositions);
  const matching = new MatchingService(
    database,
    clock,
    new EventMeaning(new EmbeddingModel({ embeddings: null })),
  );
  await matching.sweep();
  console.log(
    `${String(propositions)} propositions written and indexed in ${seconds(performance.now() - begin)}, ${await sizeOf(client)}`,
  );
  return {
    propositions,
    database,
    client,
    matching,
    events: new Sentences(propositions, 777),
    stop: async () => {
      await database.close();
      await client.end();
    },
  };
}

async function sizeOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ size: string }>(
    `SELECT pg_size_pretty(pg_total_relation_size('proposition_terms')) AS size`,
  );
  return `index of ${rows[0]?.size ?? ''}`;
}

/** Bytes that are held, after everything that is not was let go. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function seconds(ms: number): string {
  return `${String(Math.round(ms / 1_000))} s`;
}

/** Milliseconds an event takes in a batch; reports of three sentences, of the same vocabulary as the propositions. */
async function timeBatch({ database, matching, events }: World, round: number): Promise<number> {
  await database.withTransaction(async (tx) => {
    for (let n = 0; n < EVENTS; n += 1) {
      const event = {
        title: events.next(),
        summary: `${events.next()}. ${events.next()}.`,
        url: `https://example.org/${String(round)}/${String(n)}`,
        publishedAt: new Date(Date.UTC(2022, 1, 2) + round * 3_600_000),
        occurredOn: null,
        feed: 'Agency',
      };
      await eventRepo.ensure(event, 'csv', null, event.publishedAt, tx);
    }
  }, LONG);
  const begin = performance.now();
  // Two at a time, as a worker does.
  const done = await Promise.all([matching.matchWaiting(), matching.matchWaiting()]);
  const matched = done[0] + done[1];
  if (matched !== EVENTS)
    throw new Error(`${String(matched)} events were matched instead of ${String(EVENTS)}.`);
  return (performance.now() - begin) / EVENTS;
}

/** Milliseconds an event takes when it is compared with every proposition. */
async function timeScan({ client, events }: World): Promise<number> {
  const { rows } = await client.query<{ id: string; statement: string }>(
    'SELECT id, statement FROM propositions',
  );
  const weigh = termWeigher({ documents: 0, frequencies: [] });
  const read = rows.map(({ id, statement }) =>
    readProposition({
      id,
      statement,
      criteria: 'As reported.',
      topics: [],
      windowStartOn: null,
      deadlineOn: '2022-12-31',
      firstClaimOn: null,
    }),
  );
  const times: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const event = { title: events.next(), summary: `${events.next()}. ${events.next()}.` };
    const begin = performance.now();
    rankMatches(readEvent({ ...event, publishedOn: '2022-02-02', occurredOn: null }), read, weigh);
    times.push(performance.now() - begin);
  }
  return median(times.slice(2));
}

async function judge(small: World, large: World, verdict: Verdict): Promise<void> {
  const times: [number[], number[]] = [[], []];
  const memory: number[] = [];
  // In turns, so that what else the machine does strikes both alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    times[0].push(await timeBatch(small, round));
    times[1].push(await timeBatch(large, round));
    memory.push(memoryInUse());
  }
  const [few, many] = [median(times[0].slice(4)), median(times[1].slice(4))];
  const scan = await timeScan(small);
  console.log(
    `an event: ${few.toFixed(2)} ms among ${String(small.propositions)}, ${many.toFixed(2)} ms among ${String(large.propositions)}; compared with each of ${String(small.propositions)} in memory: ${scan.toFixed(2)} ms`,
  );
  verdict.judge('time of an event with more propositions', many / few, GROWTH_LEVEL, false);
  verdict.judge('events a second', 1_000 / few, EVENTS_LEVEL, true);
  verdict.judge('as fast as the comparison with each', scan / few, 1, true);
  const half = ROUNDS / 2;
  verdict.judge(
    'memory at the end against that at half-time',
    (memory.at(-1) ?? 0) / (memory[half] ?? 1),
    MEMORY_LEVEL,
    false,
  );
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--propositions');
  const propositions = at === -1 ? 1_000_000 : Number(process.argv[at + 1]);
  const verdict = new Verdict();
  await withCluster(['small', 'large'], async (server) => {
    const small = await openWorld(server.urlFor('small'), SMALL);
    const large = await openWorld(server.urlFor('large'), propositions);
    await judge(small, large, verdict);
    await small.stop();
    await large.stop();
  });
  process.exitCode = verdict.exitCode();
}

await main();
