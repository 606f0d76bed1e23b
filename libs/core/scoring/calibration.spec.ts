import fc from 'fast-check';
import {
  type BinEdges,
  calibrationBins,
  expectedCalibrationError,
  MURPHY_FROM,
  NUMBER_BIN_EDGES,
  totalWeight,
  type WeightedForecast,
  wilsonInterval,
  WORD_BIN_EDGES,
} from './index.js';
import { arbitraryForecasts, complement, repeat } from '../../../test/support/forecasts.js';

const one = (probability: number): WeightedForecast => ({ probability, outcome: 0, weight: 1 });
const EDGES = fc.constantFrom(WORD_BIN_EDGES, NUMBER_BIN_EDGES);

/** Ends of the bin a lone forecast is in. */
function binOf(probability: number, edges: BinEdges) {
  return calibrationBins([one(probability)], edges).flatMap(({ n, from, to }) =>
    n === 1 ? [[from, to]] : [],
  );
}

describe('the Wilson interval', () => {
  it.each([
    [3, 3, 0.4385, 1],
    [0, 3, 0, 0.5615],
    [8, 10, 0.4902, 0.9433],
    [24, 30, 0.6269, 0.9049],
  ])('of %i of %i is %f-%f', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('narrows with a fraction of a series too', () => {
    const width = (n: number) => {
      const { low, high } = wilsonInterval(n / 2, n) ?? { low: NaN, high: NaN };
      return high - low;
    };
    expect(width(2.5)).toBeLessThan(width(2.25));
    expect(width(2.25)).toBeLessThan(width(2));
  });

  it('of nothing is none', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it.each([
    [-1, 3],
    [4, 3],
    [NaN, 3],
    [0, NaN],
  ])('of %d hits of %d is refused', (hits, n) => {
    expect(() => wilsonInterval(hits, n)).toThrow(RangeError);
  });

  it('holds the share, stays within 0-1 and mirrors for misses', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const hit = wilsonInterval(share * n, n);
          const miss = wilsonInterval(n - share * n, n);
          expect(hit?.low).toBeLessThanOrEqual(share + 1e-12);
          expect(hit?.high).toBeGreaterThanOrEqual(share - 1e-12);
          expect(hit?.low).toBeGreaterThanOrEqual(0);
          expect(hit?.high).toBeLessThanOrEqual(1);
          expect(hit?.low).toBeCloseTo(1 - (miss?.high ?? NaN), 10);
        },
      ),
    );
  });
});

describe('a bin', () => {
  it.each([
    [0, [0, 0.1]],
    [0.0999, [0.1, 0.2]],
    [0.1, [0.1, 0.2]],
    [0.15, [0.1, 0.2]],
    [0.3, [0.3, 0.4]],
    [0.35, [0.3, 0.4]],
    [0.7, [0.7, 0.8]],
    [0.8999, [0.9, 1]],
    [0.8994, [0.8, 0.9]],
    [1, [0.9, 1]],
  ] as const)('of numbers holds %f in %j', (probability, bin) => {
    expect(binOf(probability, NUMBER_BIN_EDGES)).toEqual([bin]);
  });

  it.each([
    [0, [0, 0.05]],
    [0.005, [0, 0.05]],
    [0.05, [0.05, 0.2]],
    [0.15, [0.05, 0.2]],
    [0.2, [0.2, 0.45]],
    [0.35, [0.2, 0.45]],
    [0.45, [0.45, 0.55]],
    [0.55, [0.55, 0.8]],
    [0.8, [0.8, 0.95]],
    [0.95, [0.95, 1]],
    [0.999, [0.95, 1]],
    [1, [0.95, 1]],
  ] as const)('of words holds %f in %j', (probability, bin) => {
    expect(binOf(probability, WORD_BIN_EDGES)).toEqual([bin]);
  });

  it('holds every whole per mille once', () => {
    const all = Array.from({ length: 1001 }, (_, perMille) => one(perMille / 1000));
    expect(calibrationBins(all, NUMBER_BIN_EDGES).map(({ n }) => n)).toEqual([
      ...Array<number>(9).fill(100),
      101,
    ]);
    expect(calibrationBins(all, WORD_BIN_EDGES).map(({ n }) => n)).toEqual([50, 150, 250, 100, 250, 150, 51]);
  });

  it('without forecasts says so', () => {
    expect(calibrationBins([], NUMBER_BIN_EDGES)).toHaveLength(10);
    expect(calibrationBins([one(0.3)], WORD_BIN_EDGES)[0]).toEqual({
      from: 0,
      to: 0.05,
      n: 0,
      meanForecast: null,
      observed: null,
      low: null,
      high: null,
    });
  });

  it('tells what was said, what came about, and how sure that is', () => {
    const forecasts = repeat<WeightedForecast>(10, (i) => ({
      probability: 0.7,
      outcome: i < 8 ? 1 : 0,
      weight: 1,
    }));
    const bin = calibrationBins(forecasts, NUMBER_BIN_EDGES)[7];
    expect(bin).toMatchObject({ from: 0.7, to: 0.8, n: 10, observed: 0.8 });
    expect(bin?.meanForecast).toBeCloseTo(0.7, 12);
    expect(bin?.low).toBeCloseTo(0.49, 2);
    expect(bin?.high).toBeCloseTo(0.943, 3);
  });

  it.each([-0.1, 1.0001, 70, NaN])('refuses %d', (probability) => {
    expect(() => calibrationBins([one(probability)], NUMBER_BIN_EDGES)).toThrow(RangeError);
  });
});

