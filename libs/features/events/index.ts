export * from './event-meaning.js';
export * from './events.module.js';
export * from './events.service.js';
export * from './feed-polling.service.js';
export * from './feeds.service.js';
export * from './hooks.service.js';
export * from './match-feedback.service.js';
export * from './matching.service.js';
