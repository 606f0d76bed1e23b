import fc from 'fast-check';
import {
  brierScore,
  decomposeBrier,
  isotonicReliability,
  type MurphyParts,
  NUMBER_BIN_EDGES,
  reportMurphyParts,
  type WeightedForecast,
  weightedMean,
  WORD_BIN_EDGES,
} from './index.js';
import { arbitraryForecasts, complement, repeat } from '../../../test/support/forecasts.js';

const EDGES = fc.constantFrom(WORD_BIN_EDGES, NUMBER_BIN_EDGES, [0, 500, 1000]);
const single = (probability: number, outcome: 0 | 1): WeightedForecast => ({
  probability,
  outcome,
  weight: 1,
});

const meanBrier = (forecasts: readonly WeightedForecast[]) =>
  weightedMean(forecasts, ({ probability, outcome }) => brierScore(probability, outcome)) ?? NaN;

function sumOfParts(parts: MurphyParts | null): number {
  if (parts === null) return NaN;
  const { reliability, resolution, uncertainty, withinBinVariance, withinBinCovariance } = parts;
  return reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance;
}

describe('the parts of the Brier score by bins', () => {
  it('of a small case by hand', () => {
    const parts = decomposeBrier([single(0.2, 0), single(0.3, 0), single(0.9, 1)], [0, 500, 1000]);
    expect(parts?.n).toBe(3);
    expect(parts?.brier).toBeCloseTo((0.04 + 0.09 + 0.01) / 3, 12);
    expect(parts?.reliability).toBeCloseTo((2 * 0.25 ** 2 + 0.1 ** 2) / 3, 12);
    expect(parts?.resolution).toBeCloseTo((2 / 9 + 4 / 9) / 3, 12);
    expect(parts?.uncertainty).toBeCloseTo(2 / 9, 12);
    expect(parts?.withinBinVariance).toBeCloseTo((2 * 0.05 ** 2) / 3, 12);
    expect(parts?.withinBinCovariance).toBeCloseTo(0, 12);
  });

  it('credit the order of forecasts inside a bin', () => {
    const parts = decomposeBrier([single(0.6, 0), single(0.8, 1)], [0, 500, 1000]);
    expect(parts?.withinBinCovariance).toBeCloseTo(0.1, 12);
    // The same two forecasts in one bin with the same outcomes, crossed: the sign turns.
    const crossed = decomposeBrier([single(0.8, 0), single(0.6, 1)], [0, 500, 1000]);
    expect(crossed?.withinBinCovariance).toBeCloseTo(-0.1, 12);
  });

  it('add up whatever the bins and the forecasts', () => {
    fc.assert(
      fc.property(arbitraryForecasts(undefined, 1), EDGES, (forecasts, edges) => {
        const parts = decomposeBrier(forecasts, edges);
        expect(parts?.brier).toBeCloseTo(meanBrier(forecasts), 12);
        expect(sumOfParts(parts)).toBeCloseTo(meanBrier(forecasts), 12);
      }),
    );
  });

  it('do not depend on the order of forecasts', () => {
    fc.assert(
      fc.property(arbitraryForecasts(undefined, 1), EDGES, (forecasts, edges) => {
        const parts = decomposeBrier(forecasts, edges);
        const reversed = decomposeBrier([...forecasts].reverse(), edges);
        expect(reversed?.reliability).toBeCloseTo(parts?.reliability ?? NaN, 12);
        expect(reversed?.resolution).toBeCloseTo(parts?.resolution ?? NaN, 12);
      }),
    );
  });

  it('a series split into two parts of its weight changes nothing', () => {
    fc.assert(
      fc.property(arbitraryForecasts(undefined, 1), EDGES, (forecasts, edges) => {
        const halves = forecasts.flatMap((f) => [
          { ...f, weight: f.weight / 4 },
          { ...f, weight: (f.weight * 3) / 4 },
        ]);
        const parts = decomposeBrier(forecasts, edges);
        const split = decomposeBrier(halves, edges);
        expect(split?.n).toBeCloseTo(parts?.n ?? NaN, 12);
        expect(split?.reliability).toBeCloseTo(parts?.reliability ?? NaN, 12);
        expect(split?.withinBinVariance).toBeCloseTo(parts?.withinBinVariance ?? NaN, 12);
      }),
    );
  });

  it('of one forecast are its reliability alone', () => {
    expect(decomposeBrier([single(1, 0)], WORD_BIN_EDGES)).toMatchObject({
      n: 1,
      brier: 1,
      reliability: 1,
      resolution: 0,
      uncertainty: 0,
      withinBinVariance: 0,
    });
  });

  it('of nothing are none', () => {
    expect(decomposeBrier([], WORD_BIN_EDGES)).toBeNull();
  });

  it('show reliability from 50 series on only', () => {
    const of = (n: number) => {
      const parts = decomposeBrier(
        repeat(n, () => single(0.3, 1)),
        WORD_BIN_EDGES,
      );
      return parts && reportMurphyParts(parts);
    };
    expect(of(49)).toMatchObject({ n: 49, reliability: null, uncertainty: 0 });
    expect(of(50)?.reliability).toBeCloseTo(0.49, 12);
  });
});

