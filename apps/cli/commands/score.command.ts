import fs from 'node:fs';
import { isCalendarDate, type Reference } from '#core/domain';
import {
  type ForecastRow,
  type ForecastStanding,
  ForecastTableError,
  readForecastRow,
  readHeader,
  SCORE_BY,
  SCORE_REFERENCES,
  type ScoreBy,
  type ScoredForecasts,
  scoreForecasts,
  type ScoreReference,
} from '#core/scoring';
import { parse } from 'csv-parse';
import { PlainError, UsageError } from '../plain-error.js';

/** Names of references in the result. */
const REFERENCE_KEYS: Readonly<Record<Reference, string>> = {
  base_rate: 'baseRate',
  status_quo: 'statusQuo',
  half: 'half',
  market: 'market',
};
/** A row takes some 2 kB of memory once it is read. */
const AT_MOST_BYTES = 200 * 1024 * 1024;

export interface ScoreCommandOptions {
  readonly by: string;
  readonly reference: string;
  readonly asOf?: string;
  readonly minFamilies: string;
  readonly format: string;
}

/** Scores a table of forecasts; see product.md section 4 for columns and result. */
export async function scoreCommand(file: string, options: ScoreCommandOptions): Promise<void> {
  const parsed = parseOptions(options);
  const rows = await readForecasts(file);
  const result = explained(file, () => scoreForecasts(rows, parsed));
  for (const note of result.notes) process.stderr.write(`${file}: ${note}\n`);
  process.stdout.write(
    options.format === 'table' ? toTable(result.standings) : `${JSON.stringify(toJson(result))}\n`,
  );
}

function parseOptions({ by, reference, asOf, minFamilies, format }: ScoreCommandOptions) {
  const least = Number(minFamilies);
  if (!Number.isInteger(least) || least < 1)
    throw new UsageError(`--min-families ${minFamilies}: must be a whole number of at least 1.`);
  if (asOf !== undefined && !isCalendarDate(asOf))
    throw new UsageError(`--as-of ${asOf}: must be a calendar date written YYYY-MM-DD.`);
  const oneOf = <T extends string>(name: string, value: string, all: readonly T[]): T => {
    const found = all.find((one) => one === value);
    if (found === undefined) throw new UsageError(`--${name} ${value}: must be one of ${all.join(', ')}.`);
    return found;
  };
  oneOf('format', format, ['json', 'table']);
  return {
    by: oneOf<ScoreBy>('by', by, SCORE_BY),
    reference: oneOf<ScoreReference>('reference', reference, SCORE_REFERENCES),
    asOf: asOf ?? null,
    minFamilies: least,
  };
}

/** Every line of the file; one that is wrong ends it. */
async function readForecasts(file: string): Promise<ForecastRow[]> {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new PlainError(`${file}: there is no such file.`);
  if (stat.isDirectory()) throw new PlainError(`${file}: is a folder, not a CSV file.`);
  if (stat.size > AT_MOST_BYTES)
    throw new PlainError(
      `${file}: has ${(stat.size / 1e9).toFixed(1)} GB; up to ${String(AT_MOST_BYTES / 1024 / 1024)} MB are read at once. Split it by claimant or by year.`,
    );
  const rows: ForecastRow[] = [];
  let columns: ReturnType<typeof readHeader> | null = null;
  const input = fs.createReadStream(file);
  const lines = input.pipe(
    parse({ bom: true, skip_empty_lines: true, relax_column_count: true, info: true }),
  );
  // A read error of the file would not reach the parser by itself.
  input.on('error', (error) => lines.destroy(error));
  try {
    for await (const { record, info } of lines as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (columns === null) columns = readHeader(record);
      else rows.push(readForecastRow(columns, record, info.lines));
    }
  } catch (error) {
    throw toPlainError(file, error);
  }
  if (columns === null)
    throw new PlainError(
      `${file}: is empty. The first line must name the columns claimant, proposition, probability, outcome.`,
    );
  return rows;
}

function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toPlainError(file, error);
  }
}

function toPlainError(file: string, error: unknown): unknown {
  if (error instanceof ForecastTableError) return new PlainError(`${file}: ${error.message}`);
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && code.startsWith('CSV_'))
    return new PlainError(`${file}: is no well-formed CSV: ${(error as Error).message}`);
  return error;
}

function toJson({ standings, totals, references, method }: ScoredForecasts) {
  return {
    standings: standings.map((row) => ({
      claimant: row.subjectId,
      n: row.n,
      pending: row.pending,
      void: row.void,
      ambiguous: row.ambiguous,
      notStated: row.notStated,
      brier: row.meanBrier,
      brierLow: row.meanBrierLow,
      brierHigh: row.meanBrierHigh,
      log: row.meanLog,
      baseline: row.baseline,
      peerSum: row.peerSum,
      peerMean: row.peerMean,
      families: row.families,
      skill: row.skill,
      hitRate: row.hitRate,
      shrunk: row.shrunk,
      interval: row.intervalLow === null ? null : [row.intervalLow, row.intervalHigh],
      rank: row.rank,
      rankRange: row.rankLow === null ? null : [row.rankLow, row.rankHigh],
      calibration:
        row.calibration?.map(({ from, to, n, meanForecast, observed, low, high }) => ({
          from,
          to,
          n,
          meanForecast,
          observed,
          lo: low,
          hi: high,
        })) ?? null,
    })),
    totals,
    references: Object.fromEntries(
      Object.entries(references).map(([name, { n, meanBrier }]) => [
        REFERENCE_KEYS[name as Reference],
        { n, brier: meanBrier },
      ]),
    ),
    method,
  };
}

/** For eyes: the columns one looks at first. Brier and log lower, skill and hits higher is better. */
function toTable(standings: readonly ForecastStanding[]): string {
  const number = (value: number | null, digits = 3): string => (value === null ? '-' : value.toFixed(digits));
  const head = [
    'rank',
    'range',
    'claimant',
    'n',
    'families',
    'brier',
    'skill',
    'shrunk',
    'interval',
    'hits',
    'pending',
  ];
  const rows = standings.map((row) => [
    row.rank === null ? '-' : String(row.rank),
    row.rankLow === null ? '-' : `${String(row.rankLow)}-${String(row.rankHigh)}`,
    row.subjectId,
    String(row.n),
    String(row.families),
    number(row.meanBrier),
    number(row.skill),
    number(row.shrunk),
    row.intervalLow === null ? '-' : `${number(row.intervalLow)} to ${number(row.intervalHigh)}`,
    number(row.hitRate, 2),
    String(row.pending),
  ]);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
