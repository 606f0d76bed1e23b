import { type ChildProcess, execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { copyDemo, makeDataFolder } from './demo-folder.js';

const ROOT = path.resolve(__dirname, '..', '..');
const MAIN = path.join(ROOT, 'dist/apps/cli/main.js');
/** Filling the demo plays four months through the real services. */
const START_BOUND_MS = 180_000;

/** `outturn start` as a person runs it, on a port and a folder of its own. */
export class RunningService {
  private constructor(
    readonly address: string,
    /** The link the terminal shows, to sign in with. */
    readonly entryLink: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /**
   * With `--demo` on a copy of the demo that this run of Jest has filled once.
   *
   * @param settings environment variables besides those of every run
   */
  static async start(
    args: readonly string[] = [],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<RunningService> {
    const folder = makeDataFolder('outturn-browser-');
    if (args.includes('--demo'))
      await copyDemo(folder, async (template) => {
        const code = await (await RunningService.startIn(template, args, settings)).end();
        if (code !== 0) throw new Error(`The demo's first start ended with ${String(code)}.`);
      });
    return RunningService.startIn(folder, args, settings);
  }

  private static async startIn(
    folder: string,
    args: readonly string[],
    settings: Readonly<Record<string, string>>,
  ): Promise<RunningService> {
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
      const link = await readEntryLink(child);
      return new RunningService(`http://127.0.0.1:${String(port)}`, link, child, folder, settings);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Runs a command beside it, as a person in another terminal; resolves with what it printed. */
  async command(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], {
      env: { ...process.env, OUTTURN_DATA: this.folder, DATABASE_URL: '', REDIS_URL: '', ...this.settings },
    });
    return stdout;
  }

  /** Ctrl-C; resolves with the exit code. Its data is thrown away. */
  async stop(): Promise<number | null> {
    const code = await this.end();
    fs.rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  private async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGINT');
    return ended;
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
