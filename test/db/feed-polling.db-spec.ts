import zlib from 'node:zlib';
import type { FeedPollingService } from '#features/events';
import { FeedWorld, NOON } from '../support/feed-world.js';
import { answers, redirectsTo, type WebBehaviour, WebServer } from '../support/web-server.js';

const XML = { 'content-type': 'application/rss+xml' };
const item = (n: number, more = '<pubDate>Mon, 28 Feb 2022 09:00:00 GMT</pubDate>') =>
  `<item><title>Report ${String(n)}</title><guid>r${String(n)}</guid>${more}</item>`;
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>${items.join('')}</channel></rss>`;
const feed = (...numbers: number[]) => answers(rss(...numbers.map((n) => item(n))), XML);

type Polled = Awaited<ReturnType<FeedPollingService['pollHost']>>;
const reportsOf = (polled: Polled) => ('reports' in polled ? polled.reports : []);

describe('polling feeds', () => {
  let world: FeedWorld;
  let server: WebServer;

  beforeAll(async () => {
    world = await FeedWorld.start();
  });
  afterAll(() => world.stop());
  // Each test has a server, and so addresses, of its own.
  beforeEach(async () => {
    server = await WebServer.start();
  });
  afterEach(() => server.stop());

  it('polls nothing where nobody has added a feed', async () => {
    await world.polling.planPolls('2022-03-01T12:10:00.000Z');
    expect(await world.database.direct.outboxMessage.count()).toBe(0);
  });

  /** What one poll with this answer leaves on a feed. */
  async function after(behaviour: WebBehaviour) {
    server.behaviour = behaviour;
    const id = await world.list(server);
    await world.poll(id);
    return world.look(id);
  }

  const waitOf = ({ nextPollAt, lastPolledAt }: { nextPollAt: string | null; lastPolledAt: string | null }) =>
    (Date.parse(nextPollAt ?? '') - Date.parse(lastPolledAt ?? '')) / 60_000;

  it('takes the items in as events, each promised to be matched, and says so', async () => {
    server.behaviour = feed(1, 2);
    const id = await world.list(server);
    const before = await world.promised('events.match-event');
    const [report] = reportsOf(await world.poll(id));
    expect(report).toMatchObject({
      outcome: 'new_events',
      httpStatus: 200,
      items: 2,
      created: 2,
      fault: null,
    });
    expect(await world.events(id)).toMatchObject([
      { title: 'Report 1', publishedAt: new Date('2022-02-28T09:00:00Z'), receivedAt: NOON },
      { title: 'Report 2' },
    ]);
    expect(await world.look(id)).toMatchObject({
      events: 2,
      failures: 0,
      fault: null,
      siteUrl: 'https://wire.example/',
    });
    expect((await world.promised('events.match-event')) - before).toBe(2);
    expect((await world.work()).failed).toEqual([]);
  });

  it('the same items again are the same events, whatever changed about them', async () => {
    server.behaviour = feed(1, 2);
    const id = await world.list(server);
    await world.poll(id);
    server.behaviour = answers(rss(item(2, '').replace('Report 2', 'Report 2, corrected'), item(3)), XML);
    expect(reportsOf(await world.poll(id))).toMatchObject([{ outcome: 'new_events', items: 2, created: 1 }]);
    expect((await world.events(id)).map(({ title }) => title)).toEqual(['Report 1', 'Report 2', 'Report 3']);
    expect(reportsOf(await world.poll(id))).toMatchObject([{ outcome: 'nothing_new', created: 0 }]);
  });

  it('asks whether anything changed, and takes no for an answer', async () => {
    const modified = 'Mon, 28 Feb 2022 09:00:00 GMT';
    server.behaviour = (request, response) =>
      request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === modified
        ? response.writeHead(304).end()
        : response.writeHead(200, { ...XML, etag: '"v1"', 'last-modified': modified }).end(rss(item(1)));
    const id = await world.list(server);
    await world.poll(id);
    expect(reportsOf(await world.poll(id))).toMatchObject([
      { outcome: 'unchanged', httpStatus: 304, items: 0 },
    ]);
    expect(await world.look(id)).toMatchObject({ failures: 0, events: 1 });
    expect(server.asked).toHaveLength(2);
  });

  it('asks for the whole again after a document that broke off', async () => {
    const whole = rss(item(1), item(2));
    const half = whole.slice(0, whole.indexOf('Report 2'));
    server.behaviour = answers(half, { ...XML, etag: '"v1"' });
    const id = await world.list(server);
    await world.poll(id);
    expect(await world.look(id)).toMatchObject({ events: 1, failures: 0, remarks: [{ kind: 'CUT_OFF' }] });
    server.behaviour = answers(whole, { ...XML, etag: '"v1"' });
    await world.poll(id);
    expect(server.asked[1]?.headers).not.toHaveProperty('if-none-match');
    expect(await world.look(id)).toMatchObject({ events: 2, remarks: [] });
  });

  it.each([
    ['HTTP_ERROR', 'status 404', answers('no', {}, 404)],
    ['HTTP_ERROR', 'status 500', answers('no', {}, 500)],
    ['NOT_A_FEED', 'neither RSS', answers('Hello')],
    ['EMPTY', 'empty', answers('')],
    ['ENTITIES', 'entities', answers(`<!DOCTYPE r [<!ENTITY a "b">]>${rss(item(1))}`)],
    ['WRONG_TYPE', 'image/png', answers('x', { 'content-type': 'image/png' })],
    ['TOO_LARGE', '10 MB', answers('x', { 'content-length': '200000000' })],
    ['TOO_LARGE', '10 MB', answers(zlib.gzipSync(Buffer.alloc(30_000_000)), { 'content-encoding': 'gzip' })],
    ['PRIVATE_ADDRESS', '127.0.0.2', redirectsTo('http://127.0.0.2/feed')],
    ['TOO_MANY_REDIRECTS', 'address to address', redirectsTo('/feed')],
    ['BROKEN_OFF', 'broke off', (_: unknown, response: { destroy(): void }) => response.destroy()],
    [
      'HTML_PAGE',
      'It names: http://wire.example',
      answers('<html><link rel=alternate type=application/rss+xml href=/rss>'),
    ],
  ] as [string, string, WebBehaviour][])(
    '%s (%s) is a state of the feed',
    async (fault, words, behaviour) => {
      const looked = await after(behaviour);
      expect(looked).toMatchObject({ state: 'active', failures: 1, fault, lastSuccessAt: null, events: 0 });
      expect(looked.faultDetail).toContain(words);
    },
  );

  it('an expired certificate is one too', async () => {
    const { makeCertificate } = await import('../support/certificate.js');
    const tls = makeCertificate('wire.example', '2019-01-01T00:00:00', '2020-01-01T00:00:00');
    const secure = await WebServer.start(feed(1), tls);
    try {
      const id = await world.list(secure);
      await world.poll(id);
      expect(await world.look(id)).toMatchObject({ failures: 1, fault: 'BAD_CERTIFICATE' });
    } finally {
      await secure.stop();
    }
  });

  it('a good answer ends a row of failures; a bad one leaves what was known', async () => {
    const id = await world.list(server);
    server.behaviour = feed(1);
    await world.poll(id);
    server.behaviour = answers('no', {}, 503);
    for (const failures of [1, 2, 3, 4]) {
      await world.poll(id);
      const looked = await world.look(id);
      expect(looked).toMatchObject({ failures, events: 1 });
      expect(looked.lastSuccessAt).not.toBeNull();
      expect(waitOf(looked)).toBeGreaterThan(30 * 2 ** (failures - 1) * 0.89);
      expect(waitOf(looked)).toBeLessThan(30 * 2 ** (failures - 1) * 1.11);
    }
    server.behaviour = feed(1);
    await world.poll(id);
    expect(await world.look(id)).toMatchObject({ failures: 0, fault: null, faultDetail: null });
    const { items } = await world.feeds.listPolls(id);
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'nothing_new',
      ...['failed', 'failed', 'failed', 'failed'],
      'new_events',
    ]);
  });

  it('waits as long as it is asked to, and leaves the whole server alone', async () => {
    server.behaviour = answers('later', { 'retry-after': '7200' }, 429);
    await world.list(server, '/other');
    const [report, ...more] = reportsOf(await world.poll(await world.list(server)));
    expect([more, server.asked.length]).toEqual([[], 1]);
    const looked = await world.look(report?.feed.id ?? '');
    expect(looked).toMatchObject({ fault: 'BUSY', failures: 1 });
    expect(looked.restingUntil).not.toBeNull();
    expect(Math.round(waitOf(looked))).toBe(120);
    const again = await world.polling.pollHost(new URL(server.url('/', 'wire.example')).host);
    expect('freeAt' in again).toBe(true);
    await world.polling.planPolls('2022-03-01T12:11:00.000Z');
    await world.work();
    expect(server.asked).toHaveLength(1);
  });

  it('a feed that is gone is not asked again', async () => {
    const looked = await after(answers('gone', {}, 410));
    expect(looked).toMatchObject({ state: 'gone', fault: 'GONE', nextPollAt: null });
    await world.polling.planPolls('2022-03-01T12:12:00.000Z');
    await world.work();
    expect(server.asked).toHaveLength(1);
  });

  it('remarks on dates that are no day or lie ahead, and on items without a word; all others come in', async () => {
    const odd = [
      item(1),
      item(2, '<pubDate>Mon, 01 Jan 0000 00:00:00 GMT</pubDate>'),
      item(3, '<pubDate>Tue, 01 Mar 2033 00:00:00 GMT</pubDate>'),
      '<item><guid>r4</guid></item>',
    ];
    const looked = await after(answers(rss(...odd), XML));
    expect(looked.remarks).toEqual([
      { kind: 'UNDATED', count: 2, example: 'Mon, 01 Jan 0000 00:00:00 GMT' },
      { kind: 'DATED_AHEAD', count: 1, example: '' },
      { kind: 'WORDLESS', count: 1, example: '' },
    ]);
    expect((await world.events(looked.id)).map(({ publishedAt }) => publishedAt)).toEqual([
      new Date('2022-02-28T09:00:00Z'),
      NOON,
      NOON,
    ]);
  });

  it('says where a feed has moved for good', async () => {
    const looked = await after((request, response) =>
      request.url === '/feed'
        ? response.writeHead(301, { location: '/new' }).end()
        : response.writeHead(200, XML).end(rss(item(1))),
    );
    expect(looked).toMatchObject({ events: 1, movedTo: server.url('/new', 'wire.example') });
  });

  it('one bad feed does not stop the others', async () => {
    server.behaviour = (request, response) =>
      request.url === '/bad' ? response.destroy() : response.writeHead(200, XML).end(rss(item(1)));
    const bad = await world.list(server, '/bad', 'bad.example');
    const good = await world.list(server, '/good', 'good.example');
    const same = await world.list(server, '/same', 'bad.example');
    await world.polling.planPolls('2022-03-01T12:13:00.000Z');
    expect((await world.work()).failed).toEqual([]);
    expect((await world.look(bad)).fault).toBe('BROKEN_OFF');
    for (const id of [good, same]) expect(await world.look(id)).toMatchObject({ events: 1, fault: null });
  });

  it('reads one feed of a server at a time, however many processes are at it', async () => {
    let open = 0;
    let most = 0;
    server.behaviour = (_request, response) => {
      most = Math.max(most, (open += 1));
      setTimeout(() => {
        open -= 1;
        response.writeHead(200, XML).end(rss(item(1)));
      }, 30);
    };
    for (const path of ['/a', '/b', '/c']) await world.list(server, path);
    const other = await world.again();
    const host = new URL(server.url('/', 'wire.example')).host;
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? world : other).polling.pollHost(host)),
    );
    await other.close();
    expect(all.filter((one) => 'reports' in one)).toHaveLength(1);
    expect(most).toBe(1);
    expect(server.asked).toHaveLength(3);
  });

  it('writes nothing under a lease that has lapsed', async () => {
    server.behaviour = (_request, response) => {
      void world.database.direct.feedHost
        .updateMany({ where: { leaseId: { not: null } }, data: { leaseUntil: new Date(0) } })
        .then(() => response.writeHead(200, XML).end(rss(item(1))));
    };
    const id = await world.list(server);
    expect(reportsOf(await world.poll(id))).toEqual([]);
    expect(await world.look(id)).toMatchObject({ events: 0, lastPolledAt: null });
    server.behaviour = feed(1);
    expect(reportsOf(await world.poll(id))).toMatchObject([{ created: 1 }]);
  });

  it('a process that dies leaves the feed due: the next one reads it when the lease has lapsed', async () => {
    const id = await world.list(server);
    server.behaviour = feed(1);
    const host = new URL(server.url('/', 'wire.example')).host;
    await world.database.direct.feedHost.create({
      data: {
        host,
        leaseId: '01890000-0000-7000-8000-000000000000',
        leaseUntil: new Date(Date.now() + 60_000),
        restUntil: NOON,
      },
    });
    expect(await world.polling.pollHost(host)).toHaveProperty('freeAt');
    await world.database.direct.feedHost.updateMany({
      where: { host },
      data: { leaseUntil: new Date(Date.now() - 1) },
    });
    await world.polling.planPolls('2022-03-01T12:14:00.000Z');
    await world.work();
    expect(await world.look(id)).toMatchObject({ events: 1 });
  });

  it('paused or removed while it is read: that stands, and what came is kept', async () => {
    for (const act of ['pause', 'remove'] as const) {
      const id = await world.list(server, `/${act}`);
      server.behaviour = (_request, response) => {
        const work = async () => {
          const { version } = await world.look(id);
          if (act === 'pause') await world.feeds.changeFeed(world.admin, id, { version, state: 'paused' });
          else await world.feeds.removeFeed(world.admin, id);
          response.writeHead(200, XML).end(rss(item(1)));
        };
        void work();
      };
      expect(reportsOf(await world.poll(id))).toMatchObject([{ created: 1 }]);
      const row = await world.database.direct.feed.findUnique({ where: { id } });
      expect(row).toMatchObject({
        state: act === 'pause' ? 'paused' : 'removed',
        nextPollAt: null,
        failures: 0,
      });
    }
  });

  it('takes two thousand items in at once', async () => {
    const numbers = Array.from({ length: 2_500 }, (_, i) => i);
    const looked = await after(feed(...numbers));
    expect(looked).toMatchObject({ events: 2_000, remarks: [{ kind: 'CAPPED', count: 500 }] });
  });
});
