import { DomainError } from '#core/domain';

/** Where the next page of a list ordered by (instant, id), newest first, begins. */
export interface PageCursor {
  readonly at: Date;
  readonly id: string;
}

export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const CURSOR = /^(\d{1,15})_([0-9a-f-]{36})$/;

export function parseCursor(cursor: string | undefined): PageCursor | null {
  if (cursor === undefined) return null;
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (match?.[1] === undefined || match[2] === undefined)
    throw new DomainError(
      'INPUT.INVALID',
      'The cursor is not one this service gave out; start from the first page.',
      [{ path: 'cursor', message: 'unknown cursor' }],
    );
  return { at: new Date(Number(match[1])), id: match[2] };
}

/** Cuts a list that was fetched with one row too many, and says where the next page begins. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => PageCursor,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, nextCursor: null };
  const key = keyOf(last);
  const text = `${String(key.at.getTime())}_${key.id}`;
  return { items, nextCursor: Buffer.from(text, 'utf8').toString('base64url') };
}
