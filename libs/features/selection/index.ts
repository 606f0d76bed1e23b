export * from './blind-reading.service.js';
export * from './selection.module.js';
export * from './selection.service.js';
