export * from './rescoring.service.js';
export * from './verdicts.module.js';
export * from './verdicts.service.js';
