export * from './coding-table.js';
export * from './band-table.js';
export * from './measure-list.js';
export * from './method-facts.js';
export * from './method-shapes.js';
