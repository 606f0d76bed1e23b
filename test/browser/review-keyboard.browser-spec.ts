import type { Browser, Page } from 'playwright-core';
import { until } from '../support/until.js';
import { tabTo } from './keyboard-walk.js';
import { RunningService } from './running-service.js';
import { launchBrowser, Visitor } from './visitor.js';

jest.setTimeout(180_000);

const TO_REVIEW = 10;

/** The analyst's week without a mouse: ten items from the inbox to the last answer. */
describe('reviewing with the keyboard alone', () => {
  let service: RunningService;
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;

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
    // By July most of what the sample texts say is due.
    const answer = await page.request.put(`${service.address}/api/v1/clock`, {
      data: { now: '2022-07-01T09:00:00Z' },
      headers: { origin: service.address },
    });
    expect(answer.status()).toBe(200);
    await visitor.visit('/app/inbox');
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    expect(await service?.stop()).toBe(0);
  });

  const waiting = async (): Promise<number> => {
    const me = (await (await page.request.get(`${service.address}/api/v1/me`)).json()) as {
      counts: { inbox: number };
    };
    return me.counts.inbox;
  };
  const question = () => page.getByRole('group', { name: /^(?:Did this|Was this)/ });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
  const statement = async () => (await page.locator('.desk .statement').textContent()) ?? '';

  it('puts one off for a week and takes it back, leaves one to others, and says so', async () => {
    const before = await waiting();
    expect(before).toBeGreaterThanOrEqual(TO_REVIEW + 2);
    await page.keyboard.press('j');
    const first = page.locator('[data-row-link="0"]');
    const words = await first.textContent();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    // On screen at once, and so on the server.
    expect(await first.textContent()).not.toBe(words);
    await page
      .getByText(/^Put off until/)
      .first()
      .waitFor();
    expect(await waiting()).toBe(before - 1);
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await dialog.waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Left to others.').first().waitFor();
    expect(await waiting()).toBe(before - 1);
  });

  it('an action the server refuses is taken back on screen, with its message', async () => {
    await page.route('**/snooze', (route) => route.abort());
    await visitor.visit('/app/inbox');
    await page.keyboard.press('j');
    const words = await page.locator('[data-row-link="0"]').textContent();
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page
      .getByText(/could not be reached|offline|connection/i)
      .first()
      .waitFor();
    expect(await page.locator('[data-row-link="0"]').textContent()).toBe(words);
    await page.unroute('**/snooze');
  });

  it('lists every key on ?', async () => {
    await page.keyboard.press('?');
    const help = page.getByRole('dialog');
    for (const label of ['Take the next', 'Put off', 'Leave to others', 'Next', 'Previous', 'Open'])
      await help.getByText(label, { exact: true }).first().waitFor();
    expect(await visitor.findBarriers()).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  it('an answer is taken back within eight seconds, and nothing typed is lost', async () => {
    await page.keyboard.press('n');
    await question().waitFor();
    const words = await statement();
    await page.keyboard.press('2');
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'searchNote');
    await page.keyboard.type('Two agencies, three terms.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/^Your answer on/).waitFor();
    await page.waitForFunction(
      (before) => document.querySelector('.desk .statement')?.textContent !== before,
      words,
    );
    await page.keyboard.press('z');
    await page.waitForFunction(
      (before) => document.querySelector('.desk .statement')?.textContent === before,
      words,
    );
    expect(await page.locator('[name="searchNote"]').inputValue()).toBe('Two agencies, three terms.');
  });

  it('what was typed is still there after the browser has died', async () => {
    await page.locator('[name="searchNote"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' And one more.');
    await page.getByText('Draft saved.').waitFor();
    const address = page.url();
    // No time to say goodbye: nothing of the page's own runs any more.
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    page = await page.context().newPage();
    visitor = new Visitor(page, service.address);
    await page.goto(address);
    await question().waitFor();
    expect(await page.locator('[name="searchNote"]').inputValue()).toBe(
      'Two agencies, three terms. And one more.',
    );
  });

  it('answers ten items, one after the other, and each is in', async () => {
    const before = await waiting();
    const seen = new Set<string>();
    for (let done = 0; done < TO_REVIEW; done += 1) {
      await question().waitFor();
      const words = await statement();
      expect(seen.has(words)).toBe(false);
      seen.add(words);
      await page.waitForFunction(
        () => !(document.querySelector('.desk-submit button') as HTMLButtonElement).disabled,
      );
      // A button that is just changing its colour has no colour to judge.
      await page.evaluate(async () => {
        // One that is broken off is over, too.
        await Promise.allSettled(document.getAnimations().map((one) => one.finished));
      });
      expect(await visitor.findBarriers()).toEqual([]);
      // 2 and 4 in turn: it did not happen; it cannot be said.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press(done % 2 === 0 ? '2' : '4');
      await page.waitForFunction(
        (name) => document.activeElement?.getAttribute('name') === name,
        done % 2 === 0 ? 'searchNote' : 'note',
      );
      expect(['searchNote', 'note']).toContain(await focused());
      await page.keyboard.type(`Looked at item ${String(done)}.`);
      await page.keyboard.press('Control+Enter');
      await page.waitForFunction(
        (last) => document.querySelector('.desk .statement')?.textContent !== last,
        words,
      );
    }
    // The last one waits its eight seconds.
    await page.getByText(/^Your answer on/).waitFor({ state: 'detached', timeout: 15_000 });
    await until('ten answers in', async () => (await waiting()) === before - TO_REVIEW);
  });

  describe('a dispute', () => {
    const WHY = 'The port was closed for an hour only.';
    let disputed: string;

    const send = async (method: string, path: string, data: object) => {
      const answer = await page.request.fetch(`${service.address}/api/v1${path}`, {
        method,
        data,
        headers: { origin: service.address },
      });
      expect(answer.ok()).toBe(true);
    };
    const read = async <T>(path: string): Promise<T> =>
      (await (await page.request.get(`${service.address}/api/v1${path}`)).json()) as T;
    const become = async (name: string) => {
      const { people } = await read<{ people: { id: string; name: string }[] }>('/demo/people');
      await send('POST', '/demo/session', { userId: people.find((one) => one.name === name)?.id });
    };
    const disputes = async () =>
      (await read<{ disputes: { state: string }[] }>(`/propositions/${disputed}`)).disputes;

    beforeAll(async () => {
      // One who took no part hears it, and another lead writes down what was found.
      const { installation } = await read<{ installation: Record<string, unknown> }>('/me');
      const { projectName, zone, yardstick, disputeWindowDays } = installation;
      const rules = { projectName, zone, yardstick, disputeWindowDays, reviewersNeeded: 1 };
      await send('PUT', '/installation', rules);
      const { people } = await read<{ people: { id: string; name: string; roles: string[] }[] }>('/people');
      const sunniva = people.find(({ name }) => name === 'Sunniva Okafor');
      await send('PUT', `/people/${sunniva?.id ?? ''}/roles`, {
        roles: [...(sunniva?.roles ?? []), 'reviewer'],
      });
      const decided = await read<{ items: { id: string; verdict: { outcome: string } | null }[] }>(
        '/propositions?state=final',
      );
      disputed = decided.items.find(({ verdict }) => verdict?.outcome === 'OCCURRED')?.id ?? '';
    });

    it('is raised by who answered, who is then not offered to hear it', async () => {
      await become('Piotr Vasconcelos');
      await visitor.visit(`/app/propositions/${disputed}`);
      await tabTo(page, 'Object to the verdict');
      await page.keyboard.press('Enter');
      await page.getByRole('form', { name: 'Object to the verdict' }).waitFor();
      expect(await visitor.findBarriers()).toEqual([]);
      // Opened in place of the button: the field to begin with has the focus, the reason comes next.
      await page.keyboard.press('Tab');
      await page.keyboard.type(WHY);
      await tabTo(page, 'Object');
      await page.keyboard.press('Enter');
      await page
        .getByText(/^Your objection is recorded/)
        .first()
        .waitFor();
      expect(await disputes()).toMatchObject([{ state: 'open' }]);
      expect(await page.getByRole('link', { name: 'Review this' }).count()).toBe(0);
      expect(await visitor.findBarriers()).toEqual([]);
    });

    it('is heard by somebody who took no part: it comes first in their inbox', async () => {
      await become('Sunniva Okafor');
      await visitor.visit('/app/inbox');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await question().waitFor();
      expect(page.url()).toContain(disputed);
      await page.waitForFunction(
        () => !(document.querySelector('.desk-submit button') as HTMLButtonElement).disabled,
      );
      await page.keyboard.press('2');
      await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'searchNote');
      await page.keyboard.type('The harbour office and two papers.');
      await page.keyboard.press('Control+Enter');
      await page.getByText(/^Your answer on/).waitFor();
      await page.getByText(/^Your answer on/).waitFor({ state: 'detached', timeout: 15_000 });
      await until('the answer in', async () => {
        const { round } = await read<{ round: { answered: boolean } }>(`/propositions/${disputed}`);
        return round.answered;
      });
    });

    it('is closed in writing by a lead, found in the list', async () => {
      await become('Odile Marchetti');
      await visitor.visit('/app/disputes');
      expect(await visitor.findBarriers()).toEqual([]);
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      const form = page.getByRole('region', { name: 'Close the dispute' });
      await form.waitFor();
      expect(page.url()).toContain(disputed);
      await visitor.settle();
      await tabTo(page, 'Close the dispute');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('An hour is no closure.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('The dispute is closed.').first().waitFor();
      expect(await disputes()).toMatchObject([{ state: 'upheld', resolution: 'An hour is no closure.' }]);
      expect(await visitor.findBarriers()).toEqual([]);
    });
  });

  it('the browser had nothing to complain about', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
