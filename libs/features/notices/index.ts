export * from './digest.service.js';
export * from './mail-admin.service.js';
export * from './notices.module.js';
export * from './notices.service.js';
export * from './prompt.service.js';
