import type { Browser, Page } from 'playwright-core';
import { TWELVE_PREDICTIONS } from '../support/predictions.js';
import { until } from '../support/until.js';
import { RunningService } from './running-service.js';
import { launchBrowser, Visitor } from './visitor.js';

jest.setTimeout(120_000);

const TO_ACCEPT = 10;
/** For a plain acceptance, from one candidate to the next. */
const KEYS_EACH = 4;

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly quote: string;
}

/** An afternoon's reading, triaged without a mouse. */
describe('triage with the keyboard alone', () => {
  let service: RunningService;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let sourcePath = '';
  let pressed = 0;

  beforeAll(async () => {
    service = await RunningService.start(['--demo']);
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    });
    page = await context.newPage();
    visitor = new Visitor(page, service.address);
    await page.goto(service.entryLink);
    const added = await page.request.post(`${service.address}/api/v1/sources`, {
      data: { text: TWELVE_PREDICTIONS },
      headers: { origin: service.address },
    });
    const { source } = (await added.json()) as { source: { id: string } };
    sourcePath = `/sources/${source.id}`;
    await visitor.visit(`/app${sourcePath}`);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    expect(await service?.stop()).toBe(0);
  });

  const press = async (key: string) => {
    pressed += 1;
    await page.keyboard.press(key);
  };
  const listed = async (): Promise<Listed[]> => {
    const answer = await page.request.get(`${service.address}/api/v1${sourcePath}/candidates`);
    return ((await answer.json()) as { items: Listed[] }).items;
  };
  const count = async (state: string) => (await listed()).filter((one) => one.state === state).length;
  const reaches = (state: string, n: number) =>
    until(`${String(n)} ${state}`, async () => (await count(state)) === n, 10_000);
  const quote = async () => (await page.locator('.candidate-quote').textContent()) ?? '';
  const goes = async (from: string) => {
    await page.waitForFunction(
      (before) => document.querySelector('.candidate-quote')?.textContent !== before,
      from,
    );
  };

  it('the page is open to everybody', async () => {
    expect((await listed()).length).toBeGreaterThanOrEqual(TO_ACCEPT + 2);
    expect(await visitor.findBarriers()).toEqual([]);
  });

  it('a candidate is rejected with its reason, put to another, cut in two, and all of it is taken back', async () => {
    const first = await quote();
    await press('x');
    await page.getByRole('group', { name: 'Why not?' }).waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await press('2');
    await goes(first);
    await reaches('rejected', 1);
    const second = await quote();
    await press('m');
    await page.getByRole('group', { name: /^Which one says the same/ }).waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await press('1');
    await goes(second);
    await reaches('merged', 1);
    const third = await quote();
    await press('s');
    await page.getByRole('slider').waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await press('Enter');
    await goes(third);
    await reaches('split', 1);
    for (const state of ['split', 'merged', 'rejected']) {
      await press('z');
      await reaches(state, 0);
    }
    expect(await quote()).toBe(first);
  });

  it(`${String(TO_ACCEPT)} plain ones are accepted with no more than ${String(KEYS_EACH)} keys each`, async () => {
    pressed = 0;
    for (let n = 1; n <= TO_ACCEPT; n += 1) {
      const before = await quote();
      await press('a');
      await goes(before);
    }
    await reaches('accepted', TO_ACCEPT);
    expect(pressed).toBeLessThanOrEqual(TO_ACCEPT * KEYS_EACH);
    await page.getByText(`${String(TO_ACCEPT)} accepted`).waitFor();
  });

  it('an acceptance is taken back, and its claim is gone', async () => {
    await press('z');
    await reaches('accepted', TO_ACCEPT - 1);
    await press('a');
    await reaches('accepted', TO_ACCEPT);
  });

  it('the coach says what is wrong with a wording, and one key mends it', async () => {
    const before = await quote();
    const middle = Number(await page.getByLabel('Middle, %').inputValue());
    await press('e');
    await press('Control+a');
    await page.keyboard.type('The port authority will not raise its fees by June 2022');
    await page.getByText(/denies\. Say what would happen/).waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await page.getByRole('button', { name: /^Word it positively/ }).click();
    const statement = page.getByLabel(/^Statement/);
    await until('it is worded positively', async () =>
      (await statement.inputValue()).includes('raises its fees'),
    );
    expect(Number(await page.getByLabel('Middle, %').inputValue())).toBeCloseTo(100 - middle);
    await page.getByText(/denies\. Say what would happen/).waitFor({ state: 'detached' });
    await press('j');
    await goes(before);
    await press('k');
  });

  it('what is plain is accepted at once, after a look at it', async () => {
    const open = await count('pending');
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: `Accept ${String(open)} plain ones` }).waitFor();
    await press('A');
    await dialog.waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    expect(await dialog.getByRole('checkbox').count()).toBe(open);
    await dialog.getByRole('checkbox').last().click();
    await dialog.getByRole('button', { name: /^Accept/ }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await count('pending')).toBe(1);
    expect(await count('accepted')).toBe(TO_ACCEPT + open - 1);
  });

  it('a missed one is added by its words, as they stand in the text', async () => {
    const words = 'the town to look the same a year from now';
    const before = (await listed()).length;
    await press('n');
    await page.getByLabel('Its words, as they stand in the text').waitFor();
    await page.keyboard.type('the town to look the same next year');
    await press('Enter');
    await page.getByText('These words do not stand in the text.').waitFor();
    await press('Control+a');
    await page.keyboard.type(words);
    await press('Enter');
    await until('it is on the card', async () => (await quote()) === words);
    expect((await listed()).length).toBe(before + 1);
  });

  it('words marked in the text are added at one key', async () => {
    const words = 'the old crane will be sold by May';
    await page.evaluate((wanted) => {
      const box = document.querySelector('.source-text');
      if (box === null) throw new Error('There is no text.');
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error(`“${wanted}” is in no run of the text.`);
    }, words);
    await page.getByRole('button', { name: /^Add what is marked/ }).waitFor();
    await press('n');
    await until('it is on the card', async () => (await quote()) === words);
    expect(await visitor.findBarriers()).toEqual([]);
  });

  it('the quote comes large and with the focus on it, the marks tell claimants apart', async () => {
    await press('q');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-pressed') === 'true');
    await press('q');
    await page.getByText('By claimant', { exact: true }).click();
    await page.locator('.highlight-claimant').first().waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await page.getByText('By state', { exact: true }).click();
  });

  it('whoever is second is told who was faster and with what, and sees it', async () => {
    await until('one is left', async () => (await count('pending')) > 0);
    const mine = await quote();
    const candidate = (await listed()).find((one) => one.quote === mine);
    if (candidate === undefined) throw new Error('what is on the card is not listed');
    // Another window, by another session of the same demo: the page must learn of it without a reload.
    const answer = await page.request.post(`${service.address}/api/v1/candidates/${candidate.id}/reject`, {
      data: { version: candidate.version, reason: 'TOO_VAGUE' },
      headers: { origin: service.address },
    });
    expect(answer.status()).toBe(200);
    await press('a');
    await page.getByText(/was faster and has rejected this candidate/).waitFor();
    await page.getByText(/^Rejected: too vague/).waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
  });

  it('it fits a phone, in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await visitor.visit(`/app${sourcePath}`);
    expect(await visitor.findBarriers()).toEqual([]);
    expect(await visitor.isTooWide()).toBe(false);
    expect(visitor.complaints).toEqual([]);
  });
});
