import type { EndpointResponse, ENDPOINTS } from '#contracts/http';
import { InlineJobs, JobsModule } from '#platform/jobs';
import { JOB_HANDLERS } from '../../apps/worker/job-handlers.js';
import { TestApp, type TestPerson } from '../support/app.js';
import { fails, finds, ModelServer } from '../support/model-server.js';
import { LEVY, QUAYS, STRIKE, TIMETABLE } from '../support/quays.js';

type Source = EndpointResponse<(typeof ENDPOINTS)['getSource']>;

const KEY = 'key-nobody-may-read';

describe('a second reading, over HTTP', () => {
  let server: ModelServer;
  let app: TestApp;
  let curator: TestPerson;
  let sourceId: string;

  beforeAll(async () => {
    server = await ModelServer.start(fails(401, `Incorrect API key provided: ${KEY}`));
    app = await TestApp.start({
      llm: { url: server.url, model: 'test-model', apiKey: KEY, timeoutMs: 5_000 },
      modules: [JobsModule.inline(JOB_HANDLERS)],
    });
    curator = await app.addPerson(['curator']);
  });

  afterAll(async () => {
    await app.stop();
    await server.stop();
  });

  const work = () => app.nest.get(InlineJobs, { strict: false }).drain();
  const look = async (): Promise<Source> =>
    (await app.api('GET', `/sources/${sourceId}`, { as: curator })).json<Source>();
  const ask = (as: TestPerson) => app.api('POST', `/sources/${sourceId}/model-reading`, { as });

  it('1. a text goes in, and nobody waits for the model', async () => {
    const added = await app.api('POST', '/sources', { as: curator, body: { text: QUAYS } });
    expect(added.statusCode).toBe(201);
    sourceId = added.json<{ source: { id: string } }>().source.id;
    expect(server.asked).toHaveLength(0);
    expect(await look()).toMatchObject({ modelReading: { state: 'waiting' }, candidates: { pending: 3 } });
  });

  it('2. the model cannot be read: that is said, and the key is not', async () => {
    await work();
    expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    const answer = await app.api('GET', `/sources/${sourceId}`, { as: curator });
    expect(answer.json()).toMatchObject({
      modelReading: { state: 'failed', fault: { code: 'NOT_ALLOWED' } },
      canAskModel: true,
      candidates: { pending: 3 },
    });
    expect(answer.body).toContain('[redacted]');
    expect(answer.body).not.toContain(KEY);
    const jobs = await app.database.direct.jobRun.findMany();
    expect(jobs).toMatchObject([{ name: 'intake.read-with-model', state: 'failed' }]);
    expect(JSON.stringify(jobs)).not.toContain(KEY);
  });

  it('3. only a curator may ask again', async () => {
    server.play(finds(STRIKE, LEVY, TIMETABLE));
    for (const role of ['reader', 'reviewer', 'lead', 'admin'] as const)
      expect((await ask(await app.addPerson([role]))).statusCode).toBe(403);
    const asked = await ask(curator);
    expect(asked.statusCode).toBe(202);
    expect(asked.json()).toMatchObject({ state: 'waiting', fault: null });
    const twice = await ask(curator);
    expect(twice.statusCode).toBe(409);
    expect(twice.json()).toMatchObject({ code: 'MODEL.ALREADY_ASKED' });
  });

  it('4. then it is read: who found what, and where the two differ', async () => {
    await work();
    const { candidateList, modelReading, candidates } = await look();
    expect(modelReading).toMatchObject({ state: 'finished', found: 3 });
    expect(candidates.pending).toBe(4);
    expect(candidateList.map(({ agreement }) => agreement)).toEqual(['both', 'rules', 'both', 'model']);
    expect(candidateList[2]?.secondReading).toMatchObject({ differs: ['deadline'], deadline: null });
    const me = await app.api('GET', '/me', { as: curator });
    expect(me.json()).toMatchObject({ counts: { triage: 4 } });
  });

  it('5. what the model alone found can be rejected and taken back like any other', async () => {
    const found = (await look()).candidateList[3];
    const path = `/candidates/${found?.id ?? ''}`;
    const body = { version: found?.version, reason: 'TOO_VAGUE' };
    const rejected = await app.api('POST', `${path}/reject`, { as: curator, body });
    expect(rejected.json()).toMatchObject({ state: 'rejected', agreement: 'model' });
    const { version } = rejected.json<{ version: number }>();
    const restored = await app.api('POST', `${path}/restore`, { as: curator, body: { version } });
    expect(restored.json()).toMatchObject({ state: 'pending', agreement: 'model' });
  });
});

describe('without a language model', () => {
  let app: TestApp;
  let curator: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    curator = await app.addPerson(['curator']);
  });

  afterAll(() => app.stop());

  it('there is nothing to ask, and triage is what it was', async () => {
    const added = await app.api('POST', '/sources', { as: curator, body: { text: QUAYS } });
    const { id } = added.json<{ source: { id: string } }>().source;
    const source = (await app.api('GET', `/sources/${id}`, { as: curator })).json<Source>();
    expect(source).toMatchObject({ modelReading: null, canAskModel: false });
    expect(source.candidateList.map((one) => [one.origin, one.agreement, one.secondReading])).toEqual(
      source.candidateList.map(() => ['rules', null, null]),
    );
    const asked = await app.api('POST', `/sources/${id}/model-reading`, { as: curator });
    expect(asked.statusCode).toBe(409);
    expect(asked.json()).toMatchObject({ code: 'MODEL.NOT_AVAILABLE' });
    expect(asked.json<{ detail: string }>().detail).toContain('LLM_URL');
    expect(await app.database.direct.outboxMessage.count()).toBe(0);
    expect(await app.database.direct.modelReading.count()).toBe(0);
  });

  it('asks nobody about a source that is not there', async () => {
    const nowhere = '/sources/00000000-0000-7000-8000-000000000000/model-reading';
    const asked = await app.api('POST', nowhere, { as: curator });
    expect(asked.json()).toMatchObject({ code: 'SOURCE.NOT_FOUND' });
  });
});
