import { totalWeight, weightedMean, type WeightedForecast } from './weighted-forecast.js';

export interface Sharpness {
  /** Sum of weights: series. */
  readonly n: number;
  /** Mean |p - 0.5|, 0-0.5: how far from "I cannot say". Of itself no merit: only sharp *and* calibrated is good. */
  readonly distanceFromHalf: number;
  /** Variance of the forecasts, 0-0.25. */
  readonly variance: number;
  /** Mean p where it came about minus mean p where not, -1 to 1, higher is better; null unless both happened. */
  readonly discrimination: number | null;
  /** Chance that what came about was given more than what did not (a tie is half), 0-1, 0.5 is none; null as above. */
  readonly auc: number | null;
}

/**
 * How decided forecasts are, and how well they tell apart what comes about from what does not (discrimination slope: Yates
 * 1982; AUC: Mann and Whitney 1947, by weights). Null without forecasts. n log n.
 *
 * 0.9 and 0.4 came about, 0.2 and 0.4 did not: distance 0.225, variance 0.0669, discrimination 0.35, AUC 0.875.
 */
export function measureSharpness(forecasts: readonly WeightedForecast[]): Sharpness | null {
  const n = totalWeight(forecasts);
  if (n === 0) return null;
  const meanOf = (value: (probability: number) => number): number =>
    forecasts.reduce((sum, { probability, weight }) => sum + weight * value(probability), 0) / n;
  const mean = meanOf((probability) => probability);
  return {
    n,
    distanceFromHalf: meanOf((probability) => Math.abs(probability - 0.5)),
    variance: meanOf((probability) => (probability - mean) ** 2),
    ...discriminate(forecasts),
  };
}

function discriminate(forecasts: readonly WeightedForecast[]): Pick<Sharpness, 'discrimination' | 'auc'> {
  const said = (outcome: 0 | 1): number | null =>
    weightedMean(
      forecasts.filter((forecast) => forecast.outcome === outcome),
      ({ probability }) => probability,
    );
  const [whenYes, whenNo] = [said(1), said(0)];
  if (whenYes === null || whenNo === null) return { discrimination: null, auc: null };
  return { discrimination: whenYes - whenNo, auc: areaUnderCurve(forecasts) };
}

/** Walks up the forecasts; each that came about is above the weight of what did not below it, and ties with its equals. */
function areaUnderCurve(forecasts: readonly WeightedForecast[]): number {
  const levels = new Map<number, { yes: number; no: number }>();
  for (const { probability, outcome, weight } of forecasts) {
    const level = levels.get(probability) ?? { yes: 0, no: 0 };
    level[outcome === 1 ? 'yes' : 'no'] += weight;
    levels.set(probability, level);
  }
  let yesTotal = 0;
  let noBelow = 0;
  let above = 0;
  for (const [, { yes, no }] of [...levels].sort(([a], [b]) => a - b)) {
    above += yes * (noBelow + no / 2);
    yesTotal += yes;
    noBelow += no;
  }
  return above / (yesTotal * noBelow);
}
