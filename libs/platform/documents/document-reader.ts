import os from 'node:os';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { GivenDocument, PagesDone, ReadDocument } from './document.js';
import { MAX_DOCUMENT_BYTES } from './document.js';
import { DocumentFailure } from './document-failure.js';
import { readDocument } from './read-document.js';
import { READING_LIMITS, type ReadingLimits, ReadingProcess } from './reading-process.js';

/** Built beside this file; where sources run unbuilt (Jest) there is none, and documents are read in this process. */
const ENTRY = import.meta.url.endsWith('.ts') ? null : new URL('./document-child.js', import.meta.url);
/** One process leaves the other core to whoever else wants something. */
const PROCESSES = Math.max(1, Math.min(2, os.availableParallelism() - 1));
/** Each waits with its bytes in memory. */
const WAITING_AT_MOST = 60;

/**
 * Reads documents of strangers, in processes of their own: with an end to time, memory and size, without settings,
 * secrets or connections. What goes wrong in there costs one document.
 */
@Injectable()
export class DocumentReader implements OnApplicationShutdown {
  private readonly idle: ReadingProcess[] = [];
  private readonly waiting: (() => void)[] = [];
  private working = 0;

  /** @param entry the module a process runs; it is sent a `GivenDocument` and answers with a `ChildAnswer` */
  constructor(
    private readonly entry: URL | null = ENTRY,
    private readonly limits: ReadingLimits = READING_LIMITS,
    private readonly processes = PROCESSES,
  ) {}

  /** Throws a DocumentFailure. */
  async read(given: GivenDocument, onPages?: PagesDone): Promise<ReadDocument> {
    if (given.bytes.length === 0) throw new DocumentFailure('EMPTY');
    if (given.bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentFailure('TOO_LARGE');
    const { entry } = this;
    if (entry === null) return readDocument(given, onPages);
    await this.takeTurn();
    const process = this.idle.pop() ?? new ReadingProcess(entry, this.limits);
    try {
      return await process.read(given, onPages);
    } finally {
      if (process.isUsable) this.idle.push(process);
      else process.end();
      this.passTurn();
    }
  }

  onApplicationShutdown(): void {
    for (const process of this.idle.splice(0)) process.end();
  }

  private async takeTurn(): Promise<void> {
    if (this.working < this.processes) {
      this.working += 1;
      return;
    }
    if (this.waiting.length >= WAITING_AT_MOST)
      throw new DocumentFailure(
        'TOO_COSTLY',
        'Many documents are being read already. Try again in a minute.',
      );
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private passTurn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.working -= 1;
    else next();
  }
}
