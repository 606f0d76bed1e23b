import { Global, Logger, Module } from '@nestjs/common';
import { Config } from '#platform/config';
import { createAuthAdapter, Database, userRepo } from '#platform/db';
import { AuthService } from './auth.service.js';

/** Needs Config and Database globally. */
@Global()
@Module({
  providers: [
    {
      provide: AuthService,
      inject: [Config, Database],
      useFactory: (config: Config, database: Database) => {
        const logger = new Logger('Auth');
        return new AuthService({
          baseUrl: new URL(config.baseUrl).origin,
          secret: config.secret,
          adapter: createAuthAdapter(database.authClient),
          mayStartSession: async (userId) => (await userRepo.findActor(userId, database.direct)) !== null,
          log: (level, message) => {
            logger[level](message);
          },
        });
      },
    },
  ],
  exports: [AuthService],
})
export class AuthModule {}
