import { DomainError } from '#core/domain';
import { FeedPollingService, FeedsService } from '#features/events';
import { Database } from '#platform/db';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError, UsageError } from '../plain-error.js';
import { findCliActor } from '../service/cli-actor.js';
import { withService } from '../service/service-context.js';
import { eachFile } from './each-file.js';
import { readTextFile } from './read-text-file.js';

/** How long a command waits for a server that another process is reading, or that wants a pause. */
const PATIENCE_MS = 30_000;

const print = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Adds the feed at each address, or that the page there names, one JSON line each. With --opml, the feeds of a list. */
export async function feedAddCommand(
  addresses: readonly string[],
  options: { opml?: string },
): Promise<void> {
  if (addresses.length === 0 && options.opml === undefined)
    throw new UsageError('Give the address of a feed, of a page that has one, or a list with --opml FILE.');
  await withService(async (app) => {
    const actor = await findCliActor(app.get(Database));
    const feeds = app.get(FeedsService);
    if (options.opml !== undefined) {
      const { refused, ...report } = await feeds.importOpml(actor, readTextFile(options.opml));
      print(report);
      for (const { url, message } of refused) process.stderr.write(`${url}: ${message}\n`);
      if (refused.length > 0) process.exitCode = 1;
    }
    await eachFile(addresses, async (url) => {
      const { feed, created } = await feeds.addFeed(actor, { url }).catch((error: unknown) => {
        throw withChoices(error);
      });
      print({ feed: feed.id, title: feed.title, url: feed.url, created });
    });
  });
}

/** A page with several feeds: the message lists them, to be copied from. */
function withChoices(error: unknown): unknown {
  if (!(error instanceof DomainError) || error.code !== 'FEED.SEVERAL') return error;
  const choices = error.fields.map(({ path, message }) => `  ${path}  ${message}`);
  return new PlainError([error.message, ...choices].join('\n'));
}

/** All feeds with how each is doing, one JSON line each; with --opml as a list for other readers. */
export async function feedListCommand(options: { opml?: boolean }): Promise<void> {
  await withService(async (app) => {
    const feeds = app.get(FeedsService);
    if (options.opml === true) {
      process.stdout.write((await feeds.exportOpml()).opml);
      return;
    }
    for (const feed of (await feeds.listFeeds()).items) print(feed);
  });
}

/** Reads feeds now, all or those named by id or address, one JSON line each. One that fails: exit code 1. */
export async function feedPollCommand(wanted: readonly string[]): Promise<void> {
  await withService(async (app) => {
    const feeds = app.get(FeedsService);
    const { items } = await feeds.listFeeds();
    const unknown = wanted.filter((one) => !items.some(({ id, url }) => id === one || url === one));
    if (unknown.length > 0)
      throw new PlainError(`There is no feed ${unknown[0] ?? ''}; “outturn feed list” shows them.`);
    const chosen = items.filter(({ id, url, state }) =>
      wanted.length === 0 ? state === 'active' : wanted.includes(id) || wanted.includes(url),
    );
    for (const { url, state } of chosen.filter((feed) => feed.state !== 'active'))
      throw new PlainError(`${url} is ${state}; resume it in the app first.`);
    for (const { id } of chosen) await feeds.pollSoon(id);
    for (const host of new Set(chosen.map(({ url }) => new URL(url).host)))
      await pollHost(app.get(FeedPollingService), host);
  });
}

async function pollHost(polling: FeedPollingService, host: string): Promise<void> {
  const endAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const polled = await polling.pollHost(host);
    if ('reports' in polled) {
      for (const { feed, outcome, items, created, fault, detail } of polled.reports) {
        print({ feed: feed.id, url: feed.url, outcome, items, created, fault });
        if (fault === null) continue;
        process.stderr.write(`${feed.url}: ${detail}\n`);
        process.exitCode = 1;
      }
      return;
    }
    if (performance.now() > endAt) {
      process.stderr.write(
        `${host} is being read by another process, or asked for a pause until ${polled.freeAt.toISOString()}.\n`,
      );
      process.exitCode = 1;
      return;
    }
    await sleep(500);
  }
}
