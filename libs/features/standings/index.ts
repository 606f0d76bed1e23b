export * from './standings.module.js';
export * from './standings.service.js';
