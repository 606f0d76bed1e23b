import fs from 'node:fs';
import { TextDecoder } from 'node:util';
import { MAX_TEXT_CHARACTERS, checkText, guessUtf16 } from '#core/text';
import { PlainError } from '../plain-error.js';

/** UTF-8 needs at most three bytes for a UTF-16 code unit, so what is larger is too large however it is written. */
const MAX_BYTES = 3 * MAX_TEXT_CHARACTERS;

/**
 * A file as UTF-8 text, as it is (byte order mark and CRLF kept), after `checkText`. Throws PlainError naming the file,
 * the cause and what to do.
 */
export function readTextFile(file: string): string {
  const bytes = readBytes(file);
  if (bytes.length === 0) throw new PlainError(`${file}: the file is empty.`);
  const text = decode(file, bytes);
  const check = checkText(text);
  if (!check.ok) throw new PlainError(`${file}: ${check.message}`);
  return text;
}

function decode(file: string, bytes: Buffer): string {
  const encoding = utf16Of(bytes);
  if (encoding !== null)
    throw new PlainError(
      `${file}: the text is UTF-16. Save it as UTF-8 (iconv -f ${encoding} -t utf-8) and try again.`,
    );
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

/** By the byte order mark; without one, by what the bytes look like. */
function utf16Of(bytes: Buffer): 'utf-16' | 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  return guessUtf16(bytes);
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
      `${file}: ${String(Math.round(size / 1_000_000))} MB is more than a text may have (${MAX_TEXT_CHARACTERS.toLocaleString('en-US')} characters). Split it into its articles.`,
    );
  return fs.readFileSync(file);
}
