import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '#platform/db';
import { PlainError } from '../plain-error.js';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 35_000;

interface ChildMessage {
  readonly type: 'ready' | 'leave-demo';
}

/** One of the two processes `start` looks after. */
export class Child {
  private process: ChildProcess | null = null;
  private isStopping = false;

  constructor(
    readonly name: 'api' | 'worker',
    private readonly env: NodeJS.ProcessEnv,
    private readonly on: {
      readonly exit: (child: Child, code: number | null) => void;
      readonly leaveDemo: () => void;
    },
  ) {}

  /** Resolves when the process says that it is ready. Throws PlainError when it ends or stays silent instead. */
  async start(): Promise<void> {
    const entry = path.join(packageRoot(), 'dist', 'apps', this.name, 'main.js');
    // A group of its own: Ctrl-C reaches us, and we stop it in order.
    const child = fork(entry, [], {
      env: this.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new PlainError(`The ${this.name} process did not become ready within a minute. Its log is above.`),
        );
      }, START_PATIENCE_MS);
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new PlainError(`The ${this.name} process could not start (exit code ${String(code)}).`));
      });
      child.on('message', (message: ChildMessage) => {
        if (message.type === 'leave-demo') this.on.leaveDemo();
        if (message.type !== 'ready') return;
        clearTimeout(timer);
        resolve();
      });
    });
    child.removeAllListeners('exit');
    child.once('exit', (code) => {
      this.process = null;
      if (!this.isStopping) this.on.exit(this, code);
    });
  }

  /** Asks the process to finish what it does; one that does not listen is killed. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const child = this.process;
    if (child === null || child.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.connected) child.send({ type: 'stop' });
    else child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await gone;
    clearTimeout(timer);
  }
}
