import pg from 'pg';
import { appendAudit, type ChainHead, Database, verifyAuditChain } from '#platform/db';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const AT = new Date('2022-03-01T12:00:00.123Z');

describe('the audit chain', () => {
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

  const append = (subjectId: string, isolation?: 'RepeatableRead' | 'Serializable'): Promise<ChainHead> =>
    database.withTransaction(
      (tx) =>
        appendAudit(tx, {
          at: AT,
          actor: 'system',
          action: 'proposition.opened',
          subjectType: 'proposition',
          subjectId,
          payload: { z: 1.5, a: { nested: [null, true, 'ü', 1e21] }, when: AT.toISOString() },
        }),
      isolation === undefined ? {} : { isolation, timeoutMs: 20_000 },
    );
  const appendMany = async (count: number): Promise<void> => {
    for (let i = 1; i <= count; i++) await append(String(i));
  };
  const verify = (expected?: ChainHead) => database.withTransaction((tx) => verifyAuditChain(tx, expected));

  /** As somebody would who owns the database. */
  const tamper = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: testDatabase.url });
    await client.connect();
    await client.query(`SET session_replication_role = replica; ${sql}`);
    await client.end();
  };

  it('is whole when empty and after some entries', async () => {
    expect(await verify()).toEqual({ entries: 0, head: null, fault: null });
    await appendMany(3);
    expect(await verify()).toMatchObject({ entries: 3, head: { seq: 3n }, fault: null });
  });

  it('leaves no trace of a transaction that was rolled back, and no gap', async () => {
    await append('1');
    const failing = database.withTransaction(async (tx) => {
      await appendAudit(tx, { at: AT, actor: 'system', action: 'x', subjectType: 'x', subjectId: 'x' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await append('2');
    expect(await verify()).toMatchObject({ entries: 2, fault: null });
  });

  it('stays one chain under 50 concurrent writers', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => append(String(i))));
    expect(await verify()).toMatchObject({ entries: 50, fault: null });
  });

  it.each(['RepeatableRead', 'Serializable'] as const)(
    'stays one chain when writers read from a snapshot (%s)',
    async (isolation) => {
      await Promise.all(Array.from({ length: 4 }, (_, i) => append(String(i), isolation)));
      expect(await verify()).toMatchObject({ entries: 4, fault: null });
    },
  );

  it.each([
    ['a changed payload', "UPDATE audit_entries SET payload = '{}' WHERE seq = 3", 3n, 'wrong_hash'],
    ['a changed actor', "UPDATE audit_entries SET actor = 'somebody' WHERE seq = 1", 1n, 'wrong_hash'],
    ['a changed time', "UPDATE audit_entries SET at = at + interval '1 ms' WHERE seq = 5", 5n, 'wrong_hash'],
    ['a removed entry', 'DELETE FROM audit_entries WHERE seq = 2', 3n, 'gap'],
    ['a removed beginning', 'DELETE FROM audit_entries WHERE seq = 1', 2n, 'gap'],
    [
      'a removed entry with the others moved up',
      'DELETE FROM audit_entries WHERE seq = 2; UPDATE audit_entries SET seq = seq - 1 WHERE seq = 3',
      2n,
      'broken_link',
    ],
    [
      'an entry put in front',
      `INSERT INTO audit_entries SELECT 0, at, actor, action, subject_type, subject_id, payload, '${'1'.repeat(64)}', '${'2'.repeat(64)}' FROM audit_entries WHERE seq = 1`,
      0n,
      'gap',
    ],
    [
      'an entry put at the end',
      `INSERT INTO audit_entries SELECT 6, at, actor, action, subject_type, subject_id, payload, hash, '${'2'.repeat(64)}' FROM audit_entries WHERE seq = 5`,
      6n,
      'wrong_hash',
    ],
    [
      'two entries exchanged',
      'UPDATE audit_entries SET seq = 99 WHERE seq = 2; UPDATE audit_entries SET seq = 2 WHERE seq = 4; UPDATE audit_entries SET seq = 4 WHERE seq = 99',
      2n,
      'broken_link',
    ],
  ] as const)('names the first bad entry: %s', async (_what, sql, seq, kind) => {
    await appendMany(5);
    await tamper(
      sql.startsWith('INSERT') && seq === 0n
        ? `ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_seq_check; ${sql}`
        : sql,
    );
    expect((await verify()).fault).toEqual({ seq, kind });
  });

  it('shows a cut-off end against a head that was kept elsewhere', async () => {
    await appendMany(4);
    const head = await append('5');
    expect((await verify(head)).fault).toBeNull();
    await tamper('DELETE FROM audit_entries WHERE seq > 3');
    expect((await verify()).fault).toBeNull();
    expect((await verify(head)).fault).toEqual({ seq: 4n, kind: 'cut_off' });
  });
});