describe('all bins together', () => {
  it('lose no forecast and no weight, in whatever order they come', () => {
    fc.assert(
      fc.property(arbitraryForecasts(), EDGES, (forecasts, edges) => {
        const bins = calibrationBins(forecasts, edges);
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBeCloseTo(totalWeight(forecasts), 10);
        const said = bins.reduce((sum, { n, meanForecast }) => sum + n * (meanForecast ?? 0), 0);
        expect(said).toBeCloseTo(
          forecasts.reduce((sum, { probability, weight }) => sum + weight * probability, 0),
          10,
        );
        calibrationBins([...forecasts].reverse(), edges).forEach((bin, i) => {
          expect(bin.n).toBeCloseTo(bins[i]?.n ?? NaN, 12);
          expect(bin.observed ?? -1).toBeCloseTo(bins[i]?.observed ?? -1, 12);
          expect(bin.meanForecast ?? -1).toBeCloseTo(bins[i]?.meanForecast ?? -1, 12);
        });
      }),
    );
  });
});

describe('the calibration error', () => {
  const of = (n: number) =>
    expectedCalibrationError(
      repeat<WeightedForecast>(n, (i) => ({ probability: 0.7, outcome: i % 5 === 0 ? 0 : 1, weight: 1 })),
      NUMBER_BIN_EDGES,
    );

  it('is the distance between said and observed', () => {
    expect(of(60)).toBeCloseTo(0.1, 12);
  });

  it(`is told from ${String(MURPHY_FROM)} series on`, () => {
    expect(of(49)).toBeNull();
    expect(of(50)).not.toBeNull();
    expect(expectedCalibrationError([], WORD_BIN_EDGES)).toBeNull();
  });

  it('counts fifty series of six forecasts each as fifty', () => {
    const sixths = repeat<WeightedForecast>(300, () => ({ probability: 0.2, outcome: 0, weight: 1 / 6 }));
    expect(totalWeight(sixths)).toBeLessThan(50);
    expect(expectedCalibrationError(sixths, NUMBER_BIN_EDGES)).toBeCloseTo(0.2, 10);
  });

  it('is the same for the opposite event where no forecast lies on an edge', () => {
    const inside = fc.integer({ min: 1, max: 9 }).map((decile) => decile / 10 + 0.05);
    fc.assert(
      fc.property(arbitraryForecasts(inside, 1), (forecasts) => {
        const many = repeat(60, () => forecasts).flat();
        fc.pre(totalWeight(many) >= 50);
        expect(expectedCalibrationError(many.map(complement), NUMBER_BIN_EDGES)).toBeCloseTo(
          expectedCalibrationError(many, NUMBER_BIN_EDGES) ?? NaN,
          10,
        );
      }),
    );
  });
});
