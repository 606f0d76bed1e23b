import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  createDatabaseIfMissing,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../libs/platform/db/embedded-postgres.js';
import { migrate } from '../../libs/platform/db/migrate.js';
import { findPostmaster, isAlive, stopPostmaster } from '../../libs/platform/db/postgres-process.js';
import { ADMIN_URL, dropDatabase, TEMPLATE, urlOf } from './test-database.js';

const PREFIX = 'outturn-test-';

let server: EmbeddedPostgres | null = null;
let folder: string | null = null;
let template: string | null = null;

/**
 * One server for a whole run of Jest (TEST_DATABASE_URL, or one of its own that is thrown away) and on it a migrated
 * database, from which every test file gets a copy. Tells the workers through the environment.
 */
export async function startTestCluster(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  const adminUrl = given ?? (await startServer());
  template = `outturn_template_${String(process.pid)}`;
  await dropDatabase(adminUrl, template);
  await createDatabaseIfMissing(adminUrl, template);
  await migrate(urlOf(adminUrl, template));
  process.env[ADMIN_URL] = adminUrl;
  process.env[TEMPLATE] = template;
}

/** Leaves nothing behind: not the server, not its files, not the template on a server that was given. */
export async function stopTestCluster(): Promise<void> {
  if (server === null) {
    if (template !== null) await dropDatabase(process.env[ADMIN_URL] ?? '', template);
    return;
  }
  await server.stop();
  remove(server.dataDir);
  if (folder !== null) remove(folder);
}

async function startServer(): Promise<string> {
  await removeLeftovers();
  folder = path.join(os.tmpdir(), `${PREFIX}${String(process.pid)}`);
  fs.mkdirSync(folder, { recursive: true });
  // When we are root, the server runs as another user, who must be able to enter.
  fs.chmodSync(folder, 0o755);
  server = await startEmbeddedPostgres({ dataDir: folder, durable: false, log: () => undefined });
  await setConnectionLimit(server.adminUrl);
  return server.adminUrl;
}

/** Runs that were killed could not clean up; their server would stay for ever. */
async function removeLeftovers(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : NaN;
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const leftover = path.join(os.tmpdir(), name);
    try {
      const postmaster = findPostmaster(path.join(leftover, 'cluster'));
      if (postmaster !== null) await stopPostmaster(postmaster);
      remove(leftover);
    } catch {
      // Another user's; that user's next run removes it.
    }
  }
}

/** Work that hangs shows as a failed test, not as a run that never ends. */
async function setConnectionLimit(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query("ALTER SYSTEM SET idle_in_transaction_session_timeout = '60s'");
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

function remove(place: string): void {
  fs.rmSync(place, { recursive: true, force: true, maxRetries: 3 });
}
