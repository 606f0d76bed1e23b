export * from './verdicts.module.js';
export * from './verdicts.service.js';
