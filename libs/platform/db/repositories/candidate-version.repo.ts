import type { CandidateOrigin } from '#core/domain';
import { matchSpans } from '#core/extraction';
import type { TextSpan } from '#core/text';
import type { Tx } from '../database.js';
import type { Candidate as CandidateRow } from '../generated/client.js';
import { candidateRow, type NewCandidate } from './candidate.repo.js';

/** Which extractor read: its candidates are keyed by it. */
export interface CandidateVersion {
  readonly origin: CandidateOrigin;
  readonly extractor: string;
  readonly lexicon: string;
}

/** Several versions of extractors on one snapshot: what follows from which, and what people have decided. */
export const candidateVersionRepo = {
  /** One writer of candidates at a time for a snapshot. Read what they are made from only after this. */
  async lock(snapshotId: string, tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`candidates:${snapshotId}`}, 0))`;
    // And nobody decides one in the meantime.
    await tx.$queryRaw`SELECT 1 FROM candidates WHERE snapshot_id = ${snapshotId}::uuid FOR UPDATE`;
  },

  /** Removes what nobody has decided. Needs {@link candidateVersionRepo.lock}. */
  async removePending(snapshotId: string, tx: Tx): Promise<void> {
    await removeUndecided(await tx.candidate.findMany({ where: { snapshotId, state: 'pending' } }), tx);
  },

  /**
   * Writes what a version finds in a snapshot, keyed by place. Candidates that are there already are read anew while
   * undecided, and stay as they are once decided. New ones take over the decisions on what older versions found at the
   * same place; what older versions found and nobody decided goes. Needs {@link candidateVersionRepo.lock}.
   */
  async write(
    snapshotId: string,
    version: CandidateVersion,
    candidates: readonly NewCandidate[],
    at: Date,
    tx: Tx,
  ): Promise<void> {
    const rows = await tx.candidate.findMany({
      where: { snapshotId, inheritedBy: { none: {} } },
      orderBy: { id: 'asc' },
    });
    const own = new Map(
      rows
        .filter((row) => row.origin === version.origin && row.extractorVersion === version.extractor)
        .map((row) => [placeOf(row), row]),
    );
    const fresh = candidates.filter((candidate) => !own.has(placeOf(candidate)));
    const older = rows.filter((row) => isOlder(row, version));
    const heirs = matchSpans(
      older.filter((row) => row.state !== 'pending'),
      fresh,
    );
    for (const candidate of candidates) {
      const known = own.get(placeOf(candidate));
      if (known === undefined || known.state !== 'pending') continue;
      const { createdAt: _createdAt, ...columns } = candidateRow(snapshotId, version, candidate, at);
      await tx.candidate.update({
        where: { id: known.id },
        data: { ...columns, version: { increment: 1 } },
      });
    }
    await tx.candidate.createMany({
      data: fresh.map((candidate) => ({
        ...candidateRow(snapshotId, version, candidate, at),
        ...decisionOf(heirs.get(candidate)),
      })),
      skipDuplicates: true,
    });
    await removeUndecided(
      older.filter((row) => row.origin === version.origin),
      tx,
    );
    await pairUp(snapshotId, tx);
  },
};

function placeOf({ start, end }: TextSpan): string {
  return `${String(start)}:${String(end)}`;
}

/** The rules follow on older rules, and on what a model found and a person decided; a model only on a model. */
function isOlder(row: CandidateRow, version: CandidateVersion): boolean {
  if (row.origin === version.origin) return row.extractorVersion !== version.extractor;
  return version.origin === 'rules' && row.state !== 'pending';
}

function decisionOf(older: CandidateRow | undefined) {
  if (older === undefined) return {};
  const { state, rejectReason, decidedAt, decidedById, claimId, mergedIntoId, id } = older;
  return { state, rejectReason, decidedAt, decidedById, claimId, mergedIntoId, inheritedFromId: id };
}

async function removeUndecided(rows: readonly CandidateRow[], tx: Tx): Promise<void> {
  const ids = rows.filter((row) => row.state === 'pending').map((row) => row.id);
  if (ids.length === 0) return;
  await tx.candidate.updateMany({ where: { sameAsId: { in: ids } }, data: { sameAsId: null } });
  // What had been put together with one that goes stands by itself again, to be decided.
  await tx.candidate.updateMany({
    where: { mergedIntoId: { in: ids } },
    data: {
      state: 'pending',
      mergedIntoId: null,
      decidedAt: null,
      decidedById: null,
      version: { increment: 1 },
    },
  });
  await tx.candidate.deleteMany({ where: { id: { in: ids }, state: 'pending' } });
  // What it had taken a decision over from, and that decision was taken back: nobody decided those either.
  const ancestorIds = rows.flatMap(({ inheritedFromId }) => inheritedFromId ?? []);
  const ancestors = await tx.candidate.findMany({
    where: { id: { in: ancestorIds }, state: 'pending', origin: 'rules', inheritedBy: { none: {} } },
  });
  await removeUndecided(ancestors, tx);
}

/** Makes the model's undecided candidates second readings of what the rules or a person found in the same passages. */
async function pairUp(snapshotId: string, tx: Tx): Promise<void> {
  const rows = await tx.candidate.findMany({
    where: { snapshotId, inheritedBy: { none: {} } },
    orderBy: { id: 'asc' },
  });
  const places = rows
    .filter((row) => row.origin !== 'model')
    .flatMap((row) =>
      [row, ...(row.also as unknown as TextSpan[])].map(({ start, end }) => ({ start, end, id: row.id })),
    );
  const seconds = rows.filter((row) => row.origin === 'model' && row.state === 'pending');
  const matched = matchSpans(places, seconds);
  for (const row of seconds) {
    const sameAsId = matched.get(row)?.id ?? null;
    if (sameAsId === row.sameAsId) continue;
    await tx.candidate.update({ where: { id: row.id }, data: { sameAsId, version: { increment: 1 } } });
  }
}
