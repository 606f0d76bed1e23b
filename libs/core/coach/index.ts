export { ADVICE_CODES, coachStatement } from './coach-statement.js';
export type { CoachContext } from './coach-statement.js';
export type { Advice, AdviceCode, AdviceFix, AdviceWeight, CoachedStatement } from './advice.js';
export { isSameButForDeadline, likeness, withoutDates } from './same-statement.js';
