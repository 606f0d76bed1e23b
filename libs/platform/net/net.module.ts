import { Logger, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { SafeFetch } from './safe-fetch.js';

/** Needs Config to be provided globally. */
@Module({
  providers: [
    {
      provide: SafeFetch,
      inject: [Config],
      useFactory: (config: Config) => {
        const logger = new Logger(SafeFetch.name);
        return new SafeFetch({
          allowedNetworks: config.fetchAllowedNetworks,
          userAgent: `Outturn (feed reader; ${config.baseUrl})`,
          onRefusal: (refusal) => logger.warn({ ...refusal, msg: 'An address was not fetched.' }),
        });
      },
    },
  ],
  exports: [SafeFetch],
})
export class NetModule {}
