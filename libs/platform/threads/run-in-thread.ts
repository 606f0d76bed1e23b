import { Worker } from 'node:worker_threads';

/** Runs the module with the task in a thread and resolves to its first message. Throws where it ends without one. */
export function runInThread<Answer>(entry: URL, task: unknown, doing: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After an answer this changes nothing.
    worker.once('exit', (code) => {
      reject(new Error(`The thread that ${doing} ended with ${String(code)} and no answer.`));
    });
  });
}
