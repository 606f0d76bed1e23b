export * from './gold-items.service.js';
export * from './review.module.js';
export * from './review.service.js';
export * from './reviewer-report.service.js';
export * from './workload.service.js';
