import crypto from 'node:crypto';
import pg from 'pg';

/** Environment variables that tell Jest's workers what globalSetup has started. */
export const ADMIN_URL = 'OUTTURN_TEST_ADMIN_URL';
export const TEMPLATE = 'OUTTURN_TEST_TEMPLATE';

export interface TestDatabase {
  readonly url: string;
  /** Cuts all connections and removes the database. */
  drop(): Promise<void>;
}

/** A migrated database without rows, of one's own; a copy of the template, made in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(wanted(TEMPLATE));
}

/** A database without any table, for testing migrations. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const adminUrl = wanted(ADMIN_URL);
  const name = `outturn_test_${crypto.randomBytes(8).toString('hex')}`;
  await run(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: urlOf(adminUrl, name), drop: () => dropDatabase(adminUrl, name) };
}

/** Removes a database, if it is there, and whoever is connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await run(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

/** The address of another database on the same server. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function wanted(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: the Jest project needs globalSetup test/support/global-setup.ts.`);
  return value;
}
