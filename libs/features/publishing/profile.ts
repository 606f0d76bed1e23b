import type { Profile } from '#contracts/http';
import { type CalendarDate, REFERENCES } from '#core/domain';
import {
  calibrationBins,
  classifyClaim,
  compareWithReferences,
  decomposeBrier,
  expectedCalibrationError,
  forecastsOf,
  isotonicReliability,
  leadTimeCurve,
  type LedgerClaim,
  measureSharpness,
  NUMBER_BIN_EDGES,
  recordOf,
  reportMurphyParts,
  type ScoredSeries,
  scoreOverTime,
  WORD_BIN_EDGES,
  wordingProfile,
} from '#core/scoring';
import type { z } from 'zod';

export type WireProfile = z.input<typeof Profile>;
/** What rests on all live claims, whichever of them are listed. */
export type ProfileFigures = Pick<
  WireProfile,
  'references' | 'calibration' | 'overTime' | 'leadTimes' | 'wording'
>;

/** The numbers of a claimant or outlet from the exact claims behind them, with the words each was read from. */
export function toFigures(
  ledger: readonly LedgerClaim[],
  phrases: ReadonlyMap<string, string>,
  today: CalendarDate,
): ProfileFigures {
  const { series } = recordOf(ledger, today, 'live');
  const claims = new Map(ledger.map((claim) => [claim.claimId, claim]));
  const references = compareWithReferences(series);
  return {
    references: REFERENCES.map((reference) => ({ reference, ...references[reference] })),
    calibration: toCalibration(series),
    overTime: toTimeLine(series, claims),
    leadTimes: toLeadTimes(series, claims),
    wording: toWording(ledger, phrases, today),
  };
}

function toCalibration(series: readonly ScoredSeries[]): WireProfile['calibration'] {
  const forecasts = forecastsOf(series);
  const isNumber = (which: boolean) =>
    forecastsOf(
      series.map((one) => ({
        ...one,
        forecasts: one.forecasts.filter(({ basis }) => (basis === 'number') === which),
      })),
    );
  const parts = decomposeBrier(forecasts, NUMBER_BIN_EDGES);
  const reported = parts === null ? null : reportMurphyParts(parts);
  const sharpness = measureSharpness(forecasts);
  return {
    words: calibrationBins(isNumber(false), WORD_BIN_EDGES),
    numbers: calibrationBins(isNumber(true), NUMBER_BIN_EDGES),
    curve: (isotonicReliability(forecasts)?.steps ?? []).flatMap(({ from, to, observed }) =>
      from === to
        ? [{ probability: from, observed }]
        : [
            { probability: from, observed },
            { probability: to, observed },
          ],
    ),
    ece: expectedCalibrationError(forecasts, NUMBER_BIN_EDGES),
    reliability: reported?.reliability ?? null,
    resolution: reported?.resolution ?? null,
    uncertainty: reported?.uncertainty ?? null,
    sharpness: sharpness?.distanceFromHalf ?? null,
    discrimination: sharpness?.discrimination ?? null,
    auc: sharpness?.auc ?? null,
  };
}

type Claims = ReadonlyMap<string, LedgerClaim>;

function firstClaimOf(series: ScoredSeries, claims: Claims): LedgerClaim | undefined {
  const [first] = series.forecasts;
  return first === undefined ? undefined : claims.get(first.claimId);
}

/** The mean Brier of everything past its scheduled deadline, day by day. */
function toTimeLine(series: readonly ScoredSeries[], claims: Claims): WireProfile['overTime'] {
  return scoreOverTime(
    series.flatMap((one) => {
      const on = firstClaimOf(one, claims)?.scheduledDeadlineOn ?? null;
      return on === null ? [] : [{ on, brier: one.score.brier }];
    }),
  );
}

function toLeadTimes(series: readonly ScoredSeries[], claims: Claims): WireProfile['leadTimes'] {
  const curve = leadTimeCurve(
    series.flatMap((one) => {
      const first = firstClaimOf(one, claims);
      if (first === undefined || first.scheduledDeadlineOn === null) return [];
      return [
        {
          outcome: one.outcome,
          deadlineOn: first.scheduledDeadlineOn,
          occurredOn: first.occurredOn,
          forecasts: one.forecasts.map(({ claimId, point }) => ({
            probability: point,
            saidOn: claims.get(claimId)?.saidOn ?? first.saidOn,
          })),
        },
      ];
    }),
  );
  return curve.map(({ daysBefore, n, meanBrier }) => ({ days: daysBefore, n, meanBrier }));
}

function toWording(
  ledger: readonly LedgerClaim[],
  phrases: ReadonlyMap<string, string>,
  today: CalendarDate,
): WireProfile['wording'] {
  const profile = wordingProfile(
    ledger.map((claim) => {
      const { claimId, low, point, high, basis, deadlineOn, settlement } = claim;
      return {
        ...{ low, point, high, basis, deadlineOn },
        phrase: phrases.get(claimId) ?? '',
        inclusion: classifyClaim(claim, today),
        outcome: settlement.kind === 'scored' ? settlement.outcome : null,
      };
    }),
  );
  if (profile === null) return NOTHING_SAID;
  return {
    claims: profile.n,
    bases: profile.bases.map(({ basis, n }) => ({ basis, n })),
    phrases: profile.phrases.map(({ share: _share, ...use }) => use),
    withoutDeadline: profile.withoutDeadline.n,
    withoutProbability: profile.withoutProbability.n,
  };
}

const NOTHING_SAID = { claims: 0, bases: [], phrases: [], withoutDeadline: 0, withoutProbability: 0 };
