import { type Access, ENDPOINTS } from '#contracts/http';
import { ROLES } from '#core/domain';
import { Controller, Get, Module } from '@nestjs/common';
import { type RegisteredRoute, RouteTable } from '../../apps/api/routing/route-table.js';
import { TestApp, type TestPerson } from '../support/app.js';

/**
 * Who may call what is not in the contract. Written out here a second time on purpose: opening a door takes two edits.
 */
const BESIDE_THE_CONTRACT: Readonly<Record<string, Access>> = {
  'GET /': 'public',
  'GET /claims/:id': 'public',
  'GET /claimants/:id': 'public',
  'GET /public.css': 'public',
  'GET /favicon.ico': 'public',
  'GET /unsubscribe/:token': 'public',
  'POST /unsubscribe/:token': 'public',
  'GET /app': 'public',
  'GET /app/*': 'public',
  'GET /outlets/:id': 'public',
  'GET /claimants/:id/move': 'public',
  'GET /outlets/:id/move': 'public',
  'GET /method': 'public',
  'GET /corrections': 'public',
  'GET /answer/:token': 'public',
  'POST /answer/:token': 'public',
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
  'GET /api/openapi.json': 'public',
  'POST /api/auth/sign-in/email': 'public',
  'GET /api/auth/get-session': 'public',
  'POST /api/auth/change-password': 'signed-in',
  'GET /api/auth/magic-link/verify': 'public',
  // Ends the caller's session: walked last.
  'POST /api/auth/sign-out': 'public',
};

const CALLERS = ['nobody', 'no role', ...ROLES] as const;
type Caller = (typeof CALLERS)[number];
type Verdict = 'in' | 'sign in' | 'forbidden' | 'demo only';

const NO_SUCH_ID = '01890000-0000-7000-8000-000000000000';

function expectedOf(access: Access, caller: Caller, isDemo: boolean): Verdict {
  if (access === 'public') return 'in';
  if (access === 'demo') return isDemo ? 'in' : 'demo only';
  if (caller === 'nobody') return 'sign in';
  if (access === 'signed-in') return 'in';
  return access.some((role) => role === caller) ? 'in' : 'forbidden';
}

function accessOf({ method, url }: RegisteredRoute): Access | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  const endpoint = Object.values(ENDPOINTS).find(
    (one) => one.method === asked && `/api/v1${one.path}` === url,
  );
  return endpoint?.access ?? BESIDE_THE_CONTRACT[`${asked} ${url}`];
}

function fill(url: string): string {
  return url
    .replace(':id', NO_SUCH_ID)
    .replace(':aliasId', NO_SUCH_ID)
    .replace(':token', 'x'.repeat(43))
    .replace(':sourceKey', 'x'.repeat(22))
    .replace('*', 'inbox');
}

describe.each(['test', 'demo'] as const)('every route that is registered, in mode %s', (mode) => {
  let app: TestApp;
  let routes: readonly RegisteredRoute[];
  const people = new Map<Caller, TestPerson>();

  beforeAll(async () => {
    app = await TestApp.start({ mode });
    routes = [...app.nest.get(RouteTable).routes].sort((a, b) => rank(a) - rank(b));
    people.set('no role', await app.addPerson([]));
    for (const role of ROLES) people.set(role, await app.addPerson([role]));
  });
  afterAll(() => app.stop());

  const rank = ({ url }: RegisteredRoute) => Number(url.endsWith('/sign-out'));

  async function ask(route: RegisteredRoute, caller: Caller): Promise<string> {
    const isWriting = route.method !== 'GET' && route.method !== 'HEAD';
    const answer = await app.ask(route.method as 'GET', fill(route.url), {
      as: people.get(caller),
      // An empty object fits hardly any input: who is let in gets 400 or 404, and nothing changes.
      ...(isWriting ? { body: {} } : {}),
    });
    if (answer.statusCode >= 500 || answer.statusCode === 429) return `status ${String(answer.statusCode)}`;
    const code = /"code":"(ACCESS\.NOT_SIGNED_IN|ACCESS\.FORBIDDEN|DEMO\.ONLY)"/.exec(answer.body)?.[1];
    if (route.method === 'HEAD')
      return answer.statusCode === 401 ? 'sign in' : answer.statusCode === 403 ? 'forbidden' : 'in';
    if (code === undefined) return 'in';
    return (
      { 'ACCESS.NOT_SIGNED_IN': 'sign in', 'ACCESS.FORBIDDEN': 'forbidden', 'DEMO.ONLY': 'demo only' }[
        code
      ] ?? code
    );
  }

  it('has an access rule, and answers each caller by it', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const access = accessOf(route);
      if (access === undefined) {
        wrong.push(`${route.method} ${route.url} has no access rule`);
        continue;
      }
      // Two callers are enough for HEAD: Fastify gives it the handler and the guards of GET.
      const callers = route.method === 'HEAD' ? (['nobody', 'no role'] as const) : CALLERS;
      for (const caller of callers) {
        let expected = expectedOf(access, caller, mode === 'demo');
        if (route.method === 'HEAD' && expected === 'demo only') expected = 'forbidden';
        const got = await ask(route, caller);
        if (got !== expected)
          wrong.push(`${route.method} ${route.url} as ${caller}: ${got}, expected ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(routes.length).toBeGreaterThan(
      Object.keys(ENDPOINTS).length + Object.keys(BESIDE_THE_CONTRACT).length,
    );
  });

  it('cannot be reached around the guard by writing its path differently', async () => {
    const forms = [
      '/api/v1/people/',
      '/api/v1//people',
      '//api/v1/people',
      '/API/V1/PEOPLE',
      '/api/v1/%70eople',
      '/%61pi/v1/people',
      '/api/v1/people;x=1',
      '/api/v1/people%2f',
      '/api/v1/./people',
      '/app/../api/v1/people',
      '/app/%2e%2e/api/v1/people',
      '/api/v1/people?_method=GET',
    ];
    for (const url of forms) {
      const answer = await app.ask('GET', url, {
        as: people.get('reader'),
        headers: {
          'x-http-method-override': 'GET',
          'x-original-url': '/api/v1/me',
          'x-rewrite-url': '/api/v1/me',
        },
      });
      const isRefused = [400, 401, 403, 404, 405].includes(answer.statusCode);
      expect([url, isRefused || answer.headers['content-type'] === 'text/html; charset=utf-8']).toEqual([
        url,
        true,
      ]);
      expect(answer.body).not.toContain('"invitations"');
    }
  });

  it('sends the protections with every kind of answer', async () => {
    for (const url of [
      '/',
      '/app',
      '/api/v1/me',
      '/api/v1/people',
      '/nothing',
      '/health/live',
      '/api/openapi.json',
    ]) {
      const { headers } = await app.ask('GET', url);
      expect([url, headers['x-content-type-options']]).toEqual([url, 'nosniff']);
      expect(headers['content-security-policy']).toContain("object-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });
});

describe('a route nobody described', () => {
  @Controller()
  class Rogue {
    @Get('/api/v1/rogue')
    rogue() {
      return 'secret';
    }
  }
  @Module({ controllers: [Rogue] })
  class RogueModule {}

  it('keeps the service from starting', async () => {
    await expect(TestApp.start({ modules: [{ module: RogueModule }] })).rejects.toThrow(
      /GET \/api\/v1\/rogue is neither in the contract nor in open-routes/,
    );
  });
});
