import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { ENDPOINTS, EndpointResponse } from '#contracts/http';
import { BASE_URL, TestApp, type TestPerson } from '../support/app.js';
import { BuiltCli } from '../support/built-cli.js';
import { ACCEPTANCE, COMMENTARY } from '../support/commentary.js';
import { writeDocx, writePdf } from '../support/document-files.js';
import { readExportedCandidates } from '../eval/exported-candidates.js';

type Response<K extends keyof typeof ENDPOINTS> = EndpointResponse<(typeof ENDPOINTS)[K]>;

const QUAYS = {
  title: 'The quays of Norvik',
  author: 'Mara Quill',
  paragraphs: ['The port authority of Norvik will raise its fees by June 2022, its chief said on Monday.'],
};

/** The built `outturn` in a terminal, beside a service that runs. */
describe('the command line', () => {
  let app: TestApp;
  let curator: TestPerson;
  let cli: BuiltCli;

  beforeAll(async () => {
    app = await TestApp.start();
    curator = await app.addPerson(['curator']);
    cli = new BuiltCli(app.databaseUrl, BASE_URL);
  });
  afterAll(async () => {
    cli.remove();
    await app.stop();
  });

  const get = async <K extends keyof typeof ENDPOINTS>(path: string): Promise<Response<K>> =>
    (await app.api('GET', path, { as: curator })).json<Response<K>>();

  it('ingests files as one batch that the app shows; a bad one costs itself and the exit code', async () => {
    const docx = writeDocx(QUAYS);
    const said = await cli.run(
      'ingest',
      cli.write('winter.txt', COMMENTARY),
      cli.write('torn.docx', docx.subarray(0, 700)),
      cli.write('quays.pdf', writePdf(QUAYS)),
      cli.write('again.docx', docx),
      cli.write('nothing.txt', ''),
    );
    expect(said.code).toBe(1);
    expect(said.lines).toMatchObject([
      { title: 'What the winter holds', created: true, publishedOn: '2022-01-17' },
      { title: QUAYS.title, created: true },
      { title: QUAYS.title, created: false },
    ]);
    expect(said.talk).toMatch(/torn\.docx: .*damaged/);
    expect(said.talk).toMatch(/nothing\.txt: .*empty/);
    // Progress is for terminals.
    expect(said.talk).not.toContain('\r');
    const [batch] = (await get<'listBatches'>('/intake/batches')).items;
    const { items } = await get<'getBatch'>(`/intake/batches/${batch?.id ?? ''}`);
    expect(items.map(({ name, state, fault }) => [name, state, fault?.code ?? null])).toEqual([
      ['winter.txt', 'done', null],
      ['torn.docx', 'failed', 'DOCUMENT.BROKEN'],
      ['quays.pdf', 'done', null],
      ['again.docx', 'done', null],
      ['nothing.txt', 'failed', 'DOCUMENT.EMPTY'],
    ]);
    expect((await get<'listSources'>('/sources')).items).toHaveLength(2);
  });

  it('exports what was marked, taken and turned down, as texts to learn from', async () => {
    const { items } = await get<'listSources'>('/sources');
    const source = items.find(({ title }) => title === 'What the winter holds');
    const path = `/sources/${source?.id ?? ''}`;
    const { candidateList, snapshot } = await get<'getSource'>(path);
    const missed = 'Nobody in Brussels has slept well';
    const start = snapshot.text.indexOf(missed);
    const post = (to: string, body: unknown) => app.api('POST', to, { as: curator, body });
    const added = await post(`${path}/candidates`, { start, end: start + missed.length, quote: missed });
    expect(added.statusCode).toBe(201);
    const all = [...candidateList, added.json<(typeof candidateList)[number]>()];
    for (const [i, { id, version, statement }] of all.entries()) {
      const isTaken = i === 0 || i === all.length - 1;
      const deadlineOn = '2022-03-31';
      const probability = { low: 0.1, point: 0.2, high: 0.3, phrase: 'unlikely', basis: 'words' };
      const answer = isTaken
        ? await post(`/candidates/${id}/accept`, {
            ...ACCEPTANCE,
            version,
            statement,
            probability,
            deadlineOn,
          })
        : await post(`/candidates/${id}/reject`, { version, reason: 'NOT_A_PREDICTION' });
      expect([statement, answer.statusCode < 300]).toEqual([statement, true]);
    }
    const folder = cli.write('keep', '').replace(/keep$/, 'export');
    const [said, written] = await Promise.all([
      cli.run('export', 'candidates'),
      cli.run('export', 'candidates', '--out', folder),
    ]);
    expect([said.code, written.code, written.lines]).toEqual([0, 0, []]);
    const lines = said.lines.filter(({ source: of }) => (of as { id: string }).id === source?.id);
    expect(lines).toHaveLength(all.length);
    expect(lines[0]).toMatchObject({
      quote: { exact: all[0]?.quote, start: all[0]?.start },
      origin: 'rules',
      decision: 'accepted',
      reason: null,
      textSha256: createHash('sha256').update(snapshot.text).digest('hex'),
    });
    expect(lines.find(({ origin }) => origin === 'person')).toMatchObject({
      quote: { exact: missed, prefix: expect.stringMatching(/this year\.\s+$/) as string, start },
      decision: 'accepted',
      claim: expect.any(String) as string,
    });
    expect(lines.filter(({ reason }) => reason === 'NOT_A_PREDICTION')).toHaveLength(all.length - 2);

    // The quays have not been triaged to their end.
    expect(readExportedCandidates(folder)).toMatchObject([
      {
        text: snapshot.text,
        answers: [
          { tier: 'core', quote: all[0]?.quote },
          { tier: 'core', quote: missed },
        ],
      },
    ]);
    expect(fs.readdirSync(`${folder}/texts`)).toHaveLength(2);
  });
});
