import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestApp, type TestPerson } from '../support/app.js';
import { writeDocx, writePage, writePdf } from '../support/document-files.js';

const ARTICLE = {
  title: 'What the harbour can expect',
  author: 'Ada Low',
  paragraphs: [
    'The port has been dredged four times since the flood, and its managers say with some pride that no ship had to wait for it.',
    'The harbour will close by the end of 2033. It is very likely that the council will approve the new bridge before June 2032.',
  ],
};

describe('documents', () => {
  let app: TestApp;
  let curator: TestPerson;
  let server: http.Server;
  let site: string;
  const asked: string[] = [];

  beforeAll(async () => {
    app = await TestApp.start({ fetchAllowedNetworks: ['127.0.0.0/8'] });
    curator = await app.addPerson(['curator']);
    server = http.createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /private');
      else
        response.setHeader('content-type', 'text/html').end(
          writePage({
            ...ARTICLE,
            paragraphs: [
              ...ARTICLE.paragraphs,
              `Only here, at ${request.url ?? ''}, are things as they were.`,
            ],
          }),
        );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  afterAll(async () => {
    server.close();
    await app.stop();
  });

  const send = (bytes: Buffer, name: string) =>
    app.api('POST', '/sources/from-file', { as: curator, body: { name, base64: bytes.toString('base64') } });

  it('keep the bytes of the file and their text, and are known again in another kind of file', async () => {
    const pdf = writePdf(ARTICLE);
    const first = await send(pdf, 'harbour.pdf');
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({
      created: true,
      source: { title: ARTICLE.title, authors: ['Ada Low'], publishedOn: '2031-03-10' },
      origins: { title: 'document', outlet: null },
    });
    const [snapshot] = await app.database.direct.snapshot.findMany();
    expect(Buffer.from(snapshot?.rawBytes ?? []).equals(pdf)).toBe(true);
    expect(snapshot).toMatchObject({ mediaType: 'application/pdf', text: ARTICLE.paragraphs.join('\n\n') });
    expect((await send(writeDocx(ARTICLE), 'harbour.docx')).json()).toMatchObject({ created: false });
  });

  it('are shown before they are kept, with where everything was found, and what is corrected is known as said', async () => {
    const article = { ...ARTICLE, paragraphs: [...ARTICLE.paragraphs, 'It is shown before it is kept.'] };
    const file = { name: 'tides.pdf', base64: writePdf(article).toString('base64') };
    const before = await app.database.direct.source.count();
    const preview = await app.api('POST', '/sources/preview', {
      as: curator,
      body: { from: 'file', ...file },
    });
    expect(preview.statusCode).toBe(200);
    expect(preview.json()).toMatchObject({
      kind: 'pdf',
      title: ARTICLE.title,
      publishedOn: '2031-03-10',
      origins: { title: 'document', publishedOn: 'document', language: 'text', outlet: null },
      text: article.paragraphs.join('\n\n'),
      known: null,
    });
    expect(await app.database.direct.source.count()).toBe(before);
    const said = { title: 'Tides', outlet: 'The Daily', publishedOn: null };
    const added = await app.api('POST', '/sources/from-file', { as: curator, body: { ...file, ...said } });
    const { source, origins } = added.json<{ source: { id: string }; origins: unknown }>();
    expect(source).toMatchObject({ title: 'Tides', outlet: 'The Daily', publishedOn: null });
    expect(origins).toMatchObject({ title: 'typed', outlet: 'typed', authors: 'document' });
    const again = await app.api('POST', '/sources/preview', { as: curator, body: { from: 'file', ...file } });
    expect(again.json()).toMatchObject({ known: { id: source.id, title: 'Tides' } });
    const metadata = { title: 'Tides', authors: ['Ben Moe'], outlet: 'The Daily', publishedOn: null };
    await app.api('PUT', `/sources/${source.id}/metadata`, {
      as: curator,
      body: { ...metadata, address: null, language: 'de' },
    });
    const detail = await app.api('GET', `/sources/${source.id}`, { as: curator });
    expect(detail.json()).toMatchObject({
      language: 'de',
      origins: { title: 'typed', authors: 'typed', language: 'typed', publishedOn: 'typed' },
      // Only English is read for predictions.
      candidateList: [],
    });
  });

  it('that cannot be read are refused with the reason, and leave nothing behind', async () => {
    const before = await app.database.direct.source.count();
    const answer = await send(Buffer.from('\u0089PNG\r\n', 'latin1'), 'a.pdf');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'DOCUMENT.UNKNOWN_KIND' });
    expect(await app.database.direct.source.count()).toBe(before);
  });

  it('at addresses that were shown are kept as they were shown, and their server is asked once', async () => {
    const body = { address: `${site}/shown` };
    const preview = await app.api('POST', '/sources/preview', {
      as: curator,
      body: { from: 'address', ...body },
    });
    expect(preview.json()).toMatchObject({ title: ARTICLE.title, address: `${site}/shown` });
    await app.api('POST', '/sources/from-address', { as: curator, body });
    expect(asked.filter((url) => url === '/shown')).toHaveLength(1);
  });

  it('at addresses are fetched, but not where robots.txt or the network forbids it', async () => {
    const ask = (address: string) =>
      app.api('POST', '/sources/from-address', { as: curator, body: { address } });
    expect((await ask(`${site}/a`)).json()).toMatchObject({
      source: { title: ARTICLE.title, address: `${site}/a` },
      origins: { title: 'open-graph', authors: 'meta', address: 'address' },
    });
    expect((await ask(`${site}/private/a`)).json()).toMatchObject({ code: 'SOURCE.ROBOTS' });
    expect((await ask('http://169.254.169.254/')).json()).toMatchObject({ code: 'SOURCE.BAD_ADDRESS' });
  });
});
