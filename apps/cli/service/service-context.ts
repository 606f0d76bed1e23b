import 'reflect-metadata';
import { AccountsModule, DemoHost } from '#features/accounts';
import { EventsModule } from '#features/events';
import { IntakeModule } from '#features/intake';
import { NoticesModule } from '#features/notices';
import { ReviewModule } from '#features/review';
import { StandingsModule } from '#features/standings';
import { TriageModule } from '#features/triage';
import { VerdictsModule } from '#features/verdicts';
import { AuthModule } from '#platform/auth';
import { ClockModule } from '#platform/clock';
import { Config, ConfigModule, processEnvironment, readPartialConfig } from '#platform/config';
import { DatabaseModule } from '#platform/db';
import { OutboxModule } from '#platform/jobs';
import { type DynamicModule, Global, type INestApplicationContext, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlainError } from '../plain-error.js';
import { DataFolder } from './data-folder.js';
import { openDatabaseHost } from './database-host.js';
import { ensureInstallation } from './ensure-installation.js';

/** A command has no demo to leave. */
const NO_HOST: DemoHost = { leaveDemo: () => false };

@Global()
@Module({ providers: [{ provide: DemoHost, useValue: NO_HOST }], exports: [DemoHost] })
class NoDemoHostModule {}

/** All use cases, without HTTP and without a queue: what they promise is carried out by the running worker. */
@Module({})
export class ServiceModule {
  static of(config: Config, more: readonly DynamicModule[] = []): DynamicModule {
    return {
      module: ServiceModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.of(config.databaseUrl),
        ClockModule,
        OutboxModule,
        AuthModule,
        NoDemoHostModule,
        AccountsModule,
        EventsModule,
        IntakeModule,
        NoticesModule,
        ReviewModule,
        StandingsModule,
        TriageModule,
        VerdictsModule,
        ...more,
      ],
    };
  }
}

export async function openContext(
  config: Config,
  more: readonly DynamicModule[] = [],
): Promise<INestApplicationContext> {
  Logger.overrideLogger(['error', 'warn', 'fatal']);
  return NestFactory.createApplicationContext(ServiceModule.of(config, more), {
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
}

const talk = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/**
 * Runs one command against the service: the one that is running, else the given database, else our own server, which is
 * started for as long as the command takes.
 */
export async function withService<T>(
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
): Promise<T> {
  const settings = readPartialConfig(processEnvironment());
  const folder = new DataFolder(settings.dataFolder);
  const running = settings.databaseUrl === null ? folder.findRuntime() : null;
  const host = running === null ? await openDatabaseHost(settings, talk) : null;
  try {
    const mode = running?.mode ?? (settings.mode === 'demo' ? 'demo' : 'real');
    const databaseUrl = running?.databaseUrl ?? host?.urlFor(mode);
    if (databaseUrl === undefined) throw new PlainError('There is no database to work on.');
    if (host !== null) {
      await host.prepare(mode);
      await ensureInstallation(databaseUrl, mode);
    }
    if (running?.mode === 'demo') talk('Note: the demo is running; this works on its data.');
    folder.prepare();
    const secret = settings.secret ?? folder.ensureSecret();
    const baseUrl = running?.address ?? settings.baseUrl;
    const config = new Config({ ...settings, mode, secret, databaseUrl, baseUrl, logLevel: 'warn' });
    const app = await openContext(config);
    try {
      return await work(app, config);
    } finally {
      await app.close();
    }
  } finally {
    await host?.stop();
  }
}
