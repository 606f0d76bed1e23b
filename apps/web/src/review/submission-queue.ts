import { useSyncExternalStore } from 'react';
import { api, ask, type Schemas } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import { dropLease, keepLease, monotonicMs } from './use-lease.js';

/** Undo is the time before an answer is sent; afterwards only a lead can reopen. */
export const UNDO_MS = 8_000;

export type SubmitResult = 'waiting' | 'agreed' | 'split' | 'recheck' | 'retest';

export interface Submission {
  readonly propositionId: string;
  readonly statement: string;
  readonly body: Schemas['ReviewInput'];
  readonly onSent: (result: SubmitResult) => void;
  readonly onFailed: (error: unknown) => void;
  readonly sendsAtMs: number;
}

// Outside of React: the answer must go out although the form that made it is long gone.
let waiting: Submission | null = null;
let timer = 0;
const listeners = new Set<() => void>();

function set(next: Submission | null): void {
  waiting = next;
  for (const listener of listeners) listener();
}

export function useWaitingSubmission(): Submission | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting,
  );
}

export const waitingPropositionId = () => waiting?.propositionId ?? null;

/** Puts an answer in the queue; one that still waits there goes out at once. */
export function submitLater(submission: Omit<Submission, 'sendsAtMs'>): void {
  sendNow();
  keepLease(submission.body.leaseId);
  set({ ...submission, sendsAtMs: monotonicMs() + UNDO_MS });
  timer = window.setTimeout(sendNow, UNDO_MS);
}

export function undoSubmission(): Submission | null {
  const undone = waiting;
  window.clearTimeout(timer);
  if (undone !== null) dropLease(undone.body.leaseId);
  set(null);
  return undone;
}

/** Sends what waits. `keepalive` lets it arrive although the page is being closed. */
export function sendNow(): void {
  const submission = waiting;
  if (submission === null) return;
  window.clearTimeout(timer);
  set(null);
  sendAnswer(submission)
    .then(
      (answer) => {
        submission.onSent(answer.round);
      },
      (error: unknown) => {
        submission.onFailed(error);
      },
    )
    .finally(() => dropLease(submission.body.leaseId));
}

function post({ propositionId }: Submission, body: Submission['body']) {
  return ask(
    api.POST('/api/v1/propositions/{id}/reviews', {
      params: { path: { id: propositionId } },
      body,
      keepalive: true,
    }),
  );
}

/** Where the lease ran out meanwhile it is taken again: what was typed is not lost to the clock. */
async function sendAnswer(submission: Submission) {
  const { propositionId, body } = submission;
  try {
    return await post(submission, body);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'REVIEW.LEASE_EXPIRED') throw error;
    const { leaseId } = await ask(
      api.POST('/api/v1/propositions/{id}/lease', {
        params: { path: { id: propositionId } },
        keepalive: true,
      }),
    );
    return post(submission, { ...body, leaseId });
  }
}

window.addEventListener('pagehide', sendNow);
