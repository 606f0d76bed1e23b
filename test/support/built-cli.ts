import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MAIN } from './start-outturn.js';

/** What a command said, and how it ended. */
export interface Said {
  readonly code: number;
  /** Its lines of JSON. */
  readonly lines: readonly Record<string, unknown>[];
  readonly talk: string;
}

/** The built `outturn` in a terminal beside a running service, which it finds by the data folder. */
export class BuiltCli {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outturn-cli-'));

  /** @param databaseUrl of the service; it runs in this process */
  constructor(databaseUrl: string, address: string) {
    if (!fs.existsSync(MAIN)) throw new Error('Not built. Run: node tools/build.mjs server');
    const runtime = { pid: process.pid, address, databaseUrl, mode: 'real' };
    fs.writeFileSync(path.join(this.folder, 'runtime.json'), JSON.stringify(runtime));
  }

  /** Puts a file where its commands run. */
  write(name: string, bytes: Buffer | string): string {
    const file = path.join(this.folder, name);
    fs.writeFileSync(file, bytes);
    return file;
  }

  run(...args: readonly string[]): Promise<Said> {
    return new Promise((resolve) => {
      const env = { PATH: process.env['PATH'], OUTTURN_DATA: this.folder };
      execFile(process.execPath, [MAIN, ...args], { env, cwd: this.folder }, (error, stdout, stderr) => {
        const lines = stdout.split('\n').filter((line) => line !== '');
        resolve({
          code: error === null ? 0 : Number(error.code),
          lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
          talk: stderr,
        });
      });
    });
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
