export * from './board-reading.service.js';
export * from './move.service.js';
export * from './profile.service.js';
export * from './publishing.module.js';
export { PublishingService } from './publishing.service.js';
