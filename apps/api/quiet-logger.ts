import { PinoLogger } from '#platform/logging';
import type { LoggerService } from '@nestjs/common';

/** What Nest tells of every route and module when it starts; the boot check says it when something is wrong. */
const CHATTER = new Set([
  'RouterExplorer',
  'RoutesResolver',
  'InstanceLoader',
  'NestFactory',
  'NestApplication',
]);

/** Our log without Nest's account of how it was put together. */
export class QuietLogger implements LoggerService {
  constructor(private readonly pino: PinoLogger) {}

  log(message: unknown, ...more: unknown[]): void {
    if (!CHATTER.has(String(more.at(-1)))) this.pino.log(message, ...more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.pino.fatal(message, ...more);
  }

  /** Of its own faults Nest throws on the one we report (a taken port). */
  error(message: unknown, ...more: unknown[]): void {
    if (more.at(-1) !== 'NestApplication') this.pino.error(message, ...more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.pino.warn(message, ...more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.pino.debug(message, ...more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.pino.verbose(message, ...more);
  }
}
