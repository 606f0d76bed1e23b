import {
  type DynamicModule,
  Global,
  Module,
  type ModuleMetadata,
  type FactoryProvider,
} from '@nestjs/common';
import type { JobHandlers } from '#contracts/jobs';
import { InlineJobs } from './inline-jobs.js';
import { JobAdmin } from './job-admin.service.js';
import { JOB_HANDLERS, JobRunner } from './job-runner.js';
import { JobSystem, SCHEDULES } from './job-system.js';
import { Outbox } from './outbox.service.js';
import type { Schedule } from './schedule.js';

/** How an app makes its handlers: from services of the modules it imports. */
export interface HandlerSource {
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly inject: NonNullable<FactoryProvider['inject']>;
  // The services come in the order of `inject`, which Nest cannot type.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above; as in Nest's own FactoryProvider
  readonly useFactory: (...services: any[]) => JobHandlers;
}

/** Promising and administering jobs: what every process may do. */
@Global()
@Module({ providers: [Outbox, JobAdmin], exports: [Outbox, JobAdmin] })
export class OutboxModule {}

/** Carrying jobs out. Needs {@link OutboxModule}, Config and Database to be provided globally. */
@Module({})
export class JobsModule {
  /** Of a worker process: relay, schedules and workers begin when the app does and drain when it stops. */
  static forWorker(source: HandlerSource, schedules: readonly Schedule[]): DynamicModule {
    return {
      module: JobsModule,
      imports: source.imports,
      providers: [
        handlers(source),
        { provide: SCHEDULES, useValue: schedules },
        JobRunner,
        JobSystem,
        InlineJobs,
      ],
      exports: [JobSystem, InlineJobs],
    };
  }

  /** Of tests and of commands that run while no service does: jobs are carried out by {@link InlineJobs.drain}. */
  static inline(source: HandlerSource): DynamicModule {
    return {
      module: JobsModule,
      imports: source.imports,
      providers: [handlers(source), JobRunner, InlineJobs],
      exports: [InlineJobs],
    };
  }
}

function handlers({ inject, useFactory }: HandlerSource): FactoryProvider<JobHandlers> {
  return { provide: JOB_HANDLERS, inject, useFactory };
}
