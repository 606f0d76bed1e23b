import { Drain } from '../../apps/api/health/drain.js';
import { TestApp } from '../support/app.js';
import crypto from 'node:crypto';

const NASTY = '<img src=x onerror=alert(1)>';

describe('what is served beside the API', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.database.direct.installation.updateMany({ data: { projectName: NASTY } });
  });
  afterAll(() => app.stop());

  const page = (url: string, headers: Record<string, string> = {}) =>
    app.ask('GET', url, { headers: { accept: 'text/html', ...headers } });

  describe('the board page', () => {
    it('is whole HTML without scripts, and caches may keep it', async () => {
      const answer = await page('/');
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('public, max-age=0, s-maxage=60, must-revalidate');
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body).toMatch(/^<!doctype html><html lang="en">/);
      expect(answer.body).not.toContain('<script');
    });

    it('is not sent again to who has it', async () => {
      const first = await page('/');
      const tag = String(first.headers['etag']);
      const second = await page('/', { 'if-none-match': `"other", ${tag}` });
      expect([second.statusCode, second.body, second.headers['etag']]).toEqual([304, '', tag]);
      expect((await page('/', { 'if-none-match': '"other"' })).statusCode).toBe(200);
    });

    it('is compressed for who can read that', async () => {
      const answer = await page('/', { 'accept-encoding': 'gzip' });
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(answer.headers['vary']).toContain('accept-encoding');
    });

    it('says on a page which part of an address makes no sense', async () => {
      const answer = await page('/?track=later&page=0');
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toContain('<h1>This address cannot be read</h1>');
      expect(answer.body).toMatch(/<li>track: Invalid option.*<li>page: /);
      const program = await page('/?track=later', { accept: 'application/json' });
      expect(program.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    });

    it('escapes what people have written, as does the page that is not there', async () => {
      for (const url of ['/', '/nothing-here']) {
        const { body } = await page(url);
        expect(body).not.toContain('<img');
        expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;');
      }
    });
  });

  it('the style sheet is one file, with its imports in it', async () => {
    const answer = await app.ask('GET', '/public.css');
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(answer.body).toContain('.ot-public');
    expect(answer.body).not.toContain('@import');
  });

  it('the icon browsers ask for unasked is that of the app', async () => {
    const answer = await app.ask('GET', '/favicon.ico');
    expect([answer.statusCode, answer.headers['location']]).toEqual([302, '/app/icon.svg']);
  });

  describe('the web app', () => {
    it('starts at every address below /app', async () => {
      for (const url of ['/app', '/app/', '/app/inbox', '/app/review/x?y=1']) {
        const answer = await page(url);
        expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([url, 200, 'no-cache']);
        expect(answer.body).toContain('<title>App</title>');
      }
    });

    it('has assets that never change, and none that are not there', async () => {
      const asset = await page('/app/assets/app-1a2b3c.js');
      expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(asset.headers['cache-control']).toContain('immutable');
      expect((await page('/app/assets/gone.js')).statusCode).toBe(404);
    });

    it('cannot be used to read other files', async () => {
      for (const url of [
        '/app/../package.json',
        '/app/..%2f..%2fpackage.json',
        '/app/%2e%2e/%2e%2e/package.json',
        '/app//etc/passwd',
      ]) {
        const answer = await app.ask('GET', url);
        expect(answer.body).not.toMatch(/"dependencies"|root:/);
      }
    });

    it('may run its own inline script, by hash, and no other', async () => {
      const answer = await page('/app');
      const script = /<script>([\s\S]*?)<\/script>/.exec(answer.body)?.[1] ?? '';
      const hash = crypto.createHash('sha256').update(script).digest('base64');
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    });
  });

  describe('unsubscribing', () => {
    const url = `/unsubscribe/${'u'.repeat(43)}`;

    it('is asked about by GET, and by nothing else done', async () => {
      for (const method of ['GET', 'HEAD'] as const)
        expect((await app.ask(method, url)).statusCode).toBe(200);
      expect((await page(url)).body).toMatch(/<form method="post">/);
    });

    it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])(
      'takes the one-click post of mail providers as %s, without cookies or origin',
      async (type) => {
        for (const path of [url, `/api/v1${url}`]) {
          const answer = await app.nest.inject({
            method: 'POST',
            url: path,
            headers: { host: 'localhost:3000', 'content-type': type },
            payload: 'List-Unsubscribe=One-Click',
          });
          // The token is made up: understood, and not found.
          expect([path, answer.statusCode]).toEqual([path, 404]);
        }
      },
    );
  });

  it('an API answer of nothing is JSON null', async () => {
    const answer = await app.ask('GET', '/api/v1/board');
    expect([answer.headers['content-type'], answer.body]).toEqual([
      'application/json; charset=utf-8',
      'null',
    ]);
  });

  it('the contract is there as OpenAPI', async () => {
    const document = (await app.ask('GET', '/api/openapi.json')).json<{ openapi: string; paths: object }>();
    expect(document.openapi).toBe('3.0.3');
    expect(Object.keys(document.paths)).toContain('/api/v1/people/{id}/roles');
  });

  describe('health', () => {
    it('is good while the database answers with our schema', async () => {
      expect((await app.ask('GET', '/health/live')).json()).toEqual({ status: 'ok' });
      const ready = await app.ask('GET', '/health/ready');
      expect(ready.statusCode).toBe(200);
      expect(ready.json()).toMatchObject({ status: 'ok', info: { database: { status: 'up' } } });
    });

    it('is alive and not ready while the database is away', async () => {
      const spy = jest
        .spyOn(app.database, 'ping')
        .mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.5:5432'));
      const ready = await app.ask('GET', '/health/ready');
      spy.mockRestore();
      expect(ready.statusCode).toBe(503);
      expect(ready.body).not.toContain('10.0.0.5');
      expect((await app.ask('GET', '/health/live')).statusCode).toBe(200);
    });

    it('is not ready any more once the process is about to stop, while requests are still served', async () => {
      app.nest.get(Drain).begin();
      expect((await app.ask('GET', '/health/ready')).statusCode).toBe(503);
      expect((await page('/')).statusCode).toBe(200);
    });
  });
});
