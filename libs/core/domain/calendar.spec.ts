import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDateIn,
  daysBetween,
  dueAt,
  isCalendarDate,
  isoWeek,
  isZone,
  startOfDayIn,
} from './index.js';

describe('a calendar date', () => {
  it.each([
    ['2022-02-28', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2022-13-01', false],
    ['2022-2-1', false],
    ['', false],
    ['2022-02-28T00:00:00Z', false],
  ])('%s is real: %s', (text, real) => {
    expect(isCalendarDate(text)).toBe(real);
  });

  it.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-03-15', -1, '2022-02-15'],
  ])('%s moved by %i months is %s', (on, months, expected) => {
    expect(addMonths(on, months)).toBe(expected);
  });

  it('comes back when moved there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const moved = addDays('2022-02-24', days);
        expect(isCalendarDate(moved)).toBe(true);
        expect(daysBetween('2022-02-24', moved)).toBe(days);
      }),
    );
  });
});

describe('a deadline falls due', () => {
  it.each([
    ['2022-02-28', 'UTC', '2022-03-01T00:00:00.000Z'],
    ['2022-02-28', 'Europe/Berlin', '2022-02-28T23:00:00.000Z'],
    ['2022-03-26', 'Europe/Berlin', '2022-03-26T23:00:00.000Z'],
    // The day after has 23 hours: summer time begins.
    ['2022-03-27', 'Europe/Berlin', '2022-03-27T22:00:00.000Z'],
    ['2022-12-31', 'Pacific/Kiritimati', '2022-12-31T10:00:00.000Z'],
    ['2022-12-31', 'Pacific/Pago_Pago', '2023-01-01T11:00:00.000Z'],
    ['2022-12-31', 'Asia/Kathmandu', '2022-12-31T18:15:00.000Z'],
  ])('%s in %s at %s', (on, zone, instant) => {
    expect(dueAt(on, zone).toISOString()).toBe(instant);
  });

  it('when its last day is over on clocks of its zone, never during it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.constantFrom(
          'UTC',
          'Europe/Berlin',
          'America/New_York',
          'America/Sao_Paulo',
          'Asia/Tehran',
          'Pacific/Apia',
        ),
        (days, zone) => {
          const on = addDays('2015-01-01', days);
          const instant = dueAt(on, zone);
          expect(calendarDateIn(instant, zone) > on).toBe(true);
          expect(calendarDateIn(new Date(instant.getTime() - 1), zone) <= on).toBe(true);
        },
      ),
    );
  });

  it('where midnight does not exist, at the first instant of the day', () => {
    // Sao Paulo skipped 2018-11-04 00:00.
    expect(calendarDateIn(startOfDayIn('2018-11-04', 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe(
      '2018-11-04',
    );
  });
});

it.each([
  ['2022-01-01', '2021-W52'],
  ['2022-01-03', '2022-W01'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2022-03-15', '2022-W11'],
  ['2018-12-31', '2019-W01'],
])('%s is in the ISO week %s', (on, week) => {
  expect(isoWeek(on)).toBe(week);
});

it('knows a zone when it sees one', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});
