import { cleanByline, readPageDate } from '#core/text';
import mammoth from 'mammoth';
import { parseHTML } from 'linkedom';
import type { ReadDocument } from './document.js';
import { DocumentFailure } from './document-failure.js';
import { textOfHtml } from './read-page.js';
import { readZipEntries } from './zip-entries.js';

type Docx = Omit<ReadDocument, 'kind' | 'mediaType' | 'charset'>;

const XML_PART = /\.(?:xml|rels)$/u;

/** The text of a Word document and its properties. Throws a DocumentFailure. */
export async function readDocx(bytes: Uint8Array): Promise<Docx> {
  const entries = readZipEntries(bytes);
  if (!entries.has('word/document.xml'))
    throw new DocumentFailure(
      'UNKNOWN_KIND',
      'This is an archive and no Word document. Unpack it, and give the documents in it.',
    );
  for (const [name, part] of entries)
    // In UTF-16 the same words have zeros between their letters.
    if (XML_PART.test(name) && /<!(?:DOCTYPE|ENTITY)/iu.test(part.toString('latin1').replaceAll('\0', '')))
      throw new DocumentFailure('EXTERNAL_ENTITIES');
  const { text, heading } = textOfHtml(await toHtml(bytes));
  return {
    text,
    ...propertiesOf(entries.get('docProps/core.xml'), heading),
    outlet: null,
    address: null,
    doubt: null,
  };
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        externalFileAccess: false,
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Subtitle'] => h2:fresh",
          'comment-reference =>',
        ],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    throw new DocumentFailure('BROKEN', undefined, { cause: error });
  }
}

function propertiesOf(
  core: Buffer | undefined,
  heading: string | null,
): Pick<Docx, 'title' | 'authors' | 'publishedOn' | 'language'> {
  const said = (name: string): string => {
    if (core === undefined) return '';
    const { document } = parseHTML(
      `<html><body>${core.toString('utf8').replace(/<\?[^>]*>/u, '')}</body></html>`,
    );
    const element = [...document.querySelectorAll('*')].find(
      ({ localName }) => localName.toLowerCase() === name,
    );
    return (element?.textContent ?? '').trim().slice(0, 500);
  };
  const title = said('dc:title');
  const authors = cleanByline(said('dc:creator'));
  const publishedOn = readPageDate(said('dcterms:created'));
  const language = said('dc:language');
  return {
    title:
      title !== ''
        ? { value: title, origin: 'document' }
        : heading === null
          ? null
          : { value: heading, origin: 'heading' },
    authors: authors.length === 0 ? null : { value: authors, origin: 'document' },
    publishedOn: publishedOn === null ? null : { value: publishedOn, origin: 'document' },
    language: language === '' ? null : { value: language, origin: 'document' },
  };
}
