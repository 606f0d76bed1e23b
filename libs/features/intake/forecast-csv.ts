import { DomainError } from '#core/domain';
import { type ForecastRow, ForecastTableError, readForecastRow, readHeader } from '#core/scoring';
import { parse } from 'csv-parse/sync';

/** A row with the words it stands in: what a claim made of it quotes. */
export interface QuotedRow extends ForecastRow {
  readonly raw: string;
}

/** A row as the library reads it. */
export interface TableRecord {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Each row is several rows of several tables, all in one transaction. */
export const ROWS_AT_MOST = 5_000;

/**
 * Reads forecasts from CSV, all rows or none. Throws DomainError FORECAST.BAD_TABLE, naming the line and the column, for
 * what `outturn score` refuses as well, and for what it can do without but a claim cannot: the day it was said.
 */
export function parseForecastCsv(csv: string): QuotedRow[] {
  return refuseTable(() => {
    const [head, ...body] = readCsv(csv);
    const columns = readHeader(head?.record ?? []);
    return body.map(({ record, raw, info }) => {
      const row = { ...readForecastRow(columns, record, info.lines), raw: raw.trim() };
      checkForecast(row);
      return row;
    });
  });
}

/** Header and rows. Throws ForecastTableError where there is no header or there are too many rows. */
export function readCsv(csv: string): TableRecord[] {
  // The types of the library do not know what `raw` and `info` make of a record.
  const records = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    raw: true,
    info: true,
  }) as unknown as TableRecord[];
  if (records.length === 0) throw new ForecastTableError('The file is empty.');
  if (records.length - 1 > ROWS_AT_MOST)
    throw new ForecastTableError(
      `There are ${String(records.length - 1)} rows; up to ${String(ROWS_AT_MOST)} are taken at once. Split the file.`,
    );
  return records;
}

/** What is wrong with a table, as the refusal of a use case. */
export function refuseTable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ForecastTableError) throw new DomainError('FORECAST.BAD_TABLE', error.message);
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('CSV_'))
      throw new DomainError('FORECAST.BAD_TABLE', `The CSV cannot be read: ${(error as Error).message}`);
    throw error;
  }
}

/** What a claim needs and `outturn score` can do without. Throws ForecastTableError. */
export function checkForecast({ line, claimedOn, outcome, occurredOn, deadline }: QuotedRow): void {
  const fail = (column: string, problem: string): never => {
    throw new ForecastTableError(`Line ${String(line)}, column “${column}”: ${problem}`);
  };
  if (claimedOn === null) fail('claimedOn', 'is empty; a claim needs the day it was said.');
  if (outcome === 1 && occurredOn === null) fail('occurredOn', 'is empty; what occurred did so on a day.');
  if (occurredOn !== null && deadline !== null && occurredOn > deadline)
    fail('occurredOn', `${occurredOn} is after the deadline ${deadline}: it did not occur in time.`);
}
