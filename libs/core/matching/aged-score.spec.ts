import { agedScore } from './index.js';

describe('agedScore', () => {
  it.each([
    [0.8, -1, 0.8],
    [0.8, 3.5, 0.8],
    [0.8, 7, 0.2],
    [0.8, 35, 0.008],
  ])('%d after %d days weighs %d', (score, days, expected) => {
    expect(agedScore(score, days)).toBeCloseTo(expected, 6);
  });
});
