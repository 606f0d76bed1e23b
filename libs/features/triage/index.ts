export * from './candidate-editing.service.js';
export * from './coding.service.js';
export * from './triage.module.js';
export * from './triage.service.js';
export * from './undo.service.js';
