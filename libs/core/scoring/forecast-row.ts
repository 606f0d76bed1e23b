import {
  type CalendarDate,
  isCalendarDate,
  LIKELIHOOD_BASES,
  type LikelihoodBasis,
  type StatusQuo,
} from '#core/domain';
import type { ScoredBand } from './brier-score.js';

/** What a forecast has come to: 1 occurred, 0 did not. */
export type RowOutcome = 0 | 1 | 'void' | 'ambiguous' | 'pending';

/** One line of a table of forecasts. */
export interface ForecastRow {
  /** Where it stands, for messages; the header is line 1. */
  readonly line: number;
  readonly claimant: string;
  readonly proposition: string;
  /** Null where nothing was stated. */
  readonly band: ScoredBand | null;
  readonly basis: LikelihoodBasis;
  readonly outcome: RowOutcome;
  readonly family: string;
  readonly source: string | null;
  readonly topic: string;
  readonly outlet: string | null;
  readonly claimedOn: CalendarDate | null;
  readonly deadline: CalendarDate | null;
  readonly occurredOn: CalendarDate | null;
  readonly resolvedOn: CalendarDate | null;
  readonly statusQuo: StatusQuo | null;
}

export const REQUIRED_COLUMNS = ['claimant', 'proposition', 'probability', 'outcome'] as const;
export const OPTIONAL_COLUMNS = [
  'family',
  'source',
  'topic',
  'outlet',
  'claimedOn',
  'deadline',
  'occurredOn',
  'resolvedOn',
  'low',
  'high',
  'basis',
  'statusQuo',
] as const;
type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

/** What is wrong with a table, with the line and column, said for whoever wrote it. */
export class ForecastTableError extends Error {
  override readonly name = 'ForecastTableError';
}

/** Which cell holds which column. Throws ForecastTableError where one is missing, unknown or named twice. */
export function readHeader(cells: readonly string[]): ReadonlyMap<Column, number> {
  const known: readonly string[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];
  const columns = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const name = cell.trim();
    if (!known.includes(name))
      throw new ForecastTableError(
        `Line 1: the column “${name}” means nothing here. Known are ${known.join(', ')}.`,
      );
    if (columns.has(name as Column))
      throw new ForecastTableError(`Line 1: the column “${name}” stands there twice.`);
    columns.set(name as Column, index);
  });
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.has(name));
  if (missing.length > 0)
    throw new ForecastTableError(
      `Line 1: the column ${missing.map((name) => `“${name}”`).join(' and ')} is missing. ` +
        `The first line must name ${REQUIRED_COLUMNS.join(', ')}.`,
    );
  return columns;
}

/** Reads one line. Throws ForecastTableError, naming the line, the column and what would be right. */
export function readForecastRow(
  columns: ReadonlyMap<Column, number>,
  cells: readonly string[],
  line: number,
): ForecastRow {
  if (cells.length !== columns.size)
    throw new ForecastTableError(
      `Line ${String(line)} has ${String(cells.length)} cells, the header has ${String(columns.size)}. ` +
        'Quote cells that hold a comma.',
    );
  const cell = (name: Column): string => cells[columns.get(name) ?? -1]?.trim() ?? '';
  const fail = (name: Column, problem: string): never => {
    throw new ForecastTableError(`Line ${String(line)}, column “${name}”: ${problem}`);
  };
  const required = (name: Column): string => cell(name) || fail(name, 'is empty.');
  const date = (name: Column): CalendarDate | null => {
    const text = cell(name);
    if (text === '') return null;
    return isCalendarDate(text) ? text : fail(name, `“${text}” is no date; write YYYY-MM-DD.`);
  };
  const claimant = required('claimant');
  const proposition = required('proposition');
  const outcome = readOutcome(required('outcome'), fail);
  const claimedOn = date('claimedOn');
  const occurredOn = date('occurredOn');
  const resolvedOn = date('resolvedOn');
  if (claimedOn !== null && resolvedOn !== null && resolvedOn < claimedOn)
    fail('resolvedOn', `${resolvedOn} is before the claim of ${claimedOn}: what was known is no forecast.`);
  if (occurredOn !== null && outcome === 0) fail('occurredOn', `is set, but the outcome is 0.`);
  const band = readBand(cell, fail);
  return {
    line,
    claimant,
    proposition,
    band,
    basis: readBasis(cell('basis'), band !== null, fail),
    outcome,
    family: cell('family') || proposition,
    source: cell('source') || null,
    topic: cell('topic'),
    outlet: cell('outlet') || null,
    claimedOn,
    deadline: date('deadline'),
    occurredOn,
    resolvedOn,
    statusQuo: readStatusQuo(cell('statusQuo'), fail),
  };
}

type Cell = (name: Column) => string;
type Fail = (name: Column, problem: string) => never;

function readOutcome(text: string, fail: Fail): RowOutcome {
  switch (text.toLowerCase()) {
    case '1':
      return 1;
    case '0':
      return 0;
    case 'void':
    case 'ambiguous':
    case 'pending':
      return text.toLowerCase() as RowOutcome;
    default:
      return fail('outcome', `“${text}” is none of 1, 0, void, ambiguous, pending.`);
  }
}

/** A number as a computer writes it: no thousands, no comma, no percent sign. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function readProbability(name: Column, text: string, fail: Fail): number {
  if (text.endsWith('%')) {
    const share = Number(text.slice(0, -1)) / 100;
    return fail(
      name,
      `“${text}” is in percent; write ${Number.isNaN(share) ? '0.7 for 70 %' : String(share)}.`,
    );
  }
  if (!NUMBER.test(text)) return fail(name, `“${text}” is no number; write a probability such as 0.7.`);
  const value = Number(text);
  if (value >= 0 && value <= 1) return value;
  const hint = value > 1 && value <= 100 ? ` If it is in percent, write ${String(value / 100)}.` : '';
  return fail(name, `${text} is not between 0 and 1.${hint}`);
}

function readBand(cell: Cell, fail: Fail): ScoredBand | null {
  const [text, lowText, highText] = [cell('probability'), cell('low'), cell('high')];
  if (text === '') {
    if (lowText !== '' || highText !== '') fail('probability', 'is empty, but low or high is not.');
    return null;
  }
  const point = readProbability('probability', text, fail);
  if ((lowText === '') !== (highText === ''))
    fail(lowText === '' ? 'low' : 'high', 'is empty: give both ends of the band, or none.');
  if (lowText === '') return { low: point, point, high: point };
  const low = readProbability('low', lowText, fail);
  const high = readProbability('high', highText, fail);
  if (low > point || point > high)
    fail('probability', `${text} does not lie between low ${lowText} and high ${highText}.`);
  return { low, point, high };
}

function readBasis(text: string, hasBand: boolean, fail: Fail): LikelihoodBasis {
  if (text === '') return hasBand ? 'number' : 'not_stated';
  const basis = LIKELIHOOD_BASES.find((one) => one === text);
  return basis ?? fail('basis', `“${text}” is none of ${LIKELIHOOD_BASES.join(', ')}.`);
}

function readStatusQuo(text: string, fail: Fail): StatusQuo | null {
  if (text === '') return null;
  return text === 'yes' || text === 'no' ? text : fail('statusQuo', `“${text}” is neither yes nor no.`);
}
