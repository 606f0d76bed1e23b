export * from './events.module.js';
export * from './events.service.js';
export { termsOfProposition } from './match-texts.js';
export * from './matching.service.js';
