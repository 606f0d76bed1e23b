export { DocumentIntakeService } from './document-intake.service.js';
export * from './forecast-import.service.js';
export * from './intake.module.js';
export * from './intake.service.js';
export * from './model-reading.service.js';
export { type SaidOfText, type TextInput } from './text-intake.js';
