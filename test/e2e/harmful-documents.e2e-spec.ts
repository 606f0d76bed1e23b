import { ItemReadingService } from '#features/intake';
import { DocumentReader } from '#platform/documents';
import { TestApp, type TestPerson } from '../support/app.js';
import { makeBuiltReader } from '../support/built-reader.js';
import { harmfulDocuments, writeBurningPdf } from '../support/harmful-documents.js';

const GOOD = Buffer.from('Title: Quays\n\nThe council of the quay will sell its crane by June 2032.');

interface Batch {
  readonly id: string;
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly fault: { readonly code: string; readonly detail: string } | null;
  }[];
}

/** Files made to do harm, read by the process that is built for it. */
describe('harmful documents', () => {
  let app: TestApp;
  let curator: TestPerson;
  const reader = makeBuiltReader();

  beforeAll(async () => {
    app = await TestApp.start();
    curator = await app.addPerson(['curator']);
    jest.spyOn(app.nest.get(DocumentReader), 'read').mockImplementation((...of) => reader.read(...of));
  });
  afterAll(async () => {
    reader.onApplicationShutdown();
    await app.stop();
  });

  const give = async (files: readonly { readonly name: string; readonly bytes: Buffer }[]) => {
    const items = files.map(({ name }) => ({ name }));
    const { id } = (await app.api('POST', '/intake/batches', { as: curator, body: { items } })).json<Batch>();
    for (const [i, { bytes }] of files.entries())
      await app.api('PUT', `/intake/batches/${id}/files/${String(i + 1)}`, {
        as: curator,
        body: { base64: bytes.toString('base64') },
      });
    const answer = await app.api('GET', `/intake/batches/${id}`, { as: curator });
    return answer.json<Batch>();
  };

  it('are small, each is refused with its reason, and the next one is read', async () => {
    const harmful = harmfulDocuments();
    expect(harmful.filter(({ bytes }) => bytes.length > 100_000)).toEqual([]);
    const batch = await give([...harmful, { name: 'good.txt', bytes: GOOD }]);
    const reading = app.nest.get(ItemReadingService);
    for (const { id } of batch.items) await reading.readItem(id);
    const { items } = (await app.api('GET', `/intake/batches/${batch.id}`, { as: curator })).json<Batch>();
    expect(items.map(({ name, state, fault }) => [name, state, fault?.code])).toEqual([
      ...harmful.map(({ name, code }) => [name, 'failed', code]),
      ['good.txt', 'done', undefined],
    ]);
    expect(items.every(({ fault }) => fault === null || /\. \w/.test(fault.detail))).toBe(true);
    expect(await app.database.direct.source.count()).toBe(1);
  });

  it('of a kilobyte can keep a processor busy; everybody else is answered meanwhile', async () => {
    const bytes = writeBurningPdf();
    expect(bytes.length).toBeLessThan(1_500);
    const ended: string[] = [];
    const body = { name: 'burns.pdf', base64: bytes.toString('base64') };
    const burning = app.api('POST', '/sources/from-file', { as: curator, body }).then((answer) => {
      ended.push('document');
      return answer;
    });
    for (let i = 0; i < 5; i += 1)
      expect((await app.api('GET', '/me', { as: curator })).statusCode).toBe(200);
    ended.push('others');
    expect((await burning).json()).toMatchObject({ status: 422, code: 'DOCUMENT.TOO_COSTLY' });
    expect(ended).toEqual(['others', 'document']);
  });
});
