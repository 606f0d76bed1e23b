import { createHash } from 'node:crypto';
import { type CalendarDate, DomainError, type ErrorCode } from '#core/domain';
import { readTextMetadata } from '#core/extraction';
import { checkText, normaliseText, type TextProblem } from '#core/text';

export const NORMALISER_VERSION = 'nfc-lf-1';

export interface TextInput {
  readonly text: string;
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly outlet?: string | undefined;
  readonly publishedOn?: CalendarDate | undefined;
  readonly address?: string | undefined;
  readonly language?: string | undefined;
}

/** A document as it came, before a text was read out of it. */
export interface OriginalBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly charset: string | null;
}

export interface PreparedText {
  readonly rawBytes: Uint8Array<ArrayBuffer>;
  readonly rawSha256: string;
  readonly text: string;
  readonly textSha256: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
  readonly address: string | null;
}

const CODES: Record<TextProblem, ErrorCode> = {
  EMPTY: 'TEXT.EMPTY',
  BLANK: 'TEXT.EMPTY',
  TOO_LARGE: 'TEXT.TOO_LARGE',
  NUL_BYTE: 'TEXT.NUL_BYTE',
  LONE_SURROGATE: 'TEXT.LONE_SURROGATE',
  BINARY: 'TEXT.BINARY',
};

/**
 * Checks a text, normalises it and reads the metadata its first lines may give; what the caller said wins.
 * Throws DomainError TEXT.* with the cause; nothing is stored by then.
 */
export function prepareText(input: TextInput, original?: Uint8Array<ArrayBuffer>): PreparedText {
  const check = checkText(input.text);
  if (!check.ok)
    throw new DomainError(CODES[check.code], check.message, [{ path: 'text', message: check.message }]);
  const text = normaliseText(input.text);
  const found = readTextMetadata(text);
  const rawBytes = original ?? new TextEncoder().encode(input.text);
  const said = (value: string | undefined) => (value === undefined || value === '' ? undefined : value);
  return {
    rawBytes,
    rawSha256: sha256(rawBytes),
    text,
    textSha256: sha256(new TextEncoder().encode(text)),
    title: said(input.title) ?? found.title ?? firstLine(text),
    authors: input.authors ?? (found.author === null ? [] : [found.author]),
    outlet: said(input.outlet) ?? found.outlet,
    publishedOn: input.publishedOn ?? found.publishedOn,
    address: said(input.address) ?? found.address,
  };
}

/** A text without a title is called by its first line, cut at a word. */
function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  if (line.length <= 120) return line;
  const cut = line.slice(0, 120);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 60));
  return `${atWord}…`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
