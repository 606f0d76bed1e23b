import { Adder } from 'd3-array';
import { logScore } from './brier-score.js';
import {
  clipSpan,
  type ForecastHorizon,
  type ForecastSpan,
  type StandingDays,
  standsOn,
  sweepDays,
} from './forecast-span.js';

/** Score of one forecast, in the order of the input. */
export interface CoveredScore {
  /** Already times coverage: the scores of one forecaster's successive forecasts are summed. Null: nothing to score. */
  readonly score: number | null;
  /** Share of the horizon it stood, 0-1; of a spot score 0 or 1. */
  readonly coverage: number;
}

export interface PeerScore extends CoveredScore {
  /** Share of the horizon it stood beside at least one other forecast, 0-1; score / shared is the mean over that time. */
  readonly shared: number;
}

/** ln of the probability given to what happened, with the bounds of the log score: 0 and 1 stay finite. */
function logProbability(probability: number, outcome: 0 | 1): number {
  return -logScore(probability, outcome);
}

/**
 * Metaculus baseline score, 100 * (1 + log2 p(outcome)): higher is better, 0 is "always 50 %", +100 the most. Unbounded
 * below but for the bounds of `logScore`. baselineScore(0.99, 1) is 98.55, baselineScore(0.01, 1) is -564.39.
 */
export function baselineScore(probability: number, outcome: 0 | 1): number {
  return 100 * (1 + logProbability(probability, outcome) / Math.LN2);
}

/**
 * Baseline scores times the share of the horizon each forecast stood; higher is better, x 100 units (Metaculus,
 * scoring/score_math.py). 90 % standing for the second half of ten days on what occurred: score 42.40, coverage 0.5.
 * A forecast that never stood within the horizon: null, coverage 0.
 */
export function baselineScoresOverTime(
  forecasts: readonly ForecastSpan[],
  outcome: 0 | 1,
  horizon: ForecastHorizon,
): CoveredScore[] {
  const length = horizon.endDay - horizon.startDay;
  return forecasts.map((forecast) => {
    const days = clipSpan(forecast, horizon);
    if (days === null) return { score: null, coverage: 0 };
    const coverage = (days.until - days.from) / length;
    return { score: coverage * baselineScore(forecast.probability, outcome), coverage };
  });
}

/** Baseline scores of the forecasts that stand on one day; null, coverage 0, for those that do not. Higher is better. */
export function baselineSpotScores(
  forecasts: readonly ForecastSpan[],
  outcome: 0 | 1,
  spotDay: number,
): CoveredScore[] {
  return forecasts.map((forecast) =>
    standsOn(forecast, spotDay)
      ? { score: baselineScore(forecast.probability, outcome), coverage: 1 }
      : { score: null, coverage: 0 },
  );
}

/**
 * Metaculus peer scores of simultaneous forecasts: 100 * (ln p(outcome) - mean of ln p(outcome) of the others), which is
 * 100 * N/(N-1) * ln(p / geometric mean of all). Higher is better, 0 is as good as the others, the scores sum to 0.
 * A lone forecast has no peers: null. peerScores([0.1, 0.9], 1) is [-219.72, 219.72].
 */
export function peerScores(probabilities: readonly number[], outcome: 0 | 1): (number | null)[] {
  const logs = probabilities.map((probability) => logProbability(probability, outcome));
  const sum = new Adder();
  for (const log of logs) sum.add(log);
  const others = logs.length - 1;
  return logs.map((log) => (others === 0 ? null : (100 * (logs.length * log - sum.valueOf())) / others));
}

/** Peer scores among the forecasts that stand on one day; null for those that do not, and for a lone one. */
export function peerSpotScores(
  forecasts: readonly ForecastSpan[],
  outcome: 0 | 1,
  spotDay: number,
): PeerScore[] {
  const standing = forecasts.filter((forecast) => standsOn(forecast, spotDay));
  const scores = peerScores(
    standing.map(({ probability }) => probability),
    outcome,
  ).values();
  return forecasts.map((forecast) => {
    if (!standsOn(forecast, spotDay)) return { score: null, coverage: 0, shared: 0 };
    const score = scores.next().value ?? null;
    return { score, coverage: 1, shared: score === null ? 0 : 1 };
  });
}

/** A forecast while its time is passed over. */
interface Runner {
  readonly days: StandingDays | null;
  readonly log: number;
  /** Integral over its days with peers of N/(N-1). */
  factor: number;
  /** Integral over its days with peers of (sum of all ln p)/(N-1). */
  logs: number;
  /** Days with peers. */
  shared: number;
}

/**
 * Peer scores over time: at each moment against the others that stand then, averaged over the horizon; higher is better,
 * x 100 units (Metaculus, scoring/score_math.py). Time without peers adds nothing; a forecast that never had any: null.
 * Successive forecasts of one forecaster come as spans that do not overlap, so that nobody is their own peer; the
 * forecaster's score is the sum. n log n in the forecasts.
 *
 * 0.1 and 0.5 stand for all ten days, 0.9 for the last five, and it occurred: -175.64, 106.01, 69.63.
 */
export function peerScoresOverTime(
  forecasts: readonly ForecastSpan[],
  outcome: 0 | 1,
  horizon: ForecastHorizon,
): PeerScore[] {
  const length = horizon.endDay - horizon.startDay;
  const runners = forecasts.map<Runner>((forecast) => ({
    days: clipSpan(forecast, horizon),
    log: logProbability(forecast.probability, outcome),
    factor: 0,
    logs: 0,
    shared: 0,
  }));
  integrate(runners);
  return runners.map(({ days, log, factor, logs, shared }) => {
    if (days === null) return { score: null, coverage: 0, shared: 0 };
    return {
      score: shared === 0 ? null : (100 * (log * factor - logs)) / length,
      coverage: (days.until - days.from) / length,
      shared: shared / length,
    };
  });
}

/**
 * Each runner takes the difference of three running integrals between its own start and end, so that no runner has to look
 * at another. Exact sums: thousands of comings and goings leave no rounding behind.
 */
function integrate(runners: readonly Runner[]): void {
  const integral = { factor: new Adder(), logs: new Adder(), shared: new Adder() };
  const sumOfLogs = new Adder();
  let standing = 0;
  sweepDays(
    runners,
    (length) => {
      if (standing < 2) return;
      const others = standing - 1;
      integral.factor.add((length * standing) / others);
      integral.logs.add((length * sumOfLogs.valueOf()) / others);
      integral.shared.add(length);
    },
    (runner, sign) => {
      runner.factor -= sign * integral.factor.valueOf();
      runner.logs -= sign * integral.logs.valueOf();
      runner.shared -= sign * integral.shared.valueOf();
      sumOfLogs.add(sign * runner.log);
      standing += sign;
    },
  );
}

/** The scores as Metaculus prints them: 0 where ours are null, for no peers or not standing. */
export function asMetaculusPrints(scores: readonly CoveredScore[]): { score: number; coverage: number }[] {
  return scores.map(({ score, coverage }) => ({ score: score ?? 0, coverage }));
}
