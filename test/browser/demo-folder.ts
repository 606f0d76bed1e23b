import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The environment variable that tells the specs where the demo of this run of Jest is kept. */
const PLACE = 'OUTTURN_TEST_DEMO';
/** Filling the demo plays four months through the real services, beside whatever else runs. */
const PATIENCE_MS = 240_000;

/** Makes the empty folder for the demo of this run: whoever needs it first fills it. */
export function makeDemoFolder(): void {
  process.env[PLACE] = makeDataFolder('outturn-demo-');
}

export function removeDemoFolder(): void {
  const place = process.env[PLACE];
  if (place !== undefined) fs.rmSync(place, { recursive: true, force: true, maxRetries: 3 });
}

/** A folder of this machine's temporary ones that a database can be kept in. */
export function makeDataFolder(prefix: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), prefix));
  // Where root runs this, the database runs as another user, who must be able to enter.
  fs.chmodSync(folder, 0o711);
  return folder;
}

/**
 * Puts the data of a filled demo, of which no server runs, into `folder`. Who comes first fills it, by `fill`; all
 * others wait for that and get a copy. Each copy has the secret and the password of the first, and a port of its own.
 */
export async function copyDemo(folder: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const place = process.env[PLACE];
  if (place === undefined) throw new Error('No folder was made for the demo.');
  if (isFirst(place)) await fillOnce(place, fill);
  const filled = path.join(place, 'filled');
  const until = performance.now() + PATIENCE_MS;
  while (!fs.existsSync(filled)) {
    if (fs.existsSync(path.join(place, 'failed'))) throw new Error('Another spec could not fill the demo.');
    if (performance.now() > until) throw new Error('Waited in vain for another spec to fill the demo.');
    await sleep(100);
  }
  // Keeps owners, which Node's own copying does not.
  execFileSync('cp', ['-a', `${filled}/.`, folder]);
  forgetPort(path.join(folder, 'postgres', 'server.json'));
}

function isFirst(place: string): boolean {
  try {
    fs.mkdirSync(path.join(place, 'taken'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function fillOnce(place: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const unfinished = path.join(place, 'unfinished');
  fs.mkdirSync(unfinished, { mode: 0o711 });
  try {
    await fill(unfinished);
    fs.renameSync(unfinished, path.join(place, 'filled'));
  } catch (error) {
    fs.writeFileSync(path.join(place, 'failed'), '');
    throw error;
  }
}

/** Two servers with one password must not meet at one port: who asks for the one would be let in by the other. */
function forgetPort(file: string): void {
  const state = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  // Written over, not anew: it keeps its owner.
  fs.writeFileSync(file, JSON.stringify({ ...state, port: null }));
}
