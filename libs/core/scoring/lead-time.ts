import { type CalendarDate, daysBetween } from '#core/domain';
import { brierScore } from './brier-score.js';

/** What one claimant said on one proposition, and how it ended. */
export interface LeadTimeSeries {
  readonly forecasts: readonly {
    /** Probability of the statement, 0-1. */
    readonly probability: number;
    readonly saidOn: CalendarDate;
  }[];
  readonly outcome: 0 | 1;
  readonly deadlineOn: CalendarDate;
  /** When it came about; null where it did not, or no day is known. */
  readonly occurredOn: CalendarDate | null;
}

export interface LeadTimePoint {
  readonly daysBefore: number;
  /** Series that had a forecast standing then, and were still open. */
  readonly n: number;
  /** Mean Brier score of these, 0-1, lower is better; null at n = 0. */
  readonly meanBrier: number | null;
}

/** A month, a quarter, a year. */
export const LEAD_DAYS = [30, 90, 365] as const;

/**
 * Mean Brier score of the forecasts that stood so many days before the deadline, by lead. A series without a forecast by
 * then is left out, and so is one that had come about by then: what has happened is no forecast. Points rest on different
 * series, so n belongs beside each. Two claims of one day: the later in the input stands.
 *
 * Said 0.8 on 2022-01-01 and 0.4 on 2022-03-01 for 2022-04-30, did not come about: 90 days before 0.64, 30 days 0.16.
 */
export function leadTimeCurve(
  series: readonly LeadTimeSeries[],
  leads: readonly number[] = LEAD_DAYS,
): LeadTimePoint[] {
  return leads.map((daysBefore) => {
    const scores = series.flatMap((one) => {
      const probability = standingBefore(one, daysBefore);
      return probability === null ? [] : [brierScore(probability, one.outcome)];
    });
    const sum = scores.reduce((total, score) => total + score, 0);
    return { daysBefore, n: scores.length, meanBrier: scores.length === 0 ? null : sum / scores.length };
  });
}

function standingBefore(series: LeadTimeSeries, daysBefore: number): number | null {
  const { deadlineOn, occurredOn } = series;
  if (occurredOn !== null && daysBetween(occurredOn, deadlineOn) >= daysBefore) return null;
  let standing: LeadTimeSeries['forecasts'][number] | null = null;
  for (const forecast of series.forecasts) {
    if (daysBetween(forecast.saidOn, deadlineOn) < daysBefore) continue;
    if (standing === null || forecast.saidOn >= standing.saidOn) standing = forecast;
  }
  return standing === null ? null : standing.probability;
}
