import { useSyncExternalStore } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { toBase64 } from './given.js';

/** How far the files of a batch are sent from this page. */
export interface Upload {
  readonly sent: number;
  readonly total: number;
  /** Names of files that could not be opened or sent. */
  readonly lost: readonly string[];
  readonly isOver: boolean;
}

const AT_ONCE = 2;
const TRIES = 3;
const WAIT_MS = 1_500;

// Outside of React: files go on being sent while somebody looks at another page.
let uploads: Readonly<Record<string, Upload>> = {};
const listeners = new Set<() => void>();

function change(batchId: string, to: (upload: Upload) => Upload): void {
  const before = uploads[batchId] ?? { sent: 0, total: 0, lost: [], isOver: false };
  uploads = { ...uploads, [batchId]: to(before) };
  for (const listener of listeners) listener();
}

export function useUpload(batchId: string): Upload | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads[batchId] ?? null,
  );
}

/** Leaving would lose what is not sent yet: the browser asks. */
const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** Sends the files of a batch, a few at a time; stops where the batch is called off. */
export async function sendFiles(
  batch: Schemas['IntakeBatch'],
  files: ReadonlyMap<number, File>,
): Promise<void> {
  const waiting = [...files];
  change(batch.id, () => ({ sent: 0, total: files.size, lost: [], isOver: false }));
  window.addEventListener('beforeunload', warn);
  const send = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, file] = next;
      const end = await sendFile(batch.id, number, file);
      if (end === 'lost') change(batch.id, (at) => ({ ...at, lost: [...at.lost, file.name] }));
      else change(batch.id, (at) => ({ ...at, sent: at.sent + 1 }));
      if (end === 'cancelled') waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  window.removeEventListener('beforeunload', warn);
  change(batch.id, (at) => ({ ...at, isOver: true }));
}

async function sendFile(id: string, number: number, file: File): Promise<'sent' | 'lost' | 'cancelled'> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      const base64 = await toBase64(file);
      const { state } = await ask(
        api.PUT('/api/v1/intake/batches/{id}/files/{number}', {
          params: { path: { id, number } },
          body: { base64 },
        }),
      );
      return state === 'cancelled' ? 'cancelled' : 'sent';
    } catch (error) {
      const isRefused = error instanceof ProblemError && error.status >= 400 && error.status < 429;
      if (isRefused || !(error instanceof ProblemError)) return 'lost';
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
  return 'lost';
}
