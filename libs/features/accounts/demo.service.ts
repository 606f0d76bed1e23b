import type { accountsEndpoints, EndpointResponse } from '#contracts/http';
import { DomainError } from '#core/domain';
import { AuthService } from '#platform/auth';
import { Config } from '#platform/config';
import { Database, userRepo } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { DemoHost } from './demo-host.js';

type Endpoints = typeof accountsEndpoints;

/** What only the demo has: people to be, and a way out. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly auth: AuthService,
    private readonly host: DemoHost,
    private readonly config: Config,
  ) {}

  async listDemoPeople(): Promise<EndpointResponse<Endpoints['listDemoPeople']>> {
    this.requireDemo();
    const people = await userRepo.listSamples(this.database.direct);
    return { people: people.map(({ id, name, roles }) => ({ id, name, roles: [...roles] })) };
  }

  /** Signs in as a sample person, without a password; gives the cookies to set. Throws ACCOUNT.NOT_FOUND. */
  async switchDemoPerson(userId: string, headers: Headers): Promise<readonly string[]> {
    this.requireDemo();
    const person = await userRepo.find(userId, this.database.direct);
    if (person?.isSample !== true || person.disabledAt !== null)
      throw new DomainError('ACCOUNT.NOT_FOUND', 'There is no such sample person.');
    return this.auth.startSession(person.email, headers);
  }

  /** Asks the process that started us to open the real installation instead. */
  leaveDemo(): EndpointResponse<Endpoints['leaveDemo']> {
    this.requireDemo();
    if (this.host.leaveDemo())
      return {
        message:
          "The demo closes and your own installation opens at the same address. The first administrator's link is printed in the terminal where Outturn was started.",
      };
    return {
      message:
        'Stop this demo in its terminal and start Outturn without --demo to open your own installation.',
    };
  }

  private requireDemo(): void {
    if (this.config.mode !== 'demo') throw new DomainError('DEMO.ONLY', 'This exists in the demo only.');
  }
}
