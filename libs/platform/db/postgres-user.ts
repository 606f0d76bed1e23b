import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** An operating system user the server runs as, when we are root; PostgreSQL refuses to run as root. */
export interface PostgresUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Whether this process is root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The user to run the server as: null for an ordinary user (the server runs as that user), else the owner of an
 * existing cluster, else `postgres`, which is created where it does not exist.
 */
export function choosePostgresUser(clusterDir: string): PostgresUser | null {
  if (!isRoot()) return null;
  const owner = ownerOf(clusterDir);
  if (owner !== null && owner.uid !== 0) return { name: nameOf(owner.uid) ?? String(owner.uid), ...owner };
  return lookUp('postgres') ?? createPostgresUser();
}

function ownerOf(clusterDir: string): { uid: number; gid: number } | null {
  const version = path.join(clusterDir, 'PG_VERSION');
  if (!fs.existsSync(version)) return null;
  const { uid, gid } = fs.statSync(version);
  return { uid, gid };
}

function nameOf(uid: number): string | null {
  const answer = spawnSync('id', ['-un', String(uid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

function lookUp(name: string): PostgresUser | null {
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)];
  return uid === null || gid === null ? null : { name, uid, gid };
}

function idOf(flag: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : null;
}

function createPostgresUser(): PostgresUser {
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ];
  spawnSync('useradd', options, { encoding: 'utf8' });
  const user = lookUp('postgres');
  if (user === null)
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, and the user "postgres" could not be created. Run Outturn as an ordinary user, or set DATABASE_URL.',
    );
  return user;
}

/** Whether `user` (null: we ourselves) can enter a folder and write into it. */
export function canUseFolder(folder: string, user: PostgresUser | null): boolean {
  const run = spawnSync('/bin/sh', ['-c', 'cd "$1" && [ -w . ]', 'sh', folder], {
    cwd: '/',
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  return run.status === 0;
}
