export * from './coding-agreement.js';
export * from './compare-codings.js';
export * from './same-condition.js';
