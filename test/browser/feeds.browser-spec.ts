import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { ACCEPTANCE } from '../support/commentary.js';
import { until } from '../support/until.js';
import { answers, redirectsTo, type WebBehaviour, WebServer } from '../support/web-server.js';
import { RunningService } from './running-service.js';
import { launchBrowser, Visitor } from './visitor.js';

jest.setTimeout(180_000);

const BRIDGE = 'The old bridge over the Norvik estuary is torn down';
const LIGHTHOUSE = 'The lighthouse of Sandmar is sold';
const TORN_DOWN = 'Old bridge over the Norvik estuary torn down';
const ANNA = { name: 'Ann Admin', email: 'ann@example.org', password: 'tangerine-moss-48' };

const XML = { 'content-type': 'application/rss+xml' };
const item = (title: string, id: string) =>
  `<item><title>${title}</title><guid>${id}</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`;
const rss = (title: string, ...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
const page = (body: string) =>
  answers(`<html><head>${body}</head><body>News</body></html>`, { 'content-type': 'text/html' });
const named = (path: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`;

const site: Readonly<Record<string, WebBehaviour>> = {
  '/news': page(named('/world.xml', 'World desk') + named('/broken.xml', 'Ports')),
  '/none': page(''),
  '/inside': redirectsTo('http://127.0.0.2/'),
  '/world.xml': answers(rss('World desk', item(TORN_DOWN, '1'), item('Rain in the hills', '2')), XML),
  '/broken.xml': answers('no', {}, 503),
};

/** Where events come from and what becomes of them, on what `outturn start` serves, with feeds of this machine. */
describe('feeds and events, in a browser', () => {
  let server: WebServer;
  let service: RunningService;
  let browser: Browser;
  let visitor: Visitor;
  let tab: Page;

  beforeAll(async () => {
    server = await WebServer.start((request, response) =>
      (site[request.url ?? ''] ?? answers('no', {}, 404))(request, response),
    );
    service = await RunningService.start(['--no-demo'], { FETCH_ALLOWED_NETWORKS: '127.0.0.1/32' });
    browser = await launchBrowser();
    tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    visitor = new Visitor(tab, service.address);
    const token = new URL(service.entryLink).searchParams.get('token') ?? '';
    await send('POST', `/api/v1/links/${token}/accept`, ANNA);
    await send('POST', '/api/auth/sign-in/email', { email: ANNA.email, password: ANNA.password });
    await openPropositions();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await server.stop();
    expect(await service?.stop()).toBe(0);
  });

  async function send(method: 'GET' | 'POST', path: string, data?: object): Promise<unknown> {
    const answer = await tab.request.fetch(service.address + path, {
      method,
      headers: { origin: service.address },
      ...(data === undefined ? {} : { data }),
    });
    expect(answer.ok() ? '' : await answer.text()).toBe('');
    return answer.json();
  }

  async function openPropositions(): Promise<void> {
    const publishedOn = new Date().toISOString().slice(0, 10);
    const text = 'The old bridge will be torn down by 2028. The harbour will be dredged by 2028.';
    const { source } = (await send('POST', '/api/v1/sources', { text, publishedOn })) as {
      source: { id: string };
    };
    const { candidateList } = (await send('GET', `/api/v1/sources/${source.id}`)) as {
      candidateList: readonly { id: string; version: number; probability: object }[];
    };
    for (const [n, { id, version, probability }] of candidateList.entries())
      await send('POST', `/api/v1/candidates/${id}/accept`, {
        ...ACCEPTANCE,
        version,
        probability,
        statement: [BRIDGE, LIGHTHOUSE][n],
        deadlineOn: '2028-12-31',
        topics: ['ports'],
      });
    expect(candidateList).toHaveLength(2);
  }

  const main = () => tab.getByRole('main');
  const row = (title: string) => main().locator('.feed-row', { hasText: title });
  const eventRow = (title: string) => main().locator('.row-list > li', { hasText: title });
  const find = async (address: string) => {
    await main().getByLabel('Address of a page or a feed').fill(address);
    await main().getByRole('button', { name: 'Find feeds' }).click();
  };
  const expectOpen = async () => {
    expect(await visitor.findBarriers()).toEqual([]);
  };

  it('an address that must not be asked, or has no feed, is refused where it was typed, with the reason', async () => {
    await visitor.visit('/app/feeds');
    await main().getByText('No feeds yet').waitFor();
    for (const [address, reason] of [
      ['http://127.0.0.2/feed', /is not fetched/],
      [server.url('/inside'), /is not fetched/],
      [server.url('/none'), /feed/i],
      [server.url('/nowhere'), /404/],
    ] as const) {
      await find(address);
      const said = main().locator('.mantine-InputWrapper-error, [role="alert"]').first();
      await until(`a word on ${address}`, async () =>
        reason.test((await said.textContent().catch(() => '')) ?? ''),
      );
    }
    expect(await main().locator('.feed-row').count()).toBe(0);
    await expectOpen();
  });

  it('the feeds of a page are found and added; one that does not answer is not, and says why', async () => {
    await find(server.url('/news'));
    await main().getByText('2 feeds were found').first().waitFor();
    await main().getByRole('button', { name: 'Add World desk' }).click();
    await row('World desk').getByText('Waiting for its first reading').waitFor();
    await main().getByRole('button', { name: 'Add Ports' }).click();
    await main().getByText(/503/).first().waitFor();
    expect(await row('Ports').count()).toBe(0);
  });

  it('one is paused and resumed', async () => {
    await main().getByRole('button', { name: 'Pause World desk' }).click();
    await row('World desk').getByText('Paused', { exact: true }).waitFor();
    await main().getByRole('button', { name: 'Resume World desk' }).click();
    await row('World desk').getByText('Waiting for its first reading').waitFor();
  });

  it('the list goes out as a file, and another comes in without what must not be asked', async () => {
    const download = tab.waitForEvent('download');
    await main().getByRole('button', { name: 'Export as OPML' }).click();
    const file = await (await download).path();
    expect(fs.readFileSync(file, 'utf8')).toContain(server.url('/world.xml'));
    const outline = (url: string, text: string) => `<outline text="${text}" type="rss" xmlUrl="${url}"/>`;
    const opml = `<opml version="2.0"><body>${outline(server.url('/broken.xml'), 'Ports')}${outline('http://10.0.0.1/feed', 'Inside')}</body></opml>`;
    await main()
      .getByLabel('OPML file to import')
      .setInputFiles({ name: 'feeds.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
    await main().getByText('One address was left out:').waitFor();
    await main().getByText('http://10.0.0.1/feed').waitFor();
    await row('Ports').getByText('Waiting for its first reading').waitFor();
    await expectOpen();
  });

  it('each is read, and tells how it is doing', async () => {
    // One of the two fails, and so does the command.
    await service.command('feed', 'poll').catch(() => undefined);
    await visitor.visit('/app/feeds');
    await row('World desk').getByText('2 events').waitFor();
    await row('World desk').getByText('Working').waitFor();
    await row('Ports')
      .getByText(/Failed .*503/)
      .waitFor();
    await main().getByText('1 is failing').waitFor();
    await expectOpen();
  });

  it('an event came in, was matched, and says why; the filter is in the address', async () => {
    await until('the match of the event', async () => {
      await visitor.visit('/app/events');
      return (await main().getByText('Strong match').count()) > 0;
    });
    await eventRow(TORN_DOWN)
      .getByText(/same words?: .*bridge/)
      .waitFor();
    await expectOpen();
    await main().getByLabel('Show').selectOption('strong');
    await tab.waitForURL(/show=strong/);
    expect(await eventRow('Rain in the hills').count()).toBe(0);
    await tab.reload();
    await eventRow(TORN_DOWN).waitFor();
    expect(await main().getByLabel('Show').inputValue()).toBe('strong');
    await visitor.visit('/app/events?q=hills');
    await eventRow('Rain in the hills').waitFor();
    expect(await eventRow(TORN_DOWN).count()).toBe(0);
    await eventRow('Rain in the hills').getByRole('link', { name: 'World desk' }).click();
    await tab.waitForURL(/feed=World/);
    await eventRow(TORN_DOWN).waitFor();
  });

  it('what somebody says of a match counts for the feed', async () => {
    await eventRow(TORN_DOWN).getByRole('button', { name: 'Supports' }).click();
    await tab.getByText('Match confirmed.').first().waitFor();
    await visitor.visit('/app/feeds');
    await row('World desk').getByText('1 of 1 judged matches right').waitFor();
  });

  it('a proposition is found for an event by hand', async () => {
    await visitor.visit('/app/events?q=hills');
    await eventRow('Rain in the hills').getByRole('button', { name: 'Find propositions' }).click();
    await main().getByLabel('Words of the statement').fill('lighthouse');
    await main().getByLabel(LIGHTHOUSE).check();
    await main().getByLabel('What the report says of the statement').last().selectOption('background');
    await expectOpen();
    await main().getByRole('button', { name: 'Link', exact: true }).click();
    await eventRow('Rain in the hills').getByText('Linked by hand').waitFor();
  });

  it('an event is recorded from the proposition it is about', async () => {
    await eventRow('Rain in the hills').getByRole('link', { name: LIGHTHOUSE }).click();
    await main().getByRole('link', { name: 'Record what happened' }).click();
    await tab.waitForURL(/about=/);
    await main().getByText(LIGHTHOUSE).waitFor();
    await main()
      .getByLabel(/^Title/)
      .fill('Sandmar sells its lighthouse');
    await expectOpen();
    await main().getByRole('button', { name: 'Add the event' }).click();
    await main().getByRole('heading', { name: LIGHTHOUSE }).waitFor();
    await main().getByText('Sandmar sells its lighthouse').waitFor();
    await expectOpen();
    expect(visitor.complaints).toEqual([]);
  });
});
