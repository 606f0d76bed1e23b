import { extractCandidates } from '#core/extraction';
import {
  writeDocx,
  writePage,
  writePdf,
  writePdfOf,
  writeZip,
} from '../../../test/support/document-files.js';
import { readDocument } from './read-document.js';

const ARTICLE = {
  title: 'What the harbour can expect from a year of high tides',
  author: 'Ada Low',
  paragraphs: [
    'The port of Lund has been dredged four times since the flood, and its managers say – with some pride – that no ship had to wait.',
    'The harbour will close by the end of 2033. I think it is very likely that the city council will approve the new bridge before June 2032, since “nobody else has a plan”.',
    'Traffic through the strait fell by a third last year. Insurers have doubled their premiums, and the two largest lines have moved their ships to the north.',
    'There is a 70% chance that the ferry line goes bankrupt by 2034. That would leave the island without a link to the mainland, which the council has promised to prevent.',
  ],
};
const TEXT = ARTICLE.paragraphs.join('\n\n');
const FILES = {
  text: Buffer.from(TEXT),
  html: writePage(ARTICLE),
  pdf: writePdf(ARTICLE),
  docx: writeDocx(ARTICLE),
};

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const found = (text: string) =>
  extractCandidates(text, { author: 'Ada Low', publishedOn: '2031-03-10' }).map(
    ({ quote, statement, deadline, probability }) => ({
      quote,
      statement,
      deadline,
      probability,
    }),
  );

describe('a document', () => {
  it.each(Object.entries(FILES))(
    'reads the same as %s: text, paragraphs, candidates',
    async (kind, bytes) => {
      const document = await readDocument({ bytes });
      expect(document.kind).toBe(kind);
      expect(squeeze(document.text)).toBe(squeeze(TEXT));
      expect(document.text.split('\n\n')).toHaveLength(ARTICLE.paragraphs.length);
      expect(found(document.text)).toEqual(found(TEXT));
      expect(found(TEXT).length).toBeGreaterThan(1);
    },
  );

  it.each(Object.entries(FILES))(
    'is known for %s by what it is, whatever its name says',
    async (kind, bytes) => {
      for (const name of ['a.txt', 'a.pdf', 'a.docx', 'a.html', 'a'])
        expect((await readDocument({ bytes, name, mediaType: 'application/octet-stream' })).kind).toBe(kind);
    },
  );

  it('says what it knows of itself, and where that stands', async () => {
    expect(await readDocument({ bytes: FILES.html, address: 'https://www.daily.example/a' })).toMatchObject({
      title: { value: ARTICLE.title, origin: 'open-graph' },
      authors: { value: ['Ada Low'], origin: 'meta' },
      outlet: { value: 'daily.example', origin: 'address' },
      language: { value: 'en', origin: 'meta' },
    });
    for (const bytes of [FILES.pdf, FILES.docx])
      expect(await readDocument({ bytes })).toMatchObject({
        title: { value: ARTICLE.title, origin: 'document' },
        authors: { value: ['Ada Low'], origin: 'document' },
      });
    expect((await readDocument({ bytes: FILES.pdf })).publishedOn).toEqual({
      value: '2031-03-10',
      origin: 'document',
    });
  });

  it('of a book of forty pages loses its heads and numbers, and says how far it is', async () => {
    const paragraphs = Array.from(
      { length: 400 },
      (_, i) => `${ARTICLE.paragraphs[i % 4] ?? ''} It is part ${String(i)}.`,
    );
    const told: number[] = [];
    const { text } = await readDocument({ bytes: writePdf({ ...ARTICLE, paragraphs }) }, (done, pages) => {
      told.push(done / pages);
    });
    expect(squeeze(text)).toBe(squeeze(paragraphs.join(' ')));
    // And tells how far it is, page by page.
    expect(told.length).toBeGreaterThan(30);
    expect(told).toEqual(told.map((_, i) => (i + 1) / told.length));
  });
});

