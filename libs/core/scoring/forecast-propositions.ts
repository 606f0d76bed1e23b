import { type CalendarDate, type Horizon, SCORED_BASES } from '#core/domain';
import {
  baseRate,
  type BaseRateQuestion,
  knownBefore,
  type KnownOutcomes,
  knownWithoutOwn,
  type OutcomeRecord,
} from './base-rate.js';
import { ForecastTableError, type ForecastRow } from './forecast-row.js';
import { horizonOf } from './horizon.js';

/** A row with a probability that counts and an outcome. */
export type ScoredRow = ForecastRow & {
  readonly band: NonNullable<ForecastRow['band']>;
  readonly outcome: 0 | 1;
};

export function isScored(row: ForecastRow): row is ScoredRow {
  return row.band !== null && SCORED_BASES.has(row.basis) && (row.outcome === 0 || row.outcome === 1);
}

/** What a table says of one proposition. */
export interface TableProposition {
  readonly row: ForecastRow;
  readonly outcome: 0 | 1 | null;
  /** The earliest claim on it. */
  readonly claimedOn: CalendarDate | null;
}

/** Each proposition once. Throws where two rows say different things of it. */
export function readPropositions(rows: readonly ForecastRow[]): Map<string, TableProposition> {
  const propositions = new Map<string, TableProposition>();
  for (const row of rows) {
    const known = propositions.get(row.proposition);
    const outcome = row.outcome === 0 || row.outcome === 1 ? row.outcome : null;
    if (known === undefined) {
      propositions.set(row.proposition, { row, outcome, claimedOn: row.claimedOn });
      continue;
    }
    refuseContradiction(known, row, outcome);
    propositions.set(row.proposition, {
      row: known.outcome === null ? row : known.row,
      outcome: known.outcome ?? outcome,
      claimedOn: earlier(known.claimedOn, row.claimedOn),
    });
  }
  return propositions;
}

function refuseContradiction(
  { row: known, outcome: was }: TableProposition,
  row: ForecastRow,
  outcome: 0 | 1 | null,
): void {
  const say = (what: string): never => {
    throw new ForecastTableError(
      `Lines ${String(known.line)} and ${String(row.line)} give “${row.proposition}” different ${what}.`,
    );
  };
  if (was !== null && outcome !== null && was !== outcome) say('outcomes');
  if (known.family !== row.family) say('families');
  if (known.deadline !== row.deadline) say('deadlines');
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** What was known before each scored row, by line. Without dates, what came of all other families. */
export function tableBaseRates(
  rows: readonly ScoredRow[],
  propositions: ReadonlyMap<string, TableProposition>,
  notes: string[],
): Map<number, number> {
  const undated = rows.find(({ claimedOn }) => claimedOn === null);
  const questions = rows.map((row): BaseRateQuestion => ({
    familyId: row.family,
    topic: row.topic,
    horizon: horizonBetween(row.claimedOn, row.deadline),
    saidOn: row.claimedOn ?? '',
  }));
  const settled = [...propositions.values()].flatMap(toOutcome);
  if (undated !== undefined)
    notes.push(
      `No claimedOn in line ${String(undated.line)}: forecasts are taken as simultaneous, and the base rate is what came of all other families.`,
    );
  const dated = settled.flatMap(({ on, ...record }): OutcomeRecord[] =>
    on === null ? [] : [{ ...record, on }],
  );
  if (undated === undefined && dated.length < settled.length)
    notes.push(
      `${String(settled.length - dated.length)} outcomes have neither resolvedOn nor a day they follow from; no base rate knows them.`,
    );
  // One answer for each question, in the same order.
  const known = undated === undefined ? knownBefore(dated, questions) : knownWithoutOwn(settled, questions);
  return new Map(rows.map(({ line }, place) => [line, baseRate(known[place] as KnownOutcomes)]));
}

function horizonBetween(claimedOn: CalendarDate | null, deadline: CalendarDate | null): Horizon | null {
  return claimedOn === null || deadline === null ? null : horizonOf(claimedOn, deadline);
}

type UndatedOutcome = Omit<OutcomeRecord, 'on'> & { readonly on: CalendarDate | null };

/** An outcome is known from the day it was resolved, or follows from the deadline; early ones wait for the deadline. */
function toOutcome({ row, outcome, claimedOn }: TableProposition): UndatedOutcome[] {
  if (outcome === null) return [];
  const resolved = row.resolvedOn ?? row.occurredOn ?? row.deadline;
  const on = resolved !== null && row.deadline !== null && row.deadline > resolved ? row.deadline : resolved;
  return [
    {
      familyId: row.family,
      topic: row.topic,
      horizon: horizonBetween(claimedOn, row.deadline),
      on,
      outcome,
      taken: 1,
    },
  ];
}
