import type { Profile } from '#contracts/http';
import { type CalendarDate, type Inclusion, type Outcome, REFERENCES } from '#core/domain';
import {
  bandOf,
  calibrationBins,
  claimEffects,
  classifyClaim,
  compareWithReferences,
  decomposeBrier,
  expectedCalibrationError,
  forecastsOf,
  isotonicReliability,
  leadTimeCurve,
  type LedgerClaim,
  NUMBER_BIN_EDGES,
  recordOf,
  reportMurphyParts,
  scoreBand,
  type ScoredSeries,
  scoreOverTime,
  WORD_BIN_EDGES,
  wordingProfile,
} from '#core/scoring';
import type { listClaimsOf } from '#platform/db';
import type { z } from 'zod';
import type { WireStanding, WireSubject } from './wire-standing.js';

export type WireProfile = z.input<typeof Profile>;
type ClaimRow = Awaited<ReturnType<typeof listClaimsOf>>[number];

export interface ProfileInput {
  readonly subject: WireSubject;
  readonly standing: WireStanding | null;
  readonly asOf: Date | null;
  /** Newest first. */
  readonly rows: readonly ClaimRow[];
  readonly ledger: readonly LedgerClaim[];
  readonly today: CalendarDate;
}

/** Everything on the page of a claimant or outlet, from the exact claims behind it. */
export function toProfile({ subject, standing, asOf, rows, ledger, today }: ProfileInput): WireProfile {
  const { series } = recordOf(ledger, today, 'live');
  const claims = new Map(ledger.map((claim) => [claim.claimId, claim]));
  const references = compareWithReferences(series);
  return {
    ...subject,
    standing,
    asOf: asOf?.toISOString() ?? null,
    references: REFERENCES.map((reference) => ({ reference, ...references[reference] })),
    calibration: toCalibration(series),
    overTime: toTimeLine(series, claims),
    leadTimes: toLeadTimes(series, claims),
    wording: toWording(rows, claims, today),
    claims: toClaims(rows, claims, { series, today }),
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

function toWording(rows: readonly ClaimRow[], claims: Claims, today: CalendarDate): WireProfile['wording'] {
  const profile = wordingProfile(
    rows.map(({ id, deadlineOn, probability }) => {
      const claim = claims.get(id);
      const settlement = claim?.settlement;
      return {
        ...probability,
        deadlineOn,
        inclusion: claim === undefined ? ('pending' as const) : classifyClaim(claim, today),
        outcome: settlement?.kind === 'scored' ? settlement.outcome : null,
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

/** Inclusions under which the score of a settled claim is shown, though it may not count yet. */
const SHOWN: ReadonlySet<Inclusion> = new Set(['scored', 'before_deadline', 'retrospective']);

function toClaims(
  rows: readonly ClaimRow[],
  claims: Claims,
  { series, today }: { readonly series: readonly ScoredSeries[]; readonly today: CalendarDate },
): WireProfile['claims'] {
  const effects = claimEffects(series);
  return rows.map((row) => {
    const claim = claims.get(row.id);
    const effect = effects.get(row.id);
    return {
      ...row,
      ...(claim === undefined ? NOTHING : explain(claim, today)),
      weight: effect?.weight ?? null,
      effect: effect?.effect ?? null,
    };
  });
}

const NOTHING = {
  outcome: null,
  brier: null,
  brierLow: null,
  brierHigh: null,
  reference: null,
  counts: 'pending',
} as const;

function explain(claim: LedgerClaim, today: CalendarDate) {
  const { settlement } = claim;
  const counts = classifyClaim(claim, today);
  const band = bandOf(claim);
  const score =
    settlement.kind === 'scored' && SHOWN.has(counts) && band !== null
      ? scoreBand(band, settlement.outcome)
      : null;
  return {
    outcome: outcomeOf(claim),
    brier: score?.brier ?? null,
    brierLow: score?.brierLow ?? null,
    brierHigh: score?.brierHigh ?? null,
    reference: claim.references.baseRate,
    counts,
  };
}

function outcomeOf({ settlement }: LedgerClaim): Outcome | null {
  switch (settlement.kind) {
    case 'scored':
      return settlement.outcome === 1 ? 'OCCURRED' : 'NOT_OCCURRED';
    case 'pending':
      return null;
    case 'ambiguous':
      return 'AMBIGUOUS';
    case 'void':
      return 'VOID';
  }
}
