import net from 'node:net';
import { type PartialConfig, processEnvironment, readPartialConfig } from '#platform/config';
import { hasPeople } from '#platform/db';
import { PlainError, toLine } from '../plain-error.js';
import { DataFolder } from '../service/data-folder.js';
import { type DatabaseHost, openDatabaseHost } from '../service/database-host.js';
import { ensureInstallation } from '../service/ensure-installation.js';
import { type EntryLink, makeEntryLink } from './entry-link.js';
import { Supervisor } from './supervisor.js';

export interface StartOptions {
  /** Told on the command line; undefined lets the data decide. */
  readonly demo: boolean | undefined;
}

type Mode = 'real' | 'demo';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** `outturn start`: database, migrations, api and worker, until Ctrl-C. */
export async function start(options: StartOptions): Promise<void> {
  const settings = readPartialConfig(processEnvironment());
  const folder = new DataFolder(settings.dataFolder);
  folder.prepare();
  await refuseSecondStart(settings, folder);
  const host = await openDatabaseHost(settings, say);
  try {
    let mode: Mode | null = await chooseMode(options, settings, folder, host);
    while (mode !== null) mode = await runUntilStopped(mode, settings, folder, host);
  } catch (error) {
    // Said before the database goes away: what breaks then would hide it.
    process.stderr.write(`${toLine(error)}\n`);
    process.exitCode = 1;
  } finally {
    folder.removeRuntime();
    await host.stop();
    say('Stopped.');
  }
}

/** Runs one installation; returns the other mode when the demo is left, null when it is to end. */
async function runUntilStopped(
  mode: Mode,
  settings: PartialConfig,
  folder: DataFolder,
  host: DatabaseHost,
): Promise<Mode | null> {
  const databaseUrl = host.urlFor(mode);
  const secret = settings.secret ?? folder.ensureSecret();
  const config = { ...settings, mode, databaseUrl, secret };
  const setUp = async () => {
    await host.prepare(mode);
    await ensureInstallation(databaseUrl, mode);
  };
  await setUp();
  if (mode === 'demo') {
    const { hasHalfDemo, seedDemo } = await import('../demo/seed-demo.js');
    if (await hasHalfDemo(databaseUrl)) {
      say('The demo was left half made; making it anew.');
      await host.dropDemo();
      await setUp();
    }
    await seedDemo(config, say);
  }
  const supervisor = new Supervisor(config, processEnvironment());
  try {
    // Both at once: the link needs the use cases, and loading them takes as long as a child does.
    const [entry] = await Promise.all([makeEntryLink(config), supervisor.start()]);
    folder.writeRuntime({ pid: process.pid, address: settings.baseUrl, databaseUrl, mode });
    announce(config, entry);
    const ending = await supervisor.waitForEnd();
    if (ending !== 'leave-demo') return null;
    folder.writeChoices({ hasLeftDemo: true });
    say('The demo closes; your own installation opens.');
    return 'real';
  } finally {
    await supervisor.stop();
  }
}

/** The demo is for who has nothing yet; whoever has left it, or brought a database, is not sent back. */
async function chooseMode(
  options: StartOptions,
  settings: PartialConfig,
  folder: DataFolder,
  host: DatabaseHost,
): Promise<Mode> {
  if (options.demo !== undefined) return options.demo ? 'demo' : 'real';
  if (settings.databaseUrl !== null || folder.readChoices().hasLeftDemo) return 'real';
  return (await hasPeople(host.urlFor('real'))) ? 'real' : 'demo';
}

function announce(config: Parameters<typeof makeEntryLink>[0], entry: EntryLink | null): void {
  say('');
  say(
    `Outturn is ready: ${config.baseUrl}/${config.mode === 'demo' ? '  (demo: sample texts, the clock stands in March 2022)' : ''}`,
  );
  if (entry !== null) say(`${entry.words}: ${entry.link}`);
  say('Ctrl-C stops it.');
}

/** Said before anything is started, in one line. */
async function refuseSecondStart(settings: PartialConfig, folder: DataFolder): Promise<void> {
  const running = folder.findRuntime();
  if (running !== null)
    throw new PlainError(
      `Outturn is running on this data already (process ${String(running.pid)}, ${running.address}). Stop it first, or choose another folder: OUTTURN_DATA=/path/to/folder`,
    );
  await new Promise<void>((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(new PlainError(portFault(error, settings)));
    });
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()));
  });
}

function portFault(error: NodeJS.ErrnoException, { port, host }: PartialConfig): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${String(port)} on ${host} is taken by another program. Stop it, or choose another: PORT=${String(port + 1)}`;
  if (error.code === 'EACCES')
    return `This user may not listen on port ${String(port)}. Choose one above 1023: PORT=3000`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `This machine has no address ${host}. Set HOST=127.0.0.1 or HOST=0.0.0.0`;
  return toLine(error);
}
