/**
 * Measures an inbox of 10,000 items among 40,000 propositions: its first page of 100 is read within twice the time of
 * one indexed round trip that brings as many rows. What else there is to an inbox is printed beside it.
 *
 *   node dist/test/bench/inbox.bench.js [--items N]
 *
 * Exit code 1 where the level is missed.
 */
import pg from 'pg';
import {
  countInbox,
  Database,
  installationRepo,
  migrate,
  readInboxPage,
  readInboxStakes,
} from '#platform/db';
import { withCluster } from './bench-cluster.js';
import { fillInbox, READER } from './large-inbox.js';
import { median, Verdict } from './measure.js';

const LEVEL = 2;
const PAGE = 100;
const ROUNDS = 400;
/** A service that has answered for a minute is what people wait for, not one that has just begun. */
const WARM_UP = 100;
/** Of what is only printed. */
const FEWER_ROUNDS = 20;

const now = new Date('2022-03-01T12:00:00Z');
const times = { now, realNow: now };
const reader = { userId: READER, roles: new Set(['reviewer'] as const) };

type Work = () => Promise<unknown>;

/** Milliseconds on the clock, in turns, so that what the machine does meanwhile strikes all alike. */
async function timesOf<Name extends string>(
  works: Record<Name, Work>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds + WARM_UP; round += 1)
    for (const name of names) {
      const begin = performance.now();
      await works[name]();
      if (round >= WARM_UP) taken.get(name)?.push(performance.now() - begin);
    }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

async function measureInbox(database: Database, items: number, verdict: Verdict): Promise<void> {
  const tx = database.direct;
  const read = (cursor?: string) => readInboxPage(reader, times, {}, { limit: PAGE, cursor }, tx);
  const count = await countInbox(reader, now, tx);
  let cursor: string | undefined;
  for (let page = 0; page < Math.floor(items / PAGE / 2); page += 1)
    cursor = (await read(cursor)).nextCursor ?? undefined;
  const ms = await timesOf(
    {
      // Ids, dates and words of as many propositions, in the order of an index.
      'as many rows by an index': () => tx.$queryRaw`
      SELECT p.id, p.statement, p.deadline_on, p.due_at, p.zone, p.topics FROM propositions p
      WHERE p.status = 'open' AND p.due_at <= ${now} ORDER BY p.due_at, p.id LIMIT ${PAGE}`,
      'the first page': () => read(),
    },
    ROUNDS,
  );
  const others = await timesOf(
    {
      'a page in the middle': () => read(cursor),
      'the number on the badge': () => countInbox(reader, now, tx),
      'the first page of one topic': () =>
        readInboxPage(reader, times, { topic: 'topic 7' }, { limit: PAGE }, tx),
      'what is at stake, for the order by value': () => readInboxStakes(reader, now, {}, tx),
    },
    FEWER_ROUNDS,
  );
  console.log(`${String(count)} items`);
  for (const [name, taken] of Object.entries({ ...ms, ...others }))
    console.log(`${name.padEnd(45)} ${taken.toFixed(2)} ms`);
  verdict.judge(
    'the first page, as a multiple of one indexed round trip',
    ms['the first page'] / ms['as many rows by an index'],
    LEVEL,
    false,
  );
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--items');
  const items = at === -1 ? 10_000 : Number(process.argv[at + 1]);
  const verdict = new Verdict();
  await withCluster(['inbox'], async (server) => {
    const url = server.urlFor('inbox');
    await migrate(url);
    const database = new Database({ url });
    await installationRepo.insert({ kind: 'test', projectName: 'Large', zone: 'UTC' }, now, database.direct);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await fillInbox(client, items);
    await client.end();
    await measureInbox(database, items, verdict);
    await database.close();
  });
  process.exitCode = verdict.exitCode();
}

await main();
