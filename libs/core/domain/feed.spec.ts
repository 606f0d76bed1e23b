import { computePollWait } from './feed.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const wait = (more: Partial<Parameters<typeof computePollWait>[0]>) =>
  computePollWait({ pollMinutes: 30, failures: 0, askedMs: null, spread: 0.5, ...more });

it('a feed that answers is read once in its period', () => {
  expect(wait({})).toBe(30 * MINUTE);
  expect(wait({ pollMinutes: 2_880 })).toBe(48 * HOUR);
});

it('after failures it is read more and more rarely, at least once a day or once in its period', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 50, 1e6].map((failures) => wait({ failures }) / HOUR);
  expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 24, 24, 24]);
  expect(wait({ failures: 9, pollMinutes: 2_880 })).toBe(48 * HOUR);
});

it('feeds that were added together do not stay together: a tenth more or less', () => {
  expect([0, 0.999_999].map((spread) => wait({ spread }) / MINUTE)).toEqual([27, expect.closeTo(33, 3)]);
});

it('a server that asks for peace gets it, for a week at most', () => {
  expect(wait({ failures: 1, askedMs: 5 * HOUR })).toBe(5 * HOUR);
  expect(wait({ failures: 1, askedMs: 1_000 })).toBe(30 * MINUTE);
  expect(wait({ failures: 1, askedMs: 1e12 })).toBe(7 * 24 * HOUR);
});
