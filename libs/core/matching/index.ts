export { MATCHER_VERSION } from './matchable.js';
export type { MatchableEvent, MatchableProposition, RankedMatch } from './matchable.js';
export { createEventMatcher, matchEvent } from './match-event.js';
export type { EventMatcher } from './match-event.js';
export { MATCH_THRESHOLDS } from './match-model.js';
export { buildTermStatistics } from './term-statistics.js';
export type { TermStatistics } from './term-statistics.js';
