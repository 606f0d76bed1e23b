import fs from 'node:fs';
import { MAX_DOCUMENT_BYTES } from '#platform/documents';
import { PlainError } from '../plain-error.js';

/** Throws PlainError naming the file and what to do, for one that cannot be read or is too large; opens none. */
export function checkDocumentFile(file: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new PlainError(`${file}: there is no such file, or it may not be read.`);
  if (stat.isDirectory()) throw new PlainError(`${file}: this is a folder. Name the files in it.`);
  if (stat.size > MAX_DOCUMENT_BYTES)
    throw new PlainError(
      `${file}: ${String(Math.round(stat.size / 1_000_000))} MB is more than a document may have (25 MB). Split it.`,
    );
  try {
    fs.accessSync(file, fs.constants.R_OK);
  } catch {
    throw new PlainError(`${file}: it may not be read.`);
  }
}
