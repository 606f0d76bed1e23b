export * from './clock.service.js';
export * from './clock.module.js';
export * from './real-time.js';
