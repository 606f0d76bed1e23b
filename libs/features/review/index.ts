export * from './assignment.service.js';
export * from './deferral.service.js';
export * from './evidence.service.js';
export * from './inbox.service.js';
export { LeaseService } from './lease.service.js';
export * from './review.module.js';
export * from './review.service.js';
export * from './reviewer-report.service.js';
