import type { DocumentKind } from './document.js';
import { DocumentFailure } from './document-failure.js';

/** What the first bytes say; text is told apart once it is decoded. */
export function kindOfBytes(bytes: Uint8Array): 'pdf' | 'zip' | 'text' {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip';
  const known = FOREIGN.find(([mark]) => head.startsWith(mark));
  if (known !== undefined)
    throw new DocumentFailure(
      'UNKNOWN_KIND',
      `This is ${known[1]}. Give the article as txt, md, html, pdf or docx, or paste the text.`,
    );
  return 'text';
}

const FOREIGN: readonly (readonly [string, string])[] = [
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Excel file (doc, xls), or a docx with a password'],
  ['{\\rtf', 'an RTF file'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['%!PS', 'a PostScript file'],
  ['\u001f\u008b', 'a gzip archive'],
  ['7z\u00bc\u00af', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['\u007fELF', 'a program'],
];

const FEED =
  /^(?:<\?xml[^>]*>)?\s*(?:<!--(?:(?!-->)[^])*-->\s*)*(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu;
const JSON_FEED = /^\{[^]{0,400}https:\/\/jsonfeed\.org\/version/u;
const HTML =
  /^(?:<\?xml[^>]*>)?\s*(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype html|html|head|body|title|meta)\b/iu;
const HTML_BODY = /<(?:p|div|article|br|table|body)\b[^>]*>/giu;

/**
 * What a decoded text is. Its own look decides; name and type only between plain text and Markdown, and for a page that
 * begins in the middle. Throws DocumentFailure IS_FEED.
 */
export function kindOfText(text: string, name = '', mediaType = ''): Exclude<DocumentKind, 'pdf' | 'docx'> {
  const head = text.slice(0, 20_000).trimStart();
  if (FEED.test(head) || JSON_FEED.test(head)) throw new DocumentFailure('IS_FEED');
  if (HTML.test(head)) return 'html';
  const isSaidHtml = /^(?:text\/html|application\/xhtml)/iu.test(mediaType) || /\.x?html?$/iu.test(name);
  if (isSaidHtml && (head.match(HTML_BODY) ?? []).length > 0) return 'html';
  return /\.(?:md|markdown)$/iu.test(name) || /^text\/markdown/iu.test(mediaType) ? 'markdown' : 'text';
}
