import { randomUUID } from 'node:crypto';
import { Database, DatabaseError, isUniqueViolation, mapDatabaseError, type Tx } from '#platform/db';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const AT = new Date('2022-03-01T12:00:00Z');
const family = (tx: Tx, name: string) => tx.family.create({ data: { name, createdAt: AT } });
const group = (tx: Tx, name: string) => tx.group.create({ data: { name, createdAt: AT } });

describe('Database', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database({ url: testDatabase.url, poolSize: 6 });
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });

  const refusalOf = (work: Promise<unknown>): Promise<DatabaseError | null> =>
    work.then(
      () => null,
      (error: unknown) => mapDatabaseError(error),
    );

  describe('withTransaction', () => {
    it('rolls back whatever is thrown, and throws it on unchanged', async () => {
      class Refusal extends Error {}
      const work = database.withTransaction(async (tx) => {
        await family(tx, 'rolled back');
        throw new Refusal();
      });
      await expect(work).rejects.toBeInstanceOf(Refusal);
      expect(await database.direct.family.count({ where: { name: 'rolled back' } })).toBe(0);
    });

    it('loses no update of 20 concurrent ones under Serializable, because it tries again', async () => {
      const { id } = await database.withTransaction((tx) => family(tx, '0'));
      const increment = () =>
        database.withTransaction(
          async (tx) => {
            const row = await tx.family.findUniqueOrThrow({ where: { id } });
            await tx.family.update({ where: { id }, data: { name: String(Number(row.name) + 1) } });
          },
          { isolation: 'Serializable' },
        );
      for (let round = 0; round < 5; round++) await Promise.all(Array.from({ length: 4 }, increment));
      expect((await database.direct.family.findUniqueOrThrow({ where: { id } })).name).toBe('20');
    });

    it.each([
      ['by the ORM', (tx: Tx, id: string) => tx.family.update({ where: { id }, data: { name: 'x' } })],
      [
        'in raw SQL',
        (tx: Tx, id: string) => tx.$executeRaw`UPDATE families SET name = 'y' WHERE id = ${id}::uuid`,
      ],
    ])('survives a deadlock made %s', async (_how, touch) => {
      const [a, b] = [await family(database.direct, 'a'), await family(database.direct, 'b')];
      const meet = meetingPoint();
      const both = [
        [a.id, b.id],
        [b.id, a.id],
      ].map(([first = '', second = '']) =>
        database.withTransaction(async (tx) => {
          await touch(tx, first);
          await meet();
          await touch(tx, second);
        }),
      );
      await expect(Promise.all(both)).resolves.toHaveLength(2);
    });

    it('refuses a second connection inside a transaction', async () => {
      await database.withTransaction(async () => {
        expect(() => database.direct).toThrow(/inside withTransaction/);
        await expect(database.withTransaction(async () => 1)).rejects.toThrow(/inside withTransaction/);
      });
      expect(await database.direct.family.count()).toBeGreaterThanOrEqual(0);
    });

    it('ends a transaction that takes too long, and gives its connection back', async () => {
      const slow = database.withTransaction((tx) => tx.$executeRaw`SELECT pg_sleep(20)`);
      expect((await refusalOf(slow))?.kind).toBe('timeout');
      await database.ping();
    });

    it('lets announced long work run longer than 5 s', async () => {
      await database.withTransaction((tx) => tx.$executeRaw`SELECT pg_sleep(5.5)`, { timeoutMs: 15_000 });
    });
  });

  describe('errors', () => {
    it('name the unique constraint', async () => {
      await group(database.direct, 'one');
      const refusal = await refusalOf(group(database.direct, 'one'));
      expect(refusal).toMatchObject({ kind: 'unique', constraint: 'groups_name_key' });
      expect(isUniqueViolation(refusal, 'groups_name_key')).toBe(true);
      expect(isUniqueViolation(refusal, 'families_pkey')).toBe(false);
    });

    it('name it in raw SQL too', async () => {
      const raw = database.direct.$executeRaw`
        INSERT INTO groups (id, name, description, created_at) VALUES (${randomUUID()}::uuid, 'one', '', ${AT})`;
      expect(await refusalOf(raw)).toMatchObject({ kind: 'unique', constraint: 'groups_name_key' });
    });

    it('name the foreign key', async () => {
      const orphan = database.direct.groupMembership.create({
        data: { groupId: randomUUID(), userId: randomUUID(), addedAt: AT },
      });
      expect(await refusalOf(orphan)).toMatchObject({
        kind: 'foreign_key',
        constraint: 'group_memberships_group_id_fkey',
      });
    });

    it('name the check', async () => {
      const blank = database.direct.claimant.create({
        data: { kind: 'collective', name: ' ', createdAt: AT },
      });
      expect(await refusalOf(blank)).toMatchObject({ kind: 'check', constraint: 'claimants_name_check' });
    });

    it('come out of withTransaction as DatabaseError', async () => {
      const work = database.withTransaction((tx) => group(tx, 'one'));
      await expect(work).rejects.toMatchObject({ name: 'DatabaseError', kind: 'unique' });
    });

    it('say that a table is append-only', async () => {
      expect(await refusalOf(database.direct.method.deleteMany())).toMatchObject({ kind: 'append_only' });
      expect(await refusalOf(database.direct.$executeRaw`DELETE FROM methods`)).toMatchObject({
        kind: 'append_only',
      });
    });

    it('say that there is no database', async () => {
      const url = new URL(testDatabase.url);
      url.port = '1';
      const nowhere = new Database({ url: url.href });
      const refusal = await refusalOf(nowhere.withTransaction((tx) => tx.family.count()));
      expect(refusal?.kind).toBe('unavailable');
      expect((await refusalOf(nowhere.ping()))?.kind).toBe('unavailable');
      await nowhere.close();
    });

    it('say within 3 s that all connections are in use', async () => {
      const small = new Database({ url: testDatabase.url, poolSize: 1 });
      let inside: () => void = () => undefined;
      const isInside = new Promise<void>((resolve) => (inside = resolve));
      const holding = small.withTransaction(async (tx) => {
        await tx.$executeRaw`SELECT 1`;
        inside();
        await tx.$executeRaw`SELECT pg_sleep(3.5)`;
      });
      await isInside;
      const refusal = await refusalOf(small.direct.family.count());
      expect(refusal?.kind).toBe('unavailable');
      await holding;
      await small.close();
    });

    it('leave alone what is not about the database', () => {
      expect(mapDatabaseError(new Error('something else'))).toBeNull();
      expect(mapDatabaseError('text')).toBeNull();
    });
  });
});

/** Lets the first two callers go on only when both have arrived; later ones pass. */
function meetingPoint(): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    arrived += 1;
    if (arrived === 2) open();
    await opened;
  };
}
