export * from './claimants.module.js';
export * from './claimants.service.js';
