import { isCalendarDate } from '#core/domain';
import { ForecastTableError, readForecastRow, readHeader } from '#core/scoring';
import { z } from 'zod';
import {
  checkForecast,
  parseForecastCsv,
  type QuotedRow,
  readCsv,
  ROWS_AT_MOST,
  refuseTable,
  type TableRecord,
} from './forecast-csv.js';

/** The columns of our own table that what comes from elsewhere is put into. */
const COLUMNS = [
  'claimant',
  'proposition',
  'probability',
  'outcome',
  'source',
  'claimedOn',
  'deadline',
  'occurredOn',
  'resolvedOn',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;
const HEADER = readHeader([...COLUMNS]);

/**
 * Reads claims from our own table, from Fatebook's CSV or from what PredictionBook's API gives of a user (JSON), all or
 * none. Throws DomainError FORECAST.BAD_TABLE, naming the line and the column.
 *
 * Neither of the two says on which day something happened: taken is the day it was resolved, or the deadline where that
 * came first. Columns: Fatebook `lib/web/export.ts`; PredictionBook `PredictionSerializer`, `ResponseSerializer`.
 */
export function parseClaimsFile(text: string): QuotedRow[] {
  if (text.trimStart().startsWith('{')) return refuseTable(() => readPredictionBook(text));
  const head = refuseTable(() => readCsv(text))[0]?.record.map((name) => name.trim()) ?? [];
  return head.includes(FATEBOOK.probability) ? refuseTable(() => readFatebook(text)) : parseForecastCsv(text);
}

const FATEBOOK = {
  title: 'Question title',
  option: 'Multiple choice option',
  claimant: 'Forecast created by',
  probability: 'Forecast (scale = 0-1)',
  claimedOn: 'Forecast created at',
  deadline: 'Question resolve by',
  outcome: 'Resolution',
  resolvedOn: 'Resolved at',
} as const;
/** Before Fatebook had questions with several options. */
const EARLIER: Readonly<Record<string, string>> = {
  'Question resolution': FATEBOOK.outcome,
  'Question resolved at': FATEBOOK.resolvedOn,
};

const FATEBOOK_OUTCOMES: Readonly<Record<string, string>> = {
  YES: '1',
  NO: '0',
  AMBIGUOUS: 'ambiguous',
  '': 'pending',
};

function readFatebook(text: string): QuotedRow[] {
  const [head, ...body] = readCsv(text);
  const names = head?.record.map((name) => EARLIER[name.trim()] ?? name.trim()) ?? [];
  const missing = Object.values(FATEBOOK).filter((name) => name !== FATEBOOK.option && !names.includes(name));
  if (missing.length > 0)
    throw new ForecastTableError(
      `Line 1: this looks like an export of Fatebook, but ${missing.map((name) => `“${name}”`).join(' and ')} is missing.`,
    );
  return body.map((record) => toFatebookRow(record, names));
}

function toFatebookRow({ record, raw, info }: TableRecord, names: readonly string[]): QuotedRow {
  const cell = (name: string): string => record[names.indexOf(name)]?.trim() ?? '';
  const date = (name: string): string => dayOf(cell(name), `Line ${String(info.lines)}, column “${name}”`);
  const outcome = FATEBOOK_OUTCOMES[cell(FATEBOOK.outcome).toUpperCase()];
  if (outcome === undefined)
    throw new ForecastTableError(
      `Line ${String(info.lines)}, column “${FATEBOOK.outcome}”: “${cell(FATEBOOK.outcome)}” is none of YES, NO, AMBIGUOUS.`,
    );
  const option = cell(FATEBOOK.option);
  return toQuotedRow(
    {
      claimant: cell(FATEBOOK.claimant),
      proposition: option === '' ? cell(FATEBOOK.title) : `${cell(FATEBOOK.title)} ${option}`,
      probability: cell(FATEBOOK.probability),
      outcome,
      source: 'Fatebook',
      claimedOn: date(FATEBOOK.claimedOn),
      deadline: date(FATEBOOK.deadline),
      resolvedOn: date(FATEBOOK.resolvedOn),
    },
    raw,
    info.lines,
  );
}

const PredictionBook = z.object({
  predictions: z.array(
    z.object({
      description: z.string().trim().min(1),
      deadline: z.string(),
      updated_at: z.string(),
      outcome: z.boolean().nullable(),
      withdrawn: z.boolean().optional(),
      responses: z.array(
        z.object({
          confidence: z.number().min(0).max(100).nullable(),
          created_at: z.string(),
          user_label: z.string().trim().min(1),
        }),
      ),
    }),
  ),
});

function readPredictionBook(text: string): QuotedRow[] {
  const { predictions } = parsePredictionBook(text);
  const rows: QuotedRow[] = [];
  predictions.forEach((prediction, index) => {
    const place = (name: string) => `Prediction ${String(index + 1)}, “${name}”`;
    const isSettled = prediction.withdrawn === true || prediction.outcome !== null;
    const settled = prediction.outcome === true ? '1' : '0';
    for (const { confidence, created_at: saidAt, user_label: claimant } of prediction.responses) {
      // A remark without a number is no forecast.
      if (confidence === null) continue;
      const claimedOn = dayOf(saidAt, place('created_at'));
      const row = {
        claimant,
        proposition: prediction.description,
        probability: String(confidence / 100),
        outcome: prediction.withdrawn === true ? 'void' : isSettled ? settled : 'pending',
        source: 'PredictionBook',
        claimedOn,
        deadline: dayOf(prediction.deadline, place('deadline')),
        resolvedOn: isSettled ? dayOf(prediction.updated_at, place('updated_at')) : '',
      };
      const raw = `${prediction.description} (${claimant}, ${claimedOn}: ${String(confidence)} %)`;
      rows.push(toQuotedRow(row, raw, index + 1));
    }
  });
  if (rows.length > ROWS_AT_MOST)
    throw new ForecastTableError(
      `There are ${String(rows.length)} forecasts; up to ${String(ROWS_AT_MOST)} are taken at once.`,
    );
  return rows;
}

function parsePredictionBook(text: string): z.output<typeof PredictionBook> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ForecastTableError(`The JSON cannot be read: ${(error as Error).message}`);
  }
  const parsed = PredictionBook.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ForecastTableError(
    `This is no export of PredictionBook: “${issue?.path.join('.') ?? ''}” ${issue?.message ?? 'is wrong'}.`,
  );
}

function toQuotedRow(row: Omit<Row, 'occurredOn'>, raw: string, line: number): QuotedRow {
  const { outcome, resolvedOn, deadline } = row;
  const [first = ''] = [resolvedOn, deadline].filter((day) => day !== '').sort();
  const whole: Row = { ...row, occurredOn: outcome === '1' ? first : '' };
  const quoted = {
    ...readForecastRow(
      HEADER,
      COLUMNS.map((name) => whole[name]),
      line,
    ),
    raw: raw.trim(),
  };
  checkForecast(quoted);
  return quoted;
}

/** The day of an instant as both write it: `2022-03-01 12:00:00` or `2022-03-01T12:00:00Z`. */
function dayOf(instant: string, place: string): string {
  if (instant === '') return '';
  const day = instant.slice(0, 10);
  if (isCalendarDate(day) && (instant.length === 10 || /^[ T]/.test(instant.slice(10)))) return day;
  throw new ForecastTableError(`${place}: “${instant}” is no date; expected YYYY-MM-DD and a time.`);
}
