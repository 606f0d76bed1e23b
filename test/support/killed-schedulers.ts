import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const CHILD = path.resolve('test/faults/digest-child.mjs');
/** How many of those who have digests to build are killed at it. */
const KILLED = 0.12;
/** A digest takes some tens of milliseconds: a kill in these hits any part of the first few. */
const WITHIN_MS = 120;

interface Scheduler {
  readonly process: ChildProcess;
  readonly lines: Interface;
}

/** Schedulers in processes of their own, which look when they are told to, and are killed by the operating system. */
export class KilledSchedulers {
  /** Of processes that had work in hand. */
  kills = 0;
  private schedulers: Scheduler[] = [];

  constructor(
    private readonly databaseUrl: string,
    private readonly random: () => number,
  ) {}

  async start(count: number): Promise<void> {
    this.schedulers = await Promise.all(Array.from({ length: count }, () => this.spawn()));
  }

  /** All look at one instant. Of those with work in hand some are killed, and others take their place. True where any was. */
  async look(at: Date, mayKill: boolean): Promise<boolean> {
    const before = this.kills;
    this.schedulers = await Promise.all(
      this.schedulers.map(async (one) => {
        const isAlive = await this.lookWith(one, at, mayKill);
        return isAlive ? one : this.spawn();
      }),
    );
    return this.kills > before;
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.schedulers.map(async ({ process }) => {
        const ended = once(process, 'exit');
        process.stdin?.end();
        await ended;
      }),
    );
  }

  /** False where it was killed before it had looked. */
  private async lookWith({ process, lines }: Scheduler, at: Date, mayKill: boolean): Promise<boolean> {
    const isDoomed = mayKill && this.random() < KILLED;
    const moment = this.random() * WITHIN_MS;
    return new Promise((resolve, reject) => {
      let isHunted = false;
      const onLine = (line: string) => {
        if (isDoomed && /^promised [1-9]/.test(line)) {
          isHunted = true;
          void sleep(moment).then(() => process.kill('SIGKILL'));
        }
        // Who was sentenced is killed after the work at the latest.
        if (line === 'looked' && !isHunted) end(() => resolve(true));
      };
      const onExit = (_code: number | null, signal: string | null) => {
        end(() => {
          if (signal !== 'SIGKILL') return reject(new Error('a scheduler has ended by itself'));
          this.kills += 1;
          resolve(false);
        });
      };
      const end = (then: () => void) => {
        lines.off('line', onLine);
        process.off('exit', onExit);
        then();
      };
      lines.on('line', onLine);
      process.once('exit', onExit);
      process.stdin?.write(`${at.toISOString()}\n`);
    });
  }

  private async spawn(): Promise<Scheduler> {
    const child = spawn(process.execPath, [CHILD, this.databaseUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (child.stdout === null) throw new Error('a child without a voice');
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    return { process: child, lines };
  }
}
