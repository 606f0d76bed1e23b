export * from './board.js';
export * from './brier-score.js';
export * from './claimant-statistics.js';
export * from './ledger.js';
export * from './standing-forecast.js';
