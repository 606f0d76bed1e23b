import { totalWeight, weightedMean } from './index.js';

const FORECASTS = [
  { probability: 0.2, outcome: 0, weight: 1 },
  { probability: 0.8, outcome: 1, weight: 3 },
] as const;

it('weights count series and weigh a mean', () => {
  expect(totalWeight(FORECASTS)).toBe(4);
  expect(weightedMean(FORECASTS, ({ probability }) => probability)).toBeCloseTo(0.65, 12);
});

it('nothing has no mean', () => {
  expect(totalWeight([])).toBe(0);
  expect(weightedMean([], () => 1)).toBeNull();
  expect(weightedMean([{ probability: 0.2, outcome: 0, weight: 0 }], () => 1)).toBeNull();
});
