import { Database } from '#platform/db';
import { Controller, Res, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Open } from '../routing/endpoint.decorator.js';
import { OPEN_ROUTES } from '../routing/open-routes.js';
import { Drain } from './drain.js';
import { SchemaState } from './schema-state.js';

@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly schema: SchemaState,
    private readonly drain: Drain,
  ) {}

  /** The process answers; nothing else is asked, so that a database that is away does not get us restarted. */
  @Open(OPEN_ROUTES.liveness)
  live(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  /** May requests be sent here: database there, schema of this version, not stopping. 503 when not. */
  @Open(OPEN_ROUTES.readiness)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    try {
      return await this.health.check([() => this.checkStopping(), () => this.checkDatabase()]);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      void reply.status(503);
      return error.getResponse();
    }
  }

  private checkStopping() {
    const indicator = this.indicators.check('process');
    return this.drain.isDraining ? indicator.down('stopping') : indicator.up();
  }

  private async checkDatabase() {
    const indicator = this.indicators.check('database');
    try {
      await this.database.ping();
      return (await this.schema.isCurrent())
        ? indicator.up()
        : indicator.down('the schema is not of this version');
    } catch {
      return indicator.down('no answer');
    }
  }
}
