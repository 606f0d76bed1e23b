import { easterSunday, holidayAt, orthodoxEaster } from './time-holidays.js';
import { timeTokens } from './time-tokens.js';

function daysOf(name: string, year: number): readonly [string, string] | null | undefined {
  return holidayAt(timeTokens(name), 0)?.rule(year);
}

describe('holidays', () => {
  // Tables of Easter dates: US Naval Observatory; the earliest and the latest date possible are 22 March and 25 April.
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2038, '2038-04-25'],
  ])('puts Easter of %s on %s', (year, on) => {
    expect(easterSunday(year)).toBe(on);
  });

  it.each([
    [2010, '2010-04-04'],
    [2016, '2016-05-01'],
    [2024, '2024-05-05'],
    [2025, '2025-04-20'],
  ])('puts Orthodox Easter of %s on %s', (year, on) => {
    expect(orthodoxEaster(year)).toBe(on);
  });

  it.each([
    ['Thanksgiving', 2024, '2024-11-28'],
    ['Black Friday', 2024, '2024-11-29'],
    ['Cyber Monday', 2024, '2024-12-02'],
    ['Labor Day', 2025, '2025-09-01'],
    ['Memorial Day', 2027, '2027-05-31'],
    ["Mother's Day", 2024, '2024-05-12'],
    ["Presidents' Day", 2024, '2024-02-19'],
    ['Good Friday', 2024, '2024-03-29'],
    ['Whit Monday', 2024, '2024-05-20'],
    ['Ash Wednesday', 2024, '2024-02-14'],
    ['Yom Kippur', 2024, '2024-10-12'],
    ['Eid al-Fitr', 2024, '2024-04-10'],
    ['Eid al-Adha', 2024, '2024-06-16'],
    ['Chinese New Year', 2024, '2024-02-10'],
    ['Purim', 2024, '2024-03-24'],
  ])('puts %s of %s on %s', (name, year, on) => {
    expect(daysOf(name, year)).toEqual([on, on]);
  });

  it.each([
    ['Ramadan', 2024, '2024-03-11', '2024-04-09'],
    ['Hanukkah', 2024, '2024-12-26', '2025-01-02'],
    ['Passover', 2024, '2024-04-23', '2024-04-30'],
    ['Lent', 2024, '2024-02-14', '2024-03-30'],
    ['Advent', 2024, '2024-12-01', '2024-12-24'],
  ])('lets %s of %s last from %s to %s', (name, year, first, last) => {
    expect(daysOf(name, year)).toEqual([first, last]);
  });

  it.each(["New Year's Eve", 'new years eve', 'New Years\u2019 Eve', 'NEW YEAR\u2019S EVE'])(
    'knows "%s" however it is written',
    (name) => {
      expect(daysOf(name, 2024)).toEqual(['2024-12-31', '2024-12-31']);
    },
  );

  it.each(["Martin Luther King' day", 'Newton', 'the day', 'black coffee', 'new years of plenty'])(
    'takes "%s" for no holiday of that name',
    (text) => {
      const found = holidayAt(timeTokens(text), 0);
      expect(found?.next ?? 0).toBeLessThan(timeTokens(text).length);
    },
  );
});
