import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';

/** The built command. Tests and measurements run from the root of the project. */
export const MAIN = path.resolve('dist/apps/cli/main.js');
/** Filling the demo plays four months through the real services. */
const START_BOUND_MS = 180_000;

export interface StartedOutturn {
  readonly process: ChildProcess;
  readonly address: string;
  /** The link the terminal shows, to sign in with. */
  readonly entryLink: string;
}

/**
 * `outturn start` as a person runs it, with the data in `folder`, on a free port; resolves once it says how to end it.
 *
 * @param settings environment variables besides those of every run
 */
export async function startOutturn(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedOutturn> {
  const port = await freePort();
  const child = spawn(process.execPath, [MAIN, 'start', ...args], {
    env: {
      ...process.env,
      OUTTURN_DATA: folder,
      PORT: String(port),
      DATABASE_URL: '',
      REDIS_URL: '',
      SMTP_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const entryLink = await readEntryLink(child);
    return { process: child, address: `http://127.0.0.1:${String(port)}`, entryLink };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function readEntryLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      reject(new Error(`not ready: ${said}`));
    }, START_BOUND_MS);
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const link = /(http:\/\/\S+token=\S+)/.exec(said)?.[1];
      if (link === undefined || !said.includes('Ctrl-C')) return;
      clearTimeout(timer);
      resolve(link);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${String(code)}: ${said}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
