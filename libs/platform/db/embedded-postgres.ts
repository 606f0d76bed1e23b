import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, EmbeddedPostgresError, messageOf } from './embedded-postgres-error.js';
import { type PostgresBinaries, preparePostgresBinaries } from './postgres-binaries.js';
import { hasCluster, prepareDataFolder, SYSTEM_FOLDER } from './postgres-folder.js';
import { findPostmaster, identityOf, isAlive, stopPostmaster } from './postgres-process.js';
import {
  isOwnerAlive,
  type PostgresState,
  readPostgresState,
  withStartLock,
  writePostgresState,
} from './postgres-state.js';
import { choosePostgresUser, type PostgresUser } from './postgres-user.js';

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its password and its log. */
  readonly dataDir: string;
  /** A fixed port on 127.0.0.1; otherwise a free one is chosen once and remembered. */
  readonly port?: number;
  /** Told what a person should know: where files went, what was recovered. */
  readonly log: (line: string) => void;
  /** False gives up safety against power loss for speed, and lets Ctrl-C end the server at once: for tests. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** Superuser's address of the database `postgres`. */
  readonly adminUrl: string;
  /** The folder really used; differs from the wanted one when root had to move it to /var/lib/outturn. */
  readonly dataDir: string;
  readonly port: number;
  /** Process id of the server. */
  readonly pid: number;
  /** False when another Outturn process had the server running already; stop() then leaves it alone. */
  readonly isOwner: boolean;
  urlFor(database: string): string;
  /** Creates the database unless it is there; says whether it was created. */
  createDatabaseIfMissing(name: string): Promise<boolean>;
  /** Ends the server, with everything on disk. Safe to call twice. */
  stop(): Promise<void>;
}

const SUPERUSER = 'outturn';
/** Recovery after a crash can take a while; a server that lives is waited for. */
const START_PATIENCE_MS = 120_000;
const PORT_TRIES = 5;

interface Place {
  readonly folder: string;
  readonly user: PostgresUser | null;
  readonly binaries: PostgresBinaries;
  readonly options: EmbeddedPostgresOptions;
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly isOwner: boolean;
}

