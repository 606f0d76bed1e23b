import type { CalendarDate } from '#core/domain';
import { parseWrittenDate } from './calendar-date.js';
import { splitLines } from './split-paragraphs.js';
import { isBlank, trimSpan } from './text-span.js';

export interface TextHeader {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
  readonly address: string | null;
  /** UTF-16 offset in the whole text where the body begins; 0 without header lines. */
  readonly bodyStart: number;
}

/** A longer line is not a header but a whole text without line ends. */
const MAX_LINE = 1_000;

type Field = 'title' | 'author' | 'outlet' | 'date' | 'address';

const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  outlet: 'outlet',
  date: 'date',
  address: 'address',
};

/**
 * Reads the lines `Title: Author: Outlet: Date: Address:` that a text file may open with, in any order, each once.
 * The first line that is none of them ends the header. A date that cannot be read gives null, not an error.
 *
 * @param text the whole text as it is, byte order mark and CRLF included
 * @returns what the lines say; nulls and `bodyStart: 0` where there are none
 * @example parseHeaderLines('Title: Rain\n\nIt will.').bodyStart === 13
 */
export function parseHeaderLines(text: string): TextHeader {
  const found = new Map<Field, string>();
  let bodyStart = 0;
  for (const line of splitLines(text.slice(0, 20_000)).slice(0, Object.keys(FIELDS).length + 1)) {
    const span = trimSpan(text, line);
    const match = /^([A-Za-z]{4,8})[ \t]*:(.*)$/su.exec(text.slice(span.start, span.end));
    const field = match === null ? undefined : FIELDS[(match[1] ?? '').toLowerCase()];
    if (match === null || field === undefined || found.has(field) || span.end - span.start > MAX_LINE) break;
    found.set(field, (match[2] ?? '').trim());
    bodyStart = line.end;
  }
  if (found.size > 0) while (bodyStart < text.length && isBlank(text.charCodeAt(bodyStart))) bodyStart += 1;
  const date = found.get('date');
  return {
    title: orNull(found.get('title')),
    author: orNull(found.get('author')),
    outlet: orNull(found.get('outlet')),
    publishedOn: date === undefined ? null : parseWrittenDate(date),
    address: orNull(found.get('address')),
    bodyStart,
  };
}

function orNull(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value;
}
