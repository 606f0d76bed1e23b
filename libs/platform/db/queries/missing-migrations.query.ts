import fs from 'node:fs';
import path from 'node:path';
import type { Tx } from '../database.js';
import { packageRoot } from '../package-root.js';

/** Migrations of this version that the database has not seen, by name; all of them on an empty database. */
export async function listMissingMigrations(tx: Tx): Promise<string[]> {
  const folder = path.join(packageRoot(), 'prisma', 'migrations');
  const ours = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const [table] = await tx.$queryRaw<{ known: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known`;
  if (table?.known !== true) return ours;
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map((row) => row.name));
  return ours.filter((name) => !applied.has(name));
}
