import zlib from 'node:zlib';

/** A document to be written as a file of each kind. */
export interface Written {
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly string[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page of a newspaper: navigation, a cookie banner, a script, the article, a footer. */
export function writePage({ title, author, paragraphs }: Written): Buffer {
  const body = paragraphs.map((one) => `<p>${escapeXml(one)}</p>`).join('\n');
  return Buffer.from(`<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${escapeXml(title)} | The Daily</title><meta property="og:title" content="${escapeXml(title)}">
<meta name="author" content="${escapeXml(author)}"><script>document.title = 'run';</script></head><body>
<div id="cookie-banner"><p>We value your privacy. Accept all cookies.</p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>${escapeXml(title)}</h1>${body}</article><footer>© The Daily. All rights reserved.</footer></body></html>`);
}

/** A zip archive. `announced` overstates or understates the unpacked size of every entry. */
export function writeZip(files: Readonly<Record<string, string | Buffer>>, announced?: number): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content as string);
    const packed = zlib.deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(zlib.crc32 === undefined ? 0 : zlib.crc32(data), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(announced ?? data.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 8, 6, 28);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The least a Word document needs. `prolog` goes before the root of its main part. */
export function writeDocx({ title, author, paragraphs }: Written, prolog = ''): Buffer {
  const body = paragraphs
    .map((one) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(one)}</w:t></w:r></w:p>`)
    .join('');
  return writeZip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator></cp:coreProperties>`,
  });
}

/** The codes of what WinAnsi has above ASCII. */
const WIN_ANSI: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(128 + i)),
    128 + i,
  ]),
);

/** Codes below the blank for what WinAnsi lacks, in the order met: up to 31 different letters of a document. */
type OtherLetters = Map<string, number>;

function codeOf(letter: string, others: OtherLetters): number {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code >= 32 && code < 127) return code;
  const known = WIN_ANSI.get(letter) ?? others.get(letter);
  if (known !== undefined) return known;
  others.set(letter, others.size + 1);
  return others.size;
}

function differencesOf(others: OtherLetters): string {
  const names = [...others.keys()].map(
    (letter) => `/uni${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return `<< /BaseEncoding /WinAnsiEncoding ${names.length === 0 ? '' : `/Differences [1 ${names.join(' ')}]`} >>`;
}

const LINE = 80;
const LINES_A_PAGE = 46;

function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function literal(text: string, others: OtherLetters = new Map()): string {
  return [...text]
    .map((letter) => {
      const code = codeOf(letter, others);
      const isPlain = code >= 32 && code < 127 && !'()\\'.includes(letter);
      return isPlain ? letter : `\\${code.toString(8).padStart(3, '0')}`;
    })
    .join('');
}

/** A PDF of one column, with wrapped lines, a running head and page numbers. `more` goes into its trailer. */
export function writePdf({ title, author, paragraphs }: Written, more = ''): Buffer {
  const lines = paragraphs.flatMap((one) => [...wrap(one), null]);
  const pages: string[] = [];
  const others: OtherLetters = new Map();
  const head = lines.length > LINES_A_PAGE ? '1 0 0 1 60 780 Tm (The Quarterly) Tj' : '';
  for (let from = 0; from < lines.length; from += LINES_A_PAGE) {
    const shown = lines
      .slice(from, from + LINES_A_PAGE)
      .map((line, i) =>
        line === null ? '' : `1 0 0 1 60 ${String(740 - i * 14)} Tm (${literal(line, others)}) Tj\n`,
      );
    const number = String(pages.length + 1);
    pages.push(`BT /F1 10 Tf ${head}\n${shown.join('')}1 0 0 1 300 40 Tm (${number}) Tj ET`);
  }
  return writePdfOf(
    pages,
    `/Title (${literal(title)}) /Author (${literal(author)}) /CreationDate (D:20310310120000Z)`,
    more,
    differencesOf(others),
  );
}

/** In letters; words that are longer than a line make the page wide. */
const lengthsOfLines = (stream: string): number[] => stream.split('\n').map(({ length }) => length);

/** A PDF of these content streams. */
export function writePdfOf(
  streams: readonly string[],
  info = '',
  more = '',
  encoding = '/WinAnsiEncoding',
): Buffer {
  const width = Math.max(595, 120 + 6 * Math.max(0, ...streams.flatMap(lengthsOfLines)));
  const kids = streams.map((_, i) => `${String(5 + i * 2)} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${String(streams.length)} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding ${encoding} /FirstChar 0 /LastChar 255 /Widths [${'500 '.repeat(256)}] >>`,
    `<< ${info} >>`,
    ...streams.flatMap((stream, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(width)} 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(6 + i * 2)} 0 R >>`,
      `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  return assemblePdf(objects, `/Info 4 0 R ${more}`);
}

/** A PDF of these objects, the first of which is its catalogue; in Latin-1, a letter a byte. */
export function assemblePdf(objects: readonly string[], more = ''): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${String(i + 1)} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${rows}trailer << /Size ${String(objects.length + 1)} /Root 1 0 R ${more} >>\nstartxref\n${String(xref)}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}
