export * from './calibration-section.js';
export * from './claims-table.js';
export * from './extremes-section.js';
export * from './profile-figures.js';
export * from './profile-shapes.js';
export * from './reference-section.js';
export * from './time-section.js';
export * from './wording-section.js';
