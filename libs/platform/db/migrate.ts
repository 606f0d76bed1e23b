import pg from 'pg';
import { messageOf } from './embedded-postgres-error.js';
import { packageRoot } from './package-root.js';
import {
  NO_FILTER,
  openSchemaEngine,
  readMigrations,
  readSchemaFiles,
  type SchemaEngine,
} from './schema-engine.js';

/** Why the database could not be brought to this version's schema, in words for the person who starts Outturn. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Chosen once, like a port number: the lock that migrations of one database are applied under. */
const MIGRATION_LOCK = 7_203_114_001;
const OLDEST_SERVER = 150_000;

/**
 * Brings a database to the schema of this version: applies what prisma/migrations holds and the database has not seen,
 * and returns the names. Two processes that start together wait for each other; the second applies nothing. A
 * migration that fails leaves the database as it was before it.
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  return withLockedDatabase(databaseUrl, async (pool) => {
    const engine = await openSchemaEngine(pool);
    try {
      return await applyMigrations(engine);
    } finally {
      engine.free();
    }
  });
}

/**
 * The SQL that would turn the migrated database into prisma/schema; empty when migrations and schema agree. What
 * Prisma's schema cannot say (checks, triggers, partial indexes) does not count as a difference.
 */
export async function findSchemaDrift(databaseUrl: string): Promise<string> {
  return withLockedDatabase(databaseUrl, async (pool) => {
    const engine = await openSchemaEngine(pool);
    try {
      const difference = await engine.diff({
        from: { tag: 'schemaDatasource', files: readSchemaFiles(), configDir: packageRoot() },
        to: { tag: 'schemaDatamodel', files: readSchemaFiles() },
        script: true,
        exitCode: null,
        filters: NO_FILTER,
      });
      const script = difference.stdout ?? '';
      return script.includes('This is an empty migration') ? '' : script.trim();
    } finally {
      engine.free();
    }
  });
}

async function applyMigrations(engine: SchemaEngine): Promise<readonly string[]> {
  const migrationsList = readMigrations();
  const history = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: NO_FILTER,
  });
  const edited = history.editedMigrationNames;
  if (edited.length > 0)
    throw new MigrationError(`Migrations were changed after they had been applied: ${edited.join(', ')}.`);
  const lost = history.history !== null && 'unpersistedMigrationNames' in history.history;
  if (lost)
    throw new MigrationError(
      'The database was written by a newer version of Outturn. Start that version or a newer one.',
    );
  // Every migration is one transaction: what failed has left nothing, and may be tried again.
  for (const migrationName of history.failedMigrationNames)
    await engine.markMigrationRolledBack({ migrationName });
  try {
    return (await engine.applyMigrations({ migrationsList, filters: NO_FILTER })).appliedMigrationNames;
  } catch (error) {
    throw new MigrationError(`A migration failed and was rolled back. ${plainMessage(error)}`);
  }
}

/** The engine packs its message with a header about itself and a stack. */
function plainMessage(error: unknown): string {
  const lines = messageOf(error)
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => line !== '' && !/^\d+: |^at \/|^at wasm/.test(line)).join(' ');
}

async function withLockedDatabase<T>(databaseUrl: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 3,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  const lock = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  lock.on('error', () => undefined);
  try {
    await connect(lock);
    // Held by a session of its own; it ends with the session, also when this process is killed.
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(pool);
  } finally {
    await pool.end();
    await lock.end().catch(() => undefined);
  }
}

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new MigrationError(`The database does not answer: ${messageOf(error)}`);
  }
  const answer = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  const version = answer.rows[0]?.version ?? 0;
  if (version < OLDEST_SERVER)
    throw new MigrationError(`Outturn needs PostgreSQL 15 or newer; this server says ${String(version)}.`);
}
