import { MAX_TEXT_CHARACTERS } from '#core/text';
import { decodeText } from './decode-text.js';
import {
  type GivenDocument,
  MAX_DOCUMENT_BYTES,
  MEDIA_TYPES,
  type PagesDone,
  type ReadDocument,
} from './document.js';
import { DocumentFailure } from './document-failure.js';
import { kindOfBytes, kindOfText } from './kind-of.js';
import { readDocx } from './read-docx.js';
import { readPage } from './read-page.js';
import { readPdf } from './read-pdf.js';

const NOTHING_SAID = {
  title: null,
  authors: null,
  outlet: null,
  publishedOn: null,
  language: null,
  address: null,
  doubt: null,
} as const;

/**
 * Reads a document of any kind we know, told by what it is and not by what it is called. Runs libraries on bytes of
 * strangers: to be called in a process of its own (`DocumentReader`). Throws a DocumentFailure.
 */
export async function readDocument(given: GivenDocument, onPages?: PagesDone): Promise<ReadDocument> {
  const { bytes, name, mediaType, address } = given;
  if (bytes.length === 0) throw new DocumentFailure('EMPTY');
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentFailure('TOO_LARGE');
  const form = kindOfBytes(bytes);
  const document =
    form === 'pdf'
      ? { kind: 'pdf' as const, charset: null, ...(await readPdf(bytes, onPages)) }
      : form === 'zip'
        ? { kind: 'docx' as const, charset: null, ...(await readDocx(bytes)) }
        : readText(bytes, name, mediaType, address);
  if (document.text.length > MAX_TEXT_CHARACTERS)
    throw new DocumentFailure('TOO_LARGE', 'The document has more than 5,000,000 characters. Split it.');
  if (document.text.trim() === '' && document.kind !== 'html') throw new DocumentFailure('EMPTY');
  return { ...document, mediaType: MEDIA_TYPES[document.kind] };
}

function readText(
  bytes: Uint8Array,
  name: string | undefined,
  mediaType: string | undefined,
  address: string | undefined,
): Omit<ReadDocument, 'mediaType'> {
  const { text, charset } = decodeText(bytes, mediaType);
  const kind = kindOfText(text, name, mediaType);
  if (kind !== 'html') return { kind, charset, text, ...NOTHING_SAID };
  return { kind, charset, ...readPage(text, address) };
}
