import type { Agreement, CandidateOrigin, ClaimRole, ReadingField } from '#core/domain';
import { differingFields, type Reading } from '#core/extraction';
import type { Tx } from '../database.js';
import { candidateFromRow, type StoredCandidate } from '../repositories/candidate.repo.js';

/** What the model read in a passage that the rules found too. */
export interface SecondReading extends Reading {
  readonly statement: string;
  readonly claimantRole: ClaimRole;
  readonly differs: ReadingField[];
}

/** A candidate as triage shows it. */
export interface ReadCandidate extends StoredCandidate {
  readonly origin: CandidateOrigin;
  /** Null until a model has read the text to its end. */
  readonly agreement: Agreement | null;
  readonly secondReading: SecondReading | null;
  /** Who decided it, and when; null while it is undecided. */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly splitFromId: string | null;
}

const withReadings = {
  snapshot: {
    select: {
      sourceId: true,
      modelReadings: { where: { finishedAt: { not: null } }, take: 1, select: { id: true } },
    },
  },
  secondReadings: { orderBy: { start: 'asc' }, take: 1 },
  inheritedFrom: true,
  decidedBy: { select: { name: true } },
} as const;

/**
 * Candidates that can be decided, with what the model makes of them: those of a source in order of place, or the one
 * with the id. Left out are second readings and what a newer version has taken over.
 */
export async function readCandidates(
  wanted: { readonly sourceId: string } | { readonly id: string },
  tx: Tx,
): Promise<ReadCandidate[]> {
  const rows = await tx.candidate.findMany({
    where: {
      ...('id' in wanted ? { id: wanted.id } : { snapshot: { sourceId: wanted.sourceId } }),
      sameAsId: null,
      inheritedBy: { none: {} },
    },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    include: withReadings,
  });
  return rows.map((row) => {
    const { snapshot, secondReadings, inheritedFrom, decidedBy, ...columns } = row;
    const candidate = candidateFromRow({ ...columns, snapshot });
    const decided = inheritedFrom?.origin === 'model' ? inheritedFrom : undefined;
    const second = columns.origin === 'model' ? undefined : (secondReadings[0] ?? decided);
    const hasBeenRead = snapshot.modelReadings.length > 0;
    return {
      ...candidate,
      origin: columns.origin,
      decidedBy: decidedBy?.name ?? null,
      decidedAt: columns.decidedAt?.toISOString() ?? null,
      splitFromId: columns.splitFromId,
      agreement: hasBeenRead ? agreementOf(columns.origin, second !== undefined) : null,
      secondReading:
        second === undefined ? null : secondReading(candidate, candidateFromRow({ ...second, snapshot })),
    };
  });
}

/** A candidate without what only the machinery asks for, in arrays of its own: as the wire carries it. */
export function shownCandidate(candidate: ReadCandidate) {
  const {
    also: _also,
    snapshotId: _snapshotId,
    lexiconVersion: _lexiconVersion,
    cues,
    needsEdit,
    ...rest
  } = candidate;
  return { ...rest, cues: [...cues], needsEdit: [...needsEdit] };
}

/** What a person marked nobody had found, unless the model did. */
function agreementOf(origin: CandidateOrigin, hasSecond: boolean): Agreement | null {
  if (origin === 'model') return 'model';
  if (origin === 'person') return hasSecond ? 'model' : null;
  return hasSecond ? 'both' : 'rules';
}

function secondReading(first: StoredCandidate, second: StoredCandidate): SecondReading {
  const { statement, probability, negated, deadline, claimant, claimantRole, condition } = second;
  const differs = differingFields(first, second);
  return { statement, probability, negated, deadline, claimant, claimantRole, condition, differs };
}
