import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ChildAnswer, LastAnswer } from './document-child.js';
import type { GivenDocument, PagesDone, ReadDocument } from './document.js';
import { DocumentFailure } from './document-failure.js';

/** What one document may cost. */
export interface ReadingLimits {
  /** From being handed over to the answer; a process that computes all the time has had no more processor time. */
  readonly timeMs: number;
  /** Of the JavaScript heap. */
  readonly heapMb: number;
  /** Of the whole process, buffers included; looked at where the system tells (Linux). */
  readonly memoryMb: number;
}

export const READING_LIMITS: ReadingLimits = { timeMs: 25_000, heapMb: 512, memoryMb: 1_000 };
const LOOK_MS = 100;
/** Memory of what was read before is given back by a new process. */
const DOCUMENTS_AT_MOST = 100;
const PAGE_BYTES = 4_096;

/** One process that reads documents, one at a time. It knows no settings and no secrets, and ends with its parent. */
export class ReadingProcess {
  private readonly child: ChildProcess;
  private readSoFar = 0;
  private isOver = false;

  constructor(
    entry: URL,
    private readonly limits: ReadingLimits,
  ) {
    this.child = fork(fileURLToPath(entry), [], {
      env: {},
      execArgv: [`--max-old-space-size=${String(limits.heapMb)}`, '--no-warnings'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('exit', () => {
      this.isOver = true;
    });
    this.child.on('error', () => {
      this.isOver = true;
    });
    this.rest();
  }

  /** Whether it can take another document. */
  get isUsable(): boolean {
    return !this.isOver && this.readSoFar < DOCUMENTS_AT_MOST;
  }

  /** Throws a DocumentFailure; TOO_COSTLY where it had to be ended. */
  async read(given: GivenDocument, onPages?: PagesDone): Promise<ReadDocument> {
    this.readSoFar += 1;
    this.child.ref();
    this.child.channel?.ref();
    try {
      const answer = await this.ask(given, onPages);
      if (answer.kind === 'read') return answer.document;
      if (answer.kind === 'refused') throw new DocumentFailure(answer.fault, answer.message);
      throw new DocumentFailure('BROKEN', undefined, { cause: new Error(answer.message) });
    } finally {
      this.rest();
    }
  }

  end(): void {
    this.isOver = true;
    this.child.kill('SIGKILL');
  }

  private ask(given: GivenDocument, onPages?: PagesDone): Promise<LastAnswer> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        settle();
        this.end();
        reject(new DocumentFailure('TOO_COSTLY'));
      };
      const settle = (): void => {
        clearTimeout(clock);
        clearInterval(watch);
        this.child.off('message', onMessage).off('exit', giveUp).off('error', giveUp);
      };
      const onMessage = (message: unknown): void => {
        const told = message as ChildAnswer;
        if (told.kind === 'pages') {
          onPages?.(told.done, told.pages);
          return;
        }
        settle();
        resolve(told);
      };
      const clock = setTimeout(giveUp, this.limits.timeMs);
      const watch = setInterval(() => {
        if (this.residentMb() > this.limits.memoryMb) giveUp();
      }, LOOK_MS);
      this.child.on('message', onMessage).on('exit', giveUp).on('error', giveUp);
      this.child.send(given, (error) => {
        if (error !== null) giveUp();
      });
    });
  }

  private residentMb(): number {
    try {
      const pages = fs.readFileSync(`/proc/${String(this.child.pid)}/statm`, 'utf8').split(' ')[1];
      return (Number(pages) * PAGE_BYTES) / 1_000_000;
    } catch {
      return 0;
    }
  }

  /** A process that waits keeps nobody from ending. */
  private rest(): void {
    this.child.unref();
    this.child.channel?.unref();
  }
}
