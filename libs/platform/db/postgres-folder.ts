import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf, EmbeddedPostgresError } from './embedded-postgres-error.js';
import { canUseFolder, type PostgresUser } from './postgres-user.js';

/** Where things go when we are root and the database user cannot reach the checkout or the data folder. */
export const SYSTEM_FOLDER = '/var/lib/outturn';

/**
 * The folder that is really used for `wanted`: that one, or one of its own below /var/lib/outturn when the server's
 * user cannot reach it. The cluster lies in `cluster/` below it; password, port and log beside.
 */
export function prepareDataFolder(
  wanted: string,
  user: PostgresUser | null,
  log: (line: string) => void,
): string {
  if (user === null) {
    makeFolder(path.join(wanted, 'cluster'), null);
    if (!canUseFolder(path.join(wanted, 'cluster'), null))
      throw new EmbeddedPostgresError(unusable(wanted, 'it belongs to another user'));
    return wanted;
  }
  const instead = path.join(SYSTEM_FOLDER, `postgres-${shortHash(wanted)}`);
  // Where an earlier start put the data is where they are, also when the wanted folder has become reachable since.
  if (hasCluster(wanted) || !hasCluster(instead)) {
    makeFolder(path.join(wanted, 'cluster'), user);
    if (canUseFolder(path.join(wanted, 'cluster'), user)) return wanted;
    if (hasCluster(wanted))
      throw new EmbeddedPostgresError(unusable(wanted, `its owner ${user.name} cannot reach it`));
    fs.rmdirSync(path.join(wanted, 'cluster'));
  }
  log(`The user ${user.name} cannot reach ${wanted}; the database is kept in ${instead}.`);
  makeFolder(SYSTEM_FOLDER, null, 0o755);
  makeFolder(path.join(instead, 'cluster'), user);
  if (!canUseFolder(path.join(instead, 'cluster'), user))
    throw new EmbeddedPostgresError(unusable(instead, `the user ${user.name} cannot reach it`));
  return instead;
}

/** Whether the cluster below `folder` has been initialised. */
export function hasCluster(folder: string): boolean {
  return fs.existsSync(path.join(folder, 'cluster', 'PG_VERSION'));
}

function makeFolder(folder: string, owner: PostgresUser | null, mode?: number): void {
  try {
    const isNew = !fs.existsSync(folder);
    fs.mkdirSync(folder, { recursive: true });
    if (mode !== undefined && isNew) fs.chmodSync(folder, mode);
    // A cluster that exists keeps its owner.
    if (owner === null || fs.existsSync(path.join(folder, 'PG_VERSION'))) return;
    fs.chownSync(folder, owner.uid, owner.gid);
    fs.chmodSync(folder, 0o700);
  } catch (error) {
    throw new EmbeddedPostgresError(unusable(folder, codeOf(error) ?? String(error)));
  }
}

function unusable(folder: string, why: string): string {
  return `Cannot keep a database in ${folder}: ${why}. Set OUTTURN_DATA to a folder you can write to, or DATABASE_URL.`;
}

function shortHash(text: string): string {
  return crypto.createHash('sha256').update(path.resolve(text)).digest('hex').slice(0, 8);
}
