import { withoutPasswords } from '../logging/index.js';
import { describeError } from './job-error.js';

const QUIET_MS = 60_000;

interface Lines {
  warn(line: string): void;
  log(line: string): void;
}

/** Says once that something fails and once that it works again, however often it was tried in between. */
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
    if (isNew) this.lines.warn(`${this.what} fails, trying on: ${withoutPasswords(describeError(error))}`);
  }

  recovered(): void {
    if (this.lastAt === null) return;
    this.lines.log(`${this.what} works again after ${String(this.count)} failed attempts`);
    this.lastAt = null;
  }
}
