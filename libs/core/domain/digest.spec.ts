import { instantIn } from './calendar.js';
import { digestDue } from './digest.js';

describe('an hour on clocks in a zone', () => {
  it.each([
    ['an ordinary day', '2022-03-14', 8, 'Europe/Berlin', '2022-03-14T07:00:00.000Z'],
    ['after summer time has begun that night', '2022-03-27', 8, 'Europe/Berlin', '2022-03-27T06:00:00.000Z'],
    ['after it has ended that night', '2022-10-30', 8, 'Europe/Berlin', '2022-10-30T07:00:00.000Z'],
    ['one that is skipped', '2022-03-27', 2, 'Europe/Berlin', '2022-03-27T01:00:00.000Z'],
    ['a zone that moves by half an hour', '2022-10-02', 8, 'Australia/Lord_Howe', '2022-10-01T21:00:00.000Z'],
    ['midnight west of Greenwich', '2022-01-01', 0, 'America/New_York', '2022-01-01T05:00:00.000Z'],
  ])('%s', (_name, on, hour, zone, instant) => {
    expect(instantIn(on, hour, zone).toISOString()).toBe(instant);
  });
});

describe('a digest that could not be sent at its hour', () => {
  const sundayNight = { zone: 'UTC', weekday: 7, hour: 23 };
  const monday = { zone: 'UTC', weekday: 1, hour: 8 };
  it.each([
    ['on Sunday night it is due', sundayNight, '2022-03-13T23:00:00Z', '2022-W10'],
    ['on Monday it still is', sundayNight, '2022-03-14T10:00:00Z', '2022-W10'],
    ['for three days', sundayNight, '2022-03-16T22:59:00Z', '2022-W10'],
    ['and not for ever', sundayNight, '2022-03-16T23:00:00Z', null],
    ['Monday’s is due until its week ends', monday, '2022-03-13T23:59:00Z', '2022-W10'],
    ['and not when the next week has begun', monday, '2022-03-14T07:59:00Z', null],
    ['nor once the next one is due', monday, '2022-03-14T08:00:00Z', '2022-W11'],
    ['across the end of a year', { ...sundayNight, hour: 20 }, '2023-01-02T05:00:00Z', '2022-W52'],
  ])('%s', (_name, time, now, week) => {
    expect(digestDue(time, new Date(now))).toBe(week);
  });
});
