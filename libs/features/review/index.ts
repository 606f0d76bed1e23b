export * from './review.module.js';
export * from './review.service.js';
export * from './reviewer-report.service.js';
