import { scoreOverTime } from './index.js';

it('is the mean of everything so far, a point a day, whatever comes first', () => {
  const points = scoreOverTime([
    { on: '2022-03-05', brier: 0.3 },
    { on: '2022-03-01', brier: 0.1 },
    { on: '2022-03-05', brier: 0.8 },
  ]);
  expect(points.map(({ on, n }) => [on, n])).toEqual([
    ['2022-03-01', 1],
    ['2022-03-05', 3],
  ]);
  expect(points.map(({ meanBrier }) => meanBrier)).toEqual([
    expect.closeTo(0.1, 12),
    expect.closeTo(0.4, 12),
  ]);
});

it('of nothing has no points', () => {
  expect(scoreOverTime([])).toEqual([]);
});
