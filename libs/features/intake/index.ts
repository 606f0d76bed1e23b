export * from './intake.module.js';
export * from './intake.service.js';
export { MAX_TEXT_CHARACTERS, type TextInput } from './text-intake.js';
