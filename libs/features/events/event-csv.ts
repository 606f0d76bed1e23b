import { EventInput } from '#contracts/http';
import { DomainError } from '#core/domain';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';

export type ParsedEvent = z.output<typeof EventInput>;

const REQUIRED = ['title', 'publishedAt'] as const;
const OPTIONAL = ['summary', 'url', 'occurredOn', 'feed'] as const;
const KNOWN: ReadonlySet<string> = new Set([...REQUIRED, ...OPTIONAL]);

/**
 * Reads events from CSV with a header line. All rows or none.
 * Throws DomainError EVENT.MISSING_COLUMN or EVENT.BAD_ROW, naming the line and the column.
 */
export function parseEventCsv(csv: string): ParsedEvent[] {
  const rows = readRows(csv);
  const header = rows[0] ?? [];
  const missing = REQUIRED.filter((name) => !header.includes(name));
  if (missing.length > 0)
    throw new DomainError(
      'EVENT.MISSING_COLUMN',
      `The CSV lacks the column ${missing.map((name) => `“${name}”`).join(' and ')}. Its first line must name title and publishedAt, and may name summary, url, occurredOn and feed.`,
      missing.map((path) => ({ path, message: 'column missing' })),
    );
  const unknown = header.filter((name) => !KNOWN.has(name));
  if (unknown.length > 0)
    throw new DomainError(
      'EVENT.BAD_ROW',
      `The CSV has a column “${unknown[0] ?? ''}” that means nothing here. Known are: ${[...KNOWN].join(', ')}.`,
    );
  return rows.slice(1).map((cells, index) => toEvent(header, cells, index + 2));
}

function readRows(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('EVENT.BAD_ROW', `The CSV cannot be read: ${why}`);
  }
}

function toEvent(header: readonly string[], cells: readonly string[], line: number): ParsedEvent {
  if (cells.length !== header.length)
    throw new DomainError(
      'EVENT.BAD_ROW',
      `Line ${String(line)} has ${String(cells.length)} cells, the header has ${String(header.length)}. Quote cells that hold a comma.`,
    );
  const fields: Record<string, string> = {};
  header.forEach((name, column) => {
    const cell = cells[column] ?? '';
    if (cell !== '') fields[name] = cell;
  });
  const result = EventInput.safeParse(fields);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const column = issue?.path.join('.') ?? '';
  throw new DomainError(
    'EVENT.BAD_ROW',
    `Line ${String(line)}, column “${column}”: ${issue?.message ?? 'invalid'}. Dates are written YYYY-MM-DD.`,
    [{ path: `${String(line)}.${column}`, message: issue?.message ?? 'invalid' }],
  );
}
