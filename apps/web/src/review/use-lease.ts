import { useEffect, useState } from 'react';
import { api, ask, askWhole } from '../api/client.js';

export type LeaseState =
  | { readonly kind: 'taking' }
  | { readonly kind: 'held'; readonly leaseId: string; readonly endsAtMs: number }
  | { readonly kind: 'failed'; readonly error: unknown };

const WHOLE_LEASE_MS = 20 * 60_000;
const RENEW_BELOW_MS = 12 * 60_000;
const RENEW_AT_MOST_EVERY_MS = 60_000;

/** How many forms on this page hold a proposition; the last one to close gives the lease back. */
const holders = new Map<string, number>();
/** Leases that belong to an answer on its way: giving them back would make the server refuse it. */
const inSubmission = new Set<string>();

export const keepLease = (leaseId: string) => inSubmission.add(leaseId);
export const dropLease = (leaseId: string) => inSubmission.delete(leaseId);

/** A moment on a clock that only moves forward, in ms; leases run in real time, not in business time. */
export const monotonicMs = () => performance.now();

/** Remaining time by the server's own clock, so that a wrong clock on this machine does not matter. */
function remainingMs(expiresAt: string, response: Response): number {
  const serverNow = Date.parse(response.headers.get('date') ?? '');
  const left = Date.parse(expiresAt) - serverNow;
  return Number.isNaN(left) ? WHOLE_LEASE_MS : Math.max(0, Math.min(left, WHOLE_LEASE_MS));
}

function giveBack(propositionId: string, leaseId: string): void {
  if ((holders.get(propositionId) ?? 0) === 0) releaseLease(leaseId);
}

function releaseLease(leaseId: string): void {
  if (inSubmission.has(leaseId)) return;
  // Nobody waits for the answer; an unreturned lease runs out by itself.
  ask(api.DELETE('/api/v1/leases/{id}', { params: { path: { id: leaseId } }, keepalive: true })).catch(
    () => null,
  );
}

/**
 * Takes the lease on a proposition, renews it while the person is at work, gives it back on leaving, also when the
 * page is closed. `retake` asks for it again after it ran out or others had it.
 */
export function useLease(propositionId: string): { lease: LeaseState; retake: () => void } {
  const [state, setState] = useState<LeaseState>({ kind: 'taking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isLive = true;
    let lease: { id: string; endsAtMs: number; takenAtMs: number } | null = null;
    holders.set(propositionId, (holders.get(propositionId) ?? 0) + 1);

    const take = async () => {
      try {
        const { data, response } = await askWhole(
          api.POST('/api/v1/propositions/{id}/lease', { params: { path: { id: propositionId } } }),
        );
        if (!isLive) {
          giveBack(propositionId, data.leaseId);
          return;
        }
        const endsAtMs = monotonicMs() + remainingMs(data.expiresAt, response);
        lease = { id: data.leaseId, endsAtMs, takenAtMs: monotonicMs() };
        setState({ kind: 'held', leaseId: data.leaseId, endsAtMs });
      } catch (error) {
        if (isLive) setState({ kind: 'failed', error });
      }
    };
    const onActivity = () => {
      if (lease === null || monotonicMs() - lease.takenAtMs < RENEW_AT_MOST_EVERY_MS) return;
      if (lease.endsAtMs - monotonicMs() > RENEW_BELOW_MS) return;
      lease.takenAtMs = monotonicMs();
      void take();
    };
    const onLeave = () => {
      if (lease !== null) releaseLease(lease.id);
    };
    const onReturn = (event: PageTransitionEvent) => {
      if (event.persisted) void take();
    };
    void take();
    window.addEventListener('pagehide', onLeave);
    window.addEventListener('pageshow', onReturn);
    window.addEventListener('keydown', onActivity);
    window.addEventListener('pointerdown', onActivity);
    return () => {
      isLive = false;
      window.removeEventListener('pagehide', onLeave);
      window.removeEventListener('pageshow', onReturn);
      window.removeEventListener('keydown', onActivity);
      window.removeEventListener('pointerdown', onActivity);
      holders.set(propositionId, (holders.get(propositionId) ?? 1) - 1);
      if (lease !== null) giveBack(propositionId, lease.id);
    };
  }, [propositionId, attempt]);
  return {
    lease: state,
    retake: () => {
      setState({ kind: 'taking' });
      setAttempt((before) => before + 1);
    },
  };
}
