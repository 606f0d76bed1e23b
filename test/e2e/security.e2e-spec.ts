import { BASE_URL, PASSWORD, TestApp, type TestPerson } from '../support/app.js';

const FOREIGN = 'https://evil.example';
const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code: string }>().code;

describe('requests from elsewhere', () => {
  let app: TestApp;
  let admin: TestPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.addPerson(['admin']);
  });
  afterAll(() => app.stop());

  const invitation = { email: 'somebody@example.org', roles: ['admin'] };
  const inviteWith = (headers: Record<string, string>) =>
    app.nest.inject({
      method: 'POST',
      url: '/api/v1/people/invitations',
      headers: {
        host: 'localhost:3000',
        cookie: admin.cookie,
        'content-type': 'application/json',
        ...headers,
      },
      payload: JSON.stringify(invitation),
    });

  it.each([
    ['no origin at all', {}],
    ['a foreign origin', { origin: FOREIGN }],
    ['no origin in a sandboxed frame', { origin: 'null' }],
    ['our name under another scheme', { origin: 'https://localhost:3000' }],
    ['our name as a prefix', { origin: 'http://localhost:3000.evil.example' }],
    ['our address on another port', { origin: 'http://localhost:3001' }],
    ['a sibling site', { origin: BASE_URL, 'sec-fetch-site': 'same-site' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a foreign origin that calls itself same-origin', { origin: FOREIGN, 'sec-fetch-site': 'same-origin' }],
  ])('change nothing with %s', async (_what, headers) => {
    const answer = await inviteWith(headers);
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'ACCESS.FORBIDDEN']);
    expect(await app.database.direct.oneTimeLink.count()).toBe(0);
  });

  it('change nothing as a form, which browsers send across sites without asking', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      const answer = await inviteWith({ origin: BASE_URL, 'content-type': type });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
  });

  it('are let in from our own pages, by whichever name of this machine', async () => {
    expect((await inviteWith({ origin: BASE_URL })).statusCode).toBe(201);
    expect((await inviteWith({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    const byAddress = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
    expect((await inviteWith(byAddress)).statusCode).toBe(201);
  });

  it('cannot sign a visitor in as somebody else', async () => {
    const answer = await app.ask('POST', '/api/auth/sign-in/email', {
      body: { email: admin.email, password: PASSWORD },
      headers: { origin: FOREIGN },
    });
    expect(answer.statusCode).toBe(403);
  });

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '192.168.1.7:3000',
  ])('are refused under the foreign name %j, whatever they ask', async (host) => {
    for (const url of ['/', '/api/v1/me', '/api/v1/people', '/app', '/nothing']) {
      const answer = await app.ask('GET', url, { as: admin, headers: { host } });
      expect([url, answer.statusCode]).toEqual([url, 403]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
    // Probes come by address.
    expect((await app.ask('GET', '/health/live', { headers: { host } })).statusCode).toBe(200);
  });

  it('under our own names are answered', async () => {
    for (const host of ['localhost:3000', 'localhost', '127.0.0.1:8080', '[::1]:3000', 'LOCALHOST:3000'])
      expect([host, (await app.ask('GET', '/api/v1/me', { headers: { host } })).statusCode]).toEqual([
        host,
        200,
      ]);
  });
});

describe('limits', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({
      limits: { generalPerMinute: 60, guessablePerMinute: 12, signInsPerAccount: 5 },
    });
  });
  afterAll(() => app.stop());

  const guess = (email: string, remoteAddress: string, forwardedFor = '') =>
    app.nest.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      remoteAddress,
      headers: {
        host: 'localhost:3000',
        origin: BASE_URL,
        'content-type': 'application/json',
        ...(forwardedFor === '' ? {} : { 'x-forwarded-for': forwardedFor }),
      },
      payload: JSON.stringify({ email, password: 'guess-number-one' }),
    });

  it('on one account hold from whatever addresses the guesses come', async () => {
    const statuses: number[] = [];
    for (let i = 1; i <= 8; i += 1)
      statuses.push((await guess('victim@example.org', `10.9.0.${String(i)}`)).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const limited = await guess('VICTIM@example.org', '10.9.0.99');
    expect([limited.statusCode, codeOf(limited)]).toEqual([429, 'ACCESS.TOO_MANY_REQUESTS']);
    expect(limited.headers['retry-after']).toBeDefined();
  });

  it('on one address hold over many accounts, and are counted in the database', async () => {
    const statuses: number[] = [];
    for (let i = 1; i <= 14; i += 1)
      statuses.push(
        (await guess(`person${String(i)}@example.org`, '10.9.1.1', `10.99.0.${String(i)}`)).statusCode,
      );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429]);
    const rows = await app.database.direct.rateLimit.findMany();
    expect(rows.some((row) => row.key.includes('10.9.1.1') && row.count === 10)).toBe(true);
  });

  it('on links keep tokens from being tried', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 14; i += 1) {
      const answer = await app.nest.inject({
        method: 'GET',
        url: `/api/v1/links/${String(i).repeat(43).slice(0, 43)}`,
        remoteAddress: '10.9.2.1',
        headers: { host: 'localhost:3000' },
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses.slice(0, 12).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(12)).toEqual([429, 429]);
  });

  it('count all routes of one address together', async () => {
    const ask = (url: string) =>
      app.nest.inject({ method: 'GET', url, remoteAddress: '10.9.3.1', headers: { host: 'localhost:3000' } });
    for (let i = 0; i < 30; i += 1) {
      expect((await ask('/api/v1/board')).statusCode).toBe(200);
      expect((await ask('/health/live')).statusCode).toBe(200);
    }
    expect((await ask('/api/v1/me')).statusCode).toBe(429);
  });
});

