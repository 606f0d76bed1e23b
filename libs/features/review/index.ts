export * from './review.module.js';
export * from './review.service.js';
