import zlib from 'node:zlib';
import { assemblePdf, writeDocx, writePdf, writePdfOf, writeZip, type Written } from './document-files.js';

/** A file made to do harm, or one that holds nothing to read, and what is said of it. */
export interface Harmful {
  readonly name: string;
  readonly bytes: Buffer;
  /** The code of the problem. */
  readonly code: string;
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const ONE_PAGE = '<< /Type /Pages /Kids [4 0 R] /Count 1 >>';
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /X 6 0 R >> >> /Contents 5 0 R >>';

const stream = (entries: string, data: Buffer): string =>
  `<< ${entries} /Length ${String(data.length)} >>\nstream\n${data.toString('latin1')}\nendstream`;

/** A few hundred bytes that say, unpacked twice, sixty megabytes of one and the same word. */
export function writePdfBomb(): Buffer {
  const page = Buffer.alloc(60_000_000, '(harbour) Tj ');
  const packed = zlib.deflateSync(zlib.deflateSync(page), { level: 9 });
  return assemblePdf([
    CATALOGUE,
    ONE_PAGE,
    FONT,
    PAGE,
    stream('/Filter [/FlateDecode /FlateDecode]', packed),
  ]);
}

/** Pages within pages: each draws the next four hundred times, four deep. */
export function writeBurningPdf(): Buffer {
  const depth = 4;
  const drawn = (name: string) => stream('', Buffer.from(name));
  const forms = Array.from({ length: depth }, (_, i) => {
    const isLast = i === depth - 1;
    const inside = isLast ? '/Font << /F 3 0 R >>' : `/XObject << /X ${String(7 + i)} 0 R >>`;
    const data = isLast ? 'BT /F 9 Tf (a) Tj ET' : '/X Do '.repeat(400);
    return stream(
      `/Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode /Resources << ${inside} >>`,
      zlib.deflateSync(Buffer.from(data)),
    );
  });
  return assemblePdf([CATALOGUE, ONE_PAGE, FONT, PAGE, drawn('/X Do'), ...forms]);
}

const ARTICLE: Written = {
  title: 'Harm',
  author: 'Nobody',
  paragraphs: ['The harbour will close by the end of 2033, the council said on Tuesday.'],
};
const LOCKED = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;

export const harmfulDocuments = (): Harmful[] => [
  { name: 'bomb.pdf', bytes: writePdfBomb(), code: 'DOCUMENT.TOO_COSTLY' },
  {
    name: 'circle.pdf',
    bytes: assemblePdf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    code: 'DOCUMENT.BROKEN',
  },
  { name: 'locked.pdf', bytes: writePdf(ARTICLE, LOCKED), code: 'DOCUMENT.ENCRYPTED' },
  { name: 'scanned.pdf', bytes: writePdfOf(['q Q', 'q Q']), code: 'DOCUMENT.SCANNED' },
  {
    name: 'bomb.docx',
    bytes: writeZip({ 'word/document.xml': Buffer.alloc(90_000_000) }),
    code: 'DOCUMENT.BOMB',
  },
  {
    name: 'entities.docx',
    bytes: writeDocx(ARTICLE, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    code: 'DOCUMENT.EXTERNAL_ENTITIES',
  },
];
