/**
 * One forecast as the measures see it. A series of several forecasts comes as several of these whose weights sum to 1,
 * so that every sum of weights counts series.
 */
export interface WeightedForecast {
  /** Probability of the statement, 0-1. */
  readonly probability: number;
  readonly outcome: 0 | 1;
  /** Share of the time it stood in its series, 0-1; 1 for a single forecast. */
  readonly weight: number;
}

/** Number of series: the sum of weights. */
export function totalWeight(forecasts: readonly WeightedForecast[]): number {
  return forecasts.reduce((sum, { weight }) => sum + weight, 0);
}

/**
 * Mean of a value over forecasts by their weights; null where the weights sum to 0.
 * weightedMean([{probability: 0.2, outcome: 0, weight: 1}, {probability: 0.8, outcome: 1, weight: 3}], (f) => f.probability)
 * is 0.65.
 */
export function weightedMean(
  forecasts: readonly WeightedForecast[],
  value: (forecast: WeightedForecast) => number,
): number | null {
  let sum = 0;
  let total = 0;
  for (const forecast of forecasts) {
    sum += forecast.weight * value(forecast);
    total += forecast.weight;
  }
  return total > 0 ? sum / total : null;
}
