import type {
  CalendarDate,
  CodingField,
  CodingOutcome,
  DeadlineBasis,
  DeadlinePrecision,
  LikelihoodBand,
} from '#core/domain';
import { fromDateColumn, toDateColumn } from '../calendar-column.js';
import type { Tx } from '../database.js';
import type { Coding as CodingRow } from '../generated/client.js';

/** 1 is what whoever accepted the claim chose, 2 what another person read without seeing it. */
export type CodingOrdinal = 1 | 2;

export interface CodingContent {
  readonly probability: LikelihoodBand;
  readonly windowStartOn: CalendarDate | null;
  readonly deadlineOn: CalendarDate | null;
  readonly precision: DeadlinePrecision | null;
  readonly deadlineBasis: DeadlineBasis;
  readonly deadlinePhrase: string;
  readonly negated: boolean;
  readonly condition: string | null;
  readonly conditionPropositionId: string | null;
  readonly alreadyHappened: boolean;
}

export interface NewCoding extends CodingContent {
  readonly claimId: string;
  readonly ordinal: CodingOrdinal;
  readonly coderId: string;
  readonly at: Date;
}

export interface StoredCoding extends CodingContent {
  readonly ordinal: CodingOrdinal;
  readonly coderId: string;
  readonly coder: string;
  /** The statement that settles the condition, where there is one. */
  readonly conditionStatement: string | null;
  readonly codedAt: Date;
}

/** For each field in which codings differed, the one that holds. */
export type CodingChoices = Readonly<Record<CodingField, CodingOrdinal | null>>;

export interface StoredSettlement {
  readonly outcome: CodingOutcome;
  readonly choices: CodingChoices;
  readonly reason: string;
  readonly settledBy: string;
  readonly settledAt: Date;
}

export const codingRepo = {
  async insert(coding: NewCoding, tx: Tx): Promise<void> {
    const { probability, windowStartOn, deadlineOn, condition, at, ...rest } = coding;
    await tx.coding.create({
      data: {
        ...rest,
        low: probability.low,
        point: probability.point,
        high: probability.high,
        phrase: probability.phrase,
        basis: probability.basis,
        windowStartOn: toDateColumn(windowStartOn),
        deadlineOn: toDateColumn(deadlineOn),
        conditionText: condition,
        codedAt: at,
      },
    });
  },

  /** The codings of a claim, the first first. */
  async listOf(claimId: string, tx: Tx): Promise<StoredCoding[]> {
    const rows = await tx.coding.findMany({
      where: { claimId },
      orderBy: { ordinal: 'asc' },
      include: {
        coder: { select: { name: true } },
        conditionProposition: { select: { statement: true } },
      },
    });
    return rows.map(({ coder, conditionProposition, ...row }) => ({
      ...contentOf(row),
      ordinal: row.ordinal === 1 ? 1 : 2,
      coderId: row.coderId,
      coder: coder.name,
      conditionStatement: conditionProposition?.statement ?? null,
      codedAt: row.codedAt,
    }));
  },

  /** Both codings of every claim that was coded twice, whatever became of it, the oldest first. */
  async listPairs(tx: Tx): Promise<(readonly [CodingContent, CodingContent])[]> {
    const seconds = await tx.coding.findMany({
      where: { ordinal: 2 },
      orderBy: [{ codedAt: 'asc' }, { id: 'asc' }],
      include: { claim: { select: { codings: { where: { ordinal: 1 } } } } },
    });
    return seconds.flatMap(({ claim, ...second }) => {
      const [first] = claim.codings;
      return first === undefined ? [] : [[contentOf(first), contentOf(second)] as const];
    });
  },

  async insertSettlement(
    settlement: {
      readonly claimId: string;
      readonly outcome: CodingOutcome;
      readonly choices: CodingChoices;
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    },
    tx: Tx,
  ): Promise<void> {
    const { claimId, outcome, choices, reason, by, at } = settlement;
    await tx.codingSettlement.create({
      data: { claimId, outcome, ...choices, reason, settledAt: at, settledById: by },
    });
  },

  async findSettlement(claimId: string, tx: Tx): Promise<StoredSettlement | null> {
    const row = await tx.codingSettlement.findUnique({
      where: { claimId },
      include: { settledBy: { select: { name: true } } },
    });
    if (row === null) return null;
    const chosen = (value: number | null): CodingOrdinal | null =>
      value === null ? null : value === 1 ? 1 : 2;
    return {
      outcome: row.outcome,
      choices: {
        band: chosen(row.band),
        deadline: chosen(row.deadline),
        polarity: chosen(row.polarity),
        condition: chosen(row.condition),
      },
      reason: row.reason,
      settledBy: row.settledBy.name,
      settledAt: row.settledAt,
    };
  },
};

function contentOf(row: CodingRow): CodingContent {
  return {
    probability: { low: row.low, point: row.point, high: row.high, phrase: row.phrase, basis: row.basis },
    windowStartOn: fromDateColumn(row.windowStartOn),
    deadlineOn: fromDateColumn(row.deadlineOn),
    precision: row.precision,
    deadlineBasis: row.deadlineBasis,
    deadlinePhrase: row.deadlinePhrase,
    negated: row.negated,
    condition: row.conditionText,
    conditionPropositionId: row.conditionPropositionId,
    alreadyHappened: row.alreadyHappened,
  };
}
