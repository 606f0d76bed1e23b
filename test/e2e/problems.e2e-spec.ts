import { ERROR_CODES } from '#core/domain';
import { PROBLEM_STATUS } from '../../apps/api/problem-status.js';
import { TestApp, type TestPerson } from '../support/app.js';

const MB = 1024 * 1024;

describe('problem documents', () => {
  let app: TestApp;
  let curator: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    curator = await app.addPerson(['curator', 'admin']);
  });
  afterAll(() => app.stop());

  const problemOf = (answer: { headers: Record<string, unknown>; body: string }) => {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    return JSON.parse(answer.body) as {
      status: number;
      code: string;
      detail: string;
      requestId: string;
      fields?: { path: string; message: string }[];
    };
  };

  it('have a status for every code', () => {
    for (const code of ERROR_CODES) expect(PROBLEM_STATUS[code]).toBeGreaterThanOrEqual(400);
  });

  it('name every wrong field with its path', async () => {
    const answer = await app.api('POST', '/people/invitations', {
      as: curator,
      body: { email: 'no address', roles: ['king'] },
    });
    expect(answer.statusCode).toBe(400);
    const problem = problemOf(answer);
    expect(problem.code).toBe('INPUT.INVALID');
    expect(problem.fields?.map((field) => field.path)).toEqual(['email', 'roles.0']);
    expect(problem.detail).toContain('email');
  });

  it('carry the request id that the header and the log carry', async () => {
    const answer = await app.api('GET', '/nothing-here', { headers: { 'x-request-id': 'my-own-id-1' } });
    expect(problemOf(answer).requestId).toBe('my-own-id-1');
    expect(answer.headers['x-request-id']).toBe('my-own-id-1');
  });

  it.each([
    ['broken JSON', '{"text": '],
    ['JSON that pollutes prototypes', '{"__proto__": {"isAdmin": true}, "text": "x"}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['nothing', ''],
  ])('answer %s with INPUT.INVALID', async (_what, body) => {
    const answer = await app.api('POST', '/sources', { as: curator, body });
    expect(answer.statusCode).toBe(400);
    expect(problemOf(answer).code).toBe('INPUT.INVALID');
  });

  it('say what is wrong with a request that is not UTF-8', async () => {
    const answer = await app.nest.inject({
      method: 'POST',
      url: '/api/v1/sources',
      headers: { ...sameOrigin(curator), 'content-type': 'application/json' },
      payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    });
    expect(answer.statusCode).toBe(422);
    expect(problemOf(answer).code).toBe('TEXT.BAD_CHARSET');
  });

  it('refuse a body over 12 MB with the limit in the text, and take one just below', async () => {
    const tooLarge = await app.api('POST', '/sources', { as: curator, body: { text: 'a'.repeat(12 * MB) } });
    expect(tooLarge.statusCode).toBe(413);
    const problem = problemOf(tooLarge);
    expect(problem.code).toBe('TEXT.TOO_LARGE');
    expect(problem.detail).toContain('12 MB');
    const fits = await app.api('PUT', '/me/notice-settings', {
      as: curator,
      body: { text: 'a'.repeat(11 * MB) },
    });
    expect(problemOf(fits).code).toBe('INPUT.INVALID');
  });

  it('refuse other content types before anything reads them', async () => {
    for (const type of ['text/plain', 'application/xml']) {
      const answer = await app.api('POST', '/sources', {
        as: curator,
        body: '{"text":"x"}',
        headers: { 'content-type': type },
      });
      expect([type, answer.statusCode]).toEqual([type, 415]);
      problemOf(answer);
    }
  });

  it('tell unknown addresses from wrong methods', async () => {
    const unknown = await app.api('GET', '/nothing-here');
    expect(unknown.statusCode).toBe(404);
    expect(problemOf(unknown).code).toBe('ROUTE.NOT_FOUND');
    const wrongMethod = await app.api('DELETE', '/sources', { as: curator });
    expect(wrongMethod.statusCode).toBe(405);
    expect(wrongMethod.headers['allow']).toBe('GET, HEAD, POST');
    problemOf(wrongMethod);
  });

  it.each(['/api/v1/%zz', '/api/v1/sources/%00', `/api/v1/links/${'x'.repeat(2_000)}`])(
    'stay documents for the address %.40s',
    async (url) => {
      const answer = await app.ask('GET', url, { as: curator });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      problemOf(answer);
    },
  );

  it('are pages for people, also for what is no id', async () => {
    for (const url of [
      '/nothing-here',
      '/claims/not-an-id',
      '/claims/01890000-0000-7000-8000-000000000000',
    ]) {
      const answer = await app.ask('GET', url, { headers: { accept: 'text/html,*/*;q=0.8' } });
      expect([url, answer.statusCode]).toEqual([url, 404]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toMatch(/^<!doctype html><html/);
    }
  });

  it('do not tell what broke inside', async () => {
    const spy = jest.spyOn(app.database, 'direct', 'get').mockImplementation(() => {
      throw new Error('password=hunter2 at /srv/outturn/db.ts');
    });
    const answer = await app.api('GET', '/me');
    spy.mockRestore();
    expect(answer.statusCode).toBe(500);
    const problem = problemOf(answer);
    expect(problem.code).toBe('INTERNAL');
    expect(answer.body).not.toContain('hunter2');
    expect(answer.body).not.toContain('/srv');
  });

  const sameOrigin = (person: TestPerson) => ({
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
    cookie: person.cookie,
  });
});
