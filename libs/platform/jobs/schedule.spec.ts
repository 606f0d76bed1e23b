import { slotAt, type Schedule } from './schedule.js';

const every = (everyMs: number): Schedule => ({ job: 'finaliseVerdicts', reason: 'test', everyMs });
const cron = (pattern: string, zone: string): Schedule => ({
  job: 'planDigests',
  reason: 'test',
  cron: pattern,
  zone,
});

describe('the slot of a schedule', () => {
  it.each([
    ['a minute, in the middle', every(60_000), '2022-03-01T09:00:31.500Z', '2022-03-01T09:00:00.000Z'],
    ['a minute, on the dot', every(60_000), '2022-03-01T09:00:00.000Z', '2022-03-01T09:00:00.000Z'],
    [
      'an hour, a millisecond before',
      every(3_600_000),
      '2022-03-01T08:59:59.999Z',
      '2022-03-01T08:00:00.000Z',
    ],
    ['cron, on the dot', cron('0 9 * * *', 'UTC'), '2022-03-01T09:00:00.000Z', '2022-03-01T09:00:00.000Z'],
    [
      'cron, a moment later',
      cron('0 9 * * *', 'UTC'),
      '2022-03-01T09:00:00.001Z',
      '2022-03-01T09:00:00.000Z',
    ],
    [
      'cron, a moment before',
      cron('0 9 * * *', 'UTC'),
      '2022-03-01T08:59:59.999Z',
      '2022-02-28T09:00:00.000Z',
    ],
    [
      'cron in winter time',
      cron('0 9 * * *', 'Europe/Berlin'),
      '2022-03-01T10:00:00Z',
      '2022-03-01T08:00:00.000Z',
    ],
    [
      'cron in summer time',
      cron('0 9 * * *', 'Europe/Berlin'),
      '2022-07-01T10:00:00Z',
      '2022-07-01T07:00:00.000Z',
    ],
    ['cron on Mondays', cron('0 9 * * 1', 'UTC'), '2022-03-03T00:00:00Z', '2022-02-28T09:00:00.000Z'],
  ])('%s', (_what, schedule, at, expected) => {
    expect(slotAt(schedule, new Date(at)).toISOString()).toBe(expected);
  });
});
