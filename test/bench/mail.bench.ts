/**
 * Measures the queue of mails against the bare mail library in the same run: as many mails of the same size to the same
 * server over as many connections. Ours reserves, writes down, hands over and writes down again; it is to reach 0.6 of
 * the library's throughput on the clock.
 *
 *   node dist/test/bench/mail.bench.js [--mails N]
 *
 * Exit code 1 where the level is missed.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { v7 as newId } from 'uuid';
import { Clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { Database, type EmbeddedPostgres, installationRepo, migrate, noticeRepo } from '#platform/db';
import { Mailer, renderDigest } from '#platform/mail';
import { withCluster } from './bench-cluster.js';
import { median, Verdict } from './measure.js';

const LEVEL = 0.6;
const CONNECTIONS = 4;
const ROUNDS = 5;

/** A digest with all a section may have. */
async function mail() {
  const items = Array.from({ length: 10 }, (_, n) => ({
    statement: `The bridge number ${String(n)} is opened to the public by the end of March 2022.`,
    url: `https://board.example.org/app/review/${newId()}`,
  }));
  const list = <T>(extra: T) => ({ items: items.map((item) => ({ ...item, ...extra })), total: 12 });
  const none = { items: [], total: 0 };
  return renderDigest({
    projectName: 'Bench',
    settingsUrl: 'https://board.example.org/app/settings',
    unsubscribeUrl: 'https://board.example.org/unsubscribe/abc',
    week: '2022-W11',
    inboxUrl: 'https://board.example.org/app/inbox',
    boardUrl: 'https://board.example.org/',
    due: list({ reason: 'due' as const, overdueDays: 3 }),
    verdicts: list({ outcome: 'OCCURRED' as const, stage: 'final' as const }),
    disagreements: none,
    matches: none,
    moves: none,
    answers: none,
    deadlines: none,
    record: { answered: 0, agreed: 0 },
  });
}

type Mail = Awaited<ReturnType<typeof mail>>;

async function sendBare(port: number, content: Mail, count: number): Promise<void> {
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Infinity,
    host: '127.0.0.1',
    port,
    secure: false,
  });
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      transport.sendMail({
        ...content,
        from: 'Outturn <no-reply@example.org>',
        to: { name: '', address: `reader-${String(n)}@example.org` },
        headers: { 'List-Unsubscribe': '<https://board.example.org/unsubscribe/abc>' },
        textEncoding: 'quoted-printable',
      }),
    ),
  );
  transport.close();
}

async function fill(database: Database, content: Mail, count: number, at: Date): Promise<void> {
  for (let n = 0; n < count; n += 1)
    await noticeRepo.insert(
      {
        ...content,
        kind: 'digest',
        stream: 'digest',
        naturalKey: newId(),
        userId: null,
        claimantId: null,
        toAddress: `reader-${String(n)}@example.org`,
        headers: { 'List-Unsubscribe': '<https://board.example.org/unsubscribe/abc>' },
      },
      at,
      database.direct,
    );
}

async function sendOurs(mailer: Mailer, database: Database): Promise<void> {
  while (await mailer.sendWaiting());
  mailer.hangUp();
  const left = await database.direct.notice.count({ where: { state: { not: 'sent' } } });
  if (left > 0) throw new Error(`${String(left)} mails were not sent.`);
}

async function timeOf(work: () => Promise<void>): Promise<{ ms: number; cpuMs: number }> {
  const begin = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - begin, cpuMs: (user + system) / 1_000 };
}

async function measureAll(database: Database, url: string, port: number, count: number): Promise<void> {
  const clock = new Clock(database);
  await installationRepo.insert(
    { kind: 'real', projectName: 'Bench', zone: 'UTC' },
    clock.realNow(),
    database.direct,
  );
  const config = readConfig({
    OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356',
    DATABASE_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
    MAIL_CONNECTIONS: String(CONNECTIONS),
    MAIL_PER_MINUTE: '100000',
  });
  const mailer = new Mailer(config, database, clock);
  const content = await mail();
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = await timeOf(() => sendBare(port, content, count));
    await fill(database, content, count, clock.now());
    const other = await timeOf(() => sendOurs(mailer, database));
    await database.direct.notice.deleteMany();
    console.log(
      `${round === 0 ? 'warm-up' : `round ${String(round)}`}: bare ${one.ms.toFixed(0)} ms (processor ${one.cpuMs.toFixed(0)}), ours ${other.ms.toFixed(0)} ms (processor ${other.cpuMs.toFixed(0)})`,
    );
    if (round === 0) continue;
    bare.push(one.ms);
    ours.push(other.ms);
  }
  console.log(`${(count / (median(ours) / 1_000)).toFixed(0)} mails a second`);
  const verdict = new Verdict();
  verdict.judge('throughput, as a part of the bare library’s', median(bare) / median(ours), LEVEL, true);
  process.exitCode = verdict.exitCode();
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--mails');
  const count = at === -1 ? 2_000 : Number(process.argv[at + 1]);
  const sink = fork(fileURLToPath(new URL('./smtp-sink.js', import.meta.url)), { silent: true });
  const [port] = sink.stdout === null ? [0] : ((await once(sink.stdout, 'data')) as [Buffer]);
  const measure = async (server: EmbeddedPostgres) => {
    const url = server.urlFor('mail');
    await migrate(url);
    const database = new Database({ url });
    try {
      await measureAll(database, url, Number(port.toString()), count);
    } finally {
      await database.close();
    }
  };
  try {
    await withCluster(['mail'], measure, { durable: true });
  } finally {
    sink.disconnect();
  }
}

await main();
