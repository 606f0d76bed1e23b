import type { Agreement, CandidateOrigin, ClaimRole, ClaimState, ReadingField } from '#core/domain';
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
  /** `waiting` for the second coding of its claim; `hidden` from those who may yet code it, with what was read of it. */
  readonly secondCoding: 'waiting' | 'hidden' | null;
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
  claim: { select: { state: true, codings: { select: { coderId: true } } } },
} as const;

/**
 * Candidates that can be decided, with what the model makes of them: those of a source in order of place, or the one
 * with the id. Left out are second readings and what a newer version has taken over. Of a claim that the reader may code
 * as the second person, nothing is told but its words and statement.
 */
export async function readCandidates(
  wanted: { readonly sourceId: string } | { readonly id: string },
  readerId: string | null,
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
    const { snapshot, secondReadings, inheritedFrom, decidedBy, claim, ...columns } = row;
    const candidate = candidateFromRow({ ...columns, snapshot });
    const decided = inheritedFrom?.origin === 'model' ? inheritedFrom : undefined;
    const second = columns.origin === 'model' ? undefined : (secondReadings[0] ?? decided);
    const hasBeenRead = snapshot.modelReadings.length > 0;
    const secondCoding = codingStateOf(claim, readerId);
    const read = {
      ...candidate,
      origin: columns.origin,
      decidedBy: decidedBy?.name ?? null,
      decidedAt: columns.decidedAt?.toISOString() ?? null,
      splitFromId: columns.splitFromId,
      secondCoding,
      agreement: hasBeenRead ? agreementOf(columns.origin, second !== undefined) : null,
      secondReading:
        second === undefined ? null : secondReading(candidate, candidateFromRow({ ...second, snapshot })),
    };
    return secondCoding === 'hidden' ? { ...read, ...NOTHING_READ } : read;
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

/** What a coder must not see of another's coding, nor of the reading that one began with. */
const NOTHING_READ = {
  probability: null,
  negated: false,
  condition: null,
  deadline: null,
  lexiconVersion: null,
  cues: [],
  needsEdit: [],
  secondReading: null,
} as const satisfies Partial<ReadCandidate>;

function codingStateOf(
  claim: { readonly state: ClaimState; readonly codings: readonly { readonly coderId: string }[] } | null,
  readerId: string | null,
): ReadCandidate['secondCoding'] {
  if (claim?.state !== 'draft') return null;
  const isBlind = claim.codings.length < 2 && claim.codings.every(({ coderId }) => coderId !== readerId);
  return isBlind ? 'hidden' : 'waiting';
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
