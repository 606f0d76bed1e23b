import { Injectable } from '@nestjs/common';
import { extractCandidates } from '#core/extraction';
import type { Candidate } from '#core/extraction';
import { runInThread } from './run-in-thread.js';

type Arguments = Parameters<typeof extractCandidates>;

/** What a thread is told. */
export interface ExtractionTask {
  readonly text: Arguments[0];
  readonly meta: Arguments[1];
  readonly options: NonNullable<Arguments[2]>;
}

/** Up to so many characters (some 25 pages) a text is read in a blink; a thread would take longer to start. */
const AT_ONCE = 60_000;
/** Built beside this file; where sources run unbuilt (Jest) there is none, and texts are read at once. */
const ENTRY = import.meta.url.endsWith('.ts') ? null : new URL('./extraction-worker.js', import.meta.url);

/** Reads texts without keeping the process from its other work: long ones in a thread, one after the other. */
@Injectable()
export class ExtractionThread {
  private lastInLine: Promise<unknown> = Promise.resolve();

  /** @param entry the module a thread runs; it is handed an `ExtractionTask` and answers with candidates */
  constructor(private readonly entry: URL | null = ENTRY) {}

  /** As `extractCandidates`. Throws where the thread ends without an answer. */
  async extract(task: ExtractionTask): Promise<Candidate[]> {
    const { entry } = this;
    if (task.text.length <= AT_ONCE || entry === null)
      return extractCandidates(task.text, task.meta, task.options);
    // One thread at a time bounds the memory: each has the model of the language to itself.
    const answer = this.lastInLine.then(() => runInThread<Candidate[]>(entry, task, 'reads texts'));
    this.lastInLine = answer.catch(() => undefined);
    return answer;
  }
}
