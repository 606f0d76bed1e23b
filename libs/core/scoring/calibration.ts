import { pairs } from 'd3-array';
import { totalWeight, weightedMean, type WeightedForecast } from './weighted-forecast.js';
import { wilsonInterval } from './wilson-interval.js';

/**
 * Edges of bins in whole per mille. Whole numbers, because in floating point 0.15 and 0.35 can fall between the bins of a
 * scale cut at multiples of 0.05 (Fatebook #98).
 */
export type BinEdges = readonly number[];

/**
 * For words: the seven bands of ICD 203. The directive leaves out what is below 1 % and above 99 %; here the outer bands
 * reach to 0 and 100 %, so that "certain" is counted with "almost certain" and nothing is lost.
 */
export const WORD_BIN_EDGES: BinEdges = [0, 50, 200, 450, 550, 800, 950, 1000];

/** For numbers: ten deciles. */
export const NUMBER_BIN_EDGES: BinEdges = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];

/**
 * From how many series reliability and calibration error are reported. Both are of squares and distances, which chance
 * alone keeps above 0: with few series they mostly tell how few there are.
 */
export const MURPHY_FROM = 50;

/** Weights of sixths may sum to 49.9999999999998 where 50 is meant. */
const ROUNDING = 1e-9;

/** Whether `n` series are enough for reliability and calibration error. */
export function isEnoughForReliability(n: number): boolean {
  return n >= MURPHY_FROM - ROUNDING;
}

export interface ForecastBin {
  /** Ends of the bin as probabilities, 0-1. */
  readonly from: number;
  readonly to: number;
  readonly forecasts: readonly WeightedForecast[];
}

export interface CalibrationBin {
  /** Ends of the bin as probabilities, 0-1. */
  readonly from: number;
  readonly to: number;
  /** Sum of weights: series. */
  readonly n: number;
  /** Mean of the forecasts in the bin, 0-1; null in an empty bin, as are the next three. */
  readonly meanForecast: number | null;
  /** Share that came about, 0-1. */
  readonly observed: number | null;
  /** Wilson interval of `observed`, 95 %. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Puts each forecast into one bin by its probability in whole per mille: bins are half-open, [from, to), the last one is
 * closed. So 5 % is "very unlikely", 15 % is in 10-20 %, and 0 and 100 % are in the outer bins.
 *
 * @throws RangeError where a probability is not within 0-1
 */
export function binForecasts(forecasts: readonly WeightedForecast[], edges: BinEdges): ForecastBin[] {
  const placed = forecasts.map((forecast) => {
    const { probability } = forecast;
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`${String(probability)} is not a probability.`);
    return { forecast, perMille: Math.round(probability * 1000) };
  });
  const last = edges.at(-1);
  return pairs(edges).map(([from, to]) => ({
    from: from / 1000,
    to: to / 1000,
    forecasts: placed
      .filter(({ perMille }) => perMille >= from && (perMille < to || (perMille === to && to === last)))
      .map(({ forecast }) => forecast),
  }));
}

/**
 * What was said against what came about, bin by bin: `meanForecast` on x, `observed` on y; on the diagonal is calibrated.
 * The bins' n sum to the number of series. Ten forecasts of 70 % of which eight came about make one bin with n 10,
 * meanForecast 0.7, observed 0.8, interval 0.49-0.94.
 *
 * @throws RangeError where a probability is not within 0-1
 */
export function calibrationBins(forecasts: readonly WeightedForecast[], edges: BinEdges): CalibrationBin[] {
  return binForecasts(forecasts, edges).map(({ from, to, forecasts: members }) => {
    const n = totalWeight(members);
    const hits = totalWeight(members.filter(({ outcome }) => outcome === 1));
    const interval = wilsonInterval(hits, n);
    return {
      from,
      to,
      n,
      meanForecast: weightedMean(members, ({ probability }) => probability),
      observed: interval === null ? null : hits / n,
      low: interval === null ? null : interval.low,
      high: interval === null ? null : interval.high,
    };
  });
}

/**
 * Expected calibration error: mean distance between said and observed over bins by their n; 0-1, lower is better, 0 is
 * calibrated (Naeini et al. 2015). Null below `MURPHY_FROM` series. Sixty forecasts of 70 % of which 48 came about: 0.1.
 */
export function expectedCalibrationError(
  forecasts: readonly WeightedForecast[],
  edges: BinEdges,
): number | null {
  const total = totalWeight(forecasts);
  if (!isEnoughForReliability(total)) return null;
  const distances = binForecasts(forecasts, edges).map(({ forecasts: members }) =>
    Math.abs(
      members.reduce((sum, { probability, outcome, weight }) => sum + weight * (probability - outcome), 0),
    ),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / total;
}
