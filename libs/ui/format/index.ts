export * from './dates.js';
export * from './likelihood-words.js';
export * from './numbers.js';
export * from './percent.js';
export * from './verdict-words.js';
export * from './web-address.js';
