/**
 * Measures how smoothly the page of an inbox of 10,000 items scrolls, in a browser over `outturn start`: the slowest
 * twentieth of its frames beside that of a list of 100 in the same run. Pages of the list are fetched on the way.
 *
 *   node dist/test/bench/inbox-scroll.bench.js [--items N]
 *
 * Exit code 1 where the level is missed.
 */
import pg from 'pg';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/launch-browser.js';
import { withCluster } from './bench-cluster.js';
import { DemoService } from './demo-service.js';
import { fillInbox } from './large-inbox.js';
import { median, Verdict } from './measure.js';

/** Slowest twentieth of the frames, as a multiple of the short list's. */
const LEVEL = 1.5;
const FRAMES = 600;
/** Some two rows a frame: as fast as a wheel is turned. */
const PIXELS_A_FRAME = 120;
const ROUNDS = 3;
/** Elements of the list there may be at once, whatever its length. */
const ROWS_AT_ONCE = 100;

interface Scrolled {
  /** Milliseconds from frame to frame, ascending. */
  readonly frames: readonly number[];
  readonly pixels: number;
  readonly rows: number;
}

/** Turns the wheel once a frame, from the top down, and up again where the list ends. */
async function scroll(page: Page, address: string): Promise<Scrolled> {
  await page.goto(address);
  await page
    .getByRole('link', { name: /^Thing / })
    .first()
    .waitFor();
  return page.evaluate(
    ([frames, pixels]) =>
      new Promise<Scrolled>((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        let by = pixels;
        let moved = 0;
        const step = (now: number) => {
          times.push(now - last);
          last = now;
          const before = window.scrollY;
          window.scrollBy(0, by);
          moved += Math.abs(window.scrollY - before);
          if (window.scrollY === before) by = -by;
          if (times.length < frames) requestAnimationFrame(step);
          else
            resolve({
              frames: times.slice(5).sort((a, b) => a - b),
              pixels: moved,
              rows: document.querySelectorAll('main li').length,
            });
        };
        requestAnimationFrame(step);
      }),
    [FRAMES, PIXELS_A_FRAME] as [number, number],
  );
}

const p95 = (frames: readonly number[]): number => frames[Math.floor(frames.length * 0.95)] ?? Number.NaN;

async function measureScrolling(service: DemoService, verdict: Verdict): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.context().addCookies(
      service.cookies.map((one) => {
        const at = one.indexOf('=');
        return { name: one.slice(0, at), value: one.slice(at + 1), url: service.address };
      }),
    );
    const whole: number[] = [];
    const short: number[] = [];
    let last: Scrolled = { frames: [], pixels: 0, rows: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      short.push(p95((await scroll(page, `${service.address}/app/inbox?q=Thing+77`)).frames));
      last = await scroll(page, `${service.address}/app/inbox`);
      whole.push(p95(last.frames));
    }
    const [ofWhole, ofShort] = [median(whole), median(short)];
    console.log(
      `p95 of a frame: ${ofWhole.toFixed(1)} ms in the whole inbox, ${ofShort.toFixed(1)} ms in a short list; ${String(Math.round(last.pixels))} pixels scrolled, ${String(last.rows)} rows there at the end`,
    );
    verdict.judge('p95 of a frame, as a multiple of a short list’s', ofWhole / ofShort, LEVEL, false);
    verdict.judge('rows in the page at once', last.rows, ROWS_AT_ONCE, false);
  } finally {
    await browser.close();
  }
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--items');
  const items = at === -1 ? 10_000 : Number(process.argv[at + 1]);
  const verdict = new Verdict();
  await withCluster(['inbox'], async (server) => {
    const url = server.urlFor('inbox');
    const service = await DemoService.start(url);
    try {
      // The demo has a database of its own beside the one it is given.
      const client = new pg.Client({ connectionString: server.urlFor('inbox_demo') });
      // The server ends before its connections when something fails; what failed is then thrown.
      client.on('error', () => undefined);
      await client.connect();
      await fillInbox(client, items);
      await client.end();
      await measureScrolling(service, verdict);
    } finally {
      await service.stop();
    }
  });
  process.exitCode = verdict.exitCode();
}

await main();
