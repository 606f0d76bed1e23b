/** Why a document cannot be read: a closed set. */
export const DOCUMENT_FAULTS = [
  'EMPTY',
  'UNKNOWN_KIND',
  'BROKEN',
  'ENCRYPTED',
  'SCANNED',
  'BOMB',
  'TOO_LARGE',
  'TOO_COSTLY',
  'EXTERNAL_ENTITIES',
  'BAD_CHARSET',
  'IS_FEED',
  'TOO_LITTLE_TEXT',
  'NOT_ARTICLE',
] as const;
export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

const MESSAGES: Readonly<Record<DocumentFault, string>> = {
  EMPTY: 'The file is empty. Give the file of an article.',
  UNKNOWN_KIND:
    'This is a file of a kind that is not read here. Give it as txt, md, html, pdf or docx, or paste the text.',
  BROKEN: 'The file is damaged and cannot be read. Save or download it again, or paste the text.',
  ENCRYPTED: 'The PDF is protected by a password. Save a copy without it and give that, or paste the text.',
  SCANNED:
    'The PDF holds pictures of pages and no text: it was scanned. Run it through text recognition (OCR) first, or paste the text.',
  BOMB: 'The file unpacks to far more than an article can be. It was not read.',
  TOO_LARGE: 'The file is larger than 25 MB. Split it, or paste the text.',
  TOO_COSTLY:
    'Reading the file took more time or memory than a document may; it was given up. Paste the text, or save the file anew with another program.',
  EXTERNAL_ENTITIES:
    'The document refers to entities of its own (a DTD), as no word processor writes them; it was not read. Save it again with a word processor.',
  BAD_CHARSET:
    'The characters are not in the character set that the file claims, or in none that is known. Save it as UTF-8 and try again.',
  IS_FEED: 'This is a feed, not an article. Add it under Feeds, or give the address of one article.',
  TOO_LITTLE_TEXT:
    'There are hardly any words of an article in it. If it stands behind a paywall or is put together by scripts, open it in your browser and paste the text.',
  NOT_ARTICLE:
    'This page is a list of links, not an article. Give the address of one article, or paste the text.',
};

/** Thrown where a document cannot be read; the message says what to do. */
export class DocumentFailure extends Error {
  override readonly name = 'DocumentFailure';

  constructor(
    readonly fault: DocumentFault,
    message = MESSAGES[fault],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
