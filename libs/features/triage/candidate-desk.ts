import type { Candidate } from '#contracts/http';
import { type Actor, type CandidateState, DomainError } from '#core/domain';
import {
  auditRepo,
  candidateEditRepo,
  candidateRepo,
  type ReadCandidate,
  readCandidates,
  shownCandidate,
  sourceRepo,
  type StoredCandidate,
  type StoredSource,
  type Tx,
} from '#platform/db';
import type { z } from 'zod';

export type WireCandidate = z.input<typeof Candidate>;

/** A source with the text its candidates are places in. */
export type SourceWithText = StoredSource & {
  readonly snapshot: { readonly id: string; readonly text: string };
};

type Decision = Pick<StoredCandidate, 'state' | 'rejectReason' | 'claimId'> & {
  readonly mergedIntoId?: string | null;
};

/** What a state is called in a message: "Ines has already accepted this candidate." */
const DONE: Readonly<Record<CandidateState, string>> = {
  pending: 'changed',
  accepted: 'accepted',
  rejected: 'rejected',
  merged: 'merged',
  split: 'split',
};

/** Throws DomainError CANDIDATE.NOT_FOUND. */
export async function getCandidate(id: string, tx: Tx): Promise<StoredCandidate> {
  const candidate = await candidateRepo.find(id, tx);
  if (candidate === null) throw noCandidate(id);
  return candidate;
}

/**
 * The candidate, if it is undecided and still as the caller saw it. Else whoever comes second is told what the other did.
 * Throws DomainError CANDIDATE.*, VERSION.CHANGED.
 */
export async function getUndecided(id: string, version: number, tx: Tx): Promise<StoredCandidate> {
  const candidate = await getCandidate(id, tx);
  if (candidate.state !== 'pending') {
    const decision = await candidateEditRepo.findDecision(id, tx);
    throw new DomainError(
      'CANDIDATE.ALREADY_DECIDED',
      `${decision?.by ?? 'Somebody'} has already ${DONE[candidate.state]} this candidate.`,
    );
  }
  if (candidate.version !== version) throw changed();
  return candidate;
}

/** Throws DomainError SOURCE.NOT_FOUND. */
export async function getSource(id: string, tx: Tx): Promise<SourceWithText> {
  const source = await sourceRepo.find(id, tx);
  if (source === null) throw new DomainError('SOURCE.NOT_FOUND', `There is no source ${id}.`);
  return source;
}

/** Writes a decision and its entry in the audit chain, which must come last in a transaction. */
export async function decide(
  actor: Actor,
  candidate: StoredCandidate,
  decision: Decision,
  at: Date,
  tx: Tx,
): Promise<void> {
  const { id, version, state } = candidate;
  const done = await candidateRepo.decide(id, version, state, { ...decision, by: actor.userId, at }, tx);
  if (!done) throw changed();
  await auditRepo.appendAudit(tx, {
    at,
    actor: actor.userId,
    action: `candidate.${decision.state}`,
    subjectType: 'candidate',
    subjectId: id,
    payload: {
      claimId: decision.claimId,
      rejectReason: decision.rejectReason,
      ...(decision.mergedIntoId === undefined || decision.mergedIntoId === null
        ? {}
        : { mergedIntoId: decision.mergedIntoId }),
    },
  });
}

/** As the reader may see it. */
export async function readWire(id: string, reader: Actor, tx: Tx): Promise<WireCandidate> {
  const [candidate] = await readCandidates({ id }, reader.userId, tx);
  if (candidate === undefined) throw noCandidate(id);
  return toWire(candidate);
}

export const toWire: (candidate: ReadCandidate) => WireCandidate = shownCandidate;

export function noCandidate(id: string): DomainError {
  return new DomainError('CANDIDATE.NOT_FOUND', `There is no candidate ${id}.`);
}

export function changed(): DomainError {
  return new DomainError(
    'VERSION.CHANGED',
    'Somebody changed this in the meantime. Look at it again and decide.',
  );
}
