import type { Config } from '#platform/config';
import { PlainError } from '../plain-error.js';
import { Child } from './child-process.js';

export type Ending = 'signal' | 'leave-demo' | 'broken';

const RESTART_AFTER_MS = 1_000;
/** A child that ends this often within the span below is not going to stay. */
const RESTARTS_AT_MOST = 5;
const RESTART_SPAN_MS = 5 * 60_000;

/** Starts api and worker, starts them again when they die, and stops them in order. */
export class Supervisor {
  private readonly children: readonly Child[];
  private readonly restarts: number[] = [];
  private end: (ending: Ending) => void = () => undefined;
  private readonly ended = new Promise<Ending>((resolve) => {
    this.end = resolve;
  });
  private isStopping = false;
  private readonly onSignal = () => {
    this.end('signal');
  };

  constructor(config: ConstructorParameters<typeof Config>[0], env: NodeJS.ProcessEnv) {
    const childEnv = {
      ...env,
      OUTTURN_MODE: config.mode,
      DATABASE_URL: config.databaseUrl,
      OUTTURN_SECRET: config.secret,
      OUTTURN_DATA: config.dataFolder,
      BASE_URL: config.baseUrl,
      LOG_LEVEL: env['LOG_LEVEL'] ?? 'warn',
      NODE_ENV: 'production',
      NODE_NO_WARNINGS: '1',
    };
    const on = {
      exit: (child: Child, code: number | null) => void this.restart(child, code),
      leaveDemo: () => {
        this.end('leave-demo');
      },
    };
    this.children = [new Child('worker', childEnv, on), new Child('api', childEnv, on)];
  }

  async start(): Promise<void> {
    process.on('SIGINT', this.onSignal);
    process.on('SIGTERM', this.onSignal);
    await Promise.all(this.children.map((child) => child.start()));
  }

  /** Resolves when somebody wants an end; throws PlainError when the processes cannot be kept alive. */
  async waitForEnd(): Promise<Ending> {
    const ending = await this.ended;
    if (ending === 'broken')
      throw new PlainError('A process ends again and again; its log is above. Stopping.');
    return ending;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    // The api first: what it still takes in, the worker may still carry out.
    for (const child of [...this.children].reverse()) await child.stop();
    process.off('SIGINT', this.onSignal);
    process.off('SIGTERM', this.onSignal);
  }

  private async restart(child: Child, code: number | null): Promise<void> {
    if (this.isStopping) return;
    process.stderr.write(`The ${child.name} process ended (exit code ${String(code)}); starting it again.\n`);
    const now = performance.now();
    this.restarts.push(now);
    if (this.restarts.filter((at) => now - at < RESTART_SPAN_MS).length > RESTARTS_AT_MOST) {
      this.end('broken');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, RESTART_AFTER_MS));
    if (this.isStopping) return;
    try {
      await child.start();
    } catch {
      await this.restart(child, null);
    }
  }
}
