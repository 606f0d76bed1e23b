import type {
  CandidateOrigin,
  CandidateState,
  CandidateTier,
  ClaimRole,
  Deadline,
  LikelihoodBand,
  NeedsEdit,
  PropositionKind,
  RejectReason,
} from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { Candidate as CandidateRow } from '../generated/client.js';

export interface Cue {
  readonly code: string;
  readonly text: string;
}

export interface NewCandidate {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly also: readonly { start: number; end: number }[];
  readonly claimant: string;
  readonly claimantRole: ClaimRole;
  readonly statement: string;
  /** The sort of statement it drafts, and what in it wants a look before it stands alone. */
  readonly kind: PropositionKind;
  readonly needsEdit: readonly NeedsEdit[];
  readonly probability: LikelihoodBand | null;
  readonly negated: boolean;
  readonly condition: string | null;
  readonly deadline: Deadline | null;
  readonly tier: CandidateTier;
  readonly cues: readonly Cue[];
  readonly score: number;
}

export interface StoredCandidate extends NewCandidate {
  readonly id: string;
  readonly snapshotId: string;
  readonly sourceId: string;
  readonly state: CandidateState;
  readonly rejectReason: RejectReason | null;
  readonly claimId: string | null;
  readonly mergedIntoId: string | null;
  /** Lexicon and yardstick its likelihood was read with; null where nothing was read. */
  readonly lexiconVersion: string | null;
  readonly version: number;
}

interface Decision {
  readonly state: CandidateState;
  readonly rejectReason: RejectReason | null;
  readonly claimId: string | null;
  /** The candidate it says the same as; of merged ones only. */
  readonly mergedIntoId?: string | null;
  readonly by: string;
  readonly at: Date;
}

const OPEN_TO_DECISION = { sameAsId: null, inheritedBy: { none: {} } } as const;
const withSource = { snapshot: { select: { sourceId: true } } } as const;

export const candidateRepo = {
  async insertAll(
    snapshotId: string,
    versions: { extractor: string; lexicon: string },
    candidates: readonly NewCandidate[],
    at: Date,
    tx: Tx,
  ): Promise<void> {
    await tx.candidate.createMany({
      data: candidates.map((candidate) =>
        candidateRow(snapshotId, { origin: 'rules', ...versions }, candidate, at),
      ),
      skipDuplicates: true,
    });
  },

  /** Candidates that can be decided: no second readings, nothing that a newer version has taken over. */
  async listOfSource(sourceId: string, tx: Tx): Promise<StoredCandidate[]> {
    const rows = await tx.candidate.findMany({
      where: { snapshot: { sourceId }, ...OPEN_TO_DECISION },
      orderBy: [{ start: 'asc' }, { id: 'asc' }],
      include: withSource,
    });
    return rows.map(candidateFromRow);
  },

  async find(id: string, tx: Tx): Promise<StoredCandidate | null> {
    const row = await tx.candidate.findFirst({ where: { id, ...OPEN_TO_DECISION }, include: withSource });
    return row === null ? null : candidateFromRow(row);
  },

  /** What a claim was made of. */
  async listOfClaim(claimId: string, tx: Tx): Promise<StoredCandidate[]> {
    const rows = await tx.candidate.findMany({
      where: { claimId, ...OPEN_TO_DECISION },
      orderBy: { id: 'asc' },
      include: withSource,
    });
    return rows.map(candidateFromRow);
  },

  /** Decides a candidate if it is still as the caller saw it; false when somebody was faster. */
  async decide(
    id: string,
    version: number,
    from: CandidateState,
    decision: Decision,
    tx: Tx,
  ): Promise<boolean> {
    const { count } = await tx.candidate.updateMany({
      where: { id, version, state: from },
      data: {
        state: decision.state,
        rejectReason: decision.rejectReason,
        claimId: decision.claimId,
        mergedIntoId: decision.mergedIntoId ?? null,
        decidedAt: decision.state === 'pending' ? null : decision.at,
        decidedById: decision.state === 'pending' ? null : decision.by,
        version: { increment: 1 },
      },
    });
    return count === 1;
  },

  /** How many candidates of each state each of these sources has; what was put to another or cut in two is none of its own. */
  async countByState(sourceIds: readonly string[], tx: Tx) {
    const rows = await tx.$queryRaw<
      { sourceId: string; state: 'pending' | 'accepted' | 'rejected'; n: number }[]
    >`
      SELECT s.source_id AS "sourceId", c.state::text AS state, count(*)::int AS n
      FROM candidates c JOIN snapshots s ON s.id = c.snapshot_id
      WHERE s.source_id = ANY(${[...sourceIds]}::uuid[]) AND c.same_as_id IS NULL
        AND c.state IN ('pending', 'accepted', 'rejected')
        AND NOT EXISTS (SELECT 1 FROM candidates heir WHERE heir.inherited_from_id = c.id)
      GROUP BY 1, 2`;
    const counts = new Map(sourceIds.map((id) => [id, { pending: 0, accepted: 0, rejected: 0 }]));
    for (const row of rows) {
      const count = counts.get(row.sourceId);
      if (count !== undefined) count[row.state] = row.n;
    }
    return counts;
  },

  async countPending(tx: Tx): Promise<number> {
    return tx.candidate.count({ where: { state: 'pending', ...OPEN_TO_DECISION } });
  },
};

