import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestApp, type TestPerson } from '../support/app.js';
import { writePage } from '../support/document-files.js';

interface Detail {
  readonly snapshot: { readonly text: string };
  readonly candidateList: readonly unknown[];
  readonly lastSeen: { readonly snapshotId: string } | null;
}

const SENTENCES = Array.from(
  { length: 30 },
  (_, i) =>
    `Quay ${String(i)} was built in the year of the ${String(i * 7)} ships, and its crane will be sold by June 2032.`,
);

describe('the text of a source', () => {
  let app: TestApp;
  let curator: TestPerson;
  let server: http.Server;
  let site: string;
  let correction: string | null = null;

  beforeAll(async () => {
    app = await TestApp.start({ fetchAllowedNetworks: ['127.0.0.0/8'] });
    curator = await app.addPerson(['curator']);
    server = http.createServer((_, response) => {
      const paragraphs = [
        'The port has been dredged four times since the flood, and its managers say with some pride that no ship had to wait for it.',
        'The harbour will close by the end of 2033. It is very likely that the council will approve the new bridge before June 2032.',
        ...(correction === null ? [] : [correction]),
      ];
      const page = writePage({ title: 'What the harbour can expect', author: 'Ada Low', paragraphs });
      response.setHeader('content-type', 'text/html').end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  afterAll(async () => {
    server.close();
    await app.stop();
  });

  const post = (path: string, body?: unknown) =>
    app.api('POST', path, { as: curator, ...(body === undefined ? {} : { body }) });
  const read = async (id: string) => (await app.api('GET', `/sources/${id}`, { as: curator })).json<Detail>();

  it('fetched again is the same, or kept beside the first, with every candidate where it was', async () => {
    const added = await post('/sources/from-address', { address: `${site}/a` });
    const { id } = added.json<{ source: { id: string } }>().source;
    const again = async () => (await post(`/sources/${id}/fetch-again`)).json<unknown>();
    const before = await read(id);
    expect(before.candidateList.length).toBeGreaterThan(0);
    expect(await again()).toMatchObject({ outcome: 'same', source: { differs: false } });
    correction = 'It was corrected after publication.';
    expect(await again()).toMatchObject({ outcome: 'differs', source: { differs: true } });
    const after = await read(id);
    expect(after.snapshot).toEqual(before.snapshot);
    expect(after.candidateList).toEqual(before.candidateList);
    const seen = await app.api('GET', `/snapshots/${after.lastSeen?.snapshotId ?? ''}`, { as: curator });
    expect(seen.json<{ text: string }>().text).toBe(`${before.snapshot.text}\n\n${correction}`);
    correction = null;
    expect(await again()).toMatchObject({ outcome: 'same', source: { differs: false } });
    expect(await app.database.direct.snapshot.count({ where: { sourceId: id } })).toBe(2);
  });

  it('that is a copy is linked and not read, until a person says that it is none, and when they take it back', async () => {
    const give = async (title: string) => {
      const added = await post('/sources', { text: [title, ...SENTENCES].join('\n\n'), title });
      return added.json<{ source: { id: string } }>().source.id;
    };
    const original = await give('First printed in the Quay.');
    const copy = await give('With thanks to the Quay.');
    expect(await read(copy)).toMatchObject({
      syndicatedCopyOf: { id: original },
      copy: { original: { id: original }, isDismissed: false },
      candidateList: [],
    });
    expect((await post(`/sources/${copy}/copy-again`)).json()).toMatchObject({ code: 'SOURCE.NOT_A_COPY' });
    await post(`/sources/${copy}/not-a-copy`);
    const own = await read(copy);
    expect(own).toMatchObject({ syndicatedCopyOf: null, copy: { isDismissed: true } });
    expect(own.candidateList.length).toBeGreaterThan(0);
    expect((await post(`/sources/${copy}/not-a-copy`)).json()).toMatchObject({ code: 'SOURCE.NOT_A_COPY' });
    await post(`/sources/${copy}/copy-again`);
    expect(await read(copy)).toMatchObject({ syndicatedCopyOf: { id: original }, candidateList: [] });
    const noted = await app.database.direct.auditEntry.findMany({
      where: { subjectId: copy },
      orderBy: { seq: 'asc' },
    });
    expect(noted.map(({ action }) => action)).toEqual([
      'source.added',
      'source.not-a-copy',
      'source.copy-again',
    ]);
  });
});
