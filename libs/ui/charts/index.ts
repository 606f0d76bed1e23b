export * from './chart-figure.js';
export * from './isotonic-curve.js';
export * from './reliability-diagram.js';
export * from './score-over-time.js';
export * from './strip.js';
