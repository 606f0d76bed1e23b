import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from '../plain-error.js';

/** Where a running server can be found; written by `start`, removed when it stops. Readable by its owner only. */
export interface Runtime {
  readonly pid: number;
  readonly address: string;
  readonly databaseUrl: string;
  readonly mode: 'real' | 'demo';
}

/** What people chose for this folder and a restart must remember. */
export interface Choices {
  readonly hasLeftDemo: boolean;
}

/** The folder of an installation: secret, runtime.json, choices, and the embedded database beside them. */
export class DataFolder {
  constructor(readonly folder: string) {}

  /** Throws PlainError when it cannot be made or written to. */
  prepare(): void {
    try {
      makeFolder(this.folder);
      fs.accessSync(this.folder, fs.constants.W_OK);
    } catch {
      throw new PlainError(
        `The data folder ${this.folder} cannot be written to. Choose another: OUTTURN_DATA=/path/to/folder`,
      );
    }
  }

  /** The secret that signs sessions: made once, kept, never printed. */
  ensureSecret(): string {
    const file = path.join(this.folder, 'secret');
    try {
      fs.writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    return fs.readFileSync(file, 'utf8').trim();
  }

  writeRuntime(runtime: Runtime): void {
    this.write('runtime.json', runtime);
  }

  removeRuntime(): void {
    fs.rmSync(path.join(this.folder, 'runtime.json'), { force: true });
  }

  /** The running server, if there is one: a file whose process is gone was left by a crash. */
  findRuntime(): Runtime | null {
    const runtime = this.read<Runtime>('runtime.json');
    return runtime !== null && isAlive(runtime.pid) ? runtime : null;
  }

  readChoices(): Choices {
    return this.read<Choices>('choices.json') ?? { hasLeftDemo: false };
  }

  writeChoices(choices: Choices): void {
    this.write('choices.json', choices);
  }

  private write(name: string, value: unknown): void {
    const file = path.join(this.folder, name);
    // Written beside and renamed: nobody reads half a file.
    fs.writeFileSync(`${file}.new`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
  }

  private read<T>(name: string): T | null {
    try {
      return JSON.parse(fs.readFileSync(path.join(this.folder, name), 'utf8')) as T;
    } catch {
      return null;
    }
  }
}

/** Step by step: Node's own recursive way never returns on file systems that answer ENOENT to every mkdir. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o711 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The system's name for what went wrong, such as EEXIST. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
