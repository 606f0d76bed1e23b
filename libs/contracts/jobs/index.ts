export * from './define-job.js';
export * from './definitions.js';
