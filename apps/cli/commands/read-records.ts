import fs from 'node:fs';
import { TextDecoder } from 'node:util';
import { type CalendarDate, isCalendarDate } from '#core/domain';
import { PlainError } from '../plain-error.js';

/** One JSON object of a file of them, with the line it stands on and how errors name it. */
export interface JsonRecord {
  readonly line: number;
  readonly where: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A record takes some 5 kB of memory once it is read. */
const AT_MOST_BYTES = 200 * 1024 * 1024;
const LINE_FEED = 10;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})?$/u;

/**
 * Reads JSON Lines: an object a line, empty lines skipped, a byte order mark and CRLF allowed.
 *
 * @throws PlainError naming file, line and what is wrong
 */
export function readRecords(file: string): JsonRecord[] {
  const bytes = readBytes(file);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const records: JsonRecord[] = [];
  let line = 0;
  // Line by line: a file may be longer than the longest string.
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    line += 1;
    const where = `${file}: line ${String(line)}`;
    const text = decode(decoder, bytes.subarray(start, end), where).trim();
    if (text !== '') records.push({ line, where, fields: parseObject(text, where) });
    start = end + 1;
  }
  if (records.length === 0) throw new PlainError(`${file}: is empty. Write one JSON object on each line.`);
  return records;
}

/** The `id` of each record. @throws PlainError where one is missing or stands twice, naming both lines */
export function readIds(records: readonly JsonRecord[]): string[] {
  const lineOf = new Map<string, number>();
  return records.map((record) => {
    const id = textField(record, 'id');
    const before = lineOf.get(id);
    if (before !== undefined)
      throw new PlainError(`${record.where}: the id “${id}” stands on line ${String(before)} already.`);
    lineOf.set(id, record.line);
    return id;
  });
}

/** A field that must be there, as text. */
export function textField({ fields, where }: JsonRecord, name: string): string {
  const value = fields[name];
  if (value === undefined || value === null) throw new PlainError(`${where}: “${name}” is missing.`);
  if (typeof value !== 'string') throw new PlainError(`${where}: “${name}” must be text in quotes.`);
  if (value.trim() === '') throw new PlainError(`${where}: “${name}” is empty.`);
  return value;
}

/** A field that may be missing or null, as text; then ''. */
export function optionalTextField(record: JsonRecord, name: string): string {
  const value = record.fields[name];
  if (value === undefined || value === null || value === '') return '';
  return textField(record, name);
}

/** A field that may be missing or null: a date, or an instant, whose day is the one it is written with. */
export function optionalDateField(record: JsonRecord, name: string): CalendarDate | null {
  const text = optionalTextField(record, name).trim();
  if (text === '') return null;
  const day = isCalendarDate(text) ? text : (INSTANT.exec(text)?.[1] ?? '');
  if (!isCalendarDate(day))
    throw new PlainError(
      `${record.where}: “${name}” is no date: ${text.slice(0, 40)}. Write YYYY-MM-DD, or YYYY-MM-DDTHH:MM with Z or an offset.`,
    );
  return day;
}

function parseObject(text: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PlainError(`${where}: is no JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PlainError(`${where}: is no JSON object. Write {"id": …} on a line of its own.`);
  return value as Record<string, unknown>;
}

function decode(decoder: TextDecoder, bytes: Uint8Array, where: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new PlainError(`${where}: is not UTF-8. Save the file as UTF-8 and try again.`);
  }
}

function readBytes(file: string): Buffer {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new PlainError(`${file}: there is no such file.`);
  if (stat.isDirectory()) throw new PlainError(`${file}: is a folder, not a file of JSON lines.`);
  if (stat.size > AT_MOST_BYTES)
    throw new PlainError(
      `${file}: has ${(stat.size / 1e6).toFixed(0)} MB; up to ${String(AT_MOST_BYTES / 1024 / 1024)} MB are read at once. Split it.`,
    );
  try {
    return fs.readFileSync(file);
  } catch {
    throw new PlainError(`${file}: may not be read.`);
  }
}
