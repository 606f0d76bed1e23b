export * from './board-page.js';
export * from './claim-page.js';
export * from './installation.js';
export * from './method-page.js';
export * from './move-page.js';
export * from './not-found-page.js';
export * from './profile-page.js';
export * from './public-layout.js';
