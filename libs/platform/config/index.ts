export * from './config.js';
export * from './config-error.js';
export * from './config.module.js';
export * from './process-environment.js';
export type { Environment } from './setting.js';
