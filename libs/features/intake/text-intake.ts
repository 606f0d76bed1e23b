import { createHash } from 'node:crypto';
import { type CalendarDate, DomainError, type ErrorCode } from '#core/domain';
import { readTextMetadata } from '#core/extraction';
import { checkText, normaliseText, type TextProblem } from '#core/text';

/** 12 MB of JSON may carry it; a text of this size is a book, not a commentary. */
export const MAX_TEXT_CHARACTERS = 5_000_000;
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

const PROBLEMS: Record<TextProblem, { code: ErrorCode; message: string }> = {
  EMPTY: { code: 'TEXT.EMPTY', message: 'The text is empty. Paste or choose the text of an article.' },
  BLANK: {
    code: 'TEXT.EMPTY',
    message: 'The text holds only blanks. Paste or choose the text of an article.',
  },
  NUL_BYTE: {
    code: 'TEXT.NUL_BYTE',
    message: 'The text holds a NUL byte, so it is not plain text. Save it as UTF-8 text and try again.',
  },
  LONE_SURROGATE: {
    code: 'TEXT.LONE_SURROGATE',
    message: 'The text holds half of a character (a lone surrogate). Copy it again from its source.',
  },
  BINARY: {
    code: 'TEXT.BINARY',
    message: 'This looks like a binary file, not like text. Give the article as plain UTF-8 text.',
  },
};

/**
 * Checks a text, normalises it and reads the metadata its first lines may give; what the caller said wins.
 * Throws DomainError TEXT.* with the cause; nothing is stored by then.
 */
export function prepareText(input: TextInput): PreparedText {
  if (input.text.length > MAX_TEXT_CHARACTERS)
    throw new DomainError(
      'TEXT.TOO_LARGE',
      `The text has ${String(input.text.length)} characters; at most ${String(MAX_TEXT_CHARACTERS)} are taken in. Split it into its articles.`,
    );
  const check = checkText(input.text);
  if (!check.ok) {
    const problem = PROBLEMS[check.code];
    throw new DomainError(problem.code, problem.message, [{ path: 'text', message: problem.message }]);
  }
  const text = normaliseText(input.text);
  const found = readTextMetadata(text);
  const rawBytes = new TextEncoder().encode(input.text);
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