describe('a page', () => {
  const pageOf = (body: string, head = '') =>
    Buffer.from(
      `<!doctype html><html><head>${head}</head><body><article><p>${ARTICLE.paragraphs.join('</p><p>')}</p>${body}</article></body></html>`,
    );

  it('keeps headings, items and rows on lines of their own, and no scripts', async () => {
    const { text } = await readDocument({
      bytes: pageOf(
        `<h2>Who pays</h2><ul><li>The city</li><li>The lines</li></ul><table><tr><th>Year</th><th>Ships</th></tr><tr><td>2030</td><td>812</td></tr></table><script>var stolen = 1;</script><p hidden>unseen words</p>`,
      ),
    });
    expect(text).toContain('\n\nWho pays\n\n- The city\n- The lines\n\nYear | Ships\n2030 | 812');
    expect(text).not.toMatch(/stolen|unseen/);
  });

  it('says in JSON-LD who wrote it, when and for whom', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'High tides',
          datePublished: '2031-03-09T22:00:00-05:00',
          author: [{ '@type': 'Person', name: 'Ben Moe' }],
          publisher: { name: 'The Daily' },
        },
      ],
    };
    expect(
      await readDocument({
        bytes: pageOf('', `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
      }),
    ).toMatchObject({
      title: { value: 'High tides', origin: 'json-ld' },
      authors: { value: ['Ben Moe'], origin: 'json-ld' },
      outlet: { value: 'The Daily', origin: 'json-ld' },
      publishedOn: { value: '2031-03-09', origin: 'json-ld' },
      doubt: null,
    });
  });

  it.each([
    [
      'a byte order mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Zürich will flood.', 'utf16le')]),
    ],
    [
      'a declaration',
      Buffer.from('<!doctype html><meta charset="iso-8859-1"><p>Zürich will flood.', 'latin1'),
    ],
    ['none, in Windows-1252', Buffer.from('Zürich will flood.', 'latin1')],
    ['a false one', Buffer.from('<!doctype html><meta charset="iso-8859-1"><p>Zürich will flood.')],
  ])('is read in its character set, told by %s', async (_, bytes) => {
    expect((await readDocument({ bytes })).text).toContain('Zürich will flood.');
  });

  it('with right-to-left and combining letters keeps every one', async () => {
    const words = 'שלום עולם مرحبا e\u0301';
    expect((await readDocument({ bytes: pageOf(`<p>${words}</p>`) })).text).toContain(words);
  });

  it('is doubted where it holds hardly any words, or mostly links', async () => {
    const paid =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    const little = await readDocument({
      bytes: Buffer.from(`<html><head>${paid}</head><body><p>Subscribe to read on.</p></body></html>`),
    });
    expect(little.doubt).toMatchObject({
      fault: 'TOO_LITTLE_TEXT',
      message: expect.stringContaining('subscribers') as string,
    });
    const links = Array.from(
      { length: 80 },
      (_, i) => `<li><a href="/${String(i)}">Story number ${String(i)} of today</a></li>`,
    );
    const list = await readDocument({
      bytes: Buffer.from(`<html><body><main><ul>${links.join('')}</ul></main></body></html>`),
    });
    expect(list.doubt?.fault).toBe('NOT_ARTICLE');
  });
});

describe('what cannot be read', () => {
  const deep = 'q '.repeat(10);
  it.each([
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'UNKNOWN_KIND'],
    ['bytes of no kind', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 37) % 256)), 'UNKNOWN_KIND'],
    ['an archive', writeZip({ 'a.txt': 'words' }), 'UNKNOWN_KIND'],
    ['a torn Word document', FILES.docx.subarray(0, 700), 'BROKEN'],
    ['a torn PDF', Buffer.from('%PDF-1.4\nnothing more'), 'BROKEN'],
    ['a PDF of pictures', writePdfOf([deep, deep]), 'SCANNED'],
    [
      'a PDF with a password',
      writePdf(
        ARTICLE,
        `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      ),
      'ENCRYPTED',
    ],
    ['a bomb that announces itself', writeZip({ 'word/document.xml': Buffer.alloc(90_000_000) }), 'BOMB'],
    ['a bomb that lies', writeZip({ 'word/document.xml': Buffer.alloc(5_000_000) }, 1_000), 'BOMB'],
    [
      'a Word document with entities from outside',
      writeDocx(ARTICLE, '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'EXTERNAL_ENTITIES',
    ],
    [
      'a feed',
      Buffer.from('<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'),
      'IS_FEED',
    ],
    [
      'characters of another set than claimed',
      Buffer.from('<!doctype html><meta charset="shift_jis"><p>\u00fc\u00ff', 'latin1'),
      'BAD_CHARSET',
    ],
  ])('%s', async (_, bytes, fault) => {
    await expect(readDocument({ bytes })).rejects.toMatchObject({ fault });
  });
});
