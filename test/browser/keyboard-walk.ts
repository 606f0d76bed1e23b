import type { Page } from 'playwright-core';

/** Something the Tab key came to. */
export interface Stop {
  /** Place among everything on the page that can be reached, in the order it is read; -1 for what is not of them. */
  readonly place: number;
  readonly name: string;
  /** Whether one sees that it has the focus: a line around it, on screen and under nothing else. */
  readonly isShown: boolean;
}

/** Everything that can be operated: what a mouse can click, a keyboard must reach. */
const OPERABLE = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

/** Numbers what can be operated as the page is now, in the order in which it is read. Returns the names. */
export async function numberStops(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const isThere = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.hasAttribute('disabled') &&
      // Such as the little arrows of a number, beside its own keys.
      element.closest('[aria-hidden="true"]') === null &&
      // Of a group of radio buttons Tab comes to the one that is chosen; arrows lead to the others.
      !element.matches('input[type=radio]:not(:checked)');
    for (const old of document.querySelectorAll('[data-stop]')) old.removeAttribute('data-stop');
    return [...document.querySelectorAll(selector)].filter(isThere).map((element, place) => {
      element.setAttribute('data-stop', String(place));
      return (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60);
    });
  }, OPERABLE);
}

/** Where the focus is; null where it has left the page. */
async function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || element === document.documentElement) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const hasLine = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const isOnTop = [...element.getClientRects()].some((box) => {
      const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return found !== null && (element.contains(found) || found.contains(element));
    });
    return {
      place: Number(element.getAttribute('data-stop') ?? -1),
      name: (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60),
      isShown: hasLine && isOnTop,
    };
  });
}

/**
 * Presses Tab (or Shift and Tab) from where the focus is until it leaves the page. Parts of one field, such as day and month of
 * a date, are one stop. Ends where it goes on for longer than there are stops: a trap.
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab', atMost: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  const seen = new Set<number>();
  // A date has some four parts.
  for (let presses = 0; presses < atMost * 4 + 10; presses += 1) {
    await page.keyboard.press(key);
    const stop = await readStop(page);
    if (stop === null) return stops;
    if (stops.at(-1)?.place === stop.place) continue;
    // A browser without a window of its own begins anew where others would go on to their address bar.
    if (seen.has(stop.place)) return stops;
    seen.add(stop.place);
    stops.push(stop);
  }
  throw new Error(`The focus never left the page; last at ${stops.at(-1)?.name ?? 'nothing'}.`);
}

/** Moves the focus to something by Tab alone, and says after how many presses; fails where it cannot be reached. */
export async function tabTo(page: Page, name: string | RegExp, atMost = 400): Promise<number> {
  for (let presses = 1; presses <= atMost; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await readStop(page);
    if (stop === null) break;
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return presses;
  }
  throw new Error(`${String(name)} cannot be reached by Tab.`);
}
