import fs from 'node:fs';
import { MAX_DOCUMENT_BYTES } from '#platform/documents';
import { PlainError } from '../plain-error.js';

/** The bytes of a document; one that is too large is not opened. Throws PlainError naming the file and what to do. */
export function readDocumentFile(file: string): Buffer {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new PlainError(`${file}: there is no such file, or it may not be read.`);
  if (stat.isDirectory()) throw new PlainError(`${file}: this is a folder. Name the files in it.`);
  if (stat.size > MAX_DOCUMENT_BYTES)
    throw new PlainError(
      `${file}: ${String(Math.round(stat.size / 1_000_000))} MB is more than a document may have (25 MB). Split it.`,
    );
  return fs.readFileSync(file);
}
