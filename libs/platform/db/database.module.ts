import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { Database } from './database.js';

/** One connection pool for the whole process. */
@Global()
@Module({})
export class DatabaseModule {
  static of(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useFactory: () => open(url) }],
      exports: [Database],
    };
  }
}

function open(url: string): Database {
  const logger = new Logger(Database.name);
  return new Database({
    url,
    onError: (error) => {
      logger.warn(`A connection broke: ${error.message}`);
    },
  });
}
