import { randomUUID } from 'node:crypto';
import { JOBS, type JobHandlers } from '#contracts/jobs';
import { Database } from '#platform/db';
import { JobAdmin, Outbox, PermanentJobError } from '#platform/jobs';
import { outboxRepo } from '../../libs/platform/db/repositories/outbox.repo.js';
import {
  BACKENDS,
  eventually,
  findJobRecord,
  JobProcess,
  promise,
  sayWhatIsLeftOut,
} from '../support/jobs-process.js';
import { wipe } from '../support/jobs-wipe.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const SLOT = '2022-03-01T09:00:00.000Z';

beforeAll(sayWhatIsLeftOut);

describe.each(BACKENDS)('jobs on $kind', ({ kind, open }) => {
  let testDatabase: TestDatabase;
  let database: Database;
  let processes: JobProcess[];

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    processes = [];
  });

  afterEach(async () => {
    await Promise.all(processes.map((process) => process.stop()));
    await database.close();
    await testDatabase.drop();
  });

  function create(handlers: Partial<JobHandlers>, quietMs?: number): JobProcess {
    const options = quietMs === undefined ? {} : { quietMs };
    const process = new JobProcess(testDatabase.url, open(testDatabase.url), handlers, options);
    processes.push(process);
    return process;
  }

  const isOver = (key: string, state: 'succeeded' | 'failed') => async () => {
    const job = await findJobRecord(database, key);
    return job?.state === state && job.finishedAt !== null ? job : null;
  };

  it('carries out what a transaction has promised, once, with its record', async () => {
    const seen: string[] = [];
    await create({ matchEvent: async ({ eventId }) => void seen.push(eventId) }).start();
    const eventId = randomUUID();
    await promise(database, 'matchEvent', { eventId });
    const job = await eventually('the run', isOver(eventId, 'succeeded'));
    expect(seen).toEqual([eventId]);
    expect(job).toMatchObject({ name: 'events.match-event', attempts: 1, error: null });
    expect(await outboxRepo.listOpen(10, database.direct)).toEqual([]);
  });

  it('leaves nothing of a transaction that rolled back', async () => {
    const seen: string[] = [];
    await create({ matchEvent: async ({ eventId }) => void seen.push(eventId) }).start();
    const [lost, kept] = [randomUUID(), randomUUID()];
    const refused = database.withTransaction(async (tx) => {
      await new Outbox().enqueue('matchEvent', { eventId: lost }, tx);
      throw new Error('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    await promise(database, 'matchEvent', { eventId: kept });
    await eventually('the other run', isOver(kept, 'succeeded'));
    expect(seen).toEqual([kept]);
    expect(await findJobRecord(database, lost)).toBeNull();
  });

  it('runs a job once when two workers are there and it is delivered twice', async () => {
    const seen: string[] = [];
    const slow = async ({ eventId }: { eventId: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen.push(eventId);
    };
    const [first, second] = [create({ matchEvent: slow }), create({ matchEvent: slow })];
    await Promise.all([first.start(), second.start()]);
    const ids = Array.from({ length: 12 }, () => randomUUID());
    await Promise.all(ids.map((eventId) => promise(database, 'matchEvent', { eventId })));
    // Besides the queue, the same deliveries by hand, to both processes.
    const deliver = (process: JobProcess) => (eventId: string) =>
      process.runner.run({ name: JOBS.matchEvent.name, key: eventId, payload: { eventId } });
    await Promise.all([...ids.map(deliver(first)), ...ids.map(deliver(second))]);
    for (const id of ids) await eventually('every run', isOver(id, 'succeeded'));
    expect(seen.sort()).toEqual([...ids].sort());
  });

  it('finishes, once, what a killed worker had begun', async () => {
    const begun: string[] = [];
    let release = () => undefined as void;
    const stuck = new Promise<void>((resolve) => (release = resolve));
    const doomed = create({
      matchEvent: ({ eventId }) => {
        begun.push(eventId);
        return stuck;
      },
    });
    await doomed.start();
    const eventId = randomUUID();
    await promise(database, 'matchEvent', { eventId });
    await eventually('the handler to begin', async () => begun.length === 1);
    await doomed.crash();
    processes = [];

    const finished: string[] = [];
    await create({ matchEvent: async (payload) => void finished.push(payload.eventId) }).start();
    const job = await eventually('the second attempt', isOver(eventId, 'succeeded'));
    expect(finished).toEqual([eventId]);
    expect(job.attempts).toBe(2);
    release();
  });

  it('fails a job for good at once when its payload is not valid', async () => {
    let calls = 0;
    await create({ matchEvent: async () => void (calls += 1) }).start();
    const row = { name: JOBS.matchEvent.name, key: 'bad', payload: { eventId: 'not an id' } };
    await database.withTransaction((tx) => outboxRepo.insert(row, tx));
    const job = await eventually('the failure', isOver('bad', 'failed'));
    expect(job.attempts).toBe(1);
    expect(job.error).toContain('payload of events.match-event is not valid');
    expect(calls).toBe(0);
  });

  it('fails a job for good at once when its handler says so, and runs it again when a person asks', async () => {
    let isMended = false;
    await create({
      sendNotice: async () => {
        if (!isMended) throw new PermanentJobError('550 no such mailbox');
      },
    }).start();
    const noticeId = randomUUID();
    await promise(database, 'sendNotice', { noticeId });
    const job = await eventually('the failure', isOver(noticeId, 'failed'));
    expect(job).toMatchObject({
      attempts: 1,
      error: expect.stringContaining('550 no such mailbox') as string,
    });

    isMended = true;
    const admin = new JobAdmin(database, new Outbox());
    expect(await promise(database, 'sendNotice', { noticeId })).toBe(false);
    expect(await admin.retry(JOBS.sendNotice.name, noticeId)).toBe(true);
    await eventually('the retry', isOver(noticeId, 'succeeded'));
    expect(await admin.retry(JOBS.sendNotice.name, noticeId)).toBe(false);
  });

  it('tries again what failed, until it succeeds', async () => {
    let calls = 0;
    await create({
      finaliseVerdicts: async () => {
        calls += 1;
        if (calls < 3) throw new Error(`not yet, ${String(calls)}`);
      },
    }).start();
    await promise(database, 'finaliseVerdicts', { slot: SLOT });
    const job = await eventually('success', isOver(SLOT, 'succeeded'));
    expect(job).toMatchObject({ attempts: 3, error: null });
    expect(calls).toBe(3);
  });

  it('gives up after as many attempts as the job is worth, and says why', async () => {
    let calls = 0;
    const failing = async () => {
      calls += 1;
      throw new Error('the cupboard is bare');
    };
    await create({ finaliseVerdicts: failing }).start();
    await promise(database, 'finaliseVerdicts', { slot: SLOT });
    const job = await eventually('giving up', isOver(SLOT, 'failed'));
    expect(job).toMatchObject({
      attempts: JOBS.finaliseVerdicts.retry.attempts,
      error: 'Error: the cupboard is bare',
    });
    expect(calls).toBe(JOBS.finaliseVerdicts.retry.attempts);
  });

  it('does everything that is due after the queue was wiped while nobody worked', async () => {
    const publisher = create({});
    await publisher.startRelay();
    const ids = Array.from({ length: 5 }, () => randomUUID());
    for (const eventId of ids) await promise(database, 'matchEvent', { eventId });
    await eventually('publication', async () => {
      const { waiting } = await outboxRepo.countUnpublished(database.direct);
      return waiting === 0;
    });
    await wipe(kind, testDatabase.url);

    const seen: string[] = [];
    await create({ matchEvent: async ({ eventId }) => void seen.push(eventId) }, 300).start();
    for (const id of ids) await eventually('every run', isOver(id, 'succeeded'));
    expect(seen.sort()).toEqual([...ids].sort());
  });

  it('goes on working when the queue is wiped under a worker', async () => {
    const seen: string[] = [];
    await create({ matchEvent: async ({ eventId }) => void seen.push(eventId) }, 300).start();
    const [before, after] = [randomUUID(), randomUUID()];
    await promise(database, 'matchEvent', { eventId: before });
    await eventually('the first run', isOver(before, 'succeeded'));
    await wipe(kind, testDatabase.url);
    await promise(database, 'matchEvent', { eventId: after });
    await eventually('the run after the wipe', isOver(after, 'succeeded'));
    expect(seen).toEqual([before, after]);
  });

  it('goes on working when the database cuts every connection', async () => {
    const seen: string[] = [];
    await create({ matchEvent: async ({ eventId }) => void seen.push(eventId) }, 1_000).start();
    const [before, after] = [randomUUID(), randomUUID()];
    await promise(database, 'matchEvent', { eventId: before });
    await eventually('the first run', isOver(before, 'succeeded'));
    await database.direct.$queryRaw`
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    // So that every pool has heard of it before the test's end closes them.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await promise(database, 'matchEvent', { eventId: after });
    await eventually('the run after the cut', isOver(after, 'succeeded'));
    expect(seen).toEqual([before, after]);
  });

  it('lets the runs under way end when it is stopped', async () => {
    const process = create({ matchEvent: () => new Promise((resolve) => setTimeout(resolve, 500)) });
    await process.start();
    const eventId = randomUUID();
    await promise(database, 'matchEvent', { eventId });
    await eventually(
      'the run to begin',
      async () => (await findJobRecord(database, eventId))?.state === 'running',
    );
    await process.stop();
    processes = [];
    expect(await findJobRecord(database, eventId)).toMatchObject({ state: 'succeeded', attempts: 1 });
  });
});
