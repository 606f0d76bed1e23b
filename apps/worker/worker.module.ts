import { ClockModule } from '#platform/clock';
import { type Config, ConfigModule } from '#platform/config';
import { DatabaseModule } from '#platform/db';
import { JobsModule, OutboxModule } from '#platform/jobs';
import { LoggingModule } from '#platform/logging';
import { MailPumpModule } from '#platform/mail';
import { type DynamicModule, Module } from '@nestjs/common';
import { JOB_HANDLERS } from './job-handlers.js';
import { SCHEDULES } from './schedule.js';

/** The job process. */
@Module({})
export class WorkerModule {
  static of(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.of(config),
        LoggingModule.of(config),
        DatabaseModule.of(config.databaseUrl),
        ClockModule,
        OutboxModule,
        JobsModule.forWorker(JOB_HANDLERS, SCHEDULES),
        MailPumpModule,
      ],
    };
  }
}
