import axe from 'axe-core';
import type { Page } from 'playwright-core';

export { launchBrowser } from '../support/launch-browser.js';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Somebody with a browser: goes to pages, and has every page checked for barriers. */
export class Visitor {
  /** What the browser complained about; a story that ends with complaints has failed. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // Chromium logs every refused request; the pages handle those.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource'))
        this.complaints.push(text);
    });
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    await this.settle();
  }

  /** Waits until nothing is loading any more. */
  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
  }

  /**
   * The barriers on the page as it is: the rule and the first elements it is broken on. The sandboxed frame of a mail
   * runs no script, so it is left out.
   */
  async findBarriers(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    return this.page.evaluate(async (tags) => {
      const engine = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await engine.run(document, { iframes: false, runOnly: [...tags] });
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html.slice(0, 120))
            .slice(0, 3)
            .join(' | ')}`,
      );
    }, WCAG);
  }

  /** Whether the page can be read without scrolling sideways. */
  async isTooWide(): Promise<boolean> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
    );
  }
}
