import { brierScore } from './brier-score.js';
import { weightedMean, type WeightedForecast } from './weighted-forecast.js';

/** A stretch of the reliability curve: whoever said from `from` to `to` should have said `observed`. */
export interface ReliabilityStep {
  /** Lowest and highest forecast of the stretch, 0-1. */
  readonly from: number;
  readonly to: number;
  /** Recalibrated probability, 0-1: the share that came about in the stretch; rises from step to step. */
  readonly observed: number;
  /** Sum of weights: series. */
  readonly n: number;
}

/** brier = miscalibration - discrimination + uncertainty; no bins, no settings. */
export interface IsotonicReliability {
  readonly steps: readonly ReliabilityStep[];
  /** Mean Brier score, 0-1, lower is better. */
  readonly brier: number;
  /** MCB: what recalibration would save, >= 0, lower is better. */
  readonly miscalibration: number;
  /** DSC: what the recalibrated forecasts are better than the constant base rate, >= 0, higher is better. */
  readonly discrimination: number;
  /** UNC: Brier score of the constant base rate, 0-0.25; no merit of the forecaster. */
  readonly uncertainty: number;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly hits: number;
  readonly n: number;
}

/**
 * CORP reliability curve and parts of the Brier score: outcomes regressed on forecasts under the one condition that the
 * curve never falls, by pooling adjacent violators; linear in the forecasts once they are sorted (Dimitriadis, Gneiting
 * and Jordan, PNAS 2021; Ayer et al. 1955). Null without forecasts.
 *
 * 0.1 came about, 0.4 and 0.8 did not, 0.9 did: steps 0.1-0.8 at 0.333 and 0.9 at 1; brier 0.405 = MCB 0.2383 -
 * DSC 0.0833 + UNC 0.25.
 */
export function isotonicReliability(forecasts: readonly WeightedForecast[]): IsotonicReliability | null {
  const brier = weightedMean(forecasts, ({ probability, outcome }) => brierScore(probability, outcome));
  const rate = weightedMean(forecasts, ({ outcome }) => outcome);
  if (brier === null || rate === null) return null;

  const steps = poolAdjacentViolators(toBlocks(forecasts)).map(({ from, to, hits, n }) => ({
    from,
    to,
    observed: hits / n,
    n,
  }));
  let total = 0;
  let recalibrated = 0;
  for (const { observed, n } of steps) {
    total += n;
    // Inside a step the forecast is its share, and the mean Brier score of a share is its variance.
    recalibrated += n * observed * (1 - observed);
  }
  recalibrated /= total;
  const uncertainty = rate * (1 - rate);
  return {
    steps,
    brier,
    miscalibration: brier - recalibrated,
    discrimination: uncertainty - recalibrated,
    uncertainty,
  };
}

/** One block for each forecast that was made, lowest first: equal forecasts cannot be recalibrated apart. */
function toBlocks(forecasts: readonly WeightedForecast[]): Block[] {
  const weighing = forecasts.filter(({ weight }) => weight > 0);
  weighing.sort((a, b) => a.probability - b.probability);
  const blocks: Block[] = [];
  for (const { probability, outcome, weight } of weighing) {
    const block = { from: probability, to: probability, hits: weight * outcome, n: weight };
    const last = blocks.at(-1);
    if (last?.to === probability) blocks.splice(-1, 1, merge(last, block));
    else blocks.push(block);
  }
  return blocks;
}

function poolAdjacentViolators(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let current = block;
    let last = pooled.at(-1);
    while (last !== undefined && last.hits * current.n >= current.hits * last.n) {
      current = merge(last, current);
      pooled.pop();
      last = pooled.at(-1);
    }
    pooled.push(current);
  }
  return pooled;
}

function merge(lower: Block, upper: Block): Block {
  return { from: lower.from, to: upper.to, hits: lower.hits + upper.hits, n: lower.n + upper.n };
}
