import { Clock, realNow } from '#platform/clock';
import { Database, installationRepo } from '#platform/db';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

describe('the business clock', () => {
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

  const setUp = (kind: 'real' | 'demo' | 'test') =>
    database.withTransaction((tx) =>
      installationRepo.insert({ kind, projectName: 'Test', zone: 'Europe/Berlin' }, realNow(), tx),
    );

  it('is real time in a database that is not set up or real, and cannot be set there', async () => {
    const clock = new Clock(database);
    const target = new Date('2022-03-01T09:00:00Z');
    await expect(clock.setClock(target)).rejects.toMatchObject({ code: 'CLOCK.REAL' });
    await setUp('real');
    await expect(clock.setClock(target)).rejects.toMatchObject({ code: 'CLOCK.REAL' });
    const before = realNow();
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it.each(['demo', 'test'] as const)('can be set in a %s database, for all processes', async (kind) => {
    await setUp(kind);
    const [mine, other] = [new Clock(database), new Clock(database)];
    await mine.setClock(new Date('2022-03-01T23:30:00Z'));
    await other.refresh();
    expect(other.now().toISOString()).toMatch(/^2022-03-01T23:3/);
    expect(other.today('UTC')).toBe('2022-03-01');
    expect(other.today('Europe/Berlin')).toBe('2022-03-02');
    expect(other.realNow().getUTCFullYear()).toBeGreaterThan(2022);
  });

  it('stands still where a test says so', async () => {
    await setUp('test');
    const clock = new Clock(database);
    await clock.setClock(new Date('2022-03-01T09:00:00.123Z'), { isFrozen: true });
    expect(clock.now().toISOString()).toBe('2022-03-01T09:00:00.123Z');
    await clock.setClock(new Date('2022-03-02T09:00:00Z'));
    expect(clock.now().toISOString()).toMatch(/^2022-03-02T09:00:/);
  });
});
