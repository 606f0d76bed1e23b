import {
  baselineScoresOverTime,
  baselineSpotScores,
  cohenKappa,
  type CoveredScore,
  fleissKappa,
  type ForecastHorizon,
  type ForecastSpan,
  krippendorffAlpha,
  krippendorffAlphaOfNumbers,
  peerScoresOverTime,
  peerSpotScores,
  type RatingUnit,
  weightedKappa,
} from '#core/scoring';

/** A question of the Metaculus scoring tests: forecasts, and the score and coverage each must get. */
export interface MetaculusCase {
  readonly suite: string;
  readonly case: number;
  readonly outcome: 0 | 1;
  readonly horizon: ForecastHorizon;
  /** The day of spot scores; null where the suite has none. */
  readonly spotDay: number | null;
  readonly forecasts: readonly ForecastSpan[];
  readonly expected: readonly { readonly score: number; readonly coverage: number }[];
}

/** Our scores for a case, in the order of its forecasts. */
export function scoresOf({ suite, outcome, horizon, spotDay, forecasts }: MetaculusCase): CoveredScore[] {
  switch (suite) {
    case 'baseline_accuracy':
      return baselineScoresOverTime(forecasts, outcome, horizon);
    case 'baseline_spot_forecast':
      return baselineSpotScores(forecasts, outcome, spotDay ?? NaN);
    case 'peer_accuracy':
      return peerScoresOverTime(forecasts, outcome, horizon);
    case 'peer_spot_forecast':
      return peerSpotScores(forecasts, outcome, spotDay ?? NaN);
    default:
      throw new Error(`No score is called ${suite}.`);
  }
}

/** A published agreement: the table as its source has it, and the number to its decimals. */
export interface AgreementCase {
  readonly id: string;
  readonly stat: string;
  /** How `data` is laid out. */
  readonly form: 'counts_by_item' | 'ratings_item_by_rater' | 'confusion' | 'rater_by_item';
  readonly data: readonly (readonly (number | string | null)[])[];
  readonly expected: number;
  readonly decimals: number;
}

/** Digits after the point that the source prints. */
export function printedDecimals({ expected, decimals }: AgreementCase): number {
  const [, printed = ''] = String(expected).split('.');
  return Math.max(decimals, printed.length);
}

/** Our number for a case; null where we have none. */
export function agreementOf({ stat, form, data }: AgreementCase): number | null {
  const units = toUnits(form, data);
  switch (stat) {
    case 'fleiss_kappa':
      return fleissKappa(units);
    case 'cohen_kappa':
      return cohenKappa(toPairs(units));
    case 'cohen_kappa_linear':
      return weightedKappa(toPairs(ofNumbers(units)), 'linear');
    case 'cohen_kappa_quadratic':
      return weightedKappa(toPairs(ofNumbers(units)), 'quadratic');
    case 'krippendorff_alpha_nominal':
      return krippendorffAlpha(units);
    case 'krippendorff_alpha_ordinal':
      return krippendorffAlphaOfNumbers(ofNumbers(units), 'ordinal');
    case 'krippendorff_alpha_interval':
      return krippendorffAlphaOfNumbers(ofNumbers(units), 'interval');
    case 'krippendorff_alpha_ratio':
      return krippendorffAlphaOfNumbers(ofNumbers(units), 'ratio');
    default:
      throw new Error(`No measure is called ${stat}.`);
  }
}

function toUnits(form: AgreementCase['form'], data: AgreementCase['data']): RatingUnit[] {
  const times = (count: number | string | null) => Array.from({ length: Number(count) });
  switch (form) {
    case 'ratings_item_by_rater':
      return [...data];
    case 'rater_by_item':
      return (data[0] ?? []).map((_, item) => data.map((ratings) => ratings[item] ?? null));
    case 'counts_by_item':
      return data.map((counts) => counts.flatMap((count, category) => times(count).map(() => category)));
    case 'confusion':
      return data.flatMap((row, a) => row.flatMap((count, b) => times(count).map(() => [a, b])));
  }
}

function toPairs<R extends string | number>(units: readonly RatingUnit<R>[]) {
  return units.map(([a = null, b = null]) => [a, b] as const);
}

function ofNumbers(units: readonly RatingUnit[]): RatingUnit<number>[] {
  return units.map((unit) => unit.map((rating) => (rating === null ? null : Number(rating))));
}
