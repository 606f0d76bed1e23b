import type { LikelihoodBasis, Reference } from '#core/domain';
import { brierScore, type ForecastScore, scoreBand, type ScoredBand } from './brier-score.js';
import type { ClaimReferences, LedgerClaim } from './ledger.js';
import { standingShares, weighMean, weighScores } from './standing-forecast.js';
import type { WeightedForecast } from './weighted-forecast.js';

/** One forecast of a series with the share of time it stood. */
export interface StandingForecast extends ScoredBand {
  readonly claimId: string;
  readonly basis: LikelihoodBasis;
  /** The shares of a series sum to 1. */
  readonly share: number;
  readonly score: ForecastScore;
  readonly references: ClaimReferences;
}

/** One claimant's claims on one settled proposition: the unit that counts. */
export interface ScoredSeries {
  /** Whose claims; of an outlet, one of its authors. */
  readonly claimantId: string;
  readonly propositionId: string;
  readonly familyId: string;
  readonly sourceIds: readonly string[];
  readonly outcome: 0 | 1;
  readonly forecasts: readonly StandingForecast[];
  /** By share of time. */
  readonly score: ForecastScore;
  /** Reference Brier by share of time, 0-1; null where the reference is missing for any forecast of the series. */
  readonly referenceBrier: Readonly<Record<Exclude<Reference, 'half'>, number | null>> & {
    readonly half: number;
  };
}

/**
 * The score of one claimant's claims on one proposition, in whatever order they come; those without a band are left out.
 * Null unless they are settled with a band and an end.
 */
export function scoreLedgerSeries(claims: readonly LedgerClaim[]): ScoredSeries | null {
  const ordered = claims
    .flatMap((claim) => {
      const band = bandOf(claim);
      return band === null ? [] : [{ claim, band }];
    })
    .sort(
      (a, b) =>
        a.claim.saidOn.localeCompare(b.claim.saidOn) || a.claim.claimId.localeCompare(b.claim.claimId),
    );
  const first = ordered[0]?.claim;
  if (first === undefined || first.settlement.kind !== 'scored') return null;
  const endOn = endOf(first);
  if (endOn === null) return null;
  const { outcome } = first.settlement;
  const shares = standingShares(
    ordered.map(({ claim }) => claim.saidOn),
    endOn,
  );
  return seriesOf(
    {
      claimantId: first.claimantId,
      propositionId: first.propositionId,
      familyId: first.familyId,
      sourceIds: [...new Set(ordered.map(({ claim }) => claim.sourceId))],
      outcome,
    },
    // Written out: an object made of another has a shape of its own, and a large board has a million.
    ordered.map(({ claim, band }, index) => ({
      low: band.low,
      point: band.point,
      high: band.high,
      claimId: claim.claimId,
      basis: claim.basis,
      share: shares[index] as number,
      score: scoreBand(band, outcome),
      references: claim.references,
    })),
  );
}

/** A series from its forecasts and their shares. */
export function seriesOf(
  about: Pick<ScoredSeries, 'claimantId' | 'propositionId' | 'familyId' | 'sourceIds' | 'outcome'>,
  forecasts: readonly StandingForecast[],
): ScoredSeries {
  const shares = forecasts.map(({ share }) => share);
  const referenceBrier = (of: (references: ClaimReferences) => number | null): number | null => {
    const probabilities = forecasts.map(({ references }) => of(references));
    if (probabilities.includes(null)) return null;
    return weighMean(
      probabilities.map((probability) => brierScore(probability as number, about.outcome)),
      shares,
    );
  };
  return {
    claimantId: about.claimantId,
    propositionId: about.propositionId,
    familyId: about.familyId,
    sourceIds: about.sourceIds,
    outcome: about.outcome,
    forecasts,
    score: weighScores(
      forecasts.map(({ score }) => score),
      shares,
    ),
    referenceBrier: {
      base_rate: referenceBrier(({ baseRate }) => baseRate),
      status_quo: referenceBrier(({ statusQuo }) => statusQuo),
      half: brierScore(0.5, about.outcome),
      market: referenceBrier(({ market }) => market),
    },
  };
}

/** The day a series stops standing: the outcome or the scheduled deadline, whichever is earlier. */
export function endOf(claim: Pick<LedgerClaim, 'scheduledDeadlineOn' | 'deadlineOn' | 'occurredOn'>) {
  const deadline = claim.scheduledDeadlineOn ?? claim.deadlineOn;
  if (deadline === null) return null;
  return claim.occurredOn !== null && claim.occurredOn < deadline ? claim.occurredOn : deadline;
}

/** Every forecast by the share of its series that it stood; the weights sum to the number of series. */
export function forecastsOf(series: readonly ScoredSeries[]): WeightedForecast[] {
  return series.flatMap(({ forecasts, outcome }) =>
    forecasts.map(({ point, share }) => ({ probability: point, outcome, weight: share })),
  );
}

/** The same for whoever says the base rate of everything; one half where none was kept. */
export function baseRatesOf(series: readonly ScoredSeries[]): WeightedForecast[] {
  return series.flatMap(({ forecasts, outcome }) =>
    forecasts.map(({ references, share }) => ({
      probability: references.baseRate ?? 0.5,
      outcome,
      weight: share,
    })),
  );
}

/** The band of a claim where it has all three numbers. */
export function bandOf(claim: Pick<LedgerClaim, 'low' | 'point' | 'high'>): ScoredBand | null {
  const { low, point, high } = claim;
  return low === null || point === null || high === null ? null : { low, point, high };
}
