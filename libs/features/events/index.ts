export * from './events.module.js';
export * from './events.service.js';
export * from './match-feedback.service.js';
export { termsOfProposition } from './match-texts.js';
export * from './matching.service.js';
