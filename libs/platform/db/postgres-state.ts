import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, EmbeddedPostgresError } from './embedded-postgres-error.js';
import { identityOf } from './postgres-process.js';

/** What is remembered of a cluster between runs, in a file only its owner can read. */
export interface PostgresState {
  readonly password: string;
  readonly port: number | null;
  /** Identity of the Outturn process that is to stop the server; null when it was stopped. */
  readonly owner: string | null;
}

const STATE_FILE = 'server.json';
const LOCK_FILE = 'start.lock';
const LOCK_PATIENCE_MS = 120_000;

/** The remembered state of the cluster below `folder`; a new one has a new random password. */
export function readPostgresState(folder: string): PostgresState {
  const file = path.join(folder, STATE_FILE);
  if (!fs.existsSync(file))
    return { password: crypto.randomBytes(24).toString('base64url'), port: null, owner: null };
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as PostgresState;
  } catch (error) {
    throw new EmbeddedPostgresError(
      codeOf(error) === null
        ? `${file} is damaged. It holds the database password; take it from a backup.`
        : `Cannot read ${file} (${String(codeOf(error))}). The database belongs to another user.`,
    );
  }
}

/** Writes the state whole or not at all. */
export function writePostgresState(folder: string, state: PostgresState): void {
  const file = path.join(folder, STATE_FILE);
  const unfinished = `${file}.${String(process.pid)}`;
  fs.writeFileSync(unfinished, JSON.stringify(state, null, 2) + '\n', { mode: 0o600 });
  const { uid, gid } = fs.statSync(folder);
  // When root starts the database of an ordinary user, that user must be able to start it again.
  if (process.getuid?.() === 0) fs.chownSync(unfinished, uid, gid);
  fs.renameSync(unfinished, file);
}

/** Whether the Outturn process that started the server still runs. */
export function isOwnerAlive(state: PostgresState): boolean {
  if (state.owner === null) return false;
  return identityOf(Number.parseInt(state.owner, 10)) === state.owner;
}

/** Runs `work` while no other Outturn process starts or stops the same cluster. */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, LOCK_FILE);
  const me = identityOf(process.pid) ?? String(process.pid);
  const until = performance.now() + LOCK_PATIENCE_MS;
  while (!tryLock(file, me)) {
    if (performance.now() > until)
      throw new EmbeddedPostgresError(
        `Another process has been starting the database for too long (${file}).`,
      );
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function tryLock(file: string, me: string): boolean {
  try {
    fs.writeFileSync(file, me, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const holder = readOrNull(file);
  // Left behind by a process that was killed. An empty file is one being written just now.
  if (holder !== null && holder !== '' && identityOf(Number.parseInt(holder, 10)) !== holder)
    fs.rmSync(file, { force: true });
  return false;
}

function readOrNull(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
