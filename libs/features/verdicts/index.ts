export * from './answers.service.js';
export * from './disputes.service.js';
export * from './rescoring.service.js';
export * from './telling.service.js';
export * from './thread.service.js';
export * from './verdicts.module.js';
export * from './verdicts.service.js';
