export * from './board-page.js';
export * from './claim-page.js';
export * from './claimant-page.js';
export * from './installation.js';
export * from './not-found-page.js';
export * from './public-layout.js';
