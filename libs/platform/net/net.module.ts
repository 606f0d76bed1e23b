import { Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import { SafeFetch } from './safe-fetch.js';

/** Needs Config to be provided globally. */
@Module({
  providers: [
    {
      provide: SafeFetch,
      inject: [Config],
      useFactory: (config: Config) =>
        new SafeFetch({
          allowedNetworks: config.fetchAllowedNetworks,
          userAgent: `Outturn (feed reader; ${config.baseUrl})`,
        }),
    },
  ],
  exports: [SafeFetch],
})
export class NetModule {}
