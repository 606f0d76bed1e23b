import { countByWeek, OVERDUE_BANDS, overdueBand, projectBacklog, usualPace } from './index.js';

describe('the age of overdue work', () => {
  it.each([
    [0, 0],
    [7, 0],
    [8, 1],
    [30, 1],
    [31, 2],
    [90, 2],
    [91, 3],
    [4000, 3],
  ])('%i days are band %i', (days, band) => {
    expect(overdueBand(days)).toBe(band);
  });

  it('leaves no day between two bands', () => {
    OVERDUE_BANDS.slice(1).forEach(({ from }, k) => expect(from).toBe((OVERDUE_BANDS[k]?.to ?? NaN) + 1));
  });
});

describe('the pace of a team', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[4, 30, 6], 6],
    [[4, 6], 5],
    [[0, 0, 0, 90], 0],
  ])('of %j is %p', (weeks, pace) => {
    expect(usualPace(weeks)).toBe(pace);
  });
});

describe('the answers still wanted in coming weeks', () => {
  it.each([
    { wanted: 10, arriving: [4, 0], pace: 6, left: [8, 2] },
    { wanted: 0, arriving: [2, 10], pace: 6, left: [0, 4] },
    { wanted: 3, arriving: [1, 1], pace: 0, left: [4, 5] },
    { wanted: 3, arriving: [], pace: 5, left: [] },
  ])('$wanted now and $arriving to come at $pace a week', ({ wanted, arriving, pace, left }) => {
    expect(projectBacklog(wanted, arriving, pace)).toEqual(left);
  });
});

describe('counts by week', () => {
  const days = [
    { on: '2022-02-27', n: 100 },
    { on: '2022-02-28', n: 1 },
    { on: '2022-03-06', n: 2 },
    { on: '2022-03-07', n: 5 },
    { on: '2022-03-28', n: 100 },
  ];

  it('go from Monday to Sunday, and leave out what lies before and after', () => {
    expect(countByWeek(days, '2022-02-28', 4)).toEqual([3, 5, 0, 0]);
  });

  it('cross the end of a year', () => {
    expect(countByWeek([{ on: '2023-01-01', n: 1 }], '2022-12-26', 2)).toEqual([1, 0]);
  });
});
