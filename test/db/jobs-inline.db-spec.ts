import { randomUUID } from 'node:crypto';
import { JOBS, type JobHandlers } from '#contracts/jobs';
import { Database } from '#platform/db';
import { InlineJobs, InvalidPayloadError, JobAdmin, Outbox } from '#platform/jobs';
import { jobRunRepo } from '../../libs/platform/db/repositories/job-run.repo.js';
import { outboxRepo } from '../../libs/platform/db/repositories/outbox.repo.js';
import { JobRunner, LEASE_MS } from '../../libs/platform/jobs/job-runner.js';
import { findJobRecord, handlersWith, promise } from '../support/jobs-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('jobs carried out in place', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
  });

  afterEach(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const jobs = (handlers: Partial<JobHandlers>) =>
    new InlineJobs(database, new JobRunner(database, handlersWith(handlers)));

  it('are carried out until nothing is promised, with those that jobs promise', async () => {
    const seen: string[] = [];
    const noticeId = randomUUID();
    const inline = jobs({
      buildDigest: async ({ isoWeek }) => {
        seen.push(isoWeek);
        await promise(database, 'sendNotice', { noticeId });
      },
      sendNotice: async (payload) => void seen.push(payload.noticeId),
    });
    await promise(database, 'buildDigest', { userId: randomUUID(), isoWeek: '2022-W09' });
    expect(await inline.drain()).toEqual({ succeeded: 2, failed: [] });
    expect(seen).toEqual(['2022-W09', noticeId]);
    expect(await inline.drain()).toEqual({ succeeded: 0, failed: [] });
  });

  it('are tried as often as a worker would, and reported when they fail', async () => {
    let calls = 0;
    const inline = jobs({
      buildBoard: async () => {
        calls += 1;
        throw new Error('no scores');
      },
    });
    await promise(database, 'buildBoard', { staleMark: 'verdict:1' });
    const { failed } = await inline.drain();
    expect(failed).toEqual([{ name: 'standings.build-board', key: 'verdict:1', error: 'Error: no scores' }]);
    expect(calls).toBe(JOBS.buildBoard.retry.attempts);
  });

  it('are promised once per key, also by transactions at the same time, and not again when done', async () => {
    const eventId = randomUUID();
    const news = await Promise.all(
      Array.from({ length: 8 }, () => promise(database, 'matchEvent', { eventId })),
    );
    expect(news.filter((isNew) => isNew)).toHaveLength(1);
    expect(await outboxRepo.listOpen(10, database.direct)).toHaveLength(1);
    await jobs({}).drain();
    expect(await promise(database, 'matchEvent', { eventId })).toBe(false);
  });

  it('are refused when they are promised with a payload that is not valid', async () => {
    const bad = promise(database, 'matchEvent', { eventId: 'not an id' });
    await expect(bad).rejects.toBeInstanceOf(InvalidPayloadError);
  });

  it('are taken over from a worker that shows no life, which then cannot record anything', async () => {
    const run = { name: JOBS.matchEvent.name, key: randomUUID() };
    const first = await jobRunRepo.claim(run, LEASE_MS, randomUUID(), database.direct);
    expect(first).toEqual({ outcome: 'claimed', attempt: 1 });
    expect(await jobRunRepo.claim(run, LEASE_MS, randomUUID(), database.direct)).toEqual({ outcome: 'busy' });
    // A lease of no length stands for one that has passed.
    const second = await jobRunRepo.claim(run, -1_000, randomUUID(), database.direct);
    expect(second).toEqual({ outcome: 'claimed', attempt: 2 });

    const late = await database.withTransaction((tx) => jobRunRepo.succeed({ ...run, attempt: 1 }, tx));
    expect(late).toBe(false);
    expect(await database.withTransaction((tx) => jobRunRepo.succeed({ ...run, attempt: 2 }, tx))).toBe(true);
    expect(await jobRunRepo.claim(run, LEASE_MS, randomUUID(), database.direct)).toEqual({ outcome: 'done' });
  });

  it('are given up when they keep killing their worker', async () => {
    const slot = '2022-03-01T09:00:00.000Z';
    await promise(database, 'finaliseVerdicts', { slot });
    const run = { name: JOBS.finaliseVerdicts.name, key: slot };
    for (let death = 1; death <= JOBS.finaliseVerdicts.retry.attempts; death++)
      await jobRunRepo.claim(run, -1_000, randomUUID(), database.direct);
    await database.direct.jobRun.updateMany({ data: { startedAt: new Date(0) } });
    const { failed } = await jobs({}).drain();
    expect(failed).toEqual([
      expect.objectContaining({ key: slot, error: expect.stringContaining('died') as string }),
    ]);
  });

  it('are shown to the administration with state, attempts and error', async () => {
    const [waiting, broken] = [randomUUID(), randomUUID()];
    await promise(database, 'sendNotice', { noticeId: broken });
    await jobs({ sendNotice: () => Promise.reject(new Error('no stamps')) }).drain();
    await promise(database, 'matchEvent', { eventId: waiting });

    const admin = new JobAdmin(database, new Outbox());
    expect(await admin.list({ state: 'failed' })).toMatchObject([{ key: broken, error: 'Error: no stamps' }]);
    expect(await findJobRecord(database, waiting)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await admin.overview()).toMatchObject({
      counts: [
        { name: JOBS.matchEvent.name, state: 'waiting', count: 1 },
        { name: JOBS.sendNotice.name, state: 'failed', count: 1 },
      ],
    });
    const key = await admin.runNow('finaliseVerdicts');
    await jobs({}).drain();
    expect(await findJobRecord(database, key)).toMatchObject({ state: 'succeeded' });
  });
});
