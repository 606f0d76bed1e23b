import fc from 'fast-check';
import type { WeightedForecast } from '#core/scoring';

/** `count` things made by their number. */
export function repeat<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** The same forecast put the other way round: of the opposite event, with the opposite outcome. */
export function complement(forecast: WeightedForecast): WeightedForecast {
  return {
    ...forecast,
    probability: 1 - forecast.probability,
    outcome: forecast.outcome === 1 ? 0 : 1,
  };
}

/** Probabilities as they occur: words and whole percents, so that there are ties and edges, or anything. */
export const arbitraryProbability = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  fc.constantFrom(0, 0.03, 0.125, 0.325, 0.5, 0.675, 0.875, 0.97, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

export const arbitraryOutcome = fc.constantFrom<0 | 1>(0, 1);

/** Lists of forecasts with weights from a twelfth to 1. */
export function arbitraryForecasts(probability = arbitraryProbability, minLength = 0) {
  return fc.array(
    fc.record<WeightedForecast>({
      probability,
      outcome: arbitraryOutcome,
      weight: fc.integer({ min: 1, max: 12 }).map((twelfths) => twelfths / 12),
    }),
    { minLength, maxLength: 40 },
  );
}
