import { DemoHost } from '#features/accounts';
import { AuthModule } from '#platform/auth';
import { ClockModule } from '#platform/clock';
import { Config, ConfigModule } from '#platform/config';
import { DatabaseModule } from '#platform/db';
import { OutboxModule } from '#platform/jobs';
import { type DynamicModule, Global, Module } from '@nestjs/common';

/** What every feature may ask for, once for the whole process. */
@Global()
@Module({})
export class PlatformModule {
  static of(config: Config, demoHost: DemoHost): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule.of(config.databaseUrl),
        ClockModule,
        OutboxModule,
        AuthModule,
      ],
      providers: [{ provide: DemoHost, useValue: demoHost }],
      exports: [DemoHost],
    };
  }
}
