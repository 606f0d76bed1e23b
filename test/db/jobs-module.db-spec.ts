import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClockModule } from '#platform/clock';
import { ConfigModule, readConfig } from '#platform/config';
import { Database, DatabaseModule } from '#platform/db';
import {
  type HandlerSource,
  InlineJobs,
  JobsModule,
  JobSystem,
  OutboxModule,
  type Schedule,
} from '#platform/jobs';
import { LoggingModule, PinoLogger } from '#platform/logging';
import { MailModule } from '#platform/mail';
import { eventually, findJobRecord, handlersWith, promise } from '../support/jobs-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

@Injectable()
class Seen {
  readonly events: string[] = [];
}

@Module({ providers: [Seen], exports: [Seen] })
class SeenModule {}

const HANDLERS: HandlerSource = {
  imports: [SeenModule, MailModule],
  inject: [Seen],
  useFactory: (seen: Seen) =>
    handlersWith({ matchEvent: async ({ eventId }) => void seen.events.push(eventId) }),
};
const SCHEDULES: readonly Schedule[] = [{ job: 'planDigests', everyMs: 3_600_000, reason: 'test' }];

describe('the job modules in a Nest process', () => {
  let testDatabase: TestDatabase;

  beforeEach(async () => {
    testDatabase = await createTestDatabase();
  });

  afterEach(() => testDatabase.drop());

  async function start(jobs: ReturnType<typeof JobsModule.inline>) {
    const config = readConfig({
      OUTTURN_MODE: 'test',
      OUTTURN_SECRET: '6f1c9a0d5be24873a1f0c2d94e7b8356',
      DATABASE_URL: testDatabase.url,
    });
    const app = await NestFactory.createApplicationContext(
      {
        module: class App {},
        imports: [
          ConfigModule.of(config),
          LoggingModule.of(config),
          DatabaseModule.of(config.databaseUrl),
          ClockModule,
          OutboxModule,
          jobs,
        ],
      },
      { logger: false },
    );
    app.useLogger(app.get(PinoLogger));
    return app;
  }

  it('work and keep their schedules as a worker, and end when the process does', async () => {
    const app = await start(JobsModule.forWorker(HANDLERS, SCHEDULES));
    const database = app.get(Database);
    const eventId = randomUUID();
    await promise(database, 'matchEvent', { eventId });
    await eventually('the run', async () => (await findJobRecord(database, eventId))?.state === 'succeeded');
    await eventually('the tick', async () => {
      const [tick] = await database.direct.scheduleRun.findMany();
      return tick?.lastFinishedAt;
    });
    expect(app.get(Seen, { strict: false }).events).toEqual([eventId]);
    expect(app.get(JobSystem, { strict: false }).isTakingJobs).toBe(true);
    await app.close();
  });

  it('carry out in place what a command has promised', async () => {
    const app = await start(JobsModule.inline(HANDLERS));
    const eventId = randomUUID();
    await promise(app.get(Database), 'matchEvent', { eventId });
    expect(await app.get(InlineJobs, { strict: false }).drain()).toEqual({ succeeded: 1, failed: [] });
    expect(app.get(Seen, { strict: false }).events).toEqual([eventId]);
    await app.close();
  });
});
