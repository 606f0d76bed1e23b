import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { ENDPOINTS, EndpointResponse } from '#contracts/http';
import { TestApp, type TestPerson } from '../support/app.js';
import { until } from '../support/until.js';

type Batch = EndpointResponse<(typeof ENDPOINTS)['getBatch']>;

const WORKER = path.resolve('dist/apps/worker/main.js');
const MANY = 200;
/** One of them is no document. */
const TORN = 17;
const KILLS = 3;
/** A lease that nobody renews lapses after 20 s, a job whose worker is gone is found a little later. */
const PATIENCE_MS = 240_000;

/** Two hundred files through the api, read by the built worker in a process of its own. */
describe('a batch of two hundred files', () => {
  let app: TestApp;
  let curator: TestPerson;
  let worker: ChildProcess | null = null;

  beforeEach(async () => {
    app = await TestApp.start();
    curator = await app.addPerson(['curator']);
  });
  afterEach(async () => {
    await kill();
    await app.stop();
  });

  const startWorker = async () => {
    worker = fork(WORKER, [], {
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: app.databaseUrl,
        OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356',
        OUTTURN_MODE: 'test',
        LOG_LEVEL: 'silent',
      },
    });
    await once(worker, 'message');
  };
  const kill = async () => {
    if (worker === null) return;
    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
    worker = null;
  };
  const textOf = (number: number) =>
    Buffer.from(
      `Title: Quay ${String(number)}\n\nThe council of quay ${String(number)} will sell crane ${String(number * 7)} by June 2032.`,
    );
  const give = async (): Promise<string> => {
    const items = Array.from({ length: MANY }, (_, i) => ({ name: `quay-${String(i + 1)}.txt` }));
    const made = await app.api('POST', '/intake/batches', { as: curator, body: { items } });
    const { id } = made.json<Batch>();
    for (let number = 1; number <= MANY; number += 1) {
      const bytes = number === TORN ? Buffer.from('PK\u0003\u0004 torn', 'latin1') : textOf(number);
      const body = { base64: bytes.toString('base64') };
      const to = `/intake/batches/${id}/files/${String(number)}`;
      expect((await app.api('PUT', to, { as: curator, body })).statusCode).toBe(200);
    }
    return id;
  };
  const look = async (id: string): Promise<Batch> =>
    (await app.api('GET', `/intake/batches/${id}`, { as: curator })).json<Batch>();
  const untilDone = (id: string, least: number) =>
    until(`${String(least)} done`, async () => (await look(id)).counts.done >= least, PATIENCE_MS);
  const untilOver = (id: string) =>
    until('the end', async () => (await look(id)).counts.open === 0, PATIENCE_MS);
  const titles = async () =>
    (await app.database.direct.source.findMany({ select: { title: true } })).map(({ title }) => title).sort();

  it('is read to its end by whoever comes after a worker that was killed, each once; a torn one fails alone', async () => {
    const id = await give();
    for (let kills = 1; kills <= KILLS; kills += 1) {
      await startWorker();
      await untilDone(id, 30 * kills);
      await kill();
      expect((await look(id)).counts.open).toBeGreaterThan(0);
    }
    await startWorker();
    await untilOver(id);
    const { items } = await look(id);
    const unread = items.filter(({ state }) => state !== 'done');
    expect(unread).toMatchObject([{ number: TORN, state: 'failed', fault: { code: 'DOCUMENT.BROKEN' } }]);
    const expected = items
      .filter(({ number }) => number !== TORN)
      .map(({ number }) => `Quay ${String(number)}`);
    expect(await titles()).toEqual(expected.sort());
  }, 600_000);

  it('takes nothing more in once it is called off, and keeps what it had', async () => {
    const id = await give();
    await startWorker();
    await untilDone(id, 30);
    await app.api('POST', `/intake/batches/${id}/cancel`, { as: curator });
    const { counts, items } = await look(id);
    expect(counts.open).toBe(0);
    expect(counts.cancelled).toBeGreaterThan(0);
    // The jobs of all others are still promised: the worker comes for every one of them, and finds nothing to do.
    await until('the last job', async () => (await openJobs()) === 0, PATIENCE_MS);
    expect((await look(id)).items).toEqual(items);
    expect(await titles()).toHaveLength(counts.done);
  }, 600_000);

  const openJobs = async (): Promise<number> => {
    const [row] = await app.database.direct.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM outbox_messages o WHERE o.name = 'intake.read-item'
        AND NOT EXISTS (SELECT 1 FROM job_runs r WHERE r.name = o.name AND r.key = o.key AND r.finished_at IS NOT NULL)`;
    return row?.n ?? 0;
  };
});
