import type { OutageLog } from './outage-log.js';

export interface RepeatedTaskOptions {
  readonly everyMs: number;
  /** The longest wait between attempts while `step` fails; it starts at `everyMs` and doubles. */
  readonly maxBackoffMs: number;
  /** One round; true when there is more to do at once. */
  readonly step: () => Promise<boolean>;
  readonly outages: OutageLog;
}

/** Does one thing again and again, never twice at the same time, more slowly while it fails. */
export class RepeatedTask {
  private isStopped = true;
  private running: Promise<void> = Promise.resolve();
  private wakeUp: (() => void) | null = null;
  private isWoken = false;

  constructor(private readonly options: RepeatedTaskOptions) {}

  start(): void {
    if (!this.isStopped) return;
    this.isStopped = false;
    this.running = this.loop();
  }

  /** Cuts the present wait short. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp?.();
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    let failures = 0;
    while (!this.isStopped) {
      this.isWoken = false;
      try {
        const hasMore = await this.options.step();
        if (failures > 0) this.options.outages.recovered();
        failures = 0;
        if (hasMore) continue;
      } catch (error) {
        failures += 1;
        this.options.outages.failed(error);
      }
      await this.pause(
        Math.min(this.options.maxBackoffMs, this.options.everyMs * 2 ** Math.min(failures, 12)),
      );
    }
  }

  private pause(ms: number): Promise<void> {
    if (this.isWoken || this.isStopped) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.wakeUp = null;
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.wakeUp = end;
    });
  }
}
