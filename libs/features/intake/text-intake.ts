import { createHash } from 'node:crypto';
import {
  type CalendarDate,
  DomainError,
  type ErrorCode,
  type MetadataOrigin,
  type SourceOrigins,
} from '#core/domain';
import { readLanguage, readTextMetadata } from '#core/extraction';
import {
  checkText,
  type Found,
  normaliseText,
  parseHeaderLines,
  readableText,
  type TextProblem,
} from '#core/text';

export const NORMALISER_VERSION = 'nfc-lf-1';

/** What whoever gives a text says of it. Left out, it is read from the text; null (or nobody) says that there is none. */
export interface SaidOfText {
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly outlet?: string | null | undefined;
  readonly publishedOn?: CalendarDate | null | undefined;
  readonly address?: string | null | undefined;
  readonly language?: string | undefined;
}

export interface TextInput extends SaidOfText {
  readonly text: string;
}

/** A document as it came, before a text was read out of it, and what it says of itself. */
export interface ReceivedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly charset: string | null;
  readonly says: SaysOfItself;
}

export type SaysOfItself = {
  readonly [K in keyof KnownOfText]?: Found<NonNullable<KnownOfText[K]>> | null;
};

interface KnownOfText {
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly publishedOn: CalendarDate | null;
  readonly address: string | null;
  /** A BCP 47 tag, 'und' where it cannot be told. */
  readonly language: string;
}

export interface PreparedText extends KnownOfText {
  readonly rawBytes: Uint8Array<ArrayBuffer>;
  readonly rawSha256: string;
  readonly text: string;
  readonly textSha256: string;
  readonly origins: SourceOrigins;
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
 * Checks a text, normalises it and finds out what is known of it: what the caller said wins, then what the document says
 * of itself, then what the first lines of the text give. Throws DomainError TEXT.* with the cause; nothing is stored by
 * then.
 */
export function prepareText(input: TextInput, received: ReceivedDocument | null = null): PreparedText {
  const check = checkText(input.text);
  if (!check.ok)
    throw new DomainError(CODES[check.code], check.message, [{ path: 'text', message: check.message }]);
  const text = normaliseText(input.text);
  const rawBytes = received?.bytes ?? new TextEncoder().encode(input.text);
  return {
    rawBytes,
    rawSha256: sha256(rawBytes),
    text,
    textSha256: sha256(new TextEncoder().encode(text)),
    ...knownOf(text, input, received?.says ?? {}),
  };
}

function knownOf(
  text: string,
  said: SaidOfText,
  says: SaysOfItself,
): KnownOfText & { readonly origins: SourceOrigins } {
  const header = parseHeaderLines(text);
  const opening = readTextMetadata(text);
  const inText = <T>(value: T | null, isHeader: boolean): Found<T> | null =>
    value === null ? null : { value, origin: isHeader ? 'header-lines' : 'text' };
  const author = inText(opening.author, header.author !== null);
  const title = choose(
    said.title === '' ? undefined : said.title,
    says.title ?? inText(opening.title, header.title !== null),
  );
  const authors = choose(said.authors, says.authors ?? (author && { ...author, value: [author.value] }));
  const outlet = choose(said.outlet, says.outlet ?? inText(opening.outlet, header.outlet !== null));
  const publishedOn = choose(
    said.publishedOn,
    says.publishedOn ?? inText(opening.publishedOn, header.publishedOn !== null),
  );
  const address = choose(said.address, says.address ?? inText(opening.address, true));
  const language = choose(said.language === '' ? undefined : said.language, readLanguageOf(text, says));
  return {
    title: title.value ?? firstLine(text),
    authors: authors.value ?? [],
    outlet: outlet.value,
    publishedOn: publishedOn.value,
    address: address.value,
    language: language.value ?? 'und',
    origins: {
      title: title.origin ?? 'text',
      authors: authors.origin,
      outlet: outlet.origin,
      publishedOn: publishedOn.origin,
      address: address.origin,
      language: language.origin,
    },
  };
}

interface Chosen<T> {
  readonly value: T | null;
  readonly origin: MetadataOrigin | null;
}

/** What was said, else what was found. An empty word and an empty list say that there is none. */
function choose<T>(said: T | null | undefined, found: Found<T> | null): Chosen<T> {
  if (said === undefined) return found ?? { value: null, origin: null };
  const isNone = said === null || said === '' || (Array.isArray(said) && said.length === 0);
  return { value: isNone ? null : said, origin: 'typed' };
}

/** 'en' where there is English to read; what a page says of its language counts only where the words do not tell. */
function readLanguageOf(text: string, says: SaysOfItself): Found<string> | null {
  const { isEnglish, language } = readLanguage(readableText(text).text);
  if (isEnglish) return { value: 'en', origin: 'text' };
  return language === null ? (says.language ?? null) : { value: language, origin: 'text' };
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
