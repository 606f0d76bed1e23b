import { describeError } from './job-error.js';

const QUIET_MS = 60_000;

interface Lines {
  warn(line: string): void;
  log(line: string): void;
}

/** Says once that something is away and once that it is back, however often it was tried in between. */
export class OutageLog {
  private lastAt: number | null = null;
  private count = 0;

  constructor(
    private readonly what: string,
    private readonly lines: Lines,
    /** Milliseconds of any clock that only goes forward. */
    private readonly elapsedMs: () => number = () => performance.now(),
  ) {}

  failed(error: unknown): void {
    const at = this.elapsedMs();
    const isNew = this.lastAt === null || at - this.lastAt > QUIET_MS;
    this.lastAt = at;
    this.count = isNew ? 1 : this.count + 1;
    if (isNew) this.lines.warn(`${this.what} is away, trying on: ${describeError(error)}`);
  }

  recovered(): void {
    if (this.lastAt === null) return;
    this.lines.log(`${this.what} is back after ${String(this.count)} failed attempts`);
    this.lastAt = null;
  }
}
