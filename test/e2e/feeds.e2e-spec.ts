import { FeedPollingService } from '#features/events';
import { SafeFetch } from '#platform/net';
import { TestApp, type TestPerson } from '../support/app.js';
import { answers, redirectsTo, type WebBehaviour, WebServer } from '../support/web-server.js';

const XML = { 'content-type': 'application/rss+xml' };
const rss = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>A report</title><guid>1</guid>
   <pubDate>Mon, 28 Feb 2022 09:00:00 GMT</pubDate></item></channel></rss>`;
const page = (...paths: string[]) =>
  paths
    .map((path) => `<link rel="alternate" type="application/rss+xml" title="${path}" href="${path}">`)
    .join('');

describe('feeds, over HTTP', () => {
  let app: TestApp;
  let admin: TestPerson;
  let server: WebServer;

  const site: Readonly<Record<string, WebBehaviour>> = {
    '/several': answers(`<html><head>${page('/world.xml', '/ports.xml')}</head>`, {
      'content-type': 'text/html',
    }),
    '/single': answers(`<html><head>${page('/world.xml')}</head>`, { 'content-type': 'text/html' }),
    '/circle': answers(`<html><head>${page('/circle')}</head>`, { 'content-type': 'text/html' }),
    '/none': answers('<html><body>Hello</body></html>', { 'content-type': 'text/html' }),
    '/world.xml': answers(rss('World'), XML),
    '/ports.xml': answers(rss('Ports'), XML),
    '/inside': redirectsTo('http://127.0.0.2/'),
    '/moved': redirectsTo('/world.xml', 301),
  };

  beforeAll(async () => {
    app = await TestApp.start({ fetchAllowedNetworks: ['127.0.0.1/32'] });
    admin = await app.addPerson(['admin']);
    server = await WebServer.start((request, response) =>
      (site[request.url ?? ''] ?? answers('no', {}, 404))(request, response),
    );
  });
  afterAll(async () => {
    await server.stop();
    await app.stop();
  });

  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => {
    const answer = await app.api(method, path, { as: admin, ...(body === undefined ? {} : { body }) });
    return {
      status: answer.statusCode,
      body: JSON.parse(answer.body) as Record<string, never> & { code?: string },
    };
  };
  interface Listed {
    readonly id: string;
    readonly url: string;
    readonly version: number;
    readonly [more: string]: unknown;
  }
  const list = async () => (await ask('GET', '/feeds')).body['items'] as unknown as readonly Listed[];

  it('finds the feeds of a page, adds the one that is meant, once, and reads it', async () => {
    const found = await ask('POST', '/feeds/discover', { url: server.url('/several') });
    expect(found).toMatchObject({ status: 200, body: { feeds: [{ title: '/world.xml', items: null }, {}] } });
    expect(await list()).toEqual([]);
    const several = await ask('POST', '/feeds', { url: server.url('/several') });
    expect(several).toMatchObject({
      status: 422,
      body: {
        code: 'FEED.SEVERAL',
        fields: [{ path: server.url('/world.xml') }, { path: server.url('/ports.xml') }],
      },
    });
    const added = await ask('POST', '/feeds', { url: server.url('/single') });
    expect(added).toMatchObject({
      status: 201,
      body: { created: true, feed: { title: 'World', url: server.url('/world.xml'), state: 'active' } },
    });
    for (const again of ['/world.xml', '/moved'])
      expect(await ask('POST', '/feeds', { url: server.url(again) })).toMatchObject({
        body: { created: false },
      });
    await app.nest.get(FeedPollingService, { strict: false }).pollHost(new URL(server.url()).host);
    const [feed] = await list();
    expect(feed).toMatchObject({ title: 'World', events: 1, failures: 0 });
    const polls = await ask('GET', `/feeds/${feed?.id ?? ''}/polls`);
    expect(polls.body).toMatchObject({ items: [{ outcome: 'new_events', items: 1, created: 1 }] });
  });

  it.each([
    ['http://127.0.0.2/feed', 'FEED.BAD_ADDRESS'],
    ['http://[::1]/', 'FEED.BAD_ADDRESS'],
    ['file:///etc/passwd', 'FEED.BAD_ADDRESS'],
    ['http://ada:pw@wire.example/', 'FEED.BAD_ADDRESS'],
    ['/inside', 'FEED.BAD_ADDRESS'],
    ['/nowhere', 'FEED.NO_ANSWER'],
    ['/none', 'FEED.NOT_A_FEED'],
    ['/circle', 'FEED.NOT_A_FEED'],
  ])('%s is refused with %s, and nothing is stored', async (address, code) => {
    const before = await list();
    const url = address.startsWith('/') ? server.url(address) : address;
    const refused = await ask('POST', '/feeds', { url });
    expect(refused).toMatchObject({ status: 422, body: { code } });
    expect(await list()).toEqual(before);
  });

  it('is paused, renamed, moved and removed, by version; its events stay', async () => {
    const [feed] = await list();
    const path = `/feeds/${feed?.id ?? ''}`;
    const change = (body: object) => ask('PATCH', path, body);
    const version = feed?.version ?? 0;
    expect(await change({ version, state: 'paused' })).toMatchObject({
      status: 200,
      body: { state: 'paused', nextPollAt: null },
    });
    expect(await change({ version, state: 'active' })).toMatchObject({
      status: 409,
      body: { code: 'VERSION.CHANGED' },
    });
    expect(
      await change({ version: version + 1, state: 'active', title: 'The World', pollMinutes: 60 }),
    ).toMatchObject({
      body: { state: 'active', title: 'The World', pollMinutes: 60, events: 1 },
    });
    expect(await change({ version: version + 2, pollMinutes: 1 })).toMatchObject({ status: 400 });
    expect(await change({ version: version + 2, url: 'http://127.0.0.3/' })).toMatchObject({
      body: { code: 'FEED.BAD_ADDRESS' },
    });
    expect(await change({ version: version + 2, url: server.url('/ports.xml') })).toMatchObject({
      body: { url: server.url('/ports.xml'), fault: null, remarks: [] },
    });
    expect(await ask('POST', '/feeds', { url: server.url('/world.xml') })).toMatchObject({
      body: { created: true },
    });
    expect(await change({ version: version + 3, url: server.url('/world.xml') })).toMatchObject({
      status: 422,
      body: { code: 'FEED.BAD_ADDRESS' },
    });
    expect(await ask('DELETE', path)).toMatchObject({ status: 200 });
    expect(await ask('DELETE', path)).toMatchObject({ status: 404, body: { code: 'FEED.NOT_FOUND' } });
    expect(await app.database.direct.eventReport.count()).toBe(1);
    expect(await list()).toHaveLength(1);
    expect(await ask('POST', '/feeds', { url: server.url('/ports.xml') })).toMatchObject({
      body: { created: true },
    });
    expect(await list()).toHaveLength(2);
  });

  it('goes out as OPML and comes in again, what must not be asked left out by name', async () => {
    const { body } = await ask('GET', '/feeds/opml');
    expect(await ask('POST', '/feeds/opml', body)).toMatchObject({
      status: 201,
      body: { created: 0, existing: 2, refused: [] },
    });
    const opml = `<opml version="2.0"><body><outline text="In" xmlUrl="http://127.0.0.2/"/>
      <outline text="Out" xmlUrl="https://wire.example/feed"/></body></opml>`;
    expect(await ask('POST', '/feeds/opml', { opml })).toMatchObject({
      body: { created: 1, refused: [{ url: 'http://127.0.0.2/' }] },
    });
    expect(await ask('POST', '/feeds/opml', { opml: '<html/>' })).toMatchObject({
      status: 422,
      body: { code: 'FEED.BAD_OPML' },
    });
  });

  it('everything done to a feed is in the audit chain', async () => {
    const rows = await app.database.direct.auditEntry.findMany({
      where: { subjectType: 'feed' },
      orderBy: { seq: 'asc' },
    });
    const actions = new Set(rows.map(({ action }) => action));
    expect(actions).toEqual(new Set(['feed.added', 'events.recorded', 'feed.changed', 'feed.removed']));
  });

  it('by itself the service opens no network', () => {
    expect(() => new SafeFetch().checkUrl(server.url())).toThrow(/127\.0\.0\.1 is not fetched/);
  });
});
