import type { Actor } from '#core/domain';
import { EventsModule, FeedPollingService, FeedsService } from '#features/events';
import { Clock, ClockModule } from '#platform/clock';
import { ConfigModule } from '#platform/config';
import { Database, DatabaseModule, installationRepo, userRepo } from '#platform/db';
import { InlineJobs, JobsModule, OutboxModule } from '#platform/jobs';
import { SafeFetch } from '#platform/net';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { JOB_HANDLERS } from '../../apps/worker/job-handlers.js';
import { testConfig } from './test-config.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import type { WebServer } from './web-server.js';

export const NOON = new Date('2022-03-01T12:00:00Z');

/** Feeds, polling and the worker's handlers on a database of their own; names lead to loopback, and nothing else is asked. */
export class FeedWorld {
  private constructor(
    private readonly nest: INestApplicationContext,
    private readonly copy: TestDatabase,
    readonly admin: Actor,
  ) {}

  static async start(): Promise<FeedWorld> {
    const copy = await createTestDatabase();
    const database = new Database({ url: copy.url, poolSize: 1 });
    await installationRepo.insert(
      { kind: 'test', projectName: 'Test project', zone: 'Europe/Berlin' },
      NOON,
      database.direct,
    );
    const { id } = await userRepo.insert(
      { name: 'Ann Admin', email: 'admin@example.org', roles: ['admin'], passwordHash: null },
      database.direct,
    );
    await database.close();
    return new FeedWorld(await boot(copy.url), copy, {
      userId: id,
      name: 'Ann Admin',
      roles: new Set(['admin']),
    });
  }

  /** Another process on the same database. */
  async again(): Promise<FeedWorld> {
    return new FeedWorld(await boot(this.copy.url), this.copy, this.admin);
  }

  async close(): Promise<void> {
    await this.nest.close();
  }

  async stop(): Promise<void> {
    await this.close();
    await this.copy.drop();
  }

  get database(): Database {
    return this.nest.get(Database);
  }

  get feeds(): FeedsService {
    return this.nest.get(FeedsService, { strict: false });
  }

  get polling(): FeedPollingService {
    return this.nest.get(FeedPollingService, { strict: false });
  }

  /** Carries out what is promised, as a worker would. */
  async work() {
    return this.nest.get(InlineJobs, { strict: false }).drain();
  }

  /** Puts a feed on the list without asking it. */
  async list(server: WebServer, path = '/feed', host = 'wire.example'): Promise<string> {
    const opml = `<opml version="2.0"><body><outline text="${host}${path}" xmlUrl="${server.url(path, host)}"/></body></opml>`;
    await this.feeds.importOpml(this.admin, opml);
    const { items } = await this.feeds.listFeeds();
    const feed = items.find(({ url }) => url === server.url(path, host));
    if (feed === undefined) throw new Error('the feed is not on the list');
    return feed.id;
  }

  async look(id: string) {
    const { items } = await this.feeds.listFeeds();
    const feed = items.find((one) => one.id === id);
    if (feed === undefined) throw new Error(`feed ${id} is not on the list`);
    return feed;
  }

  /** Polls one feed now, whenever it is due; its server is rested. */
  async poll(id: string) {
    await this.rest();
    await this.feeds.pollSoon(id);
    const { url } = await this.look(id);
    return this.polling.pollHost(new URL(url).host);
  }

  /** How many jobs of a kind are promised. */
  async promised(name: string): Promise<number> {
    return this.database.direct.outboxMessage.count({ where: { name } });
  }

  /** As if every server had been left alone long enough. */
  async rest(): Promise<void> {
    await this.database.direct.feedHost.updateMany({ data: { restUntil: new Date(0) } });
  }

  async events(feedId: string) {
    return this.database.direct.eventReport.findMany({ where: { feedId }, orderBy: { id: 'asc' } });
  }
}

async function boot(databaseUrl: string): Promise<INestApplicationContext> {
  const fetcher = new SafeFetch({
    allowedNetworks: ['127.0.0.1/32'],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const nest = await Test.createTestingModule({
    imports: [
      ConfigModule.of(testConfig(databaseUrl)),
      DatabaseModule.of(databaseUrl),
      ClockModule,
      OutboxModule,
      EventsModule,
      JobsModule.inline(JOB_HANDLERS),
    ],
  })
    .overrideProvider(SafeFetch)
    .useValue(fetcher)
    .compile();
  nest.useLogger(false);
  await nest.init();
  await nest.get(Clock).setClock(NOON, { isFrozen: true });
  nest.get(FeedPollingService, { strict: false }).pauseMs = 0;
  return nest;
}
