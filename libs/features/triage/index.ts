export * from './triage.module.js';
export * from './triage.service.js';
