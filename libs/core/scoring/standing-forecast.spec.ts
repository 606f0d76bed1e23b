import { scoreSeries, standingShares } from './index.js';

describe('a series', () => {
  const first = { saidOn: '2022-01-01', low: 0.8, point: 0.8, high: 0.8 };
  const second = { saidOn: '2022-01-21', low: 0.2, point: 0.2, high: 0.2 };

  it('weighs each forecast by the days it stood', () => {
    // 20 days at 0.64, 10 days at 0.04.
    expect(scoreSeries([first, second], 0, '2022-01-31')?.brier).toBeCloseTo(
      (20 * 0.64 + 10 * 0.04) / 30,
      12,
    );
  });

  it('is the same in whatever order its claims are found', () => {
    expect(scoreSeries([second, first], 0, '2022-01-31')).toEqual(
      scoreSeries([first, second], 0, '2022-01-31'),
    );
  });

  it('does not change when a standing forecast is said again', () => {
    const again = { ...first, saidOn: '2022-01-11' };
    expect(scoreSeries([first, again], 0, '2022-01-31')?.brier).toBeCloseTo(
      scoreSeries([first], 0, '2022-01-31')?.brier ?? NaN,
      12,
    );
  });

  it('of two forecasts of one day keeps the later in the list', () => {
    const same = { ...second, saidOn: first.saidOn };
    expect(scoreSeries([first, same], 0, '2022-01-31')?.brier).toBeCloseTo(0.04, 12);
  });

  it('shares its time out whole, whatever is said after its end', () => {
    expect(standingShares(['2022-01-01', '2022-01-21', '2022-03-01'], '2022-01-31')).toEqual([
      2 / 3,
      1 / 3,
      0,
    ]);
    expect(standingShares(['2022-02-01', '2022-02-03'], '2022-01-31')).toEqual([1, 0]);
  });

  it('said on the day it ended is scored by its first forecast', () => {
    expect(scoreSeries([first], 0, '2022-01-01')?.brier).toBeCloseTo(0.64, 12);
    expect(scoreSeries([], 0, '2022-01-01')).toBeNull();
  });
});
