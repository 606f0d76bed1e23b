import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { realNow } from '#platform/clock';
import { Database, mailQueueRepo } from '#platform/db';
import { FicklePostbox, fateOf } from '../support/fickle-postbox.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const CHILD = path.resolve('test/faults/mail-child.mjs');
const RECIPIENTS = Number(process.env['RECIPIENTS'] ?? '10000');
const KILLS = 6;
/** Four mails a connection, four connections: what a killed sender may leave in doubt. */
const WINDOW = 16;

let testDatabase: TestDatabase;
let database: Database;
let postbox: FicklePostbox;
let smtpUrl: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = new Database({ url: testDatabase.url });
  postbox = new FicklePostbox();
  smtpUrl = await postbox.open();
});

afterAll(async () => {
  await postbox.close();
  await database.close();
  await testDatabase.drop();
});

const addressOf = (n: number) => `reader-${String(n)}@example.org`;

async function writeAll(): Promise<void> {
  for (let from = 0; from < RECIPIENTS; from += 500)
    await database.direct.notice.createMany({
      data: Array.from({ length: Math.min(500, RECIPIENTS - from) }, (_, n) => ({
        kind: 'digest',
        stream: 'digest' as const,
        naturalKey: newId(),
        toAddress: addressOf(from + n),
        subject: 'Your week',
        html: '<p>It rained.</p>',
        text: 'It rained.',
        headers: {},
        createdAt: realNow(),
      })),
    });
}

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CHILD, testDatabase.url, smtpUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** As if the minutes had gone by after which mail is tried again, and the dead are known to be dead. */
async function letTimePass(): Promise<void> {
  // Rows that a sender has hold of are met the next time.
  await database.direct.$executeRaw`
    UPDATE notices SET next_try_at = next_try_at - interval '1 day', reserved_until = reserved_until - interval '1 day'
    WHERE id IN (SELECT id FROM notices WHERE state = 'queued' FOR UPDATE SKIP LOCKED)`;
}

const count = (state: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown') =>
  database.direct.notice.count({ where: { state } });

it('every recipient ends in one state, nobody gets two, and a killed sender leaves little in doubt', async () => {
  await writeAll();
  let children = await Promise.all([start(), start()]);
  for (let n = 0; n < KILLS; n += 1) {
    await sleep(500 + Math.random() * 1_500);
    const [victim, other] = children;
    if (victim === undefined || other === undefined) throw new Error('two senders');
    await kill(victim);
    children = [other, await start()];
  }
  await until(
    'the end of the queue',
    async () => {
      await letTimePass();
      return (await count('queued')) === 0 && (await count('sending')) <= KILLS * WINDOW;
    },
    300_000,
  );
  await sleep(2_000);
  await Promise.all(children.map(kill));
  const inHand = await count('sending');
  await mailQueueRepo.settleLost(new Date(realNow().getTime() + 60_000), database.direct);

  const notices = await database.direct.notice.findMany({ select: { toAddress: true, state: true } });
  expect(notices).toHaveLength(RECIPIENTS);
  const twice = [...postbox.received].filter(([, copies]) => copies > 1);
  expect(twice).toEqual([]);
  const cut = notices.filter(({ toAddress }) => fateOf(toAddress) === 'cut').length;
  const doubt = notices.filter(({ state }) => state === 'unknown').length;
  process.stderr.write(
    `${String(RECIPIENTS)} recipients, ${String(KILLS)} kills: ${String(await count('sent'))} sent, ${String(await count('failed'))} failed, ${String(doubt)} in doubt, of these ${String(cut)} cut by the server; ${String(inHand)} in hand of the killed\n`,
  );
  expect(inHand).toBeLessThanOrEqual((KILLS + 2) * WINDOW);
  expect(doubt).toBeLessThanOrEqual(cut + inHand);
  for (const { toAddress, state } of notices) {
    const fate = fateOf(toAddress);
    const isReceived = postbox.received.has(toAddress);
    // What a killed sender had in hand may be in doubt, whatever the server did with it.
    if (state === 'unknown') continue;
    expect([toAddress, state, isReceived]).toEqual(
      fate === 'dead' ? [toAddress, 'failed', false] : [toAddress, 'sent', true],
    );
  }
  const dead = notices.filter(({ state }) => state === 'failed').length;
  expect(await database.direct.suppressedAddress.count()).toBe(dead);
}, 500_000);
