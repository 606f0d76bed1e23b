import type { Browser, Page } from 'playwright-core';
import { numberStops, tabTo, walk } from './keyboard-walk.js';
import { RunningService } from './running-service.js';
import { launchBrowser, Visitor } from './visitor.js';

jest.setTimeout(180_000);

const WIDE = { width: 1280, height: 900 };

interface BoardAnswer {
  readonly standings: readonly { readonly id: string; readonly rank: number | null; readonly n: number }[];
}

/** The public pages for somebody who has no mouse, on what `outturn start` serves. */
describe('with the keyboard alone', () => {
  let service: RunningService;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  const paths: Record<string, string> = { board: '/', outlets: '/?kind=outlets', method: '/method' };

  beforeAll(async () => {
    service = await RunningService.start(['--demo']);
    browser = await launchBrowser();
    page = await browser.newPage({
      viewport: WIDE,
      locale: 'en-GB',
      // Else scrolling goes on after a key was pressed.
      reducedMotion: 'reduce',
    });
    visitor = new Visitor(page, service.address);
    const ask = async (path: string): Promise<unknown> =>
      (await page.request.get(`${service.address}/api/v1${path}`)).json();
    const [first] = ((await ask('/board')) as BoardAnswer).standings;
    const [outlet] = ((await ask('/board?kind=outlets')) as BoardAnswer).standings;
    const profile = (await ask(`/claimants/${first?.id ?? ''}`)) as { claims: readonly { id: string }[] };
    paths['profile'] = `/claimants/${first?.id ?? ''}`;
    paths['outlet'] = `/outlets/${outlet?.id ?? ''}`;
    paths['move'] = `/claimants/${first?.id ?? ''}/move`;
    paths['claim'] = `/claims/${profile.claims[0]?.id ?? ''}`;
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    expect(await service?.stop()).toBe(0);
  });

  const PAGES = ['board', 'outlets', 'profile', 'outlet', 'move', 'method', 'claim'];
  const visit = (name: string) => visitor.visit(paths[name] ?? '');

  describe.each(PAGES)('the page %s', (name) => {
    beforeEach(() => visit(name));

    it('is walked through in the order it is read, every stop shown, and left again at its end', async () => {
      const names = await numberStops(page);
      const stops = await walk(page, 'Tab', names.length);
      expect(stops.filter(({ isShown }) => !isShown)).toEqual([]);
      expect(stops.map((stop) => stop.name)).toEqual(names);
      expect(stops.map(({ place }) => place)).toEqual(names.map((_, place) => place));
    });

    it('is walked through on a phone, where tables are cards', async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      try {
        const names = await numberStops(page);
        const stops = await walk(page, 'Tab', names.length);
        expect(stops.filter(({ isShown }) => !isShown)).toEqual([]);
        expect(stops.map((stop) => stop.name)).toEqual(names);
      } finally {
        await page.setViewportSize(WIDE);
      }
    });

    it('is walked through backwards as well', async () => {
      const names = await numberStops(page);
      const stops = await walk(page, 'Shift+Tab', names.length);
      expect(stops.map(({ place }) => place)).toEqual(names.map((_, place) => place).reverse());
    });

    it('begins with a link past everything that is the same on all pages', async () => {
      expect(await tabTo(page, 'Skip to the content')).toBe(1);
      await page.keyboard.press('Enter');
      await numberStops(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });

    it('shows the numbers of every drawing as a table, one key away', async () => {
      const views = await page.locator('details').count();
      for (let opened = 0; opened < views; opened += 1) {
        await page.locator('summary').nth(opened).focus();
        await page.keyboard.press('Enter');
      }
      expect(await page.locator('details[open]').count()).toBe(views);
      expect(await page.locator('details table:visible').count()).toBe(
        await page.locator('details table').count(),
      );
      const names = await numberStops(page);
      await visitor.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      // From the beginning: a blurred page goes on from where it was.
      await page.locator('.ot-skip').focus();
      const stops = await walk(page, 'Tab', names.length);
      expect(stops.filter(({ isShown }) => !isShown)).toEqual([]);
      expect(stops.map((stop) => stop.name).filter((one) => one !== names[0])).toEqual(names.slice(1));
    });
  });

  /** Follows the link that has the focus. */
  const follow = async (to: (url: URL) => boolean) => {
    await page.keyboard.press('Enter');
    await page.waitForURL(to);
    await visitor.settle();
  };

  it('one goes from the board to a profile, to what moved its rank, and to the claims behind a number', async () => {
    await visit('board');
    await tabTo(page, 'Outlets');
    await follow((url) => url.search === '?kind=outlets');
    await tabTo(page, 'Claimants');
    await follow((url) => url.search === '');
    await tabTo(page, /^these claims count/);
    await follow((url) => url.search === '?counts=scored' && url.hash === '#claims');
    // The address leads to the list: Tab goes on from there, to how claims are counted.
    expect(await tabTo(page, /^All claims/)).toBe(1);
    await follow((url) => url.pathname.startsWith('/claimants/') && url.search === '');
    await visit('profile');
    await tabTo(page, 'why did this rank move?');
    await follow((url) => url.pathname.endsWith('/move'));
  });

  it('one chooses what the board is made of, and comes back', async () => {
    await visit('board');
    await tabTo(page, /^All topics/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Show');
    await follow((url) => (url.searchParams.get('topic') ?? '') !== '');
    await tabTo(page, 'Clear all');
    await follow((url) => url.search === '');
  });

  describe('the pages for reading without highlights', () => {
    beforeAll(async () => {
      await page.goto(service.entryLink);
    });

    const expectWalkable = async () => {
      for (const size of [{ width: 390, height: 844 }, WIDE]) {
        await page.setViewportSize(size);
        await page.reload();
        await visitor.settle();
        expect(await visitor.findBarriers()).toEqual([]);
        expect(await visitor.isTooWide()).toBe(false);
        const names = await numberStops(page);
        const stops = await walk(page, 'Tab', names.length);
        expect(stops.map((stop) => stop.name)).toEqual(names);
      }
    };

    it('the ledger with the texts to draw and to read', async () => {
      await visitor.visit('/app/selection');
      await tabTo(page, 'Draw texts');
      await page.keyboard.press('Enter');
      await page
        .getByRole('button', { name: /^Read “/ })
        .first()
        .waitFor();
      await expectWalkable();
    });

    it('a text that is read', async () => {
      await tabTo(page, /^Read “/);
      await follow((url) => url.pathname.startsWith('/app/readings/'));
      await expectWalkable();
    });
  });

  it('the browser had nothing to complain about', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
