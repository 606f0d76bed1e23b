export * from './logging.module.js';
export { withoutPasswords, withoutTokens } from './redact.js';
export { Logger as PinoLogger } from 'nestjs-pino';
