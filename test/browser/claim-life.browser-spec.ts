import type { Browser, BrowserContext } from 'playwright-core';
import { writeDocx, writePdf } from '../support/document-files.js';
import { until } from '../support/until.js';
import { RunningService } from './running-service.js';
import { launchBrowser, Visitor } from './visitor.js';

const TEXT = `Title: A fortnight of small steps
Author: Ottokar Venn
Outlet: The Fictional Courier
Date: 2022-03-14

The envoys meet again on Thursday, and nobody brings a map.

A ceasefire along the whole front is very unlikely before the end of April. The parliament in Vilnius will adopt the new border law by 20 March 2022, whatever the opposition says.

Patience is the only thing both sides have in store.
`;

jest.setTimeout(180_000);

/** The guided tour once more, as people walk it: in a browser, on what `outturn start` serves, every page checked. */
describe('the life of a claim, in a browser', () => {
  let service: RunningService;
  let browser: Browser;
  let context: BrowserContext;
  let visitor: Visitor;
  let claimPath = '';

  beforeAll(async () => {
    service = await RunningService.start(['--demo']);
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    visitor = new Visitor(await context.newPage(), service.address);
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    expect(await service?.stop()).toBe(0);
  });

  const expectOpen = async () => {
    expect(await visitor.findBarriers()).toEqual([]);
  };
  const main = () => visitor.page.getByRole('main');
  const setClock = async (now: string) => {
    const answer = await visitor.page.request.put(`${service.address}/api/v1/clock`, {
      data: { now },
      headers: { origin: service.address },
    });
    expect(answer.status()).toBe(200);
  };
  const becomes = async (name: RegExp) => {
    await visitor.page.getByRole('button', { name: /^Signed in as/ }).click();
    await visitor.page.getByRole('menuitem', { name }).click();
    // The session changes hands with the answer; leaving before it came would leave nobody signed in.
    await visitor.page.getByRole('button', { name: new RegExp(`^Signed in as ${name.source}`) }).waitFor();
    await visitor.settle();
  };

  it('the link in the terminal signs in, and the inbox shows what is due', async () => {
    await visitor.page.goto(service.entryLink);
    await main().getByRole('heading', { name: 'Inbox', level: 1 }).waitFor();
    await main()
      .getByText(/days overdue/)
      .first()
      .waitFor();
    await expectOpen();
  });

  it('the link works once', async () => {
    const again = await browser.newContext();
    const page = await again.newPage();
    await page.goto(service.entryLink);
    const me = await page.request.get(`${service.address}/api/v1/me`);
    expect(await me.json()).toMatchObject({ user: null });
    await again.close();
  });

  it('a text is pasted in, and its predictions come up for triage', async () => {
    await visitor.visit('/app/sources/new');
    await expectOpen();
    await visitor.page.getByRole('tab', { name: 'Paste' }).click();
    await visitor.page.getByRole('textbox', { name: 'Text', exact: true }).fill(TEXT);
    await visitor.page.getByRole('button', { name: 'Read it' }).click();
    await main().getByText('Found in: the lines at the head of the text').first().waitFor();
    await expectOpen();
    await visitor.page.getByRole('button', { name: 'Add and find predictions' }).click();
    await main().getByRole('heading', { name: 'A fortnight of small steps' }).waitFor();
    await main()
      .getByRole('button', { name: /parliament in Vilnius will adopt/ })
      .click();
    await expectOpen();
  });

  it('a long text is read by the thread that was built for it, and others are answered first', async () => {
    const chapters = Array.from(
      { length: 900 },
      (_, i) =>
        `Chapter ${String(i)} tells of the quays of that year, of what was built on them and of who paid. The crane of quay ${String(i)} will be sold by June 2022.`,
    );
    const order = await visitor.page.evaluate(async (text) => {
      const answered: string[] = [];
      const long = fetch('/api/v1/sources', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'The quays', text }),
      }).then((response) => answered.push(`text ${String(response.status)}`));
      // Time for the text to arrive: what is asked now is asked while it is read.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await fetch('/api/v1/me').then(() => answered.push('other'));
      await long;
      return answered;
    }, chapters.join('\n\n'));
    expect(order).toEqual(['other', 'text 201']);
  });

  it('the curator words the statement, says what counts, and accepts', async () => {
    const card = main();
    await card
      .getByLabel(/^Statement/)
      .fill('The parliament in Vilnius adopts the new border law by 20 March 2022');
    expect(await card.getByLabel(/^Claimant/).inputValue()).toBe('Ottokar Venn');
    await card.getByLabel(/^What counts as yes/).fill('Counts when the law is passed in its last reading.');
    await card
      .getByRole('button', { name: /^Accept(?! \d)/ })
      .first()
      .click();
    await visitor.page.getByText('Accepted: a new proposition is open.').first().waitFor();
  });

  it('what is refused is explained where it stands', async () => {
    await main()
      .getByRole('button', { name: /ceasefire along the whole front/ })
      .click();
    await main()
      .getByLabel(/^Statement/)
      .fill('A ceasefire will not be agreed');
    await main()
      .getByLabel(/^What counts as yes/)
      .fill('Counts when both sides announce it.');
    await main()
      .getByRole('button', { name: /^Accept(?! \d)/ })
      .first()
      .click();
    await visitor.page
      .getByText(/worded positively/)
      .first()
      .waitFor();
  });

  it('an event is recorded by hand', async () => {
    await visitor.visit('/app/events/new');
    await expectOpen();
    await visitor.page.getByLabel('Title').fill('Parliament in Vilnius adopts the border law');
    await visitor.page.getByLabel('Address').fill('https://example.org/vilnius/border-law');
    await visitor.page.getByLabel('Reported on').fill('2022-03-18');
    await visitor.page.getByLabel('Happened on').fill('2022-03-17');
    await visitor.page.getByRole('button', { name: 'Add the event' }).click();
    await visitor.page.getByText('Event added. Matching follows.').first().waitFor();
  });

  it.each([
    ['Odile', null],
    ['Bronagh', /Bronagh Adeyemi/],
  ])(
    'after the deadline %s answers the one question, without seeing other answers',
    async (_name, switchTo) => {
      if (switchTo === null) await setClock('2022-03-22T09:00:00Z');
      else await becomes(switchTo);
      await visitor.visit('/app/inbox');
      await main()
        .getByRole('link', { name: /parliament in Vilnius adopts/ })
        .click();
      await main()
        .getByText(/Did this happen by 20 March 2022/)
        .first()
        .waitFor();
      await visitor.settle();
      expect(await main().getByText('https://example.org/vilnius/answer').count()).toBe(0);
      await visitor.page.keyboard.press('1');
      await main().getByLabel('It happened on').fill('2022-03-17');
      await main().getByRole('button', { name: 'Add evidence' }).click();
      const evidence = main().getByRole('group', { name: 'Evidence 1' });
      await evidence.getByLabel('Address').fill('https://example.org/vilnius/answer');
      await expectOpen();
      await main().getByRole('button', { name: 'Submit and go on' }).click();
      // Eight seconds in which it can be taken back.
      await visitor.page.getByRole('button', { name: /^Undo/ }).waitFor();
      await visitor.page.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'detached' });
      await visitor.settle();
    },
  );

  it('two answers that agree make a provisional verdict, previewed on the claim’s page', async () => {
    await visitor.visit('/app/propositions?q=Vilnius');
    await expectOpen();
    await main()
      .getByRole('link', { name: /parliament in Vilnius adopts/ })
      .first()
      .click();
    await main()
      .getByText(/Provisional/i)
      .first()
      .waitFor();
    await expectOpen();
    const link = main().locator('a[href^="/claims/"]').first();
    claimPath = (await link.getAttribute('href')) ?? '';
    await visitor.visit(claimPath);
    await main()
      .getByText(/Provisional/)
      .first()
      .waitFor();
    await expectOpen();
  });

  it('when the dispute window is over the sweep makes it final, and the board counts it', async () => {
    await becomesOnApp(/Odile Marchetti/);
    await setClock('2022-04-08T09:00:00Z');
    await until(
      'a final verdict',
      async () => {
        const answer = await visitor.page.request.get(`${service.address}/api/v1${claimPath}`);
        const claim = (await answer.json()) as { verdict: { stage: string } | null };
        return claim.verdict?.stage === 'final';
      },
      150_000,
    );
    await until('the board', async () => {
      await visitor.visit('/');
      return (await main().getByRole('link', { name: 'Ottokar Venn' }).count()) > 0;
    });
    await expectOpen();
    await main().getByRole('link', { name: 'Ottokar Venn' }).first().click();
    await main()
      .getByText(/border law/)
      .first()
      .waitFor();
    await expectOpen();
  });

  it('files of every kind become a batch, read one by one in the process built for it', async () => {
    const article = (name: string) => ({
      title: `The ${name} of the quays`,
      author: 'Ottokar Venn',
      paragraphs: [`The ${name} says that the crane of the old quay will be sold by June 2022.`],
    });
    const docx = writeDocx(article('novel'));
    await visitor.visit('/app/sources/new');
    await visitor.page.getByRole('tab', { name: 'Files' }).click();
    await visitor.page.getByLabel('Choose files').setInputFiles([
      { name: 'novel.docx', mimeType: 'application/octet-stream', buffer: docx },
      { name: 'ledger.pdf', mimeType: 'application/pdf', buffer: writePdf(article('ledger')) },
      { name: 'torn.docx', mimeType: 'application/octet-stream', buffer: docx.subarray(0, 700) },
    ]);
    await main().getByText('2 taken in, 1 not.').waitFor();
    await main().getByText('The file is damaged').waitFor();
    await expectOpen();
    await main().getByRole('link', { name: 'The novel of the quays' }).click();
    await main().getByRole('heading', { name: 'The novel of the quays' }).waitFor();
  });

  it('the digest has been sent into the local inbox', async () => {
    await visitor.visit('/app/mail');
    await main()
      .getByText(/your week/i)
      .first()
      .waitFor();
    await expectOpen();
  });

  it.each([
    '/app/events',
    '/app/events/quality',
    '/app/feeds',
    '/app/workload',
    '/app/calendar',
    '/app/claimants',
    '/app/people',
    '/app/reviewers',
    '/app/digest',
    '/app/settings',
    '/app/selection',
    '/app/sources',
    '/app/inbox',
    '/',
  ])('%s is open to everybody in the dark, and fits a phone', async (path) => {
    await visitor.page.emulateMedia({ colorScheme: 'dark' });
    await visitor.page.setViewportSize({ width: 390, height: 844 });
    await visitor.visit(path);
    await expectOpen();
    expect(await visitor.isTooWide()).toBe(false);
  });

  it('the browser had nothing to complain about', () => {
    expect(visitor.complaints).toEqual([]);
  });

  async function becomesOnApp(name: RegExp): Promise<void> {
    await visitor.visit('/app/inbox');
    await becomes(name);
  }
});
