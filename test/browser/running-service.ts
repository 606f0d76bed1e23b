import { type ChildProcess, execFile } from 'node:child_process';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { MAIN, startOutturn } from '../support/start-outturn.js';
import { copyDemo, makeDataFolder } from './demo-folder.js';

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
    const started = await startOutturn(folder, args, settings);
    return new RunningService(started.address, started.entryLink, started.process, folder, settings);
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
