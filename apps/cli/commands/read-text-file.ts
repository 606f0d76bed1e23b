import fs from 'node:fs';
import { TextDecoder } from 'node:util';
import { PlainError } from '../plain-error.js';

const MAX_BYTES = 20 * 1024 * 1024;

/** A file as UTF-8 text, as it is (byte order mark and CRLF kept). Throws PlainError naming the file and the cause. */
export function readTextFile(file: string): string {
  const bytes = readBytes(file);
  if (bytes.length === 0) throw new PlainError(`${file}: the file is empty.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PlainError(
      bytes.includes(0)
        ? `${file}: this is a binary file, not text. Give the article as plain UTF-8 text.`
        : `${file}: the text is not UTF-8. Save it as UTF-8 (iconv -f windows-1252 -t utf-8) and try again.`,
    );
  }
}

function readBytes(file: string): Buffer {
  let size: number;
  try {
    const stat = fs.statSync(file);
    if (stat.isDirectory()) throw new PlainError(`${file}: this is a folder. Name the files in it.`);
    size = stat.size;
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`${file}: there is no such file, or it may not be read.`);
  }
  if (size > MAX_BYTES)
    throw new PlainError(
      `${file}: ${String(Math.round(size / 1024 / 1024))} MB is more than the ${String(MAX_BYTES / 1024 / 1024)} MB a text may have. Split it into its articles.`,
    );
  return fs.readFileSync(file);
}
