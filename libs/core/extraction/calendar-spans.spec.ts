import fc from 'fast-check';
import {
  centuryStretch,
  decadeStretch,
  halfStretch,
  middleOf,
  monthStretch,
  nthUnitOf,
  nthWeekdayOf,
  openingOf,
  partOf,
  quarterStretch,
  seasonStretch,
  unitStretch,
  weekStretch,
  yearStretch,
} from './calendar-spans.js';
import type { CalendarStretch, Part, Unit } from './calendar-spans.js';

const ends = (stretch: CalendarStretch | null): string =>
  stretch === null ? 'none' : `${stretch.start}..${stretch.end}`;

describe('parts of the calendar', () => {
  it.each([
    ['a year', yearStretch(2030), '01-01..04-30', '05-01..08-31', '09-01..12-31', '2030-06-30'],
    ['a quarter', quarterStretch(2030, 2), '04-01..04-30', '05-01..05-31', '06-01..06-30', '2030-05-16'],
    ['a half', halfStretch(2030, 1), '01-01..02-28', '03-01..04-30', '05-01..06-30', '2030-04-01'],
    ['a month', monthStretch(2028, 2), '02-01..02-10', '02-11..02-20', '02-21..02-29', '2028-02-15'],
    ['a week', weekStretch('2024-05-16', 0), '05-13..05-15', '05-14..05-16', '05-17..05-19', '2024-05-15'],
  ])('divides %s by its documented defaults', (_name, whole, early, mid, late, middle) => {
    const dayOnly = (part: Part): string =>
      ends(partOf(whole, part)).replaceAll(`${whole.start.slice(0, 4)}-`, '');
    expect([dayOnly('early'), dayOnly('mid'), dayOnly('late'), middleOf(whole)]).toEqual([
      early,
      mid,
      late,
      middle,
    ]);
  });

  it('divides decades and centuries by years', () => {
    expect(ends(partOf(decadeStretch(2034), 'early'))).toBe('2030-01-01..2033-12-31');
    expect(ends(partOf(decadeStretch(2034), 'mid'))).toBe('2034-01-01..2036-12-31');
    expect(ends(partOf(decadeStretch(2034), 'late'))).toBe('2037-01-01..2039-12-31');
    expect(ends(partOf(centuryStretch(2050), 'mid'))).toBe('2034-01-01..2067-12-31');
    expect([middleOf(decadeStretch(2034)), middleOf(centuryStretch(2050))]).toEqual([
      '2035-12-31',
      '2050-12-31',
    ]);
  });

  it('takes the opening of a year for its January, of anything else for its early part', () => {
    expect(ends(openingOf(yearStretch(2031)))).toBe('2031-01-01..2031-01-31');
    expect(ends(openingOf(monthStretch(2031, 5)))).toBe('2031-05-01..2031-05-10');
  });

  it('keeps every part inside its whole, early before late', () => {
    const units = fc.constantFrom<Unit>('week', 'month', 'quarter', 'half', 'year', 'decade', 'century');
    const day = fc
      .integer({ min: 0, max: 90_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(units, day, fc.integer({ min: -3, max: 3 }), (unit, anchor, step) => {
        const whole = unitStretch(unit, anchor, step);
        for (const part of ['early', 'mid', 'late'] as const) {
          const { start, end } = partOf(whole, part);
          expect([start >= whole.start, start <= end, end <= whole.end]).toEqual([true, true, true]);
        }
        expect(partOf(whole, 'early').end < partOf(whole, 'late').start).toBe(true);
        expect(partOf(whole, 'early').start).toBe(whole.start);
        expect(partOf(whole, 'late').end).toBe(whole.end);
      }),
    );
  });

  it.each([
    ['the first quarter of a year', nthUnitOf(yearStretch(2025), 'quarter', 1), '2025-01-01..2025-03-31'],
    ['the last month of a year', nthUnitOf(yearStretch(2025), 'month', -1), '2025-12-01..2025-12-31'],
    ['the first three months', nthUnitOf(yearStretch(2025), 'month', 1, 3), '2025-01-01..2025-03-31'],
    ['the second last day of a month', nthUnitOf(monthStretch(2024, 2), 'day', -2), '2024-02-28..2024-02-28'],
    ['ISO week 1 of a year', nthUnitOf(yearStretch(2026), 'week', 1), '2025-12-29..2026-01-04'],
    ['a fifth quarter', nthUnitOf(yearStretch(2025), 'quarter', 5), 'none'],
    ['the second half of a century', nthUnitOf(centuryStretch(2001), 'half', 2), '2051-01-01..2100-12-31'],
    ['the second half of a month', nthUnitOf(monthStretch(2025, 4), 'half', 2), '2025-04-16..2025-04-30'],
    [
      'the second half of summer',
      nthUnitOf(seasonStretch('summer', 2025), 'half', 2),
      '2025-08-07..2025-09-22',
    ],
  ])('finds %s', (_name, found, expected) => {
    expect(ends(found)).toBe(expected);
  });

  it('counts weekdays from either end, and has none where there is none', () => {
    const june = monthStretch(2024, 6);
    expect(nthWeekdayOf(june, 5, 1)).toBe('2024-06-07');
    expect(nthWeekdayOf(june, 5, -1)).toBe('2024-06-28');
    expect(nthWeekdayOf(june, 5, 5)).toBeNull();
  });
});