describe('the isotonic reliability curve', () => {
  it('pools what falls, and no more', () => {
    const curve = isotonicReliability([single(0.9, 1), single(0.4, 0), single(0.1, 1), single(0.8, 0)]);
    expect(curve?.steps).toEqual([
      { from: 0.1, to: 0.8, observed: 1 / 3, n: 3 },
      { from: 0.9, to: 0.9, observed: 1, n: 1 },
    ]);
    expect(curve?.brier).toBeCloseTo(0.405, 12);
    expect(curve?.miscalibration).toBeCloseTo(0.405 - 1 / 6, 12);
    expect(curve?.discrimination).toBeCloseTo(0.25 - 1 / 6, 12);
    expect(curve?.uncertainty).toBe(0.25);
  });

  it('keeps equal forecasts together and leaves rising shares apart', () => {
    const curve = isotonicReliability([
      single(0.2, 0),
      single(0.6, 1),
      single(0.2, 0),
      single(0.6, 0),
      { ...single(0.3, 1), weight: 0 },
    ]);
    expect(curve?.steps).toEqual([
      { from: 0.2, to: 0.2, observed: 0, n: 2 },
      { from: 0.6, to: 0.6, observed: 0.5, n: 2 },
    ]);
    // Calibrated would have been 0 and 0.5.
    expect(curve?.miscalibration).toBeCloseTo((0.04 + 0.04 + 0.01 + 0.01) / 4, 12);
  });

  it('of nothing is none', () => {
    expect(isotonicReliability([])).toBeNull();
    expect(isotonicReliability([{ ...single(0.3, 1), weight: 0 }])).toBeNull();
  });

  it('never falls, holds all forecasts, and its parts add up', () => {
    fc.assert(
      fc.property(arbitraryForecasts(undefined, 1), (forecasts) => {
        const curve = isotonicReliability(forecasts);
        if (curve === null) throw new Error('no curve');
        const { steps, miscalibration, discrimination, uncertainty } = curve;
        steps.slice(1).forEach((step, i) => {
          expect(step.observed).toBeGreaterThan(steps[i]?.observed ?? NaN);
          expect(step.from).toBeGreaterThan(steps[i]?.to ?? NaN);
        });
        expect(steps.reduce((sum, { n }) => sum + n, 0)).toBeCloseTo(
          forecasts.reduce((sum, { weight }) => sum + weight, 0),
          10,
        );
        expect(miscalibration).toBeGreaterThanOrEqual(-1e-12);
        expect(discrimination).toBeGreaterThanOrEqual(-1e-12);
        expect(miscalibration - discrimination + uncertainty).toBeCloseTo(meanBrier(forecasts), 12);
      }),
    );
  });

  // The max-min formula of isotonic regression (Barlow et al. 1972), quadratic in the forecasts.
  it('is the best rising curve', () => {
    fc.assert(
      fc.property(arbitraryForecasts(undefined, 1), (forecasts) => {
        const steps = isotonicReliability(forecasts)?.steps ?? [];
        const values = [...new Set(forecasts.map(({ probability }) => probability))];
        for (const value of values) {
          const best = Math.max(
            ...values
              .filter((low) => low <= value)
              .map((low) =>
                Math.min(
                  ...values
                    .filter((high) => high >= value)
                    .map(
                      (high) =>
                        weightedMean(
                          forecasts.filter(({ probability: p }) => p >= low && p <= high),
                          ({ outcome }) => outcome,
                        ) ?? NaN,
                    ),
                ),
              ),
          );
          const step = steps.find(({ from, to }) => from <= value && value <= to);
          expect(step?.observed).toBeCloseTo(best, 10);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is mirrored for the opposite event and blind to the order of forecasts', () => {
    const percent = fc.integer({ min: 0, max: 64 }).map((p) => p / 64);
    fc.assert(
      fc.property(arbitraryForecasts(percent, 1), (forecasts) => {
        const curve = isotonicReliability(forecasts);
        const mirrored = isotonicReliability(forecasts.map(complement).reverse());
        expect(mirrored?.miscalibration).toBeCloseTo(curve?.miscalibration ?? NaN, 12);
        expect(mirrored?.discrimination).toBeCloseTo(curve?.discrimination ?? NaN, 12);
        expect(mirrored?.steps.map(({ observed }) => observed)).toHaveLength(curve?.steps.length ?? -1);
        mirrored?.steps.forEach(({ observed }, i) => {
          expect(observed).toBeCloseTo(1 - (curve?.steps.at(-1 - i)?.observed ?? NaN), 12);
        });
      }),
    );
  });
});
