import { HORIZON_DAYS, horizonOf } from './index.js';

describe('how far ahead a thing is said', () => {
  const days = (count: number) => new Date(Date.UTC(2022, 0, 1 + count)).toISOString().slice(0, 10);

  it.each([
    ['month', 'quarter'],
    ['quarter', 'year'],
    ['year', 'longer'],
  ] as const)('is a %s up to its last day, and from the next one %s', (own, next) => {
    expect(horizonOf('2022-01-01', days(HORIZON_DAYS[own]))).toBe(own);
    expect(horizonOf('2022-01-01', days(HORIZON_DAYS[own] + 1))).toBe(next);
  });

  it.each([
    ['January', '2022-01-01', '2022-02-01', 'month'],
    ['the longest quarter', '2022-07-01', '2022-10-01', 'quarter'],
    ['a leap year', '2024-01-01', '2025-01-01', 'year'],
    ['the day itself', '2022-01-01', '2022-01-01', 'month'],
    ['a day gone by', '2022-01-02', '2022-01-01', 'month'],
  ] as const)('is measured in calendar days: %s', (_name, saidOn, deadlineOn, horizon) => {
    expect(horizonOf(saidOn, deadlineOn)).toBe(horizon);
  });
});
