export * from './publishing.module.js';
export * from './publishing.service.js';
