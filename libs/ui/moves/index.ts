export * from './cause-table.js';
export * from './move-shapes.js';
export * from './passed-table.js';
export * from './position-table.js';
