/**
 * `node prisma/new-migration.mjs NAME`: writes prisma/migrations/<time>_NAME/migration.sql with what turns the database
 * as the migrations make it into prisma/schema. `--empty` writes an empty file, for what Prisma's schema cannot say
 * (checks, triggers, partial indexes) and is written by hand. Needs no database: it starts one of its own for the while.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const [name, flag] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name) || (flag !== undefined && flag !== '--empty')) {
  console.error(
    'usage: node prisma/new-migration.mjs NAME [--empty]      (NAME in lower case with underscores)',
  );
  process.exit(2);
}

// Compiled for this run only: a migration can be made while the rest of the tree does not build.
const compiled = path.join(root, 'node_modules/.cache/outturn-new-migration');
fs.rmSync(compiled, { recursive: true, force: true });
const swc = path.join(root, 'node_modules/.bin/swc');
execFileSync(swc, ['libs/platform/db', '-d', compiled, '--ignore', '**/generated/**'], { cwd: root });
const load = (name) => import(path.join(compiled, 'libs/platform/db', name));
const { startEmbeddedPostgres } = await load('embedded-postgres.js');
const { migrate, findSchemaDrift } = await load('migrate.js');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-migration-'));
// When we are root, the server runs as another user, who must be able to enter.
fs.chmodSync(folder, 0o755);
const server = await startEmbeddedPostgres({
  dataDir: folder,
  durable: false,
  log: (line) => console.error(line),
});
try {
  await server.createDatabaseIfMissing('migrated');
  await migrate(server.urlFor('migrated'));
  const sql = flag === '--empty' ? '-- Written by hand.' : await findSchemaDrift(server.urlFor('migrated'));
  if (sql === '') {
    console.error('The migrations already lead to prisma/schema; nothing to write.');
    process.exitCode = 1;
  } else {
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = path.join(root, 'prisma/migrations', `${time}_${name}`, 'migration.sql');
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, `${sql}\n`);
    console.log(path.relative(process.cwd(), target));
  }
} finally {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  fs.rmSync(compiled, { recursive: true, force: true });
}
