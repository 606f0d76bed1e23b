import { cleanByline, joinPrintedLines, type PrintedLine, readPageDate } from '#core/text';
import { getDocumentProxy } from 'unpdf';
import type { PagesDone, ReadDocument } from './document.js';
import { DocumentFailure } from './document-failure.js';

type Pdf = Omit<ReadDocument, 'kind' | 'mediaType' | 'charset'>;
type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;

const PAGES_AT_MOST = 2_000;
/** Fewer letters a page than that are page numbers and stamps on pictures. */
const LEAST_LETTERS_A_PAGE = 20;
const MADE_BY_PROGRAM =
  /^(?:untitled|microsoft word|document\d*$|slide \d|.*\.(?:docx?|pdf|indd|qxd|tex|dvi)$)/iu;

/** The text of a PDF, its lines put together, and its properties. Throws a DocumentFailure. */
export async function readPdf(bytes: Uint8Array, onPages?: PagesDone): Promise<Pdf> {
  const pdf = await open(bytes);
  if (pdf.numPages > PAGES_AT_MOST)
    throw new DocumentFailure(
      'TOO_LARGE',
      `The PDF has ${String(pdf.numPages)} pages; at most ${String(PAGES_AT_MOST)} are read. Split it.`,
    );
  const pages: PrintedLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readLines(pdf, number));
    onPages?.(number, pdf.numPages);
  }
  const text = joinPrintedLines(pages);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS_A_PAGE * Math.min(pdf.numPages, 20)) throw new DocumentFailure('SCANNED');
  return { text, ...(await propertiesOf(pdf)), outlet: null, address: null, doubt: null };
}

async function open(bytes: Uint8Array): Promise<Proxy> {
  try {
    // It keeps the bytes for itself, and cannot take a Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new DocumentFailure(name === 'PasswordException' ? 'ENCRYPTED' : 'BROKEN', undefined, {
      cause: error,
    });
  }
}

type OpenLine = PrintedLine & { readonly right: number };

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
  readonly width: number;
}

async function readLines(pdf: Proxy, number: number): Promise<PrintedLine[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const upper = page.view[3] ?? 0;
  const lines: OpenLine[] = [];
  for (const item of items as readonly Item[]) if ('str' in item) addItem(lines, item, upper);
  page.cleanup();
  return lines;
}

/** Puts a run of letters where it stands: at the end of the last line, or at the beginning of another. */
function addItem(lines: OpenLine[], item: Item, upper: number): void {
  if (item.str === '') return;
  const [, , , scale = 0, left = 0, bottom = 0] = item.transform;
  const height = item.height > 0 ? item.height : Math.abs(scale);
  const top = upper - bottom;
  const right = left + item.width;
  const last = lines.at(-1);
  const isBlank = item.str.trim() === '';
  if (last === undefined || (Math.abs(last.top - top) > Math.max(last.height, height) * 0.5 && !isBlank)) {
    if (!isBlank) lines.push({ text: item.str, top, left, height, right });
    return;
  }
  const isApart = left - last.right > height * 0.2 && !/\s$/u.test(last.text) && !/^\s/u.test(item.str);
  lines[lines.length - 1] = { ...last, text: last.text + (isApart ? ' ' : '') + item.str, right };
}

async function propertiesOf(
  pdf: Proxy,
): Promise<Pick<Pdf, 'title' | 'authors' | 'publishedOn' | 'language'>> {
  const info = ((await pdf.getMetadata().catch(() => null))?.info ?? {}) as Readonly<Record<string, unknown>>;
  const said = (key: string): string => (typeof info[key] === 'string' ? info[key].trim().slice(0, 500) : '');
  const title = said('Title');
  const authors = cleanByline(said('Author'));
  const publishedOn = readPageDate(said('CreationDate'));
  const language = said('Language');
  return {
    title: title === '' || MADE_BY_PROGRAM.test(title) ? null : { value: title, origin: 'document' },
    authors: authors.length === 0 ? null : { value: authors, origin: 'document' },
    publishedOn: publishedOn === null ? null : { value: publishedOn, origin: 'document' },
    language: language === '' ? null : { value: language, origin: 'document' },
  };
}
