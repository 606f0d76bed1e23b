import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A process's id together with its start time where /proc knows it, so that a reused id is not mistaken for the process
 * that had it before. Null when there is no such process.
 */
export function identityOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The name in brackets may hold spaces; fields are counted after it. Start time is field 22 of all.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null;
    return `${String(pid)}:${fields[19] ?? ''}`;
  } catch {
    return String(pid);
  }
}

/** Process id of the server that holds a cluster's lock file and still runs in that cluster, or null. */
export function findPostmaster(clusterDir: string): number | null {
  const lockFile = path.join(clusterDir, 'postmaster.pid');
  if (!fs.existsSync(lockFile)) return null;
  const pid = Number.parseInt(fs.readFileSync(lockFile, 'utf8'), 10);
  if (!Number.isInteger(pid) || pid <= 0 || identityOf(pid) === null) return null;
  return runsElsewhere(pid, clusterDir) ? null : pid;
}

/** After a crash the id in the lock file may belong to some other program; a server's working directory is its cluster. */
function runsElsewhere(pid: number, clusterDir: string): boolean {
  try {
    return fs.readlinkSync(`/proc/${String(pid)}/cwd`) !== fs.realpathSync(clusterDir);
  } catch {
    return false;
  }
}

/** Waits until a process is gone; false when it is still there after the time. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (identityOf(pid) !== null) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Ends a server: fast shutdown (sessions are cut, everything is on disk), after 30 s an immediate one. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForExit(pid, patienceMs)) return;
  }
}
