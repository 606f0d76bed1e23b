import zlib from 'node:zlib';
import { makeCertificate } from '../../../test/support/certificate.js';
import { answers, redirectsTo, WebServer, type WebBehaviour } from '../../../test/support/web-server.js';
import { FetchFailure } from './fetch-failure.js';
import { type FetchRequest, type HostAddress, SafeFetch } from './safe-fetch.js';

/** The one address that is open here. Its neighbours on loopback stand for what is private: nothing else is ever dialled. */
const OPEN = ['127.0.0.1/32'];
const MB = 1_000_000;

/** Names of the tests, and the addresses a DNS gives for them. */
const NAMES: Record<string, readonly string[]> = {
  'good.example': ['127.0.0.1'],
  'mixed.example': ['127.0.0.1', '127.0.0.2'],
  'inside.example': ['127.0.0.2'],
  'mapped.example': ['::ffff:7f00:2'],
  'empty.example': [],
};

const toAddresses = (list: readonly string[]): HostAddress[] =>
  list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

async function resolve(host: string): Promise<HostAddress[]> {
  const list = NAMES[host];
  if (list === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return toAddresses(list);
}

describe('fetching', () => {
  let server: WebServer;
  /** Stands for everything inside that must never be asked. */
  let canary: WebServer;
  const fetcher = new SafeFetch({ allowedNetworks: OPEN, resolve, userAgent: 'Test' });

  beforeAll(async () => {
    server = await WebServer.start();
    canary = await WebServer.start(answers('secret'));
  });
  beforeEach(() => {
    server.asked.length = 0;
  });
  afterAll(async () => {
    await server.stop();
    await canary.stop();
  });

  const get = (behaviour: WebBehaviour, more: Partial<FetchRequest> = {}, host?: string) => {
    server.behaviour = behaviour;
    return fetcher.get(server.url('/feed', host), { maxBytes: MB, ...more });
  };
  const failure = async (work: Promise<unknown>): Promise<FetchFailure> => {
    const thrown: unknown = await work.catch((error: unknown) => error);
    if (thrown instanceof FetchFailure) return thrown;
    throw new Error('no failure', { cause: thrown });
  };

  it('gives status, headers and body, and sends who asks and what was asked for', async () => {
    const page = await get(
      answers('<rss/>', { 'content-type': 'text/xml', etag: '"1"' }),
      { headers: { 'if-none-match': '"0"' } },
      'good.example',
    );
    expect(page).toMatchObject({ status: 200, movedTo: null, url: server.url('/feed', 'good.example') });
    expect(page.body.toString()).toBe('<rss/>');
    expect(page.headers).toMatchObject({ etag: '"1"' });
    expect(server.asked[0]?.headers).toMatchObject({
      host: `good.example:${String(server.port)}`,
      'user-agent': 'Test',
      'if-none-match': '"0"',
    });
    expect(server.asked[0]?.headers).not.toHaveProperty('cookie');
  });

  it.each([304, 404, 410, 500])('takes %i for an answer without a body', async (status) => {
    const page = await get(answers(status === 304 ? '' : 'sorry', { 'retry-after': '60' }, status));
    expect(page).toMatchObject({ status, headers: { 'retry-after': '60' } });
    expect(page.body).toHaveLength(0);
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['br', zlib.brotliCompressSync],
  ] as const)('unpacks %s', async (encoding, pack) => {
    const page = await get(answers(pack(Buffer.from('é'.repeat(9))), { 'content-encoding': encoding }));
    expect(page.body.toString()).toBe('é'.repeat(9));
  });

  describe('where to', () => {
    it('follows redirects and tells a permanent one', async () => {
      const moving = await get((request, response) =>
        request.url === '/feed' ? response.writeHead(301, { location: '/new' }).end() : response.end('here'),
      );
      expect(moving).toMatchObject({ url: server.url('/new'), movedTo: server.url('/new') });
      const passing = await get((request, response) =>
        request.url === '/feed' ? response.writeHead(302, { location: '/new' }).end() : response.end('here'),
      );
      expect(passing.movedTo).toBeNull();
    });

    it('gives up on a chain without end', async () => {
      expect(await failure(get(redirectsTo('/again')))).toMatchObject({ fault: 'TOO_MANY_REDIRECTS' });
      expect(server.asked).toHaveLength(4);
    });

    it.each([
      ['mixed.example', 'one private answer among good ones'],
      ['inside.example', 'a private answer'],
      ['mapped.example', 'one in IPv6 clothes'],
    ])('refuses %s: %s', async (host) => {
      expect(await failure(get(answers('x'), {}, host))).toMatchObject({ fault: 'PRIVATE_ADDRESS' });
      expect(server.asked).toEqual([]);
    });

    it.each(['nowhere.example', 'empty.example'])('says that %s is not there', async (host) => {
      expect(await failure(get(answers('x'), {}, host))).toMatchObject({ fault: 'UNKNOWN_HOST' });
    });

    it('checks every redirect anew: none of a hundred reaches what is inside', async () => {
      const strict = new SafeFetch({
        allowedNetworks: OPEN,
        resolve: async (host) => (host === 'rebound.example' ? toAddresses(['127.0.0.2']) : resolve(host)),
      });
      const inside = ['127.0.0.2', '[::1]', '[::ffff:7f00:2]', '0x7f000002', '2130706434', 'rebound.example'];
      const schemes = ['http', 'https'];
      const statuses = [301, 302, 303, 307, 308];
      const tried: string[] = [];
      for (const host of inside)
        for (const scheme of schemes)
          for (const status of statuses)
            for (const path of ['/', '/latest/meta-data/']) {
              server.behaviour = redirectsTo(`${scheme}://${host}:${String(canary.port)}${path}`, status);
              tried.push((await failure(strict.get(server.url(), { maxBytes: MB }))).fault);
            }
      expect(tried).toHaveLength(120);
      expect(new Set(tried)).toEqual(new Set(['PRIVATE_ADDRESS']));
      expect(canary.asked).toEqual([]);
    });

    it('a redirect out of the web is refused: file, data, credentials', async () => {
      for (const [location, fault] of [
        ['file:///etc/passwd', 'BAD_SCHEME'],
        ['data:text/xml,<rss/>', 'BAD_SCHEME'],
        ['http://ada:pw@good.example/', 'HAS_CREDENTIALS'],
        ['http://[broken/', 'BAD_ADDRESS'],
      ] as const)
        expect(await failure(get(redirectsTo(location)))).toMatchObject({ fault });
    });

    it('connects to what was checked: a DNS that changes its mind between two questions changes nothing', async () => {
      let questions = 0;
      const rebinding = new SafeFetch({
        allowedNetworks: OPEN,
        // The first answer is the server, each later one what must not be asked.
        resolve: async () => toAddresses([(questions += 1) === 1 ? '127.0.0.1' : '127.0.0.2']),
      });
      server.behaviour = answers('public');
      const page = await rebinding.get(server.url('/', 'rebinding.example'), { maxBytes: MB });
      expect([page.body.toString(), questions]).toEqual(['public', 1]);
      const again = failure(rebinding.get(server.url('/', 'rebinding.example'), { maxBytes: MB }));
      expect(await again).toMatchObject({ fault: 'PRIVATE_ADDRESS' });
      expect(canary.asked).toEqual([]);
    });

    it('by default loopback is closed, by literal and by name', async () => {
      const strict = new SafeFetch({ resolve });
      for (const url of [server.url(), server.url('/', 'good.example'), server.url('/', 'localhost')])
        expect(['PRIVATE_ADDRESS', 'BAD_PORT']).toContain(
          (await failure(strict.get(url, { maxBytes: MB }))).fault,
        );
      expect(server.asked).toEqual([]);
    });
  });

  describe('how much', () => {
    it('refuses what is announced too large without reading it', async () => {
      const big = answers('x', { 'content-length': String(200 * MB) });
      expect(await failure(get(big))).toMatchObject({
        fault: 'TOO_LARGE',
        message: expect.stringContaining('larger than 1 MB') as string,
      });
    });

    it('stops reading a body without end at the limit', async () => {
      let sent = 0;
      const endless: WebBehaviour = (_request, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      };
      expect(await failure(get(endless))).toMatchObject({ fault: 'TOO_LARGE' });
      expect(sent).toBeLessThan(20 * MB);
    });

    it.each([
      ['gzip', zlib.gzipSync],
      ['br', zlib.brotliCompressSync],
    ] as const)('stops unpacking a bomb of %s at the limit', async (encoding, pack) => {
      const bomb = pack(Buffer.alloc(50 * MB));
      expect(bomb.length).toBeLessThan(MB / 10);
      const before = process.memoryUsage().rss;
      const refused = failure(get(answers(bomb, { 'content-encoding': encoding })));
      expect(await refused).toMatchObject({ fault: 'TOO_LARGE' });
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
    });

    it.each([
      ['data that is not packed as it says', answers('plain', { 'content-encoding': 'gzip' }), 'BAD_ANSWER'],
      ['a way of packing nobody asked for', answers('x', { 'content-encoding': 'zstd' }), 'BAD_ANSWER'],
      ['layers of packing', answers('x', { 'content-encoding': 'gzip, gzip, gzip' }), 'BAD_ANSWER'],
    ])('refuses %s', async (_what, behaviour, fault) => {
      expect(await failure(get(behaviour))).toMatchObject({ fault });
    });

    it('refuses a type that is not wanted, and lets through what names none', async () => {
      const types = /xml|json|html/;
      expect(await failure(get(answers('x', { 'content-type': 'video/mp4' }), { types }))).toMatchObject({
        fault: 'WRONG_TYPE',
      });
      expect((await get(answers('x'), { types })).status).toBe(200);
    });
  });

  describe('how long', () => {
    it.each([
      ['says nothing', () => undefined],
      ['stops halfway', (_, response) => response.write('half')],
    ] as [string, WebBehaviour][])('gives up on a server that %s', async (_name, behaviour) => {
      expect(await failure(get(behaviour, { idleMs: 200 }))).toMatchObject({ fault: 'TIMED_OUT' });
    });

    it('gives up on one that drips, and on a DNS that does not answer', async () => {
      const drips: WebBehaviour = (_request, response) => {
        const timer = setInterval(() => response.write('.'), 20);
        response.on('close', () => clearInterval(timer));
      };
      expect(await failure(get(drips, { totalMs: 300 }))).toMatchObject({ fault: 'TIMED_OUT' });
      const deaf = new SafeFetch({ resolve: () => new Promise(() => undefined) });
      const waiting = failure(deaf.get('http://good.example/', { maxBytes: MB, totalMs: 100 }));
      expect(await waiting).toMatchObject({ fault: 'TIMED_OUT' });
    });

    it.each([
      ['breaks off', (_, response) => response.destroy(), 'BROKEN_OFF'],
      [
        'breaks off halfway',
        (_, response) => {
          response.writeHead(200, { 'content-length': '100' }).write('half');
          setTimeout(() => response.destroy(), 50);
        },
        'BROKEN_OFF',
      ],
      ['speaks no HTTP', (_, response) => response.socket?.end('220 mail ready\r\n\r\n'), 'BAD_ANSWER'],
    ] as [string, WebBehaviour, string][])('says so of one that %s', async (_name, behaviour, fault) => {
      expect(await failure(get(behaviour))).toMatchObject({ fault });
    });

    it('says where nobody listens', async () => {
      const gone = await WebServer.start();
      const url = gone.url();
      await gone.stop();
      expect(await failure(fetcher.get(url, { maxBytes: MB }))).toMatchObject({
        fault: 'UNREACHABLE',
        message: '127.0.0.1 cannot be reached (ECONNREFUSED).',
      });
    });
  });

  describe('over TLS', () => {
    it.each([
      ['one that holds', 'good.example', '2020-01-01', '2049-12-31', null],
      ['one that has expired', 'good.example', '2019-01-01', '2020-01-01', 'expired'],
      ['one of another name', 'other.example', '2020-01-01', '2049-12-31', 'another name'],
    ])('shown %s', async (_what, name, from, to, words) => {
      const tls = makeCertificate(name, `${from}T00:00:00`, `${to}T00:00:00`);
      const secure = await WebServer.start(answers('secure'), tls);
      try {
        const trusting = new SafeFetch({ allowedNetworks: OPEN, resolve, ca: tls.cert });
        const asked = trusting.get(secure.url('/', 'good.example'), { maxBytes: MB });
        if (words === null) expect((await asked).body.toString()).toBe('secure');
        else {
          const refused = await failure(asked);
          expect(refused.fault).toBe('BAD_CERTIFICATE');
          expect(refused.message).toContain(words);
        }
        const strange = failure(fetcher.get(secure.url('/', 'good.example'), { maxBytes: MB }));
        expect(await strange).toMatchObject({ fault: 'BAD_CERTIFICATE' });
      } finally {
        await secure.stop();
      }
    });
  });

  it('tells of every refusal its reason and host, and nothing of path, query or password', async () => {
    const refusals: unknown[] = [];
    const watched = new SafeFetch({ allowedNetworks: OPEN, resolve, onRefusal: (one) => refusals.push(one) });
    const ask = (address: string) => failure(watched.get(address, { maxBytes: MB }));
    await ask(canary.url('/a?token=hidden', 'inside.example'));
    await ask('http://127.0.0.2/hidden');
    await ask('http://name:hidden@good.example/');
    await ask('file://good.example/hidden');
    server.behaviour = redirectsTo(canary.url('/hidden?token=hidden', '127.0.0.2'));
    await ask(server.url('/feed?token=hidden'));
    expect(() => watched.checkUrl('http://10.0.0.1/hidden')).toThrow(FetchFailure);
    // What a server does wrong is no refusal of ours.
    server.behaviour = answers('x'.repeat(MB + 1));
    await ask(server.url('/feed'));
    await ask('http://nowhere.example/');
    const port = String(canary.port);
    expect(refusals).toEqual([
      { reason: 'PRIVATE_ADDRESS', host: `inside.example:${port}`, hops: 0 },
      { reason: 'PRIVATE_ADDRESS', host: '127.0.0.2', hops: 0 },
      { reason: 'HAS_CREDENTIALS', host: 'good.example', hops: 0 },
      { reason: 'BAD_SCHEME', host: 'good.example', hops: 0 },
      { reason: 'PRIVATE_ADDRESS', host: `127.0.0.2:${port}`, hops: 1 },
      { reason: 'PRIVATE_ADDRESS', host: '10.0.0.1', hops: 0 },
    ]);
    expect(JSON.stringify(refusals)).not.toContain('hidden');
  });
});
