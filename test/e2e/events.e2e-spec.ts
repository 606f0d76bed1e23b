import { TestApp, type TestPerson } from '../support/app.js';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';
const EVENT = { title: 'Storm closes the harbour of Hamburg', publishedAt: '2022-02-21' };

describe('events and their matches over HTTP', () => {
  let app: TestApp;
  let reviewer: TestPerson;
  let lead: TestPerson;
  let reader: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    reviewer = await app.addPerson(['reviewer']);
    lead = await app.addPerson(['lead']);
    reader = await app.addPerson(['reader']);
  });
  afterAll(() => app.stop());

  const ask = async (method: 'GET' | 'POST', path: string, as: TestPerson, body?: unknown) => {
    const answer = await app.api(method, path, { as, ...(body === undefined ? {} : { body }) });
    return { status: answer.statusCode, json: JSON.parse(answer.body) as Record<string, unknown> };
  };

  it('are recorded once, with how many reports the story has', async () => {
    const first = await ask('POST', '/events', reviewer, EVENT);
    expect(first).toMatchObject({ status: 201, json: { created: true, event: { reports: 1, matches: [] } } });
    const again = await ask('POST', '/events', reviewer, EVENT);
    expect(again).toMatchObject({ status: 201, json: { created: false } });
  });

  it('refuse to be linked to what is not there, and store nothing then', async () => {
    const about = { propositionId: UNKNOWN, stance: 'supports' };
    const answer = await ask('POST', '/events', reviewer, { ...EVENT, title: 'Another storm', about });
    expect(answer).toMatchObject({ status: 404, json: { code: 'PROPOSITION.NOT_FOUND' } });
    const { json } = await ask('GET', '/events?q=Another', reviewer);
    expect(json).toMatchObject({ items: [] });
  });

  it.each([
    ['a stance that is none', { propositionId: UNKNOWN, stance: 'proves' }, 'stance'],
    ['an id that is none', { propositionId: 'x', stance: 'supports' }, 'propositionId'],
  ])('name %s', async (_what, body, path) => {
    const answer = await ask('POST', `/events/${UNKNOWN}/matches`, reviewer, body);
    expect(answer).toMatchObject({ status: 400, json: { code: 'INPUT.INVALID', fields: [{ path }] } });
  });

  it('are shown by filter, and a filter that is none is named', async () => {
    const waiting = await ask('GET', '/events?show=suggested', reviewer);
    expect(waiting).toMatchObject({ status: 200, json: { items: [] } });
    expect((await ask('GET', '/events?show=everything', reviewer)).status).toBe(400);
  });

  it('are judged and muted by those who answer for them, and by nobody else', async () => {
    const quality = await ask('GET', '/matches/quality', lead);
    expect(quality).toMatchObject({ status: 200, json: { scores: [], feeds: [{ title: 'By hand' }] } });
    const [feed] = quality.json['feeds'] as { id: string }[];
    const mute = `/feeds/${feed?.id ?? ''}/muted`;
    expect(await ask('POST', mute, lead, { muted: true })).toMatchObject({ json: { muted: true } });
    for (const who of [reviewer, reader]) {
      expect((await ask('GET', '/matches/quality', who)).status).toBe(403);
      expect((await ask('POST', mute, who, { muted: false })).status).toBe(403);
      expect((await ask('POST', `/propositions/${UNKNOWN}/events-muted`, who, { muted: true })).status).toBe(
        403,
      );
    }
    expect((await ask('POST', `/events/${UNKNOWN}/matches`, reader, {})).status).toBe(403);
    expect(await ask('POST', `/feeds/${UNKNOWN}/muted`, lead, { muted: true })).toMatchObject({
      status: 404,
      json: { code: 'FEED.NOT_FOUND' },
    });
    expect(await ask('POST', `/propositions/${UNKNOWN}/events-muted`, lead, { muted: true })).toMatchObject({
      status: 404,
      json: { code: 'PROPOSITION.NOT_FOUND' },
    });
  });
});
