import type { Found } from '#core/text';
import type { CalendarDate } from '#core/domain';
import type { DocumentFault } from './document-failure.js';

export type DocumentKind = 'html' | 'text' | 'markdown' | 'pdf' | 'docx';

/** Bytes as somebody gave them, with what was said about them; none of it is believed. */
export interface GivenDocument {
  readonly bytes: Uint8Array;
  readonly name?: string | undefined;
  /** As in a Content-Type header. */
  readonly mediaType?: string | undefined;
  /** Where it was fetched. */
  readonly address?: string | undefined;
}

/** Told while a document of many pages is read. */
export type PagesDone = (done: number, pages: number) => void;

/** Of a web page that has hardly any words, or mostly links. */
export interface Doubt {
  readonly fault: Extract<DocumentFault, 'TOO_LITTLE_TEXT' | 'NOT_ARTICLE'>;
  readonly message: string;
}

/** A document as it was read: its text, and what it says of itself, each with where that stands. */
export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly mediaType: string;
  /** Null for what is no text file. */
  readonly charset: string | null;
  /** Paragraphs apart by a blank line. Not normalised. */
  readonly text: string;
  readonly title: Found<string> | null;
  readonly authors: Found<readonly string[]> | null;
  readonly outlet: Found<string> | null;
  readonly publishedOn: Found<CalendarDate> | null;
  readonly language: Found<string> | null;
  /** Its own address, as it gives it. */
  readonly address: Found<string> | null;
  /** Why it should not be taken for an article, though it could be read. */
  readonly doubt: Doubt | null;
}

export const MEDIA_TYPES: Readonly<Record<DocumentKind, string>> = {
  html: 'text/html',
  text: 'text/plain',
  markdown: 'text/markdown',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Largest document that is read, in bytes. */
export const MAX_DOCUMENT_BYTES = 25_000_000;
