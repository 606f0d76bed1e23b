import { Database } from '#platform/db';
import { Outbox, type Schedule } from '#platform/jobs';
import { outboxRepo } from '../../libs/platform/db/repositories/outbox.repo.js';
import { JobRunner } from '../../libs/platform/jobs/job-runner.js';
import { Scheduler } from '../../libs/platform/jobs/scheduler.js';
import { handlersWith } from '../support/jobs-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const SCHEDULES: readonly Schedule[] = [
  { job: 'finaliseVerdicts', everyMs: 60_000, reason: 'test' },
  { job: 'planDigests', cron: '0 * * * *', zone: 'UTC', reason: 'test' },
];

describe('schedules', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let now: Date;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url });
    now = new Date('2022-03-01T09:00:30Z');
  });

  afterEach(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const createScheduler = () => new Scheduler(database, new Outbox(), SCHEDULES, undefined, () => now);
  const promised = async () => {
    const rows = await outboxRepo.listOpen(100, database.direct);
    return rows.map(({ name, key }) => `${name} ${key}`).sort();
  };

  it('promise a tick once for each slot, however many look', async () => {
    const schedulers = Array.from({ length: 4 }, createScheduler);
    const first = await Promise.all(schedulers.map((scheduler) => scheduler.look()));
    expect(first.reduce((sum, ticks) => sum + ticks, 0)).toBe(2);
    await Promise.all(schedulers.map((scheduler) => scheduler.look()));
    expect(await promised()).toEqual([
      'sweep.finalise-verdicts 2022-03-01T09:00:00.000Z',
      'sweep.plan-digests 2022-03-01T09:00:00.000Z',
    ]);

    now = new Date('2022-03-01T09:01:00Z');
    await Promise.all(schedulers.map((scheduler) => scheduler.look()));
    expect(await promised()).toHaveLength(3);
  });

  it('make up what was missed by one tick of the last slot', async () => {
    await createScheduler().look();
    now = new Date('2022-03-01T11:30:10Z');
    await createScheduler().look();
    expect(await promised()).toEqual([
      'sweep.finalise-verdicts 2022-03-01T09:00:00.000Z',
      'sweep.finalise-verdicts 2022-03-01T11:30:00.000Z',
      'sweep.plan-digests 2022-03-01T09:00:00.000Z',
      'sweep.plan-digests 2022-03-01T11:00:00.000Z',
    ]);
  });

  it('promise nothing twice when the machine’s clock jumps back', async () => {
    await createScheduler().look();
    now = new Date('2022-03-01T08:58:00Z');
    expect(await createScheduler().look()).toBe(0);
    now = new Date('2022-03-01T09:00:59Z');
    expect(await createScheduler().look()).toBe(0);
  });

  it('keep how the last tick ended', async () => {
    await createScheduler().look();
    const runner = new JobRunner(
      database,
      handlersWith({ planDigests: () => Promise.reject(new Error('no paper')) }),
    );
    for (const row of await outboxRepo.listOpen(10, database.direct))
      for (let attempt = 1; attempt <= 3; attempt++) await runner.run(row);
    const rows = await database.direct.scheduleRun.findMany({ orderBy: { name: 'asc' } });
    expect(rows).toMatchObject([
      { name: 'sweep.finalise-verdicts', failures: 0, lastError: null },
      { name: 'sweep.plan-digests', failures: 1, lastError: 'Error: no paper' },
    ]);
    expect(rows.map(({ lastFinishedAt }) => lastFinishedAt)).not.toContain(null);
  });
});