/**
 * Starts the built-in PostgreSQL on 127.0.0.1, or joins the one another Outturn process has running on the same data.
 * The server is a process of its own, outside the terminal's process group: Ctrl-C reaches the caller, who drains first
 * and then calls stop(). A server that outlived a crash of its owner is taken over.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const wanted = path.resolve(options.dataDir);
  const user = choosePostgresUser(path.join(wanted, 'cluster'));
  const folder = prepareDataFolder(wanted, user, options.log);
  const binaries = preparePostgresBinaries(user, SYSTEM_FOLDER, options.log);
  const place = { folder, user, binaries, options };
  const { state, running } = await withStartLock(folder, () => startOrJoin(place));
  return handleOf(place, state, running);
}

async function startOrJoin(place: Place): Promise<{ state: PostgresState; running: Running }> {
  const state = readPostgresState(place.folder);
  const joined = await joinRunningServer(place, state);
  if (joined !== null) return { state, running: joined };
  if (!hasCluster(place.folder)) {
    // The password is written first: a cluster whose password nobody knows is lost.
    writePostgresState(place.folder, state);
    initialiseCluster(place, state.password);
  }
  return { state, running: await startServer(place, state) };
}

async function joinRunningServer(place: Place, state: PostgresState): Promise<Running | null> {
  const cluster = path.join(place.folder, 'cluster');
  const lockFile = path.join(cluster, 'postmaster.pid');
  const pid = findPostmaster(cluster);
  if (pid === null) {
    if (fs.existsSync(lockFile)) {
      place.options.log('The database was not shut down properly; it recovers.');
      // PostgreSQL refuses to start when the id in its lock file lives again as another program of the same user.
      fs.rmSync(lockFile);
    }
    return null;
  }
  const port = Number.parseInt(fs.readFileSync(lockFile, 'utf8').split('\n')[3] ?? '', 10);
  if (!(await waitUntilReady(state.password, port, () => isAlive(pid)))) return null;
  if (isOwnerAlive(state)) return { pid, port, isOwner: false };
  place.options.log('The database was still running after a crash; it is taken over.');
  rememberStart(place.folder, state, port);
  return { pid, port, isOwner: true };
}

function initialiseCluster(place: Place, password: string): void {
  const passwordFile = path.join(place.folder, 'cluster.password');
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.user !== null) fs.chownSync(passwordFile, place.user.uid, place.user.gid);
  const flags = [
    `--pgdata=${path.join(place.folder, 'cluster')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of text on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(place.options.durable === false ? ['--no-sync'] : []),
  ];
  const run = spawnSync(place.binaries.initdb, flags, { ...asUser(place.user), encoding: 'utf8' });
  fs.rmSync(passwordFile, { force: true });
  if (run.status === 0) return;
  const why = run.error?.message ?? lastLineOf(run.stderr);
  throw new EmbeddedPostgresError(`The database in ${place.folder} could not be created: ${why}`);
}

async function startServer(place: Place, state: PostgresState): Promise<Running> {
  let port = place.options.port ?? (await findPort(state.port));
  for (let attempt = 1; ; attempt++) {
    const child = spawnServer(place, port);
    if (
      await waitUntilReady(state.password, port, () => child.exitCode === null && child.pid !== undefined)
    ) {
      rememberStart(place.folder, state, port);
      return { pid: child.pid ?? 0, port, isOwner: true };
    }
    const isStillThere = child.exitCode === null && child.pid !== undefined;
    if (isStillThere) await stopPostmaster(child.pid ?? 0);
    const lines = readLog(place.folder);
    const isPortTaken = lines.some((line) => line.includes('could not bind'));
    if (!isPortTaken || place.options.port !== undefined || attempt === PORT_TRIES)
      throw new EmbeddedPostgresError(
        isStillThere
          ? `The database in ${place.folder} did not answer within ${String(START_PATIENCE_MS / 1000)} s.`
          : `The database in ${place.folder} does not start: ${reasonIn(lines)}`,
      );
    port = await findPort(null);
  }
}

function spawnServer(place: Place, port: number): ChildProcess {
  const isDurable = place.options.durable !== false;
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${String(port)}`,
    // Only TCP with a password: a socket in /tmp would be open to every user of the machine.
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=100',
    ...(isDurable
      ? []
      : [
          'fsync=off',
          'synchronous_commit=off',
          'full_page_writes=off',
          'wal_level=minimal',
          // Several processes, each with many databases open at a time.
          'max_connections=300',
          'max_wal_senders=0',
        ]),
  ];
  const logFile = path.join(place.folder, 'postgres.log');
  if (fs.existsSync(logFile)) fs.renameSync(logFile, `${logFile}.1`);
  const log = fs.openSync(logFile, 'w', 0o600);
  const args = ['-D', path.join(place.folder, 'cluster'), ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn(place.binaries.postgres, args, {
    ...asUser(place.user),
    // A session of its own: Ctrl-C on the terminal does not reach the server before the api has drained.
    detached: isDurable,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
}

function handleOf(place: Place, state: PostgresState, running: Running): EmbeddedPostgres {
  const urlFor = (database: string) =>
    `postgresql://${SUPERUSER}:${state.password}@127.0.0.1:${String(running.port)}/${encodeURIComponent(database)}`;
  // The last chance when the process ends without stop(): the signal is enough for an orderly shutdown.
  const stopAtExit = () => {
    if (isAlive(running.pid)) process.kill(running.pid, 'SIGINT');
  };
  if (running.isOwner) process.once('exit', stopAtExit);
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    if (!running.isOwner) return;
    await withStartLock(place.folder, async () => {
      await stopPostmaster(running.pid);
      writePostgresState(place.folder, { ...state, port: running.port, owner: null });
    });
    process.off('exit', stopAtExit);
  };
  return {
    ...running,
    dataDir: place.folder,
    adminUrl: urlFor('postgres'),
    urlFor,
    createDatabaseIfMissing: (name) => createDatabaseIfMissing(urlFor('postgres'), name),
    stop: () => (stopping ??= stop()),
  };
}

/** Creates a database on the server behind `adminUrl` unless it is there; says whether it was created. */
export async function createDatabaseIfMissing(adminUrl: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0`);
    return true;
  } catch (error) {
    // 42P04 and, when two create at the same instant, 23505 of pg_database's own index.
    if (codeOf(error) === '42P04' || codeOf(error) === '23505') return false;
    throw error;
  } finally {
    await client.end();
  }
}

function rememberStart(folder: string, state: PostgresState, port: number): void {
  writePostgresState(folder, { password: state.password, port, owner: identityOf(process.pid) });
}

async function waitUntilReady(password: string, port: number, lives: () => boolean): Promise<boolean> {
  const until = performance.now() + START_PATIENCE_MS;
  while (lives() && performance.now() < until) {
    if (await answers(password, port)) return true;
    await sleep(30);
  }
  return false;
}

async function answers(password: string, port: number): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The remembered port while nobody else has taken it, else a free one. */
async function findPort(remembered: number | null): Promise<number> {
  if (remembered !== null && (await tryListen(remembered)) !== null) return remembered;
  const free = await tryListen(0);
  if (free === null) throw new EmbeddedPostgresError('There is no free port on 127.0.0.1 for the database.');
  return free;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => {
      resolve(null);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : null);
      });
    });
  });
}

function asUser(user: PostgresUser | null) {
  // Nothing of our own environment: it may hold PG* settings meant for another server.
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return user === null ? { cwd: '/', env } : { cwd: '/', env, uid: user.uid, gid: user.gid };
}

function readLog(folder: string): readonly string[] {
  try {
    return fs.readFileSync(path.join(folder, 'postgres.log'), 'utf8').trim().split('\n');
  } catch (error) {
    return [messageOf(error)];
  }
}

function reasonIn(lines: readonly string[]): string {
  return lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.slice(-3).join(' ');
}

function lastLineOf(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
