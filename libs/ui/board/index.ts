export * from './board-shapes.js';
export * from './board-table.js';
export * from './board-terms.js';
export * from './brier-range.js';