describe('behind https', () => {
  let app: TestApp;
  const host = 'outturn.example.org';

  beforeAll(async () => {
    app = await TestApp.start({ baseUrl: `https://${host}` });
  });
  afterAll(() => app.stop());

  it('cookies are secure and browsers are told to stay', async () => {
    const person = await app.addPerson(['reader']);
    expect(person.cookie).toMatch(/^__Secure-outturn\.session_token=/);
    const answer = await app.ask('GET', '/api/v1/me', { as: person, headers: { host } });
    expect(answer.json()).toMatchObject({ user: { id: person.id } });
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  });

  it('the address the proxy tells is the one that counts, and only a proxy may tell', async () => {
    const signOut = (remoteAddress: string) =>
      app.nest.inject({
        method: 'POST',
        url: '/api/auth/sign-out',
        remoteAddress,
        headers: {
          host,
          origin: `https://${host}`,
          'x-forwarded-for': '203.0.113.7',
          'x-forwarded-proto': 'https',
        },
      });
    await signOut('127.0.0.1');
    await signOut('198.51.100.9');
    const keys = (await app.database.direct.rateLimit.findMany()).map((row) => row.key);
    expect(keys.some((key) => key.startsWith('203.0.113.7'))).toBe(true);
    expect(keys.some((key) => key.startsWith('198.51.100.9'))).toBe(true);
  });
});

describe('the demo', () => {
  let app: TestApp;
  let left = 0;

  beforeAll(async () => {
    app = await TestApp.start({
      mode: 'demo',
      leaveDemo: () => {
        left += 1;
        return true;
      },
    });
  });
  afterAll(() => app.stop());

  it('lets a visitor go on as any sample person, and as nobody else', async () => {
    const sample = await app.addPerson(['reviewer'], { name: 'Rita Reviewer', isSample: true });
    const lead = await app.addPerson(['lead'], { name: 'Leo Lead', isSample: true });
    const real = await app.addPerson(['admin'], { name: 'Real Person' });
    const { people } = (await app.api('GET', '/demo/people')).json<{ people: { id: string }[] }>();
    expect(people.map((person) => person.id).sort()).toEqual([sample.id, lead.id].sort());

    const switched = await app.api('POST', '/demo/session', { as: sample, body: { userId: lead.id } });
    expect(switched.statusCode).toBe(200);
    const cookie = [switched.headers['set-cookie'] ?? []]
      .flat()
      .map((one) => one.split(';', 1)[0])
      .join('; ');
    expect((await app.api('GET', '/me', { headers: { cookie } })).json()).toMatchObject({
      user: { name: 'Leo Lead' },
    });
    expect((await app.api('GET', '/me', { as: sample })).json()).toMatchObject({ user: null });

    const refused = await app.api('POST', '/demo/session', { body: { userId: real.id } });
    expect([refused.statusCode, codeOf(refused)]).toEqual([404, 'ACCOUNT.NOT_FOUND']);
  });

  it('is left by asking the process that started it, from our own pages only', async () => {
    const foreign = await app.api('POST', '/demo/leave', { headers: { origin: FOREIGN } });
    expect([foreign.statusCode, left]).toEqual([403, 0]);
    const answer = await app.api('POST', '/demo/leave');
    expect([answer.statusCode, left]).toEqual([202, 1]);
    expect(answer.json<{ message: string }>().message).toContain('terminal');
  });
});
