import type { CandidateOrigin, CalendarDate } from '#core/domain';
import { fromDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import { candidateFromRow, type StoredCandidate } from '../repositories/candidate.repo.js';

/** A text with all that was found in it, or marked by people, and what was decided. */
export interface DecidedText {
  readonly snapshotId: string;
  readonly text: string;
  readonly textSha256: string;
  readonly source: {
    readonly id: string;
    readonly title: string;
    readonly authors: readonly string[];
    readonly outlet: string | null;
    readonly publishedOn: CalendarDate | null;
    readonly language: string;
  };
  readonly candidates: readonly DecidedCandidate[];
}

export interface DecidedCandidate extends StoredCandidate {
  readonly origin: CandidateOrigin;
  readonly extractorVersion: string;
  readonly decidedAt: Date | null;
  readonly splitFromId: string | null;
}

/** The texts that have candidates, in the order they came. */
export async function listDecidedTexts(tx: Tx): Promise<string[]> {
  const rows = await tx.snapshot.findMany({
    where: { candidates: { some: {} } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Without second readings and what a newer version has taken over: each passage once, in order of place. */
export async function readDecidedText(snapshotId: string, tx: Tx): Promise<DecidedText> {
  const snapshot = await tx.snapshot.findUniqueOrThrow({
    where: { id: snapshotId },
    select: {
      id: true,
      text: true,
      textSha256: true,
      source: { include: { outlet: { select: { name: true } } } },
      candidates: {
        where: { sameAsId: null, inheritedBy: { none: {} } },
        orderBy: [{ start: 'asc' }, { id: 'asc' }],
      },
    },
  });
  const { source } = snapshot;
  return {
    snapshotId: snapshot.id,
    text: snapshot.text,
    textSha256: snapshot.textSha256,
    source: {
      id: source.id,
      title: source.title,
      authors: source.authors,
      outlet: source.outlet?.name ?? null,
      publishedOn: fromDateColumn(source.publishedOn),
      language: source.language,
    },
    candidates: snapshot.candidates.map((row) => ({
      ...candidateFromRow({ ...row, snapshot: { sourceId: source.id } }),
      origin: row.origin,
      extractorVersion: row.extractorVersion,
      decidedAt: row.decidedAt,
      splitFromId: row.splitFromId,
    })),
  };
}
