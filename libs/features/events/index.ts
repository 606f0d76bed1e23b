export * from './events.module.js';
export * from './events.service.js';
export * from './matching.service.js';
