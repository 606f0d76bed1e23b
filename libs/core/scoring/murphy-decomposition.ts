import { brierScore } from './brier-score.js';
import { type BinEdges, binForecasts, isEnoughForReliability } from './calibration.js';
import { totalWeight, weightedMean, type WeightedForecast } from './weighted-forecast.js';

/** Parts of a mean Brier score: brier = reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance. */
export interface MurphyParts {
  /** Sum of weights: series. */
  readonly n: number;
  /** Mean Brier score, 0-1, lower is better. */
  readonly brier: number;
  /** REL: squared distance between said and observed, 0-1, lower is better, 0 is calibrated. */
  readonly reliability: number;
  /** RES: how far the bins' observed shares lie from the overall share, 0-0.25, higher is better. */
  readonly resolution: number;
  /** UNC: variance of the outcomes, 0-0.25; no merit of the forecaster. */
  readonly uncertainty: number;
  /** WBV: variance of the forecasts inside their bins, >= 0. */
  readonly withinBinVariance: number;
  /** WBC: twice the covariance of forecast and outcome inside the bins; higher is better, may be negative. */
  readonly withinBinCovariance: number;
}

/**
 * Murphy's parts of the mean Brier score, with the two terms inside bins that make them add up whatever the bins
 * (Murphy 1973; Stephenson, Coelho and Jolliffe 2008). Null without forecasts.
 *
 * 0.2 and 0.3 did not come about, 0.9 did; bins cut at 500: brier 0.0467 = REL 0.0450 - RES 0.2222 + UNC 0.2222 +
 * WBV 0.0017 - WBC 0.
 *
 * @throws RangeError where a probability is not within 0-1
 */
export function decomposeBrier(forecasts: readonly WeightedForecast[], edges: BinEdges): MurphyParts | null {
  const bins = binForecasts(forecasts, edges);
  const n = totalWeight(forecasts);
  const brier = weightedMean(forecasts, ({ probability, outcome }) => brierScore(probability, outcome));
  const rate = weightedMean(forecasts, ({ outcome }) => outcome);
  if (brier === null || rate === null) return null;

  const sum = { reliability: 0, resolution: 0, withinBinVariance: 0, withinBinCovariance: 0 };
  for (const { forecasts: members } of bins) {
    const said = weightedMean(members, ({ probability }) => probability);
    const observed = weightedMean(members, ({ outcome }) => outcome);
    if (said === null || observed === null) continue;
    const weight = totalWeight(members);
    sum.reliability += weight * (said - observed) ** 2;
    sum.resolution += weight * (observed - rate) ** 2;
    for (const member of members) {
      const deviation = member.probability - said;
      sum.withinBinVariance += member.weight * deviation ** 2;
      sum.withinBinCovariance += 2 * member.weight * deviation * (member.outcome - observed);
    }
  }
  return {
    n,
    brier,
    reliability: sum.reliability / n,
    resolution: sum.resolution / n,
    uncertainty: rate * (1 - rate),
    withinBinVariance: sum.withinBinVariance / n,
    withinBinCovariance: sum.withinBinCovariance / n,
  };
}

/** The parts as a page may show them: reliability is null below `MURPHY_FROM` series. */
export type ReportedMurphyParts = Omit<MurphyParts, 'reliability'> & { readonly reliability: number | null };

/** Parts with reliability withheld where there are too few series: of 49 null, of 50 the number. */
export function reportMurphyParts(parts: MurphyParts): ReportedMurphyParts {
  return isEnoughForReliability(parts.n) ? parts : { ...parts, reliability: null };
}
