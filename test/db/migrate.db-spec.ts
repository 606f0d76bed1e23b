import pg from 'pg';
import { findSchemaDrift, migrate, MigrationError } from '#platform/db';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database.js';

describe('migrations', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createEmptyDatabase();
  });
  afterEach(async () => {
    await database.drop();
  });

  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('lead from an empty database to the schema, and a second time apply nothing', async () => {
    const applied = await migrate(database.url);
    expect(applied.slice(0, 2)).toEqual(['20261122000000_init', '20261122000100_constraints']);
    expect(await findSchemaDrift(database.url)).toBe('');
    expect(await migrate(database.url)).toEqual([]);
  });

  it('are applied once when two processes start together', async () => {
    const both = await Promise.all([migrate(database.url), migrate(database.url)]);
    const counts = both.map((names) => names.length).sort((a, b) => a - b);
    expect(counts[0]).toBe(0);
    const rows = await query('SELECT count(*)::int AS n FROM _prisma_migrations');
    expect(rows[0]?.['n']).toBe(counts[1]);
  });

  it('show in the drift check when the schema has something they do not make', async () => {
    await migrate(database.url);
    await query('ALTER TABLE families DROP COLUMN name');
    expect(await findSchemaDrift(database.url)).toContain('ADD COLUMN');
  });

  it('that fail leave the database as it was and are tried again at the next start', async () => {
    // The second migration cannot add one of its functions: there is one of that name.
    await query('CREATE FUNCTION is_set(anyarray) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$');
    await expect(migrate(database.url)).rejects.toThrow(MigrationError);
    expect(await query("SELECT 1 FROM pg_proc WHERE proname = 'refuse_change'")).toEqual([]);
    await query('DROP FUNCTION is_set(anyarray)');
    const applied = await migrate(database.url);
    expect(applied).toContain('20261122000100_constraints');
    expect(await findSchemaDrift(database.url)).toBe('');
  });

  it('refuse a database that a newer version has written', async () => {
    await migrate(database.url);
    await query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ('x', 'x', '29990101000000_future', now(), now(), 1)`,
    );
    await expect(migrate(database.url)).rejects.toThrow(/newer version/);
  });

  it('say in one line that the database does not answer', async () => {
    const url = new URL(database.url);
    url.port = '1';
    await expect(migrate(url.href)).rejects.toThrow(/^The database does not answer: .*ECONNREFUSED/);
  });
});