/** The columns of a candidate nobody has decided. */
export function candidateRow(
  snapshotId: string,
  versions: { origin: CandidateOrigin; extractor: string; lexicon: string },
  candidate: NewCandidate,
  at: Date,
) {
  return {
    snapshotId,
    origin: versions.origin,
    extractorVersion: versions.extractor,
    start: candidate.start,
    end: candidate.end,
    quote: candidate.quote,
    also: candidate.also.map(({ start, end }) => ({ start, end })),
    statement: candidate.statement,
    claimantName: candidate.claimant,
    claimantRole: candidate.claimantRole,
    low: candidate.probability?.low ?? null,
    point: candidate.probability?.point ?? null,
    high: candidate.probability?.high ?? null,
    phrase: candidate.probability?.phrase ?? '',
    basis: candidate.probability?.basis ?? ('not_stated' as const),
    lexiconVersion: versions.lexicon,
    negated: candidate.negated,
    conditionText: candidate.condition,
    windowStartOn: toDateColumn(candidate.deadline?.windowStartOn ?? null),
    deadlineOn: toDateColumn(candidate.deadline?.deadlineOn ?? null),
    precision: candidate.deadline?.precision ?? null,
    deadlineBasis: candidate.deadline?.basis ?? ('none' as const),
    deadlinePhrase: candidate.deadline?.phrase ?? '',
    tier: candidate.tier,
    cues: candidate.cues.map((cue) => cue.code),
    details: {
      cues: candidate.cues.map(({ code, text }) => ({ code, text })),
      kind: candidate.kind,
      needsEdit: [...candidate.needsEdit],
    },
    score: candidate.score,
    createdAt: at,
  };
}

export function candidateFromRow(row: CandidateRow & { snapshot: { sourceId: string } }): StoredCandidate {
  const details = row.details as { cues?: Cue[]; kind?: PropositionKind; needsEdit?: NeedsEdit[] };
  return {
    id: row.id,
    snapshotId: row.snapshotId,
    sourceId: row.snapshot.sourceId,
    start: row.start,
    end: row.end,
    quote: row.quote,
    also: row.also as { start: number; end: number }[],
    claimant: row.claimantName ?? '',
    claimantRole: row.claimantRole ?? 'author',
    statement: row.statement,
    // Candidates of an older extractor have neither.
    kind: details.kind ?? 'change',
    needsEdit: details.needsEdit ?? [],
    probability:
      row.basis === 'not_stated' && row.point === null
        ? null
        : { low: row.low, point: row.point, high: row.high, phrase: row.phrase, basis: row.basis },
    negated: row.negated,
    condition: row.conditionText,
    deadline:
      row.deadlineBasis === 'none' && row.deadlinePhrase === ''
        ? null
        : {
            windowStartOn: fromDateColumn(row.windowStartOn),
            deadlineOn: fromDateColumn(row.deadlineOn),
            precision: row.precision,
            basis: row.deadlineBasis,
            phrase: row.deadlinePhrase,
          },
    tier: row.tier,
    cues: details.cues ?? row.cues.map((code) => ({ code, text: code })),
    score: row.score,
    state: row.state,
    rejectReason: row.rejectReason,
    claimId: row.claimId,
    mergedIntoId: row.mergedIntoId,
    lexiconVersion: row.lexiconVersion,
    version: row.version,
  };
}
